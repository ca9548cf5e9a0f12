/**
 * Sorts records that came from elsewhere into those that are true and those that lie aside. Signatures are checked here,
 * once, and not again at every start.
 *
 * - ADM1 A record is true when its id, its seal and the signature of its device are.
 * - ADM2 A device's key is the one in its first record, which that key itself has signed; another key later changes nothing.
 * - ADM3 A record whose device has not introduced itself yet waits aside, and is let in when it does.
 * - ADM4 A damaged or forged record is kept aside, once, and never shown.
 * - ADM5 A record of another ward is not taken at all.
 */
import { readEvent } from "#core/log/read-event.ts";
import type { DeviceId, SealedRecord } from "#core/log/record.ts";
import { fromBase64Url } from "./base64url.ts";
import type { AsideRecord, Flaw, RecordStore } from "./record-store.ts";
import { hasTrueSignature, openBody, recordPrint, type WardKeys } from "./sealing.ts";

export interface Gate {
  readonly store: RecordStore;
  readonly keys: WardKeys;
  /** Keys of devices that have introduced themselves. Added to by admitting. */
  readonly deviceKeys: Map<DeviceId, CryptoKey>;
}

export interface Sorted {
  readonly records: ReadonlyArray<SealedRecord>;
  readonly aside: ReadonlyArray<AsideRecord>;
  readonly released: ReadonlyArray<string>;
  /** How many were of another ward. */
  readonly strangers: number;
}

export const sortArrivals = async (gate: Gate, arrived: ReadonlyArray<SealedRecord>): Promise<Sorted> => {
  const ours = arrived.filter(({ header }) => header.ward === gate.keys.ward);
  const introduced = await learnDevices(gate, ours);
  const waiting = introduced.size === 0 ? [] : await gate.store.readAside(["UnknownDevice"]);
  const called = waiting.filter(({ record }) => introduced.has(record.header.device)).toSorted((a, b) => a.record.header.seq - b.record.header.seq);

  const judged = await Promise.all(ours.map(async (record) => ({ record, flaw: await flawOf(gate, record) })));
  const recalled = await Promise.all(called.map(async (each) => ({ ...each, flaw: await flawOf(gate, each.record) })));
  const trueAgain = recalled.filter(({ flaw }) => flaw === null);
  const flawed = [...judged, ...recalled].flatMap(({ record, flaw }) => (flaw === null ? [] : [{ record, flaw }]));
  return {
    records: [...judged.filter(({ flaw }) => flaw === null), ...trueAgain].map(({ record }) => record),
    aside: await Promise.all(flawed.map(async (each) => ({ ...each, print: await recordPrint(each.record) }))),
    released: trueAgain.map(({ print }) => print),
    strangers: arrived.length - ours.length,
  };
};

/** Learns the keys of devices that are new here, from their first records; answers which were learned now. */
const learnDevices = async (gate: Gate, arrived: ReadonlyArray<SealedRecord>): Promise<ReadonlySet<DeviceId>> => {
  const { store, keys, deviceKeys } = gate;
  const learned = new Set<DeviceId>();
  for (const device of new Set(arrived.map(({ header }) => header.device))) {
    if (deviceKeys.has(device)) continue;
    const stored = (await store.readDevice(device, 1, 1)).flatMap(({ record }) => (record === null ? [] : [record]));
    for (const record of [...stored, ...arrived.filter(({ header }) => header.device === device)]) {
      const key = await introducedKey(record, keys);
      if (key === null) continue;
      deviceKeys.set(device, key);
      if (stored.length === 0) learned.add(device);
      break;
    }
  }
  return learned;
};

const introducedKey = async (record: SealedRecord, keys: WardKeys): Promise<CryptoKey | null> => {
  if (record.header.seq !== 1) return null;
  const body = await openBody(record, keys);
  const event = body.ok ? readEvent(body.value.event) : null;
  if (event?.type !== "v1.DeviceJoined" || event.device !== record.header.device) return null;
  const key = await importVerifyKey(event.signKey);
  return key !== null && (await hasTrueSignature(record, key)) ? key : null;
};

const importVerifyKey = async (text: string): Promise<CryptoKey | null> => {
  const raw = fromBase64Url(text);
  return raw?.length === 32 ? crypto.subtle.importKey("raw", raw, "Ed25519", true, ["verify"]) : null;
};

const flawOf = async ({ keys, deviceKeys }: Gate, record: SealedRecord): Promise<Flaw | null> => {
  const body = await openBody(record, keys);
  if (!body.ok) return body.error;
  const key = deviceKeys.get(record.header.device);
  if (key === undefined) return "UnknownDevice";
  return (await hasTrueSignature(record, key)) ? null : "WrongSignature";
};
