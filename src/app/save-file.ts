// A file made here, given to the browser to save. Nothing leaves the device: the address lies in this page's own memory.
import type { OutFile } from "./outlets.ts";

/** Long enough for a slow disk and a question about where to save it. */
const keptMs = 10 * 60_000;

export const saveFile = ({ name, mime, text }: OutFile): void => {
  const url = URL.createObjectURL(new Blob([text], { type: mime }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keptMs);
};
