/**
 * In which order records count, and which of them knew of which.
 *
 * - ORD1 Records have one total order, the same on every device: stamp, then device, then sequence number.
 * - ORD2 A record knows another when its writer held it when it was written, whatever the clocks say.
 */
import type { LogRecord } from "./record.ts";

type Placed = Pick<LogRecord, "device" | "seq" | "stamp" | "seen">;

export const inLogOrder = (a: Placed, b: Placed): number => {
  if (a.stamp !== b.stamp) return a.stamp < b.stamp ? -1 : 1;
  if (a.device !== b.device) return a.device < b.device ? -1 : 1;
  return a.seq - b.seq;
};

export const knows = (later: Placed, earlier: Placed): boolean => {
  if (later.device === earlier.device) return later.seq > earlier.seq;
  return later.seen.some(([device, seq]) => device === earlier.device && seq >= earlier.seq);
};
