/**
 * What the lines of an archive say: first whose book it is, then its keys, then every record as it lies, last the counts that
 * prove that nothing is missing. docs/formats/vaktbok.md says the same in words.
 *
 * - ARL1 What was written reads back: the ward, its keys, each record byte for byte.
 * - ARL2 A first line that is not ours is NotOurs; one of a later version is Newer; nothing after it is read.
 * - ARL3 A line that is no record, a missing end, a count or a hash that does not fit: Damaged, and nothing of it is given out.
 * - ARL4 Only fields that are known are read, nothing is merged, nothing nests deep; a kind of line that is not known is passed over.
 */
import * as v from "valibot";
import { canonicalJson } from "#core/log/canonical-json.ts";
import { readHeader, ivLength } from "#core/log/envelope.ts";
import type { DeviceId, Head, RecordId, SealedRecord, WardId } from "#core/log/record.ts";
import { epochMs, type EpochMs } from "#core/time.ts";
import { fromBase64Url, toBase64Url } from "./base64url.ts";
import type { KeyRing } from "./keys/key-ring.ts";

export interface ArchiveManifest {
  readonly ward: WardId;
  /** What the ward calls itself, for the person who reads the file back. */
  readonly name: string;
  /** Which device made the archive, and when. */
  readonly device: DeviceId;
  readonly madeMs: EpochMs;
  readonly isDrill: boolean;
  readonly heads: ReadonlyArray<Head>;
}

export interface ArchiveKeys {
  readonly wardCode: string;
  readonly epochs: KeyRing["epochs"];
}

export interface ArchiveEnd {
  readonly records: number;
  /** Records that lay aside where the archive was made. */
  readonly aside: number;
  /** What was no record any more where the archive was made: not in here. */
  readonly unreadable: number;
  readonly ids: string;
}

export type ArchiveLine =
  | { readonly is: "manifest"; readonly manifest: ArchiveManifest }
  | { readonly is: "keys"; readonly keys: ArchiveKeys }
  | { readonly is: "record" | "aside"; readonly record: SealedRecord }
  | { readonly is: "end"; readonly end: ArchiveEnd }
  | { readonly is: "other" | "notOurs" | "newer" | "damaged" };

const archiveVersion = 1;

export const manifestLine = ({ ward, name, device, madeMs, isDrill, heads }: ArchiveManifest): string =>
  canonicalJson({ format: "vaktbok", v: archiveVersion, ward, name, device, madeMs, drill: isDrill, heads: heads.map((head) => [head.device, head.seq, head.id]) });

export const keysLine = ({ wardCode, epochs }: ArchiveKeys): string =>
  canonicalJson({ keys: { wardCode, epochs: epochs.map(({ epoch, key }) => ({ epoch, key: toBase64Url(key) })) } });

export const recordLine = (record: SealedRecord, is: "record" | "aside"): string => {
  const { id, header, iv, sealed, signature } = record;
  return canonicalJson({ [is]: { id, header: { ...header }, iv: toBase64Url(iv), sealed: toBase64Url(sealed), signature: toBase64Url(signature) } });
};

export const endLine = (end: ArchiveEnd): string => canonicalJson({ end: { ...end } });

export const readFirstLine = (text: string): ArchiveLine => {
  const raw = parsedLine(text);
  if (raw === null || raw["format"] !== "vaktbok" || typeof raw["v"] !== "number") return { is: "notOurs" };
  if (raw["v"] > archiveVersion) return { is: "newer" };
  const read = v.safeParse(manifestSchema, raw);
  if (!read.success) return { is: "damaged" };
  const { drill, heads, ...rest } = read.output;
  return { is: "manifest", manifest: { ...rest, isDrill: drill, heads: heads.map(([device, seq, id]) => ({ device, seq, id })) } };
};

export const readLine = (text: string): ArchiveLine => {
  const raw = parsedLine(text);
  if (raw === null) return { is: "damaged" };
  if (raw["record"] !== undefined) return readRecord("record", raw["record"]);
  if (raw["aside"] !== undefined) return readRecord("aside", raw["aside"]);
  if (raw["keys"] !== undefined) {
    const keys = v.safeParse(keysSchema, raw["keys"]);
    return keys.success ? { is: "keys", keys: keys.output } : { is: "damaged" };
  }
  if (raw["end"] === undefined) return { is: "other" };
  const end = v.safeParse(endSchema, raw["end"]);
  return end.success ? { is: "end", end: end.output } : { is: "damaged" };
};

const readRecord = (is: "record" | "aside", raw: unknown): ArchiveLine => {
  if (!isObject(raw)) return { is: "damaged" };
  const header = readHeader(raw["header"]);
  const [iv, sealed, signature] = [bytesIn(raw["iv"]), bytesIn(raw["sealed"]), bytesIn(raw["signature"])];
  const { id } = raw;
  if (header === null || iv?.length !== ivLength || sealed === null || signature?.length !== 64 || !isHash(id)) return { is: "damaged" };
  return { is, record: { id, header, iv, sealed, signature } };
};

type Raw = Readonly<Record<string, unknown>>;

const parsedLine = (text: string): Raw | null => {
  if (!isShallow(text)) return null;
  try {
    const raw: unknown = JSON.parse(text);
    return isObject(raw) ? raw : null;
  } catch {
    // No JSON: the caller says what that makes of the file.
    return null;
  }
};

const deepest = 8;

/** Looked at before anything is parsed. What stands inside quotes is no nesting. */
export const isShallow = (text: string, maxDepth = deepest): boolean => {
  let [depth, isQuoted] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isQuoted && sign === "\\") at += 1;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === "{" || sign === "[")) depth += 1;
    else if (!isQuoted && (sign === "}" || sign === "]")) depth -= 1;
    if (depth > maxDepth) return false;
  }
  return true;
};

const isObject = (raw: unknown): raw is Raw => typeof raw === "object" && raw !== null && !Array.isArray(raw);
const isHash = (raw: unknown): raw is RecordId => typeof raw === "string" && /^[0-9a-f]{64}$/.test(raw);
const bytesIn = (raw: unknown): ReturnType<typeof fromBase64Url> => (typeof raw === "string" ? fromBase64Url(raw) : null);

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const place = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const name = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
// The brands are right: each was checked just before, as in a record's header.
const ward = v.pipe(name, v.transform((text) => text as WardId));
const device = v.pipe(name, v.transform((text) => text as DeviceId));
const recordId = v.pipe(hash, v.transform((text) => text as RecordId));
const manifestSchema = v.object({
  ward,
  name: v.pipe(v.string(), v.maxLength(200)),
  device,
  madeMs: v.pipe(count, v.maxValue(8.64e15), v.transform(epochMs)),
  drill: v.boolean(),
  heads: v.pipe(v.array(v.tuple([device, place, recordId])), v.maxLength(10_000)),
});
const key = v.pipe(
  v.string(),
  v.transform(fromBase64Url),
  v.check((bytes) => bytes?.length === 32),
  v.transform((bytes) => bytes ?? new Uint8Array()),
);
const epochKey = v.object({ epoch: place, key });
const keysSchema = v.object({ wardCode: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)), epochs: v.tupleWithRest([epochKey], epochKey) });
const endSchema = v.object({ records: count, aside: count, unreadable: count, ids: hash });
