/** A device with records, and what the rescue page makes of it: the page's own reading, over a database that is real enough. */
import { vi } from "vitest";
import { everythingFound } from "../../../src/redd/found.ts";
import { openRawWriter, rawFirstLine, type RawPart } from "../../../src/redd/raw-lines.ts";
import type { DeviceLog } from "#storage/device-log.ts";
import { openWardLog } from "#storage/ward-log.ts";
import { queueLocks } from "#storage/writer-lock.ts";
import { platformRandom, setClock } from "../memory-log.ts";

export const madeMs = 1_764_000_000_000;

export const openBook = async (book: string): Promise<DeviceLog> => {
  const opened = await openWardLog({ profile: "real", book, clock: setClock(), random: platformRandom, locks: queueLocks() });
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
};

const sha256 = async (text: string): Promise<string> => Buffer.from(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))).toString("hex");

export const linesOf = async (parts: Iterable<RawPart> | AsyncIterable<RawPart>): Promise<ReadonlyArray<string>> => {
  const writer = openRawWriter(sha256);
  const lines = [rawFirstLine(madeMs)];
  for await (const part of parts) lines.push(await writer.line(part));
  lines.push(await writer.end());
  return lines.map((line) => line.trimEnd());
};

/** Of everything that lies in the databases now. */
export const rescuedLines = async (notes: Readonly<Record<string, string>> = {}): Promise<ReadonlyArray<string>> => {
  vi.stubGlobal("localStorage", { ...notes, getItem: (name: string) => notes[name] ?? null });
  return linesOf(everythingFound());
};

export const streamed = async function* (lines: ReadonlyArray<string>): AsyncGenerator<string> {
  yield* lines;
};
