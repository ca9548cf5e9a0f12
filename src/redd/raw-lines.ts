/**
 * What was found on the device as lines of a file, each with its own hash: a damaged line costs itself alone, and a file that
 * was cut short is known by its missing end. docs/formats/vaktbok-raw.md says the same in words.
 *
 * - RAW1 A value is written as it lies: bytes, dates, numbers and nothing can be told apart when it is read back.
 * - RAW2 Every line carries the hash of its part, and the last one the hash of all hashes before it.
 */

export type RawPart =
  | { readonly is: "rows"; readonly database: string; readonly version: number; readonly store: string; readonly rows: ReadonlyArray<unknown> }
  | { readonly is: "file"; readonly path: string; readonly size: number; readonly at: number; readonly bytes: string }
  | { readonly is: "note"; readonly name: string; readonly text: string }
  | { readonly is: "unread"; readonly where: string; readonly why: string };

export interface RawWriter {
  readonly line: (part: RawPart) => Promise<string>;
  readonly end: () => Promise<string>;
}

export const rawFirstLine = (madeMs: number): string => `${JSON.stringify({ format: "vaktbok-raw", v: 1, madeMs })}\n`;

export const openRawWriter = (sha256: (text: string) => Promise<string>): RawWriter => {
  let parts = 0;
  let hashes = "";
  return {
    line: async (part) => {
      const text = JSON.stringify(part);
      const hash = await sha256(text);
      parts += 1;
      hashes += `${hash}\n`;
      return asLine(hash, text);
    },
    end: async () => {
      const text = JSON.stringify({ is: "end", parts, hashes: await sha256(hashes) });
      return asLine(await sha256(text), text);
    },
  };
};

const asLine = (hash: string, text: string): string => `{"sha256":"${hash}","part":${text}}\n`;

/** A value of a database as JSON: what JSON cannot say stands in an object with the one field `$`. */
export const asJson = (value: unknown): unknown => {
  if (value === undefined) return { $: "undefined" };
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : { $: "number", text: String(value) };
  if (value instanceof Date) return { $: "date", ms: value.getTime() };
  if (value instanceof ArrayBuffer) return { $: "bytes", text: base64Url(new Uint8Array(value)) };
  if (ArrayBuffer.isView(value)) return { $: "bytes", text: base64Url(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value !== "object") return { $: "other", text: typeof value };
  const fields = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asJson(inner)]));
  return "$" in fields ? { $: "object", fields } : fields;
};

/** A multiple of three bytes at a time, so that the pieces of text can stand one after the other. */
const piece = 24_576;

export const base64Url = (bytes: Uint8Array): string => {
  let text = "";
  for (let at = 0; at < bytes.length; at += piece) text += btoa(String.fromCharCode(...bytes.subarray(at, at + piece)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};
