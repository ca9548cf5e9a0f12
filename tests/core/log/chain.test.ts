import fc from "fast-check";
import { expect, it } from "vitest";
import { chainFaults, followChain, type ChainLink } from "#core/log/chain.ts";
import type { DeviceId, RecordId } from "#core/log/record.ts";

const device = "A" as DeviceId;
const id = (name: string): RecordId => name as RecordId;
const link = (seq: number, branch = "", prevBranch = ""): ChainLink => ({ id: id(`${seq}${branch}`), seq, prev: seq === 1 ? null : id(`${seq - 1}${prevBranch}`) });
const whole = (length: number): ReadonlyArray<ChainLink> => Array.from({ length }, (_, at) => link(at + 1));

it("[CHN1] names what is missing below a held number", () => {
  expect(chainFaults([link(3), link(4), link(7)])).toEqual([{ type: "Gap", fromSeq: 1, toSeq: 2 }, { type: "Gap", fromSeq: 5, toSeq: 6 }]);
});

it("[CHN2] names both records of a fork", () => {
  expect(chainFaults([...whole(3), link(2, "b")])).toEqual([{ type: "Fork", seq: 2, ids: ["2", "2b"] }]);
});

it("[CHN3] names a record that hangs on something never seen", () => {
  expect(chainFaults([...whole(2), link(3, "", "x")])).toEqual([{ type: "WrongPrev", seq: 3, id: "3" }]);
  expect(chainFaults([{ id: id("1"), seq: 1, prev: id("0") }])).toEqual([{ type: "WrongPrev", seq: 1, id: "1" }]);
});

it("[CHN4] finds no fault in a whole chain, in any order, given any number of times", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.infiniteStream(fc.nat()), (length, dice) => {
      const twice = [...whole(length), ...whole(length)].map((each) => ({ each, at: Number(dice.next().value) }));
      expect(chainFaults(twice.sort((a, b) => a.at - b.at).map(({ each }) => each))).toEqual([]);
    }),
  );
});

it("[CHN4] finds a fault in every chain that lacks an inner record", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 20 }), fc.nat(), (length, dice) => {
      const without = 1 + (dice % (length - 1));
      expect(chainFaults(whole(length).filter(({ seq }) => seq !== without))).toHaveLength(1);
    }),
  );
});

it("[CHN5] follows a chain up to the first gap", () => {
  expect(followChain(device, null, [link(1), link(2), link(4)])).toEqual({ device, seq: 2, id: "2" });
  expect(followChain(device, { device, seq: 2, id: id("2") }, [link(2), link(3), link(4)])).toEqual({ device, seq: 4, id: "4" });
  expect(followChain(device, null, [link(2)])).toBeNull();
  expect(followChain(device, null, [link(1), link(2, "", "x"), link(3)])).toEqual({ device, seq: 1, id: "1" });
});

it("[CHN5] reaches the same number in whatever order a forked, broken chain came in", () => {
  const links = [...whole(6), link(3, "b"), link(4, "b", "b"), link(5, "c", "x")];
  fc.assert(
    fc.property(fc.shuffledSubarray(links, { minLength: links.length }), fc.nat(links.length), (order, cut) => {
      const early = followChain(device, null, order.slice(0, cut));
      const late = followChain(device, early, order.filter(({ seq }) => seq >= (early?.seq ?? 0)));
      expect(late?.seq).toBe(6);
    }),
  );
});
