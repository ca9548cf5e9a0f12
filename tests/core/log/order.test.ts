import fc from "fast-check";
import { expect, it } from "vitest";
import { toStamp } from "#core/log/hlc.ts";
import { inCausalOrder, inLogOrder, knows } from "#core/log/order.ts";
import type { DeviceId, RecordId } from "#core/log/record.ts";
import { epochMs } from "#core/time.ts";

const placed = (device: string, seq: number, wallMs: number, seen: ReadonlyArray<readonly [string, number]> = [], id = `${device}${seq}`) => ({
  id: id as RecordId,
  device: device as DeviceId,
  seq,
  stamp: toStamp({ wallMs: epochMs(wallMs), counter: 0 }),
  seen: seen.map(([other, upTo]) => [other as DeviceId, upTo] as const),
});
const any = fc.tuple(fc.constantFrom("a", "b", "c"), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 })).map(([device, seq, wallMs]) => placed(device, seq, wallMs));

it("[ORD1] puts any records in one order, whatever order they came in", () => {
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (records, dice) => {
      const shuffled = records.map((record) => ({ record, at: Number(dice.next().value) })).sort((a, b) => a.at - b.at).map(({ record }) => record);
      expect([...shuffled].sort(inLogOrder)).toEqual([...records].sort(inLogOrder));
    }),
  );
});

it("[ORD1] orders by stamp, then device, then number, then name", () => {
  const fork = { ...placed("b", 1, 2), id: "b1 again" as RecordId };
  const order = [placed("b", 9, 1), placed("a", 1, 2), placed("a", 2, 2), placed("b", 1, 2), fork];
  expect([...order].reverse().sort(inLogOrder)).toEqual(order);
});

it("[ORD2] knows what its writer held, whatever the clocks say", () => {
  const theirs = placed("b", 3, 900);
  expect(knows(placed("a", 1, 5, [["b", 3]]), theirs)).toBe(true);
  expect(knows(placed("a", 1, 999, [["b", 2]]), theirs)).toBe(false);
  expect(knows(placed("a", 1, 999), theirs)).toBe(false);
  expect(knows(placed("b", 4, 1), theirs)).toBe(true);
  expect(knows(theirs, theirs)).toBe(false);
});

it("[ORD3] is log order where stamps and knowledge agree, and loses nothing, whatever the records claim to know", () => {
  const claiming = fc.tuple(any, fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.integer({ min: 1, max: 4 })), { maxLength: 3 }));
  fc.assert(
    fc.property(fc.array(claiming, { maxLength: 10 }), (claims) => {
      const records = claims.map(([record, seen], place) => ({ ...placed(record.device, record.seq, place, seen), id: `r${place}` as RecordId }));
      const ordered = inCausalOrder(records);
      expect(new Set(ordered)).toEqual(new Set(records));
      expect(inCausalOrder(records.toReversed())).toEqual(ordered);
      const bySeq = records.map((record, place) => ({ ...record, seq: place + 1, seen: [] }));
      expect(inCausalOrder(bySeq.toReversed())).toEqual(bySeq);
    }),
  );
});
