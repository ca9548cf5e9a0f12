// Records whose ids are what they say: chained, hashed over their own bytes. Their bodies mean nothing and open with no key.
import { headerBytes, idPreimage, type Bytes } from "#core/log/envelope.ts";
import { toStamp } from "#core/log/hlc.ts";
import type { DeviceId, RecordHeader, RecordId, SealedRecord, WardId } from "#core/log/record.ts";
import { epochMs } from "#core/time.ts";

export const provedWard = "ward-p" as WardId;

export const provedChain = async (device: string, count: number): Promise<ReadonlyArray<SealedRecord>> => {
  const chain: Array<SealedRecord> = [];
  for (let seq = 1; seq <= count; seq += 1) {
    const hlc = toStamp({ wallMs: epochMs(1_000_000 + seq), counter: device.charCodeAt(0) });
    const header: RecordHeader = { v: 1, ward: provedWard, device: device as DeviceId, seq, hlc, epoch: 1, prev: chain.at(-1)?.id ?? null, seen: "0".repeat(64) };
    const iv = new Uint8Array(12).fill(seq);
    const sealed = Uint8Array.from({ length: 20 + (seq % 30) }, (_, at) => (seq * 31 + at * 7 + device.charCodeAt(0)) & 0xff);
    chain.push({ id: await idOver(headerBytes(header), iv, sealed), header, iv, sealed, signature: new Uint8Array(64).fill(seq) });
  }
  return chain;
};

const idOver = async (header: Bytes, iv: Bytes, sealed: Bytes): Promise<RecordId> => {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", idPreimage(header, iv, sealed)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("") as RecordId;
};
