/**
 * The lines of a rescue file (docs/formats/vaktbok-raw.md), as its parts. Whoever rescues takes what is whole: a damaged line is
 * counted and costs itself alone.
 *
 * - RWP1 A part whose hash fits is given out; one that was changed in any byte is counted and is not.
 * - RWP2 A file that was cut gives every part before the cut, and says that it was cut; so does one with a part taken out.
 * - RWP3 A first line that is not ours is NotOurs, one of a later version is Newer, and nothing after it is read.
 * - RWP4 A line too long, a value too deep or too many parts are not read; only fields that are known are.
 */
import * as v from "valibot";
import { err, ok, type Result } from "#core/result.ts";
import { isShallow } from "../archive-lines.ts";
import { sha256HexOfText } from "../sha256.ts";

export type RawFault = { readonly type: "NotOurs" } | { readonly type: "Newer" };

const place = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const name = v.pipe(v.string(), v.maxLength(500));
const partSchema = v.variant("is", [
  v.object({ is: v.literal("rows"), database: name, version: place, store: name, rows: v.array(v.unknown()) }),
  v.object({ is: v.literal("file"), path: name, size: place, at: place, bytes: v.string() }),
  v.object({ is: v.literal("note"), name, text: v.string() }),
  v.object({ is: v.literal("unread"), where: v.string(), why: v.string() }),
  v.object({ is: v.literal("end"), parts: place, hashes: v.string() }),
]);
type Part = v.InferOutput<typeof partSchema>;
export type RawPart = Exclude<Part, { readonly is: "end" }>;

export interface RawParts {
  readonly madeMs: number;
  readonly parts: ReadonlyArray<RawPart>;
  /** Lines that are not as they were written, or that this program cannot read. */
  readonly damaged: number;
  /** Nothing is missing at the end, and nothing was taken out. */
  readonly isWhole: boolean;
}

const version = 1;
/** Far more than a device holds; what is longer was not made by our page. */
const maxParts = 200_000;
const maxLineLength = 8 * 1024 * 1024;
const maxDepth = 12;

export const readRawParts = async (lines: AsyncIterable<string>): Promise<Result<RawParts, RawFault>> => {
  const parts: RawPart[] = [];
  let madeMs: number | null = null;
  let [hashes, count, damaged, isWhole] = ["", 0, 0, false];
  for await (const line of lines) {
    if (madeMs === null) {
      const first = readFirst(line);
      if (!first.ok) return first;
      madeMs = first.value;
      continue;
    }
    if (isWhole || parts.length >= maxParts) break;
    const read = await readPart(line);
    if (read?.part.is === "end") {
      isWhole = damaged === 0 && read.part.parts === count && read.part.hashes === (await sha256HexOfText(hashes));
      break;
    }
    count += 1;
    if (read === null) damaged += 1;
    else {
      hashes += `${read.hash}\n`;
      parts.push(read.part);
    }
  }
  return madeMs === null ? err({ type: "NotOurs" }) : ok({ madeMs, parts, damaged, isWhole });
};

const readFirst = (line: string): Result<number, RawFault> => {
  const raw = line.length > 1_000 ? null : parsed(line);
  const first = v.safeParse(v.object({ format: v.literal("vaktbok-raw"), v: v.number(), madeMs: place }), raw);
  if (!first.success) return err({ type: "NotOurs" });
  return first.output.v > version ? err({ type: "Newer" }) : ok(first.output.madeMs);
};

const readPart = async (line: string): Promise<{ readonly hash: string; readonly part: Part } | null> => {
  const [, hash, text] = /^\{"sha256":"([0-9a-f]{64})","part":(.*)\}$/s.exec(line.length > maxLineLength ? "" : line) ?? [];
  if (hash === undefined || text === undefined || (await sha256HexOfText(text)) !== hash) return null;
  const part = v.safeParse(partSchema, parsed(text));
  return part.success ? { hash, part: part.output } : null;
};

const parsed = (text: string): unknown => {
  if (!isShallow(text, maxDepth)) return null;
  try {
    return JSON.parse(text);
  } catch {
    // No JSON: the caller counts it.
    return null;
  }
};
