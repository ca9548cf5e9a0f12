/**
 * Makes the next records of this device: stamped, chained, sealed, signed. No store is touched here, so that all crypto
 * is done before the transaction begins.
 *
 * - WRT1 The first record of a device says who it is and with which key its records are checked.
 * - WRT2 Each record hangs on the one before it and is stamped after everything this device has followed.
 * - WRT3 A record says, in the clear as a hash and inside the seal in full, which records of others its writer held.
 */
import { nextStamp } from "#core/log/hlc.ts";
import { ivLength, seenVector } from "#core/log/envelope.ts";
import { readBody } from "#core/log/body.ts";
import type { Writing } from "#core/log/port.ts";
import type { Head, LogRecord, RecordBody, RecordHeader, SealedRecord } from "#core/log/record.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import type { EpochMs } from "#core/time.ts";
import { canonicalJson } from "#core/log/canonical-json.ts";
import { toBase64Url } from "./base64url.ts";
import type { KeyRing, RandomBytes } from "./keys/key-ring.ts";
import { toLogRecord } from "./log-reader.ts";
import type { StoreState } from "./record-store.ts";
import { sealBody, seenHash, signId, type WardKeys } from "./sealing.ts";

export interface Writer {
  readonly ring: KeyRing;
  readonly keys: WardKeys;
  readonly signKey: CryptoKey;
  readonly random: RandomBytes;
}

export interface Written {
  readonly sealed: SealedRecord;
  readonly record: LogRecord;
}

export const writeRecords = async (writer: Writer, state: StoreState, writings: ReadonlyArray<Writing>, nowMs: EpochMs): Promise<ReadonlyArray<Written>> => {
  const { ring, keys } = writer;
  const key = keys.epochs.get(keys.epoch)?.records;
  if (key === undefined) throw new Error("the ring lacks the key of its own epoch");
  const others = state.holds.flatMap(({ head }) => (head === null || head.device === ring.device ? [] : [head]));
  const seen = { hash: await seenHash(others), vector: seenVector(others) };
  let head = ownHead(state, ring);
  let stamp = state.clock;
  const unsigned: Array<{ readonly sealed: Omit<SealedRecord, "signature">; readonly body: RecordBody }> = [];
  for (const writing of head === null ? [joining(ring, nowMs), ...writings] : writings) {
    stamp = nextStamp(stamp, nowMs);
    const body = plainBody({ ...writing, wroteMs: nowMs, seen: seen.vector });
    const header: RecordHeader = { v: 1, ward: ring.ward, device: ring.device, seq: (head?.seq ?? 0) + 1, hlc: stamp, epoch: keys.epoch, prev: head?.id ?? null, seen: seen.hash };
    const sealed = await sealBody(header, body, writer.random(ivLength), key);
    unsigned.push({ sealed, body });
    head = { device: ring.device, seq: header.seq, id: sealed.id };
  }
  // A signature hangs on nothing but its own id: these need not wait for one another.
  return Promise.all(unsigned.map(async ({ sealed, body }) => ({
    sealed: { ...sealed, signature: await signId(sealed.id, writer.signKey) },
    record: toLogRecord(sealed, body),
  })));
};

export const ownHead = (state: StoreState, ring: KeyRing): Head | null =>
  state.holds.find(({ device }) => device === ring.device)?.head ?? null;

const joining = ({ device, wardCode, letter, verifyKey }: KeyRing, nowMs: EpochMs): Writing => ({
  actor: nobodyYet,
  atMs: nowMs,
  event: { type: "v1.DeviceJoined", device, wardCode, letter, signKey: toBase64Url(verifyKey) },
});

/** What is shown now is what will be read back later: the body goes through its text once. */
const plainBody = (body: RecordBody): RecordBody => {
  const read = readBody(JSON.parse(canonicalJson({ ...body })));
  if (read === null) throw new Error("a record needs an actor and two times");
  return read;
};
