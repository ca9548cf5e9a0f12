import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scales, type ScaleId } from "#core/clinical/scales.ts";
import type { RecordId } from "#core/log/record.ts";
import type { WardEvent } from "#core/ward/events.ts";
import type { Because, WardTriageSet } from "#core/ward/triage-set.ts";
import { emptyWard, evolveWard, type Ward, type WardRecord } from "#core/ward/ward.ts";
import { setInUse, setsOf } from "#projections/triage-set.ts";
import { arrived, at, device, given, nurse, recordId, stampAt, struck, theVisit, triaged } from "../visit/given.ts";

const said = (event: WardEvent, minute: number, on: string, name: string): WardRecord => {
  const atMs = at(`16:${String(minute).padStart(2, "0")}`);
  return { id: recordId(name), device: device(on), seq: 1, stamp: stampAt(atMs, 0), actor: nurse, atMs, wroteMs: atMs, seen: [], event };
};
const set = (version: string, scale: ScaleId = "retts"): WardTriageSet => ({
  name: "Prøvesett", version, scale, language: "nb", source: "Oppdiktet", licence: { holder: "Prøve AS" }, approvedBy: { name: "Kari", role: "overlege", date: "2026-01-01" },
  complaints: [{ name: "Brystsmerter", discriminators: [{ text: "Sterke smerter", level: 2 }] }],
});
const loaded = (version: string, minute: number, on = "A", scale: ScaleId = "retts"): WardRecord => said({ type: "v1.TriageSetLoaded", set: set(version, scale) }, minute, on, `${on} ${String(minute)}`);
const removed = ({ id }: { readonly id: RecordId }, minute: number, on = "A"): WardRecord => said({ type: "v1.TriageSetRemoved", set: id }, minute, on, `${on} ${String(minute)}`);
const wardOf = (records: ReadonlyArray<WardRecord>): Ward => records.reduce(evolveWard, emptyWard);
const inUse = (records: ReadonlyArray<WardRecord>, scale: ScaleId = "retts") => setInUse(wardOf(records).triageSets, scale)?.head.version ?? null;

describe("[TRS1]", () => {
  it("nothing that was loaded is lost, whatever the order and however often it comes", () => {
    const act = fc.tuple(fc.constantFrom("A", "B"), fc.integer({ min: 0, max: 59 }), fc.constantFrom<ScaleId>("retts", "mts"), fc.option(fc.integer({ min: 0, max: 59 }), { freq: 3 })).map(([on, minute, scale, of]) =>
      of === null ? loaded(`${on}${String(minute)}`, minute, on, scale) : removed({ id: recordId(`${on} ${String(of)}`) }, minute, on),
    );
    fc.assert(
      fc.property(fc.uniqueArray(act, { selector: ({ id }) => id, maxLength: 8 }).chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2, maxLength: all.length * 2 }))), ([all, mixed]) => {
        const { triageSets } = wardOf(mixed);
        expect(triageSets).toEqual(wardOf(all).triageSets);
        expect(triageSets.loaded).toHaveLength(all.filter(({ event }) => event.type === "v1.TriageSetLoaded").length);
      }),
    );
  });

  it("the complaints are not in the state", () => {
    expect(JSON.stringify(wardOf([loaded("1", 1)]))).not.toContain("Brystsmerter");
  });
});

it("[TRS2] after a set from a clock ahead, the one that was loaded with it in sight is in use, and can be taken out of use", () => {
  const ahead = loaded("1", 50, "B");
  const next = { ...loaded("2", 10), seen: [[device("B"), 1]] } as const;
  for (const records of [[ahead, next], [next, ahead]]) expect(inUse(records)).toBe("2");
  expect(inUse([ahead, next, removed(next, 11)])).toBeNull();
});

describe("[TRS2] of two sets that devices loaded unaware of each other", () => {
  const [a, b] = [loaded("A", 1), loaded("B", 2, "B")];
  it("the last is in use, and both are there", () => {
    for (const records of [[a, b], [b, a]]) {
      expect(inUse(records)).toBe("B");
      expect(setsOf(wardOf(records).triageSets).map(({ head, isInUse }) => [head.version, isInUse])).toEqual([["B", true], ["A", false]]);
    }
  });

  it("with the last out of use none is, until one is loaded again", () => {
    expect(inUse([a, b, removed(b, 3)])).toBeNull();
    expect(inUse([removed(b, 3), b, a])).toBeNull();
    expect(inUse([a, b, removed(b, 3), loaded("A", 4)])).toBe("A");
  });

  it("who takes the older out of use takes nothing from the newer", () => {
    expect(inUse([a, removed(a, 3), b])).toBe("B");
  });

  it("each scale has its own", () => {
    expect(inUse([a, loaded("M", 5, "B", "mts")])).toBe("A");
    expect(inUse([a], "mts")).toBeNull();
  });
});

describe("[TRS3] what was chosen", () => {
  const because: Because = { complaint: "Brystsmerter", text: "Sterke smerter", level: 2, set: { name: "Prøvesett", version: "1" } };
  it("stands in the record with the level as the nurse said it, and not in one that nothing was chosen for", () => {
    const level = { scale: "retts", scaleVersion: scales.retts.version, level: 3 } as const;
    given(arrived()).when({ type: "SetTriage", ...level, because, atMs: at("18:30") }).gives({ type: "v1.TriageSet", visit: theVisit, ...level, because });
    given(arrived()).when({ type: "SetTriage", ...level, atMs: at("18:30") }).gives({ type: "v1.TriageSet", visit: theVisit, ...level });
  });

  it("is not what two levels differ by", () => {
    const step = triaged("red");
    const reasoned = { ...step, event: { ...step.event, because } };
    expect(given(arrived(), reasoned).visit.triage?.[0].value).toEqual(given(arrived(), step).visit.triage?.[0].value);
    expect(given(arrived(), reasoned, struck("A2")).visit.triage).toBeNull();
  });
});
