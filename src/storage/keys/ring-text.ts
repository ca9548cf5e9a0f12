// A key ring as text inside its seal, and read back: by hand, because every start reads one, and a schema's machinery is 2 kB.
import { canonicalJson } from "#core/log/canonical-json.ts";
import type { Bytes } from "#core/log/envelope.ts";
import type { DeviceId, WardId } from "#core/log/record.ts";
import { fromBase64Url, toBase64Url } from "../base64url.ts";
import type { KeyRing } from "./key-ring.ts";

type EpochKey = KeyRing["epochs"][number];
type Former = KeyRing["former"][number];

export const ringText = (ring: KeyRing): string => {
  const { ward, device, wardCode, letter, signKey, verifyKey, epochs, former } = ring;
  const asText = (keys: ReadonlyArray<EpochKey>) => keys.map(({ epoch, key }) => ({ epoch, key: toBase64Url(key) }));
  return canonicalJson({
    ward,
    device,
    wardCode,
    letter,
    signKey: toBase64Url(signKey),
    verifyKey: toBase64Url(verifyKey),
    epochs: asText(epochs),
    former: former.map((each) => ({ ward: each.ward, device: each.device, epochs: asText(each.epochs) })),
  });
};

/** null: it is none. Never half a ring. */
export const readRing = (raw: unknown): KeyRing | null => {
  if (!isObject(raw)) return null;
  const { wardCode, letter } = raw;
  const [signKey, verifyKey] = [readBytes(raw["signKey"]), readBytes(raw["verifyKey"])];
  const [first, ...rest] = readAll(raw["epochs"], readEpochKey) ?? [];
  const former = readAll(raw["former"], readFormer);
  const owner = readOwner(raw);
  if (owner === null || signKey === null || verifyKey === null || first === undefined || former === null) return null;
  if (typeof wardCode !== "string" || typeof letter !== "string") return null;
  return { ...owner, wardCode, letter, signKey, verifyKey, epochs: [first, ...rest], former };
};

const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> => typeof raw === "object" && raw !== null;

const readAll = <T>(raw: unknown, read: (one: unknown) => T | null): ReadonlyArray<T> | null => {
  if (!Array.isArray(raw)) return null;
  const all = raw.map(read).filter((one) => one !== null);
  return all.length === raw.length ? all : null;
};

const readBytes = (raw: unknown): Bytes | null => (typeof raw === "string" ? fromBase64Url(raw) : null);

const readEpochKey = (raw: unknown): EpochKey | null => {
  if (!isObject(raw)) return null;
  const { epoch } = raw;
  const key = readBytes(raw["key"]);
  return typeof epoch === "number" && key !== null ? { epoch, key } : null;
};

/** The brands are right here: the seal vouches that this device wrote these ids itself. */
const readOwner = ({ ward, device }: Readonly<Record<string, unknown>>): Pick<Former, "ward" | "device"> | null =>
  typeof ward === "string" && typeof device === "string" ? { ward: ward as WardId, device: device as DeviceId } : null;

const readFormer = (raw: unknown): Former | null => {
  if (!isObject(raw)) return null;
  const owner = readOwner(raw);
  const epochs = readAll(raw["epochs"], readEpochKey);
  return owner === null || epochs === null ? null : { ...owner, epochs };
};
