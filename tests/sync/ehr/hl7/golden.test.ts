/** Messages as an integration engineer sees them, byte for byte: a change here is one that receivers must be told of. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { known, none, unknown } from "#core/answer.ts";
import { epochMs } from "#core/time.ts";
import type { StaffId } from "#core/staff/actor.ts";
import { visitToMessages } from "#sync/ehr/hl7/messages.ts";
import { arrived, given, idOf, startMs, triaged, visitId } from "../given-visit.ts";
import { hl7Source } from "./sources.ts";

const eirik = { name: "Eirik Storeik", role: "doctor", staffId: "7654321" as StaffId } as const;
const visit = given(
  { event: arrived({ name: known("Åse Morild"), nationalNumber: known("10915596784"), born: known({ is: "date", date: "1955-11-10" }), sex: known("female"), reason: known("Tungpust; |verre|\ni dag"), allergies: known(["Penicillin J01C"]), phone: known("900 00 000") }) },
  { event: triaged(3), minute: 6 },
  { event: { type: "v1.Struck", visit: visitId, target: idOf("device-a", 2), as: "correction", why: "Feil" }, minute: 6, lateMin: 3 },
  { event: { ...triaged(2), corrects: idOf("device-a", 2) }, minute: 6, lateMin: 3 },
  { event: { type: "v1.Observed", visit: visitId, found: { measured: { tempC: 38.4, systolicMmHg: 112, diastolicMmHg: 70, pulsePerMin: 96 }, consciousness: "A", remark: "Blek" } }, minute: 8, lateMin: 20 },
  { event: { type: "v1.DetailsSet", visit: visitId, details: { pregnant: unknown, arrivedBy: known("ambulance"), infectionSigns: none } }, minute: 9 },
  { event: { type: "v1.Ordered", visit: visitId, order: { kind: "lab", what: "CRP", requisition: "R-77" } }, minute: 12 },
  { event: { type: "v1.ResultCame", visit: visitId, order: idOf("device-a", 7), result: { text: "CRP 12\nHb 13,1", identifiedBy: ["name"], critical: { calledBy: "Lab & co", readBack: true } } }, minute: 30 },
  { event: { type: "v1.Noted", visit: visitId, note: { text: "Bedre.\nKan hjem ~ kl. 18" } }, minute: 60, by: eirik },
  { event: { type: "v1.Concluded", visit: visitId, conclusion: { diagnosis: "Lungebetennelse", codes: [{ system: "icpc2", code: "R81" }] } }, minute: 90, by: eirik },
  { event: { type: "v1.Left", visit: visitId, how: "admitted", to: "Medisinsk avdeling" }, minute: 95, by: eirik },
);

const shown = async (...given_: Parameters<typeof visitToMessages>): Promise<string> => (await visitToMessages(...given_)).map(({ text }) => text.replaceAll("\r", "\n")).join("\n");

it("the messages of a visit are the frozen ones, byte for byte", async () => {
  expect(await shown(visit, hl7Source())).toBe(readFileSync("tests/golden/hl7-v1/visit.hl7.txt", "utf8"));
});

it("those of a visit that was told before under its temporary number are the frozen ones", async () => {
  const before = { person: "no", arrival: "yes", asTemporary: true } as const;
  const [person, merge, change] = await visitToMessages(visit, hl7Source({ before }));
  expect([person, merge, change].map((one) => one?.text.replaceAll("\r", "\n")).join("\n")).toBe(readFileSync("tests/golden/hl7-v1/known-later.hl7.txt", "utf8"));
});

it("[HLV1] the night the clocks go back, and the one they go forward", async () => {
  const times = async (atMs: number): Promise<string | undefined> => {
    const [file] = [given({ event: arrived(), minute: (atMs - startMs) / 60_000 })];
    return (await visitToMessages(file, hl7Source()))[0]?.text.split("\r")[1]?.split("|")[6];
  };
  expect(await times(epochMs(Date.UTC(2026, 9, 25, 0, 30)))).toBe("20261025023000+0200");
  expect(await times(epochMs(Date.UTC(2026, 9, 25, 1, 30)))).toBe("20261025023000+0100");
  expect(await times(epochMs(Date.UTC(2026, 2, 29, 0, 59)))).toBe("20260329015900+0100");
  expect(await times(epochMs(Date.UTC(2026, 2, 29, 1, 0)))).toBe("20260329030000+0200");
});
