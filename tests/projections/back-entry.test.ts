import { describe, expect, it } from "vitest";
import type { ItemSaying, RecoveryEvent } from "#core/recovery/events.ts";
import { nothingBack, visitBackOf, type RecoveryRecord, type VisitBack } from "#core/recovery/giving-back.ts";
import { screens } from "#core/recovery/screens.ts";
import type { Item } from "#core/recovery/item.ts";
import type { Actor } from "#core/staff/actor.ts";
import { backVisitOf, handOn, minutesLeft, placeTyped } from "#projections/back-entry.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { known } from "#core/answer.ts";
import { visitOf } from "#core/visit/visit.ts";
import { arrived, at, device, nurse, observed, recordId, recordsOf, stampAt, theVisit, told } from "../core/visit/given.ts";

const clerk: Actor = { name: "Per Merkantil", role: "recordsClerk" };

const records = recordsOf(arrived(), told({ allergies: known(["Latex"]), phone: known("22 22 22 22") }, { at: "18:05" }), observed({ measured: { pulsePerMin: 90, tempC: 38 } }, { at: "18:10" }), observed({ measured: { pulsePerMin: 80 } }, { at: "18:30" }));
const file: VisitFile = { visit: visitOf(theVisit, records), records };
const item = (key: string): Item => ({ key, hash: `hash of ${key}` });
const items = ["A1.patient", "A1.encounter", "A1.provenance", "A2.allergy-1", "A2.told-phone", "A2.provenance", "A3.found-pulsePerMin", "A3.found-tempC", "A4.found-pulsePerMin", "A4.provenance-2"].map(item);

const say = (minute: number, by: Actor, is: ItemSaying["is"], keys: ReadonlyArray<string>, more: Partial<ItemSaying> = {}): RecoveryRecord => {
  const atMs = at(`20:${String(minute).padStart(2, "0")}`);
  const event: RecoveryEvent = { type: "v1.ItemsSaid", of: theVisit, target: "hand", items: keys.map((key) => ({ ...item(key), is, ...more })) };
  return { id: recordId(`B${minute}`), device: device("B"), seq: minute + 1, stamp: stampAt(atMs, minute), actor: by, atMs, wroteMs: atMs, seen: [], event };
};
const after = (...said: ReadonlyArray<RecoveryRecord>): VisitBack => visitBackOf(said);
const backVisit = (back: VisitBack = nothingBack) => backVisitOf(file, items, back);
const keysOf = (place: number) => backVisit().entries[place]?.items.map(({ key }) => key) ?? [];

describe("what is typed in where", () => {
  it("[BKE1][BKE3] every item once, screen by screen, what stands first and then the newest", () => {
    const { entries } = backVisit();
    expect(entries.map(({ screen, items: own }) => [screen, own.map(({ key }) => key)])).toEqual([
      ["person", ["A1.patient"]], ["contact", ["A1.encounter"]], ["medicines", ["A2.allergy-1"]],
      ["measurements", ["A4.found-pulsePerMin"]], ["measurements", ["A3.found-pulsePerMin", "A3.found-tempC"]], ["told", ["A2.told-phone"]],
    ]);
    expect(entries.map(({ line }) => line?.id ?? null)).toEqual([null, null, "A2", "A4", "A3", "A2"]);
  });

  it("[BKE3] in the order of another journal system", () => {
    const { entries } = backVisitOf(file, items, nothingBack, ["measurements", ...screens.filter((one) => one !== "measurements")]);
    expect(entries.map(({ screen }) => screen).slice(0, 3)).toEqual(["measurements", "measurements", "person"]);
  });
});

it("[BKE1] a critical result and the call about it are one entry on one screen: it was one deed", () => {
  const some = [...records, ...recordsOf(arrived(), { event: { type: "v1.ResultCame", visit: theVisit, order: null, result: { text: "Troponin 92", identifiedBy: ["name"] } }, how: { at: "19:00" } }).slice(1).map((record) => ({ ...record, id: recordId("R1"), seq: 9 }))];
  const { entries } = backVisitOf({ visit: visitOf(theVisit, some), records: some }, [...items, item("R1.result"), item("R1.call")], nothingBack);
  expect(entries.filter(({ screen }) => screen === "results" || screen === "notes").map(({ screen, items: own }) => [screen, own.length])).toEqual([["results", 2]]);
});

describe("how far it has come", () => {
  it("[BKE2] an entry stands as far as the least far of its items", () => {
    const { entries } = backVisit(after(say(0, clerk, "keyed", ["A3.found-pulsePerMin"])));
    expect(entries.find(({ line }) => line?.id === "A3")?.standing).toEqual({ is: "captured" });
    const both = backVisit(after(say(0, clerk, "keyed", ["A3.found-pulsePerMin", "A3.found-tempC"])));
    expect(both.entries.find(({ line }) => line?.id === "A3")?.standing).toMatchObject({ is: "keyed", by: clerk });
  });

  it("[BKE4] back when every entry is checked by another; typed alone is not", () => {
    const all = items.map(({ key }) => key).filter((key) => !key.includes("provenance"));
    expect(backVisit(after(say(0, clerk, "keyed", all)))).toMatchObject({ done: 0, isBack: false });
    expect(backVisit(after(say(0, clerk, "keyed", all), say(1, clerk, "checked", all)))).toMatchObject({ done: 0, isBack: false });
    expect(backVisit(after(say(0, clerk, "keyed", all), say(1, nurse, "checked", all)))).toMatchObject({ done: 6, isBack: true });
    expect(backVisitOf(file, [], nothingBack).isBack).toBe(false);
  });

  it("[BKE2] tells whose hand it is in, and the journal's own number", () => {
    expect(handOn(backVisit())).toBeNull();
    expect(handOn(backVisit(after(say(0, clerk, "taken", keysOf(0)))))).toEqual({ by: clerk, sinceMs: at("20:00") });
    expect(placeTyped(backVisit(after(say(0, clerk, "keyed", keysOf(0), { at: "B 4711" }))))).toBe("B 4711");
  });

  it("[BKE2] minutes left are of the pace so far, without the pauses, and not guessed from a few", () => {
    const typed = (...minutes: ReadonlyArray<number>) => after(...minutes.map((minute) => say(minute, clerk, "keyed", [`A${minute}.note`])));
    expect(minutesLeft(typed(0, 1, 2, 3), 10)).toBeNull();
    expect(minutesLeft(typed(0, 1, 2, 3, 40, 41), 10)).toBe(10);
  });
});
