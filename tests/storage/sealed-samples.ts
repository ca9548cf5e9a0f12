// Records as a store sees them: numbers and links that fit, bytes that mean nothing. Nothing here is sealed or signed.
import { toStamp } from "#core/log/hlc.ts";
import type { DeviceId, RecordId, SealedRecord, WardId } from "#core/log/record.ts";
import { epochMs } from "#core/time.ts";

export const ward = "ward-1" as WardId;
export const deviceNamed = (name: string): DeviceId => name as DeviceId;

/** 64 hex digits that tell a device, a number and a branch apart. */
export const idOf = (device: string, seq: number, branch = 0): RecordId =>
  Array.from(`${device}/${seq}/${branch}`, (letter) => letter.charCodeAt(0).toString(16)).join("").padEnd(64, "0") as RecordId;

export interface SampleOptions {
  readonly branch?: number;
  readonly prev?: RecordId | null;
}

export const sample = (device: string, seq: number, { branch = 0, prev = seq === 1 ? null : idOf(device, seq - 1) }: SampleOptions = {}): SealedRecord => ({
  id: idOf(device, seq, branch),
  header: { v: 1, ward, device: deviceNamed(device), seq, hlc: toStamp({ wallMs: epochMs(1_000_000 + seq), counter: branch }), epoch: 1, prev, seen: "0".repeat(64) },
  iv: new Uint8Array(12).fill(seq),
  sealed: new Uint8Array(40).fill(branch),
  signature: new Uint8Array(64).fill(7),
});

export const samples = (device: string, fromSeq: number, toSeq: number): ReadonlyArray<SealedRecord> =>
  Array.from({ length: toSeq - fromSeq + 1 }, (_, at) => sample(device, fromSeq + at));
