/**
 * Files frozen at version 1. They must open for ever, and seal again to the same bytes. They are never made anew: a test
 * that fails here means that records in the world would no longer open.
 */
import { createDecipheriv, createHash, createPublicKey, hkdfSync, verify } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bodyText, readBody } from "#core/log/body.ts";
import { headerText, readHeader, signaturePreimage, type Bytes } from "#core/log/envelope.ts";
import { readEvent } from "#core/log/read-event.ts";
import type { Head, RecordId, SealedRecord } from "#core/log/record.ts";
import { openMemorySecretFiles } from "#storage/keys/memory-secret-files.ts";
import { loadKeyRing } from "#storage/keys/ring-file.ts";
import { silentDoor } from "#storage/keys/unlock-door.ts";
import { epochKeys, hasTrueSignature, openBody, sealBody, seenHash, signId } from "#storage/sealing.ts";
import { toHex } from "./raw-database.ts";

interface Golden {
  readonly keys: { readonly epochKey: string; readonly signKeyPkcs8: string; readonly verifyKey: string };
  readonly heads: ReadonlyArray<Head>;
  readonly header: unknown;
  readonly headerText: string;
  readonly body: { readonly event: { readonly type: string } };
  readonly bodyText: string;
  readonly iv: string;
  readonly sealed: string;
  readonly id: RecordId;
  readonly signed: string;
  readonly signature: string;
}

const folder = "tests/golden/record-v1";
// The files are our own and frozen: their shape is known.
const golden = readdirSync(folder).map((name) => ({ name, file: JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as Golden }));
const bytes = (hex: string): Bytes => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

const recordOf = ({ header: raw, iv, sealed, signature, id }: Golden): SealedRecord => {
  const header = readHeader(raw);
  if (header === null) throw new Error("a golden header must read");
  return { id, header, iv: bytes(iv), sealed: bytes(sealed), signature: bytes(signature) };
};

it("finds the golden records", () => {
  expect(golden).toHaveLength(4);
});

describe.each(golden)("golden record $name", ({ file }) => {
  it("[SEAL3] opens, and is signed by its device", async () => {
    const record = recordOf(file);
    const drawn = await epochKeys(bytes(file.keys.epochKey), record.header.epoch);
    const opened = await openBody(record, { ward: record.header.ward, epoch: 1, epochs: new Map([[1, drawn]]) });
    expect(opened).toEqual({ ok: true, value: file.body });
    const verifyKey = await crypto.subtle.importKey("raw", bytes(file.keys.verifyKey), "Ed25519", true, ["verify"]);
    expect(await hasTrueSignature(record, verifyKey)).toBe(true);
  });

  it("[SEAL3][ENV1][BDY1] is sealed and signed again to the same bytes", async () => {
    const { header } = recordOf(file);
    const body = readBody(file.body);
    if (body === null) throw new Error("a golden body must read");
    const drawn = await epochKeys(bytes(file.keys.epochKey), header.epoch);
    const signKey = await crypto.subtle.importKey("pkcs8", bytes(file.keys.signKeyPkcs8), "Ed25519", false, ["sign"]);
    const again = await sealBody(header, body, bytes(file.iv), drawn.records);
    expect(headerText(header)).toBe(file.headerText);
    expect(bodyText(body)).toBe(file.bodyText);
    expect(await seenHash(file.heads)).toBe(header.seen);
    expect(toHex(again.sealed)).toBe(file.sealed);
    expect(again.id).toBe(file.id);
    expect(toHex(signaturePreimage(again.id))).toBe(file.signed);
    expect(toHex(await signId(again.id, signKey))).toBe(file.signature);
  });

  it("[SEAL3] opens by the words of docs/formats/record.v1.md alone, with another library", () => {
    const header = Buffer.from(file.headerText, "utf8");
    const [iv, sealed] = [Buffer.from(file.iv, "hex"), Buffer.from(file.sealed, "hex")];
    const key = hkdfSync("sha256", Buffer.from(file.keys.epochKey, "hex"), "", "vaktbok/record/v1|1", 32);
    const open = createDecipheriv("aes-256-gcm", Buffer.from(key), iv);
    open.setAAD(header);
    open.setAuthTag(sealed.subarray(-16));
    expect(Buffer.concat([open.update(sealed.subarray(0, -16)), open.final()]).toString("utf8")).toBe(file.bodyText);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(header.length);
    const id = createHash("sha256").update(Buffer.concat([length, header, iv, sealed])).digest();
    expect(id.toString("hex")).toBe(file.id);
    const publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: Buffer.from(file.keys.verifyKey, "hex").toString("base64url") }, format: "jwk" });
    expect(verify(null, Buffer.concat([Buffer.from("vaktbok/record/v1\n"), id]), publicKey, Buffer.from(file.signature, "hex"))).toBe(true);
  });
});

it("[CHN4] the golden records are one chain", () => {
  expect(golden.map(({ file }) => recordOf(file).header.prev)).toEqual([null, ...golden.slice(0, -1).map(({ file }) => file.id)]);
});

it("[READ2] an event of a later version is kept as it was written", () => {
  const later = golden.find(({ file }) => file.body.event.type === "v7.VitalsMeasured");
  expect(readEvent(later?.file.body.event)).toEqual({ type: "unknown", was: "v7.VitalsMeasured", raw: later?.file.body.event });
});

it("[RNG1] key files of version 1 open as they did", async () => {
  const file = JSON.parse(readFileSync("tests/golden/key-files-v1/silent.json", "utf8")) as Readonly<Record<"ring.key" | "door-silent.key", string>> & { readonly ring: unknown };
  const files = openMemorySecretFiles(new Map([["ring.key", bytes(file["ring.key"])], ["door-silent.key", bytes(file["door-silent.key"])]]));
  const loaded = await loadKeyRing(files, silentDoor(files));
  const asHex = JSON.parse(JSON.stringify(loaded, (_key, value: unknown) => (value instanceof Uint8Array ? toHex(value) : value))) as unknown;
  expect(asHex).toEqual({ ok: true, value: file.ring });
});
