/** An archive of version 1, frozen: it opens for ever. The first test opens it by docs/formats/vaktbok.md alone, with Node's own cryptography. */
import { createDecipheriv, createHash, createPrivateKey, createPublicKey, diffieHellman, hkdfSync, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { readRecoveryCode } from "#core/ward/recovery-code.ts";
import { proveArchive, wardKeysOf } from "#storage/archive-in.ts";
import { epochMs } from "#core/time.ts";
import { contentsOf } from "./archive-kit.ts";

interface Golden {
  readonly code: string;
  readonly manifest: { readonly ward: string; readonly device: string; readonly heads: ReadonlyArray<{ readonly device: string; readonly seq: number; readonly id: string }> };
  readonly wardCode: string;
  readonly epochs: ReadonlyArray<{ readonly epoch: number; readonly key: string }>;
  readonly ids: ReadonlyArray<string>;
  readonly aside: ReadonlyArray<string>;
}

const file = readFileSync("tests/golden/vaktbok-v1/evening.vaktbok");
// Our own, and frozen: its shape is known.
const golden = JSON.parse(readFileSync("tests/golden/vaktbok-v1/evening.json", "utf8")) as Golden;

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const secretOf = (code: string): Buffer => {
  const bits = Array.from(code.replaceAll("-", ""), (sign) => crockford.indexOf(sign).toString(2).padStart(5, "0")).join("");
  return Buffer.from(Array.from({ length: 16 }, (_, at) => parseInt(bits.slice(8 * at, 8 * at + 8), 2)));
};

const hkdf = (key: Uint8Array, salt: Uint8Array, info: string): Buffer => Buffer.from(hkdfSync("sha256", key, salt, info, 32));
const privateKey = (raw: Uint8Array): KeyObject => createPrivateKey({ key: Buffer.concat([Buffer.from("302e020100300506032b656e04220420", "hex"), raw]), format: "der", type: "pkcs8" });
const publicKey = (raw: Uint8Array): KeyObject => createPublicKey({ key: Buffer.concat([Buffer.from("302a300506032b656e032100", "hex"), raw]), format: "der", type: "spki" });
const unsealed = (key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Buffer => {
  const cipher = createDecipheriv("chacha20-poly1305", key, nonce, { authTagLength: 16 });
  cipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
};

/** age-encryption.org/v1 with one X25519 recipient and one chunk, by the published description. */
const openAge = (bytes: Buffer, scalar: Buffer): Buffer => {
  const [version, stanza = "", body = "", mac = ""] = bytes.toString("latin1").split("\n");
  expect([version, mac.slice(0, 4)]).toEqual(["age-encryption.org/v1", "--- "]);
  const share = Buffer.from(stanza.split(" ")[2] ?? "", "base64");
  const own = privateKey(scalar);
  const recipient = createPublicKey(own).export({ format: "der", type: "spki" }).subarray(-32);
  const shared = diffieHellman({ privateKey: own, publicKey: publicKey(share) });
  const fileKey = unsealed(hkdf(shared, Buffer.concat([share, recipient]), "age-encryption.org/v1/X25519"), Buffer.alloc(12), Buffer.from(body, "base64"));
  const payload = bytes.subarray(bytes.indexOf("\n", bytes.indexOf("\n--- ") + 1) + 1);
  const last = Buffer.alloc(12);
  last[11] = 1;
  return unsealed(hkdf(fileKey, payload.subarray(0, 16), "payload"), last, payload.subarray(16));
};

it("[ARL1] opens by the description alone", () => {
  const scalar = hkdf(secretOf(golden.code), Buffer.alloc(0), "vaktbok/recovery/v1");
  const lines = gunzipSync(openAge(file, scalar)).toString("utf8").trimEnd().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>);
  const [manifest, keys, ...rest] = lines;
  expect(manifest).toMatchObject({ format: "vaktbok", v: 1, drill: false, ward: golden.manifest.ward, heads: golden.manifest.heads.map(({ device, seq, id }) => [device, seq, id]) });
  expect(keys).toEqual({ keys: { wardCode: golden.wardCode, epochs: golden.epochs.map(({ epoch, key }) => ({ epoch, key: Buffer.from(key, "hex").toString("base64url") })) } });
  expect(rest.slice(0, -2)).toMatchObject(golden.ids.map((id) => ({ record: { id } })));
  expect(rest.at(-2)).toMatchObject({ aside: { id: golden.aside[0] } });
  const ids = createHash("sha256").update(golden.ids.map((id) => `${id}\n`).join("")).digest("hex");
  expect(rest.at(-1)).toEqual({ end: { records: 5, aside: 1, unreadable: 0, ids } });
});

it("[ARL1][ARI2] opens with the program, and each record is proved", async () => {
  expect(readRecoveryCode(golden.code)).toMatchObject({ ok: true });
  const contents = await contentsOf(new Blob([file]));
  expect(contents.manifest).toEqual(golden.manifest);
  const proof = await proveArchive(contents, await wardKeysOf(contents), epochMs(1_795_465_800_000), () => undefined);
  expect(proof).toMatchObject({ proved: 5, of: 5, isWhole: true });
});
