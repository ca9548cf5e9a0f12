import fc from "fast-check";
import { expect, it } from "vitest";
import type { RecordBody, RecordHeader, RecordId, SealedRecord, Stamp, WardId, DeviceId } from "#core/log/record.ts";
import { epochMs } from "#core/time.ts";
import { makeKeyRing } from "#storage/keys/key-ring.ts";
import { epochKeys, hasTrueSignature, openBody, openPart, sealBody, sealPart, seenHash, signId, type WardKeys } from "#storage/sealing.ts";
import { platformRandom } from "./memory-log.ts";

const ring = await makeKeyRing("real", platformRandom, null, null);
const signKey = await crypto.subtle.importKey("pkcs8", ring.signKey, "Ed25519", false, ["sign"]);
const verifyKey = await crypto.subtle.importKey("raw", ring.verifyKey, "Ed25519", true, ["verify"]);
const drawn = await epochKeys(ring.epochs[0].key, 1);
const keys: WardKeys = { ward: ring.ward, epochs: new Map([[1, drawn]]), epoch: 1 };

const header: RecordHeader = { v: 1, ward: ring.ward, device: ring.device, seq: 1, hlc: "000000000001-0000" as Stamp, epoch: 1, prev: null, seen: await seenHash([]) };
const body: RecordBody = { actor: { name: "Kari", role: "nurse" }, atMs: epochMs(1), wroteMs: epochMs(2), seen: [], event: { type: "v1.DowntimeDeclared", downtime: "d" } };
const sealedWith = async (changed: Partial<RecordHeader> = {}, event: unknown = body.event): Promise<SealedRecord> => {
  const sealed = await sealBody({ ...header, ...changed }, { ...body, event }, platformRandom(12), drawn.records);
  return { ...sealed, signature: await signId(sealed.id, signKey) };
};
const record = await sealedWith();

/** Opens and is signed: what a reader may take for true. */
const isTrue = async (sealed: SealedRecord): Promise<boolean> => (await openBody(sealed, keys)).ok && hasTrueSignature(sealed, verifyKey);
const flipped = (bytes: Uint8Array<ArrayBuffer>, at: number, bit: number): Uint8Array<ArrayBuffer> => bytes.with(at, (bytes[at] ?? 0) ^ (1 << bit));

it("[SEAL1] opens what it sealed, whatever the event", async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (json) => {
      const event: unknown = JSON.parse(JSON.stringify(json));
      const sealed = await sealedWith({}, event);
      expect(await openBody(sealed, keys)).toEqual({ ok: true, value: { ...body, event } });
      expect(await isTrue(sealed)).toBe(true);
    }),
  );
});

it("[SEAL2] refuses any changed bit of iv, sealed body or signature, each byte tried", async () => {
  for (const part of ["iv", "sealed", "signature"] as const) {
    for (let at = 0; at < record[part].length; at += 1) {
      expect(await isTrue({ ...record, [part]: flipped(record[part], at, at % 8) })).toBe(false);
    }
  }
});

it("[SEAL2] refuses a sealed body that is shorter or longer", async () => {
  expect(await openBody({ ...record, sealed: record.sealed.slice(0, -1) }, keys)).toMatchObject({ ok: false });
  expect(await openBody({ ...record, sealed: new Uint8Array([...record.sealed, 0]) }, keys)).toMatchObject({ ok: false });
  expect(await openBody({ ...record, sealed: new Uint8Array(0) }, keys)).toMatchObject({ ok: false });
});

it("[SEAL2] refuses any changed field of the header, and any changed digit of the id", async () => {
  const other = "f".repeat(64);
  const changes: ReadonlyArray<Partial<RecordHeader>> = [
    { ward: "w" as WardId }, { device: "d" as DeviceId }, { seq: 2, prev: other as RecordId }, { hlc: "000000000001-0001" as Stamp }, { seen: other },
  ];
  for (const change of changes) expect(await isTrue({ ...record, header: { ...record.header, ...change } })).toBe(false);
  for (let at = 0; at < 64; at += 1) {
    const digit = record.id[at] === "0" ? "1" : "0";
    const id = `${record.id.slice(0, at)}${digit}${record.id.slice(at + 1)}` as RecordId;
    expect(await openBody({ ...record, id }, keys)).toEqual({ ok: false, error: "WrongId" });
  }
});

it("[SEAL2] refuses a body that was put under another header of the same key", async () => {
  const second = await sealedWith({ seq: 2, prev: record.id });
  expect(await openBody({ ...record, header: second.header }, keys)).toMatchObject({ ok: false });
  expect(await hasTrueSignature({ ...record, signature: second.signature }, verifyKey)).toBe(false);
});

it("[SEAL2] tells a key that is not here from a seal that is broken", async () => {
  expect(await openBody({ ...record, header: { ...record.header, epoch: 2 } }, keys)).toEqual({ ok: false, error: "UnknownEpoch" });
});

it("[SEAL4] draws different keys for records, for checkpoints and for each epoch", async () => {
  const key = ring.epochs[0].key;
  const next = await epochKeys(key, 2);
  expect(await openBody(record, { ...keys, epochs: new Map([[1, next]]) })).toEqual({ ok: false, error: "WrongSeal" });
  expect(await openBody(record, { ...keys, epochs: new Map([[1, { ...drawn, records: drawn.checkpoints }]]) })).toEqual({ ok: false, error: "WrongSeal" });
  const part = await sealPart({ name: "board", value: { a: 1 } }, ["about"], platformRandom(12), drawn.checkpoints);
  expect(await openPart(part, ["about"], drawn.checkpoints)).toBe('{"a":1}');
  expect(await openPart(part, ["about"], drawn.records)).toBeNull();
  expect(await openPart(part, ["another"], drawn.checkpoints)).toBeNull();
});
