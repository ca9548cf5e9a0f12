import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ItemSaying, ItemWord } from "#core/recovery/events.ts";
import { isDone, sayingsOf, standingOf, type ItemsSaidRecord, type Standing } from "#core/recovery/item.ts";
import type { Actor } from "#core/staff/actor.ts";
import { at, device, nurse, recordId, stampAt, theVisit } from "../visit/given.ts";

const clerk: Actor = { name: "Per Merkantil", role: "recordsClerk" };
const item = { key: "r1.note", hash: "h1" };

interface Step extends Partial<ItemSaying> {
  readonly is: ItemWord;
  readonly by?: Actor;
  readonly on?: string;
  /** How far the writer held each other device; else all before it. */
  readonly knowing?: { readonly [device: string]: number };
}

/** One minute after another, all of one item. */
const recordsOf = (...steps: ReadonlyArray<Step>): ReadonlyArray<ItemsSaidRecord> => {
  const seqs: Record<string, number> = {};
  return steps.map(({ by, on = "A", knowing, ...saying }, place) => {
    const seen = Object.entries(knowing ?? seqs).filter(([name]) => name !== on).map(([name, seq]) => [device(name), seq] as const);
    const seq = (seqs[on] = (seqs[on] ?? 0) + 1);
    const atMs = at(`20:${String(place).padStart(2, "0")}`);
    return {
      id: recordId(`${on}${seq}`), device: device(on), seq, stamp: stampAt(atMs, 0), actor: by ?? nurse, atMs, wroteMs: atMs, seen,
      event: { type: "v1.ItemsSaid", of: theVisit, target: "EPJ", items: [{ key: item.key, hash: item.hash, ...saying }] },
    };
  });
};

const standing = (steps: ReadonlyArray<Step>, { signed = true, hash = item.hash } = {}): Standing =>
  standingOf({ key: item.key, hash }, sayingsOf(recordsOf(...steps)).get(item.key) ?? [], signed);

const accepted: Step = { is: "accepted", at: "Observation/1", version: "1" };
const verified: Step = { is: "verified", at: "Observation/1", version: "1" };

describe("the machine's road", () => {
  it("[ITM2] nobody said anything: captured until signed, then ready", () => {
    expect(standing([], { signed: false })).toEqual({ is: "captured" });
    expect(standing([])).toEqual({ is: "ready", lies: null });
  });

  it("[ITM2] begun and never answered is unknown, also on the device that began it", () => {
    expect(standing([{ is: "sending" }])).toMatchObject({ is: "unknown", sinceMs: at("20:00"), lies: null });
    expect(standing([{ is: "sending" }, { is: "unknown", why: "no answer" }])).toMatchObject({ is: "unknown", why: "no answer" });
  });

  it("[ITM3] accepted is not done; read back and equal is", () => {
    expect(standing([{ is: "sending" }, accepted])).toEqual({ is: "accepted", lies: { at: "Observation/1", version: "1", hash: "h1" } });
    expect(isDone(standing([accepted]))).toBe(false);
    expect(isDone(standing([accepted, verified]))).toBe(true);
  });

  it("[ITM3] accepted without a place is no answer", () => {
    expect(standing([{ is: "accepted" }])).toMatchObject({ is: "unknown" });
  });

  it("[ITM4] an answer that was not understood does not forget where it lies", () => {
    expect(standing([accepted, { is: "sending" }, { is: "unknown", why: "500" }])).toMatchObject({ is: "unknown", lies: { at: "Observation/1" } });
  });

  it("[ITM5] verified, then changed here: to be sent again, as a change of what lies there", () => {
    expect(standing([verified], { hash: "h2" })).toEqual({ is: "ready", lies: { at: "Observation/1", version: "1", hash: "h1" } });
    expect(standing([verified], { hash: "h2", signed: false })).toEqual({ is: "captured" });
  });

  it("[ITM2] changed while it was unknown: what was sent is found out first", () => {
    expect(standing([{ is: "sending" }], { hash: "h2" })).toMatchObject({ is: "unknown" });
  });

  it("[ITM2] counts how often it was refused in a row, of the same words alone", () => {
    expect(standing([{ is: "refused", why: "422" }, { is: "sending" }, { is: "refused", why: "422" }])).toMatchObject({ is: "refused", times: 2 });
    expect(standing([{ is: "refused" }, { is: "unknown" }, { is: "refused" }])).toMatchObject({ is: "refused", times: 1 });
    expect(standing([{ is: "refused", hash: "h0" }, { is: "refused" }])).toMatchObject({ is: "refused", times: 1 });
  });
});

describe("the human road", () => {
  it("[ITM6] a hand on it locks the machine's road, and lets go of it again", () => {
    expect(standing([{ is: "unknown" }, { is: "taken", by: clerk }])).toMatchObject({ is: "taken", by: clerk });
    expect(standing([{ is: "unknown" }, { is: "taken", by: clerk }, { is: "released", by: clerk }])).toMatchObject({ is: "unknown" });
  });

  it("[ITM3] keyed is not done; a second person's check is, the same person's is not", () => {
    expect(standing([{ is: "taken", by: clerk }, { is: "keyed", by: clerk, at: "B 4711" }])).toMatchObject({ is: "keyed", at: "B 4711" });
    expect(standing([{ is: "keyed", by: clerk }, { is: "checked", by: { ...clerk, name: "per merkantil " } }])).toMatchObject({ is: "keyed" });
    const done = standing([{ is: "keyed", by: clerk, at: "B 4711" }, { is: "checked" }]);
    expect(done).toMatchObject({ is: "checked", keyedBy: clerk, by: nurse, at: "B 4711" });
    expect(isDone(done)).toBe(true);
  });

  it("[ITM5] keyed, then changed here: still in that hand, to be keyed anew", () => {
    expect(standing([{ is: "keyed", by: clerk }, { is: "checked" }], { hash: "h2" })).toMatchObject({ is: "taken", by: clerk });
  });

  it("[ITM6] two devices that did not hear of each other: machine and person both, which a person settles", () => {
    const steps: ReadonlyArray<Step> = [{ is: "sending", on: "A" }, { is: "keyed", by: clerk, on: "B", knowing: {} }, { ...verified, on: "A", knowing: {} }];
    expect(standing(steps)).toEqual({ is: "person", why: "both roads" });
    expect(standing([...steps, { is: "released", by: clerk, on: "B" }])).toMatchObject({ is: "verified" });
  });

  it("[ITM7] void with its reason is done; what lies there already is for a person", () => {
    expect(standing([{ is: "void", why: "a drill's" }])).toEqual({ is: "void", why: "a drill's" });
    expect(standing([verified, { is: "void", why: "twice" }])).toMatchObject({ is: "person" });
    expect(standing([{ is: "void", why: "twice" }, { is: "released" }])).toEqual({ is: "ready", lies: null });
  });
});

it("[ITM1] the same sayings in any order, any number of times, give the same standing", () => {
  const step = fc.record({ is: fc.constantFrom<ItemWord>("sending", "unknown", "accepted", "verified", "refused", "taken", "released", "keyed", "checked", "void"), on: fc.constantFrom("A", "B", "C"), at: fc.constantFrom("Observation/1", "Observation/2"), by: fc.constantFrom(nurse, clerk), alone: fc.boolean() });
  fc.assert(fc.property(fc.array(step, { maxLength: 9 }).chain((steps) => fc.tuple(fc.constant(steps), fc.shuffledSubarray(steps.map((_, place) => place), { minLength: steps.length }))), ([steps, order]) => {
    const records = recordsOf(...steps.map(({ alone, ...rest }) => ({ ...rest, ...(alone ? { knowing: {} } : {}) })));
    const mixed = [...order, ...order.slice(0, 2)].flatMap((place) => records[place] ?? []);
    expect(standingOf(item, sayingsOf(mixed).get(item.key) ?? [], true)).toEqual(standingOf(item, sayingsOf(records).get(item.key) ?? [], true));
  }));
});
