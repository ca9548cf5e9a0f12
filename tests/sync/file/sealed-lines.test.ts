import { gzipSync } from "node:zlib";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Result } from "#core/result.ts";
import { recoveryCode } from "#core/ward/recovery-code.ts";
import { fileLimits } from "#sync/file/limits.ts";
import { recoveryIdentity, recoveryRecipient } from "#sync/file/recovery-key.ts";
import { readSealedLines, sealLines, type LinesFault } from "#sync/file/sealed-lines.ts";

const secret = Uint8Array.from({ length: 16 }, (_, at) => at * 17);
let identity = "";
let recipient = "";
beforeAll(async () => {
  identity = await recoveryIdentity(secret);
  recipient = await recoveryRecipient(secret);
});

const linesOf = async function* (lines: ReadonlyArray<string>): AsyncGenerator<string> {
  yield* lines;
};
const sealed = async (lines: ReadonlyArray<string>): Promise<Blob> => {
  const made = await sealLines(linesOf(lines), recipient);
  if (!made.ok) throw new Error(made.error.type);
  return made.value;
};
const bytesOf = async (file: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await file.arrayBuffer());

const read = async (file: Blob, key = identity, limits = fileLimits): Promise<{ readonly answer: Result<null, LinesFault>; readonly lines: ReadonlyArray<string> }> => {
  const lines: string[] = [];
  const answer = await readSealedLines<never>(file, key, (line) => { lines.push(line); return null; }, limits);
  return { answer, lines };
};

/** Bytes of any content, sealed as our own files are: what a hostile hand can make, since the recipient is public. */
const sealedBytes = async (plain: Uint8Array): Promise<Blob> => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return new Blob([new Uint8Array(await encrypter.encrypt(plain))]);
};

describe("the recovery key", () => {
  it("[RKY1] is the same for the same code, for ever", () => {
    expect(recoveryCode(secret)).toBe("008J-4CT4-ANK7-F24S-NAXW-SQFE-ZXEC");
    expect(identity).toMatch(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/);
    expect([identity, recipient]).toEqual(["AGE-SECRET-KEY-1KLCGLM6ZZ6HNG7JLPFG0PKJYK85KTA8C6JD0SALSXE2KWKKQZGWS5R04LV", "age1d68ceu3tg9ttcqcpvfmxm08regurg7q9f56z7hek6z0zfn3mpyesnd35aa"]);
  });

  it("[RKY1] is another for another code", async () => {
    expect(await recoveryRecipient(secret.with(15, 254))).not.toBe(recipient);
  });

  it("[BCH1][RKY2] is one that age itself reads, and opens what was sealed to it", async () => {
    expect(await identityToRecipient(identity)).toBe(recipient);
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const plain = await decrypter.decrypt(await bytesOf(await sealed(["a", "b"])));
    expect(await new Response(new Blob([new Uint8Array(plain)]).stream().pipeThrough(new DecompressionStream("gzip"))).text()).toBe("a\nb\n");
  });
});

describe("a sealed file of lines", () => {
  it("[SLN1] gives back the lines, whatever stands in them", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "binary" }).map((text) => text.replaceAll("\n", " "))), async (lines) => {
        expect(await read(await sealed(lines))).toEqual({ answer: { ok: true, value: null }, lines });
      }),
      { numRuns: 30 },
    );
  });

  it("[SLN1] gives back many lines, over all borders of chunks", async () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `${at} ${"æ".repeat(at % 37)}`);
    expect((await read(await sealed(lines))).lines).toEqual(lines);
  });

  it("[SLN2] another code is WrongKey", async () => {
    const other = await recoveryIdentity(secret.with(0, 1));
    expect((await read(await sealed(["a"]), other)).answer).toEqual({ ok: false, error: { type: "WrongKey" } });
    expect((await read(await sealed(["a"]), await generateX25519Identity())).answer).toEqual({ ok: false, error: { type: "WrongKey" } });
  });

  it("[SLN2] what is no age file is NotOurs, a later version is Newer", async () => {
    const answers = ["", "PK\u0003\u0004", "name;born\nAda;1980", "<html>", "age-encryption.com/v1\n"].map(async (text) => (await read(new Blob([text]))).answer);
    for (const answer of await Promise.all(answers)) expect(answer).toEqual({ ok: false, error: { type: "NotOurs" } });
    expect((await read(new Blob(["age-encryption.org/v2\n-> X\n--- a\n"]))).answer).toEqual({ ok: false, error: { type: "Newer" } });
  });

  it("[SLN2] cut anywhere, it is a fault", async () => {
    const bytes = await bytesOf(await sealed(["whose", "keys", "record", "end"]));
    for (let length = 0; length < bytes.length; length += 1) {
      const { answer } = await read(new Blob([bytes.slice(0, length)]));
      expect(answer.ok ? "" : answer.error.type, `${length} bytes`).toMatch(length === 0 ? /^NotOurs$/ : /^Damaged$/);
    }
  });

  it("[SLN2] cut at the border of a chunk of the seal, it is a fault too", async () => {
    const noise = Array.from({ length: 3_000 }, () => Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16)).join(""));
    const bytes = await bytesOf(await sealed(noise));
    const header = new TextDecoder("latin1").decode(bytes).indexOf("\n", new TextDecoder("latin1").decode(bytes).indexOf("\n--- ") + 1) + 1;
    const border = header + 16 + 64 * 1024 + 16;
    expect(bytes.length).toBeGreaterThan(border);
    expect((await read(new Blob([bytes.slice(0, border)]))).answer).toEqual({ ok: false, error: { type: "Damaged" } });
  });

  it("[SLN2] with one byte changed anywhere, it is a fault", async () => {
    const bytes = await bytesOf(await sealed(["whose", "keys", "record", "end"]));
    for (let at = 0; at < bytes.length; at += 1) {
      const { answer } = await read(new Blob([bytes.with(at, (bytes[at] ?? 0) ^ (1 << (at % 8)))]));
      expect(answer.ok, `byte ${at}`).toBe(false);
    }
  });

  it("[SLN2] sealed rightly and no gzip inside, or no text, or an unfinished last line, is Damaged", async () => {
    for (const plain of [new Uint8Array(), new TextEncoder().encode("plain\n"), gzipSync("whole\n").subarray(0, 15), gzipSync(new Uint8Array([0xff, 0xfe, 10])), gzipSync("no end of line")]) {
      expect((await read(await sealedBytes(plain))).answer).toEqual({ ok: false, error: { type: "Damaged" } });
    }
  });

  it("[SLN3] a file that is too large is not opened, one line that is too long not read", async () => {
    const file = await sealed(["a".repeat(5_000)]);
    expect(await read(file, "no key at all", { ...fileLimits, fileBytes: file.size - 1 })).toMatchObject({ answer: { error: { type: "TooLarge" } }, lines: [] });
    expect(await read(file, identity, { ...fileLimits, lineBytes: 4_999 })).toMatchObject({ answer: { error: { type: "TooLarge", maxBytes: 4_999 } }, lines: [] });
  });

  it("[SLN3] a bomb stops at the cap: a few kilobytes that would unpack to 64 MB are not unpacked", async () => {
    const bomb = await sealedBytes(gzipSync(Buffer.alloc(64 * 1024 * 1024, "{}\n")));
    expect(bomb.size).toBeLessThan(300_000);
    const plainBytes = 1024 * 1024;
    const { answer, lines } = await read(bomb, identity, { ...fileLimits, plainBytes });
    expect(answer).toEqual({ ok: false, error: { type: "TooLarge", maxBytes: plainBytes } });
    expect(lines.length * 3).toBeLessThanOrEqual(plainBytes);
  });

  it("[SLN4] stops where the taker says so, and takes nothing after it", async () => {
    const taken: string[] = [];
    const answer = await readSealedLines(await sealed(Array.from({ length: 50_000 }, (_, at) => String(at))), identity, (line) => {
      taken.push(line);
      return taken.length === 3 ? ({ type: "Enough" } as const) : null;
    });
    expect(answer).toEqual({ ok: false, error: { type: "Enough" } });
    expect(taken).toEqual(["0", "1", "2"]);
  });

  it("[SLN5] what could not be read back is not made", async () => {
    const lines = Array.from({ length: 1_000 }, (_, at) => `${at}`.padEnd(200));
    expect(await sealLines(linesOf(lines), recipient, { ...fileLimits, plainBytes: 100_000 })).toEqual({ ok: false, error: { type: "TooLarge", maxBytes: 100_000 } });
    expect(await sealLines(linesOf(lines), recipient, { ...fileLimits, fileBytes: 300 })).toEqual({ ok: false, error: { type: "TooLarge", maxBytes: 300 } });
  });
});
