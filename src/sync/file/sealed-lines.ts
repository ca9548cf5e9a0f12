/**
 * A file of lines, packed with gzip and sealed as an age file (age-encryption.org/v1). What the lines say is not known here.
 *
 * - SLN1 The lines that were sealed are the lines that are read, in their order.
 * - SLN2 What is no age file is NotOurs, a later version is Newer, another key is WrongKey; a file that was cut, or changed in any byte, is Damaged.
 * - SLN3 Sizes are looked at first: the file before it is opened, what it unpacks to while it unpacks, each line before it is read.
 * - SLN4 Who takes the lines may stop at any of them: nothing more is unpacked.
 * - SLN5 What could not be read back is not made: the same limits hold for writing.
 */
import { Decrypter, Encrypter } from "age-encryption";
import { err, ok, type Result } from "#core/result.ts";
import { fileLimits, type FileLimits } from "./limits.ts";

export type LinesFault =
  | { readonly type: "NotOurs" }
  | { readonly type: "Newer" }
  | { readonly type: "WrongKey" }
  | { readonly type: "Damaged" }
  | { readonly type: "TooLarge"; readonly maxBytes: number }
  | { readonly type: "Unreadable" };

export type TooLarge = Extract<LinesFault, { type: "TooLarge" }>;

const ageName = "age-encryption.org/";
/** An age header for a handful of keys is some hundred bytes; what is longer was not made here. */
const maxHeaderBytes = 16 * 1024;

export const sealLines = async (lines: AsyncIterable<string>, recipient: string, limits: FileLimits = fileLimits): Promise<Result<Blob, TooLarge>> => {
  const counted = { bytes: 0 };
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const packed = toStream(encoded(lines, counted, limits.plainBytes)).pipeThrough(new CompressionStream("gzip"));
  // A packing stream takes and gives bytes, whatever kind of buffer its type allows.
  const sealed = await encrypter.encrypt(packed as ReadableStream<Uint8Array>);
  const file = new Blob(await chunksOf(sealed), { type: "application/octet-stream" });
  if (counted.bytes > limits.plainBytes) return err({ type: "TooLarge", maxBytes: limits.plainBytes });
  return file.size > limits.fileBytes ? err({ type: "TooLarge", maxBytes: limits.fileBytes }) : ok(file);
};

/** `take` gets one line after another and may answer a fault, which stops the reading and is the answer. */
export const readSealedLines = async <F>(file: Blob, identity: string, take: (line: string) => F | null, limits: FileLimits = fileLimits): Promise<Result<null, F | LinesFault>> => {
  if (file.size > limits.fileBytes) return err({ type: "TooLarge", maxBytes: limits.fileBytes });
  const head = await headFault(file);
  if (head !== null) return err(head);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  let opened: ReadableStream<Uint8Array>;
  try {
    opened = await decrypter.decrypt(file.stream());
  } catch (thrown) {
    // The library throws for everything; its own words for "another key" are held fast by a test.
    return err({ type: thrown instanceof Error && thrown.message.startsWith("no identity matched") ? "WrongKey" : "Damaged" });
  }
  // The same bytes; the types of the two streams differ in the kind of buffer only.
  return takeLines((opened as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(new DecompressionStream("gzip")), take, limits);
};

const headFault = async (file: Blob): Promise<LinesFault | null> => {
  const head = await firstText(file);
  if (head === null) return { type: "Unreadable" };
  if (!head.startsWith(ageName)) return { type: ageName.startsWith(head) && head !== "" ? "Damaged" : "NotOurs" };
  if (!head.startsWith(`${ageName}v1\n`)) return { type: head.includes("\n") ? "Newer" : "Damaged" };
  return head.includes("\n--- ") ? null : { type: "Damaged" };
};

const firstText = async (file: Blob): Promise<string | null> => {
  try {
    return new TextDecoder("latin1").decode(await file.slice(0, maxHeaderBytes).arrayBuffer());
  } catch {
    // The disk was taken out, or another program holds the file.
    return null;
  }
};

const takeLines = async <F>(plain: ReadableStream<Uint8Array>, take: (line: string) => F | null, limits: FileLimits): Promise<Result<null, F | LinesFault>> => {
  const reader = plain.getReader();
  const lines = lineReader(take, limits);
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const fault = lines.push(next.value);
      if (fault === null) continue;
      await reader.cancel().catch(() => undefined);
      return err(fault);
    }
  } catch {
    // A seal that does not open and a packing that does not unpack are said by throwing, and no more is said.
    return err({ type: "Damaged" });
  }
  return lines.isAtEnd() ? ok(null) : err({ type: "Damaged" });
};

const lineReader = <F>(take: (line: string) => F | null, { plainBytes, lineBytes }: FileLimits) => {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let seen = 0;
  let rest: ReadonlyArray<Uint8Array> = [];
  let restBytes = 0;
  const takeLine = (end: Uint8Array): F | LinesFault | null => {
    const bytes = joinedBytes([...rest, end]);
    [rest, restBytes] = [[], 0];
    if (bytes.length > lineBytes) return { type: "TooLarge", maxBytes: lineBytes };
    return take(utf8.decode(bytes));
  };
  return {
    isAtEnd: () => restBytes === 0,
    push: (chunk: Uint8Array): F | LinesFault | null => {
      seen += chunk.length;
      if (seen > plainBytes) return { type: "TooLarge", maxBytes: plainBytes };
      let from = 0;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        const fault = takeLine(chunk.subarray(from, at));
        if (fault !== null) return fault;
        from = at + 1;
      }
      rest = [...rest, chunk.slice(from)];
      restBytes += chunk.length - from;
      return restBytes > lineBytes ? { type: "TooLarge", maxBytes: lineBytes } : null;
    },
  };
};

const joinedBytes = (parts: ReadonlyArray<Uint8Array>): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

/** In pieces that are worth packing; ends where there is too much, and the count says so. */
const pieceLength = 64 * 1024;

const encoded = async function* (lines: AsyncIterable<string>, counted: { bytes: number }, maxBytes: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const utf8 = new TextEncoder();
  const piece = (text: string): Uint8Array<ArrayBuffer> => {
    const bytes = utf8.encode(text);
    counted.bytes += bytes.length;
    return bytes;
  };
  let text = "";
  for await (const line of lines) {
    text += `${line}\n`;
    if (text.length < pieceLength) continue;
    yield piece(text);
    text = "";
    if (counted.bytes > maxBytes) return;
  }
  yield piece(text);
};

/** `ReadableStream.from` is not everywhere yet. */
const toStream = (chunks: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await chunks.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await chunks.return(undefined);
    },
  });

const chunksOf = async (stream: ReadableStream<Uint8Array>): Promise<Array<Uint8Array<ArrayBuffer>>> => {
  const chunks: Array<Uint8Array<ArrayBuffer>> = [];
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(new Uint8Array(next.value));
  return chunks;
};
