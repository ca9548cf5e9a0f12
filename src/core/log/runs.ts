/**
 * Which records of which devices, exactly: runs of sequence numbers, because what is held or carried may have gaps.
 *
 * - RUN1 Runs say neither more nor less than the records they were made of, in whatever order and however often these came.
 * - RUN2 The same records are always the same runs: sorted, joined where they touch.
 */
import type { DeviceId, LogRecord } from "./record.ts";

/** From and up to and with, both at least 1. */
export type Run = readonly [first: number, last: number];
/** By device, sorted by device. */
export type RecordRuns = ReadonlyArray<readonly [DeviceId, ReadonlyArray<Run>]>;

export const runsOf = (records: ReadonlyArray<Pick<LogRecord, "device" | "seq">>): RecordRuns => {
  const seqs = new Map<DeviceId, number[]>();
  for (const { device, seq } of records) {
    const known = seqs.get(device);
    if (known === undefined) seqs.set(device, [seq]);
    else known.push(seq);
  }
  return [...seqs].map(([device, all]) => [device, joined(all.map((seq) => [seq, seq]))] as const).toSorted(([a], [b]) => (a < b ? -1 : 1));
};

/** Both together. */
export const joined = (runs: ReadonlyArray<Run>): ReadonlyArray<Run> => {
  const out: Array<[first: number, last: number]> = [];
  for (const [first, last] of runs.toSorted((a, b) => a[0] - b[0])) {
    const before = out.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else out.push([first, last]);
  }
  return out;
};

export const isIn = (runs: ReadonlyArray<Run>, seq: number): boolean => {
  let [low, high] = [0, runs.length - 1];
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const [first, last] = runs[middle] ?? [0, 0];
    if (seq < first) high = middle - 1;
    else if (seq > last) low = middle + 1;
    else return true;
  }
  return false;
};
