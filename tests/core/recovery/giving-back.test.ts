import { describe, expect, it } from "vitest";
import type { RecoveryEvent } from "#core/recovery/events.ts";
import { isRecovery, isSigned, noneGivenBack, nothingBack, takenIn, type RecoveryRecord } from "#core/recovery/giving-back.ts";
import type { VisitId } from "#core/visit/events.ts";
import { absorb, emptyState } from "#projections/ward-state.ts";
import { at, device, nurse, recordId, stampAt, theVisit } from "../visit/given.ts";

const other = "visit-2" as VisitId;

const recordsOf = (...events: ReadonlyArray<RecoveryEvent>): ReadonlyArray<RecoveryRecord> =>
  events.map((event, place) => {
    const atMs = at(`20:${String(place).padStart(2, "0")}`);
    return { id: recordId(`A${place + 1}`), device: device("A"), seq: place + 1, stamp: stampAt(atMs, 0), actor: nurse, atMs, wroteMs: atMs, seen: [], event };
  });

const signed = (last: number, of = theVisit): RecoveryEvent => ({ type: "v1.VisitSigned", of, held: [[device("A"), [[1, last]]]] });
const matched = (patient: string | null, target = "EPJ"): RecoveryEvent => ({ type: "v1.PatientMatched", of: theVisit, target, patient, by: "person" });
const said = (of: VisitId): RecoveryEvent => ({ type: "v1.ItemsSaid", of, target: "EPJ", items: [{ key: "r1.note", hash: "h1", is: "sending" }] });
const closed: RecoveryEvent = { type: "v1.RecoveryClosed", target: "EPJ", tally: { taken: 1, verified: 1, checked: 0, void: 0 }, heads: [] };

describe("what was said of giving back", () => {
  it("[GVB1] is the same in any order and twice", () => {
    const records = recordsOf(signed(3), matched("p1"), said(theVisit), said(other), closed, matched("p2"));
    const [there, back] = [takenIn(noneGivenBack, records), takenIn(noneGivenBack, [...records.toReversed(), ...records])];
    for (const visit of [theVisit, other]) expect(back.visits.get(visit)).toEqual(there.visits.get(visit));
    expect(there.visits.get(other)?.sayings.size).toBe(1);
    expect(there.closed).toMatchObject([{ tally: { taken: 1 }, by: nurse }]);
  });

  it("[GVB1] is the same taken in one by one, backwards and twice", () => {
    const records = recordsOf(signed(3), matched("p1"), said(theVisit), said(other), closed, matched("p2"), signed(5), closed);
    const whole = takenIn(noneGivenBack, records);
    const single = [...records.toReversed(), ...records].reduce((back, record) => takenIn(back, [record]), noneGivenBack);
    expect(single.closed).toEqual(whole.closed);
    for (const visit of [theVisit, other]) expect(single.visits.get(visit)).toEqual(whole.visits.get(visit));
    expect(takenIn(whole, records.slice(3, 4)).visits.get(theVisit)).toBe(whole.visits.get(theVisit));
  });

  it("[GVB2] signed covers what was read and nothing that came later", () => {
    const visit = takenIn(noneGivenBack, recordsOf(signed(3))).visits.get(theVisit) ?? nothingBack;
    expect(isSigned(visit, [{ device: device("A"), seq: 3 }])).toBe(true);
    expect(isSigned(visit, [{ device: device("A"), seq: 3 }, { device: device("A"), seq: 4 }])).toBe(false);
    expect(isSigned(visit, [{ device: device("B"), seq: 1 }])).toBe(false);
    expect(isSigned(nothingBack, [])).toBe(false);
  });

  it("[GVB2] two may sign a part each", () => {
    const visit = takenIn(noneGivenBack, recordsOf(signed(3), { type: "v1.VisitSigned", of: theVisit, held: [[device("A"), [[4, 4]]]] })).visits.get(theVisit) ?? nothingBack;
    expect(isSigned(visit, [{ device: device("A"), seq: 2 }, { device: device("A"), seq: 4 }])).toBe(true);
  });

  it("[GVB3] the last word of who it is stands, for each target", () => {
    const visit = takenIn(noneGivenBack, recordsOf(matched("p1"), matched("x", "Fastlege"), matched(null))).visits.get(theVisit);
    expect(visit?.matches.get("EPJ")).toMatchObject({ patient: null });
    expect(visit?.matches.get("Fastlege")).toMatchObject({ patient: "x" });
  });
});

it("[WST7] the state of the ward does not hold it", () => {
  const records = recordsOf(signed(3), said(theVisit), closed);
  expect(records.every(isRecovery)).toBe(true);
  expect(absorb(emptyState, records)).toEqual({ ...emptyState, held: { A: 3 } });
});
