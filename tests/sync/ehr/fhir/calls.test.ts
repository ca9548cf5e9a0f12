import { expect, it } from "vitest";
import { known, unknown } from "#core/answer.ts";
import { epochMs } from "#core/time.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { emptyState } from "#projections/ward-state.ts";
import { callsCsv } from "#sync/ehr/csv/calls.ts";
import { visitToBundles } from "#sync/ehr/fhir/bundle.ts";
import { arrived, given, idOf, startMs, visitId, type Told } from "../given-visit.ts";
import { resourcesOf, sha256Hex, sourceOf } from "./sources.ts";

const rang: Told = {
  event: {
    type: "v1.CallTaken", visit: visitId, number: "TRA-017-K" as TemporaryNumber, details: { name: known("Emma") },
    call: { caller: "relative", callerName: known("Mor"), callbackNumber: unknown, rangFor: { sec: 95 } },
  },
};
const ended: Told = { event: { type: "v1.CallEnded", visit: visitId, outcome: { action: "nurseAdvice", toldToRingAgain: "yes", callBackAtMs: epochMs(startMs + 3_600_000) } }, minute: 6 };
const rangBack = (isReached: boolean, minute: number): Told => ({ event: { type: "v1.CalledBack", visit: visitId, call: { outcome: isReached ? "reached" : "notReached" } }, minute });
const told = async (type: string, ...steps: ReadonlyArray<Told>) => resourcesOf(await visitToBundles(given(...steps), sourceOf(emptyState), sha256Hex), type);
const csv = (...steps: ReadonlyArray<Told>) => callsCsv([given(...steps)], { ward: emptyState.ward, isDrill: false, date: "2026-01-20", offsetMinAt: () => 60 });

it("[FCL1][FCL2] a call in is received, a call out is sent, and one that nobody answered is not-done", async () => {
  const [taken, outcome, missed] = await told("Communication", rang, ended, rangBack(false, 70));
  expect(taken).toMatchObject({
    status: "completed", received: "2026-01-20T15:43:00.000Z", medium: [{ coding: [{ code: "PHONE" }] }],
    payload: [{ contentString: "caller: relative" }, { contentString: "caller's name: Mor" }, { contentString: "telephone number: unknown" }, { contentString: "wait before the answer: 95 s" }],
  });
  expect(outcome).toMatchObject({ sent: "2026-01-20T15:49:00.000Z", payload: [{ contentString: "action: nurseAdvice" }, { contentString: "told to ring again if worse: yes" }, { contentString: "to be rung back: 2026-01-20T16:43:00.000Z" }] });
  expect(missed).toMatchObject({ status: "not-done" });
});

it("[FEN6] a telephone contact is virtual, goes on while somebody is owed a call, and is over when that is done", async () => {
  const [open] = await told("Encounter", rang, ended);
  expect(open).toMatchObject({ status: "in-progress", class: { code: "VR" }, period: { start: "2026-01-20T15:43:00.000Z" } });
  expect(open?.["extension"]).toBeUndefined();
  const [over] = await told("Encounter", rang, ended, rangBack(true, 65));
  expect(over).toMatchObject({ status: "finished", period: { end: "2026-01-20T16:48:00.000Z" } });
});

it("[FEN6][FPL1] who comes in is an emergency visit under the same key, with the call in its history and both times", async () => {
  const [before] = await told("Encounter", rang, ended);
  const [here] = await told("Encounter", rang, ended, { event: arrived(), minute: 40 });
  expect(here?.["identifier"]).toEqual(before?.["identifier"]);
  expect(here).toMatchObject({
    status: "arrived", class: { code: "EMER" }, period: { start: "2026-01-20T15:43:00.000Z" },
    classHistory: [{ class: { code: "VR" }, period: { start: "2026-01-20T15:43:00.000Z", end: "2026-01-20T16:23:00.000Z" } }],
    statusHistory: [{ status: "in-progress", period: { start: "2026-01-20T15:43:00.000Z", end: "2026-01-20T16:23:00.000Z" } }],
  });
});

it("[FPL4] a call that was struck gives nothing", async () => {
  expect(await told("Encounter", rang, { event: { type: "v1.Struck", visit: visitId, target: idOf("device-a", 1), as: "undo", why: "" }, minute: 1 })).toEqual([]);
});

it("[CSV12][CSV13] every call is a line, with the promises that nobody has kept; without a call there is no file", () => {
  const cells = (text = ""): Readonly<Record<string, string>> => {
    const [names = "", values = ""] = text.replace("\ufeff", "").split("\r\n");
    const of = (line: string): ReadonlyArray<string> => line.slice(1, -1).split('";"');
    return Object.fromEntries(of(names).map((name, place) => [name, of(values)[place] ?? ""]));
  };
  expect(cells(csv(rang, ended, rangBack(false, 70))?.text)).toMatchObject({
    midlertidig_nummer: "TRA-017-K", besvart: "2026-01-20T16:43:00+01:00", ringer: "pårørende", ringer_navn: "Mor", telefonnummer: "ukjent", ventet_sekunder: "95", besvart_innen_2_min: "ja",
    tiltak: "råd fra sykepleier", sagt_ring_igjen: "ja", ring_tilbake: "2026-01-20T17:43:00+01:00", ikke_ringt_tilbake: "2026-01-20T17:43:00+01:00", "forsøk_uten_svar": "1", ankommet: "",
  });
  expect(cells(csv(rang, ended, rangBack(true, 65), { event: arrived(), minute: 90 })?.text)).toMatchObject({ ikke_ringt_tilbake: "", ringt_tilbake: "2026-01-20T17:48:00+01:00", ankommet: "2026-01-20T18:13:00+01:00" });
  expect(csv({ event: arrived() })).toBeNull();
});
