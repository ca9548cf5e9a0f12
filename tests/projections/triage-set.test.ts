import { expect, it } from "vitest";
import type { LogRecord, RecordId } from "#core/log/record.ts";
import type { LoadedSet, WardTriageSet } from "#core/ward/triage-set.ts";
import { byLevel, contentOf, countsOf, isExpired } from "#projections/triage-set.ts";
import { at, device, recordId, stampAt } from "../core/visit/given.ts";

const set: WardTriageSet = {
  name: "Prøvesett", version: "1", scale: "no3", language: "nb", source: "Oppdiktet", licence: { holder: "Prøve AS", until: "2026-11-23" }, approvedBy: { name: "Kari", role: "overlege", date: "2026-01-01" },
  complaints: [{ name: "A", discriminators: [{ text: "c", level: 3 }, { text: "a", level: 1 }] }, { name: "B", discriminators: [{ text: "d", level: 3 }] }],
};
const by = { id: recordId("x"), device: device("A"), seq: 1, stamp: stampAt(at("16:00"), 0), seen: [], atMs: at("16:00") };
const { complaints: _complaints, ...head } = set;
const one: LoadedSet = { head, by };

it("[TRP1] the content is that of the record that loaded it; what does not open is null", async () => {
  // Only the event is looked at.
  const record = (event: LogRecord["event"]): LogRecord => ({ event }) as LogRecord;
  const asked: RecordId[] = [];
  expect(await contentOf(one, async ({ id }) => { asked.push(id); return record({ type: "v1.TriageSetLoaded", set }); })).toEqual(set);
  expect(asked).toEqual([by.id]);
  expect(await contentOf(one, async () => null)).toBeNull();
  expect(await contentOf(one, async () => record({ type: "v1.TriageSetRemoved", set: by.id }))).toBeNull();
  expect(countsOf(set)).toEqual([[1, 1], [2, 0], [3, 2]]);
  expect(byLevel(set.complaints[0]!.discriminators, "no3").map(([{ level }, some]) => [level, some.map(({ text }) => text)])).toEqual([[1, ["a"]], [3, ["c"]]]);
});

it("[TRP2] a licence runs to the end of its last day", () => {
  expect(isExpired(head, "2026-11-23")).toBe(false);
  expect(isExpired(head, "2026-11-24")).toBe(true);
  expect(isExpired({ ...head, licence: { holder: "A" } }, "2099-01-01")).toBe(false);
});
