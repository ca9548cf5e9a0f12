import fc from "fast-check";
import { expect, it } from "vitest";
import { maxDriftMs, nextStamp, observe, readStamp, toStamp } from "#core/log/hlc.ts";
import type { Stamp } from "#core/log/record.ts";
import { epochMs } from "#core/time.ts";

const anyWall = fc.oneof(fc.integer({ min: 0, max: 2 ** 47 }), fc.integer({ min: -(2 ** 40), max: 2 ** 52 }), fc.constantFrom(0, 1, 1_795_000_000_000));
const stamp = (wallMs: number, counter: number): Stamp => toStamp({ wallMs: epochMs(wallMs), counter });
const anyStamp = fc.tuple(fc.integer({ min: 0, max: 2 ** 47 }), fc.integer({ min: 0, max: 0xffff })).map(([wallMs, counter]) => stamp(wallMs, counter));

it("[HLC1] is ever greater, whatever the wall clock and the neighbours say", () => {
  const step = fc.oneof(anyWall.map((nowMs) => ({ nowMs, theirs: null })), fc.record({ nowMs: anyWall, theirs: anyStamp }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let last: Stamp | null = null;
      const given: Array<Stamp> = [];
      for (const { nowMs, theirs } of steps) {
        last = theirs === null ? nextStamp(last, epochMs(nowMs)) : observe(last, theirs, epochMs(nowMs)).last;
        if (theirs === null && last !== null) given.push(last);
      }
      expect(given).toEqual([...new Set(given)].sort());
    }),
    { numRuns: 400 },
  );
});

it("[HLC1] follows the wall while the wall goes on", () => {
  expect(nextStamp(stamp(1_000, 7), epochMs(1_001))).toBe(stamp(1_001, 0));
  expect(nextStamp(stamp(1_000, 7), epochMs(1_000))).toBe(stamp(1_000, 8));
  expect(nextStamp(stamp(1_000, 7), epochMs(5))).toBe(stamp(1_000, 8));
});

it("[HLC2] stands after a neighbour's stamp that was followed", () => {
  fc.assert(
    fc.property(fc.option(anyStamp), anyStamp, anyWall, (ours, theirs, now) => {
      const { last, drift } = observe(ours, theirs, epochMs(now));
      const next = nextStamp(last, epochMs(now));
      expect(drift !== null || next > theirs).toBe(true);
      expect(ours === null || next > ours).toBe(true);
    }),
  );
});

it("[HLC3] carries a full counter into the wall part", () => {
  expect(nextStamp(stamp(1_000, 0xffff), epochMs(1_000))).toBe(stamp(1_001, 0));
  expect(nextStamp(stamp(0xffff, 0xffff), epochMs(0))).toBe(stamp(0x10000, 0));
});

it("[HLC4] does not follow a neighbour more than ten minutes ahead, and answers how far", () => {
  const nowMs = epochMs(1_795_000_000_000);
  const far = stamp(nowMs + maxDriftMs + 1, 0);
  expect(observe(stamp(5, 0), far, nowMs)).toEqual({ last: stamp(5, 0), drift: { aheadMs: maxDriftMs + 1 } });
  const near = stamp(nowMs + maxDriftMs, 0);
  expect(observe(stamp(5, 0), near, nowMs)).toEqual({ last: near, drift: null });
});

it("[HLC4] follows none that is no stamp", () => {
  expect(observe(null, "soon" as Stamp, epochMs(0))).toEqual({ last: null, drift: null });
});

it("[HLC5] sorts as text as it sorts in time, and reads back", () => {
  fc.assert(
    fc.property(anyStamp, anyStamp, (a, b) => {
      const [one, two] = [readStamp(a), readStamp(b)];
      if (one === null || two === null) throw new Error("a stamp must read back");
      expect(Math.sign(one.wallMs - two.wallMs || one.counter - two.counter)).toBe(a < b ? -1 : Number(a > b));
      expect(toStamp(one)).toBe(a);
    }),
  );
  for (const text of ["", "1-2", "00000000000g-0000", "0000000000000-0000", "00000000000A-0000"]) expect(readStamp(text)).toBeNull();
});
