import { expect, it } from "vitest";
import type { DeviceId, WardId } from "#core/log/record.ts";
import type { KeyRing } from "#storage/keys/key-ring.ts";
import { readRing, ringText } from "#storage/keys/ring-text.ts";

const key = (byte: number): Uint8Array<ArrayBuffer> => new Uint8Array(32).fill(byte);
const ring: KeyRing = {
  ward: "w" as WardId,
  device: "d" as DeviceId,
  wardCode: "TRA",
  letter: "K",
  signKey: key(1),
  verifyKey: key(2),
  epochs: [{ epoch: 1, key: key(3) }, { epoch: 2, key: key(4) }],
  former: [{ ward: "v" as WardId, device: "c" as DeviceId, epochs: [{ epoch: 1, key: key(5) }] }],
};
const raw = (): Record<string, unknown> => JSON.parse(ringText(ring)) as Record<string, unknown>;

it("[RNG1] a ring is read from its text unchanged", () => {
  expect(readRing(raw())).toEqual(ring);
});

it.each(Object.keys(raw()))("[RNG2] a ring without %s, or with something else there, is none", (field) => {
  const { [field]: _gone, ...rest } = raw();
  expect(readRing(rest)).toBeNull();
  for (const other of [null, 7, {}, [7]]) expect(readRing({ ...rest, [field]: other })).toBeNull();
});

it.each([
  ["no epoch", { epochs: [] }],
  ["an epoch without its key", { epochs: [{ epoch: 1 }] }],
  ["a key that is no base64", { signKey: "?" }],
  ["a former ward with half an epoch", { former: [{ ward: "v", device: "c", epochs: [{ key: "AAAA" }] }] }],
])("[RNG2] %s makes no ring", (_what, change) => {
  expect(readRing({ ...raw(), ...change })).toBeNull();
});

it.each([null, "text", [], 1])("[RNG2] %j is no ring", (other) => {
  expect(readRing(other)).toBeNull();
});
