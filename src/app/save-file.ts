/**
 * A file made here, given to the browser to save. Nothing leaves the device: the address lies in this page's own memory.
 *
 * - SVF1 Files given in one turn are handed over one after the other: of several at once WebKit saves only one, and does not tell.
 */
import type { OutFile } from "./outlets.ts";

/** Long enough for a slow disk and a question about where to save it. */
const keptMs = 10 * 60_000;

/** Long enough for an engine to have taken the one before. */
const apartMs = 500;

let nextMs = 0;

type FileToSave = Omit<OutFile, "text"> & { readonly text: string | Blob };

export const saveFile = (file: FileToSave): void => {
  const nowMs = performance.now();
  const atMs = Math.max(nowMs, nextMs);
  nextMs = atMs + apartMs;
  // The first at once: a browser wants a file to come of a press.
  if (atMs === nowMs) hand(file);
  else setTimeout(() => hand(file), atMs - nowMs);
};

const hand = ({ name, mime, text }: FileToSave): void => {
  const url = URL.createObjectURL(new Blob([text], { type: mime }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keptMs);
};
