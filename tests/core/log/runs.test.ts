import fc from "fast-check";
import { expect, it } from "vitest";
import type { DeviceId } from "#core/log/record.ts";
import { isIn, joined, runsOf } from "#core/log/runs.ts";

const device = fc.constantFrom("a" as DeviceId, "b" as DeviceId);
const record = fc.record({ device, seq: fc.integer({ min: 1, max: 40 }) });

it("[RUN1] says neither more nor less than the records it was made of", () => {
  fc.assert(
    fc.property(fc.array(record), (records) => {
      const runs = new Map(runsOf([...records, ...records]));
      for (const one of ["a" as DeviceId, "b" as DeviceId]) {
        for (let seq = 0; seq <= 41; seq += 1) {
          expect(isIn(runs.get(one) ?? [], seq)).toBe(records.some((held) => held.device === one && held.seq === seq));
        }
      }
    }),
  );
});

it("[RUN2] gives the same runs for the same records, in any order and any split", () => {
  fc.assert(
    fc.property(fc.array(record), fc.integer({ min: 0, max: 40 }), (records, cut) => {
      expect(runsOf(records.toReversed())).toEqual(runsOf(records));
      const whole = new Map(runsOf(records)).get("a" as DeviceId) ?? [];
      const [first, second] = [runsOf(records.slice(0, cut)), runsOf(records.slice(cut))].map((part) => new Map(part).get("a" as DeviceId) ?? []);
      expect(joined([...(second ?? []), ...(first ?? [])])).toEqual(whole);
    }),
  );
});

it("[RUN2] joins what touches and keeps a gap", () => {
  const records = [5, 1, 2, 4, 9].map((seq) => ({ device: "a" as DeviceId, seq }));
  expect(runsOf(records)).toEqual([["a", [[1, 2], [4, 5], [9, 9]]]]);
});
