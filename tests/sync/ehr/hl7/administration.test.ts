import { describe, expect, it } from "vitest";
import { known } from "#core/answer.ts";
import type { DetailAnswers } from "#core/visit/details.ts";
import { visitToMessages } from "#sync/ehr/hl7/messages.ts";
import type { Hl7Source } from "#sync/ehr/hl7/source.ts";
import { arrived, given, triaged, visitId, type Told } from "../given-visit.ts";
import { hl7Source } from "./sources.ts";

const left: Told = { event: { type: "v1.Left", visit: visitId, how: "home" }, minute: 60, lateMin: 5 };
const toldBefore = (before: Partial<Hl7Source["before"]>): Partial<Hl7Source> => ({ before: { person: "no", arrival: "no", asTemporary: false, ...before } });
const messagesOf = (details: DetailAnswers, more: Partial<Hl7Source> = {}, ...told: ReadonlyArray<Told>) => visitToMessages(given({ event: arrived(details) }, ...told), hl7Source(more));
const eventsOf = async (...args: Parameters<typeof messagesOf>) => (await messagesOf(...args)).map(({ event }) => event);
/** Of the first message of that event. */
const fieldsOf = async (event: string, segment: string, ...args: Parameters<typeof messagesOf>): Promise<ReadonlyArray<ReadonlyArray<string>>> => {
  const message = (await messagesOf(...args)).find((one) => one.event === event);
  return (message?.text.split("\r") ?? []).filter((line) => line.startsWith(`${segment}|`)).map((line) => line.split("|"));
};
const numbered = { nationalNumber: known("10915596784") };

describe("which messages", () => {
  it("[HLA1] a person of one good number is told as A28, and as A31 where the target was told before", async () => {
    expect(await eventsOf(numbered)).toEqual(["A28", "A04"]);
    expect(await eventsOf(numbered, toldBefore({ person: "yes", arrival: "yes" }))).toEqual(["A31", "A08"]);
  });

  it("[HLA1] nobody is made of a temporary number, of a number that does not hold, or beside a patient whom somebody chose", async () => {
    expect(await eventsOf({})).toEqual(["A04"]);
    expect(await eventsOf({ nationalNumber: known("10915596785") })).toEqual(["A04"]);
    expect(await eventsOf(numbered, { isDrill: false })).toEqual(["A04"]);
    expect(await eventsOf(numbered, { patient: "4711" })).toEqual(["A04"]);
  });

  it("[HLA2] where nobody knows whether it was taken, the first goes again and the change after it", async () => {
    expect(await eventsOf(numbered, toldBefore({ person: "unknown", arrival: "unknown" }))).toEqual(["A28", "A31", "A04", "A08"]);
  });

  it("[HLA3] A40 goes only where the temporary number was told before and the patient is known now", async () => {
    expect(await eventsOf(numbered, toldBefore({ arrival: "yes", asTemporary: true }))).toEqual(["A28", "A40", "A08"]);
    expect(await eventsOf({}, { ...toldBefore({ arrival: "yes", asTemporary: true }), patient: "4711" })).toEqual(["A40", "A08"]);
    expect(await eventsOf({}, toldBefore({ arrival: "yes", asTemporary: true }))).toEqual(["A08"]);
    expect(await eventsOf(numbered, toldBefore({ arrival: "yes" }))).toEqual(["A28", "A08"]);
    expect(await eventsOf(numbered, toldBefore({ asTemporary: true }))).toEqual(["A28", "A04"]);
  });

  it("[HLA4] A03 goes last, when the visit is over, and says when the patient left", async () => {
    expect(await eventsOf({}, {}, left, { event: triaged(2), minute: 3 })).toEqual(["A04", "R01", "A03"]);
    expect((await fieldsOf("A03", "EVN", {}, {}, left))[0]?.[6]).toBe("20260120174300+0100");
    expect((await fieldsOf("A03", "PV1", {}, {}, left))[0]?.[45]).toBe("20260120174300+0100");
  });

  it("[HLX1] findings go before notes, the newest first", async () => {
    const messages = await messagesOf({}, {}, { event: triaged(2), minute: 3 }, { event: { type: "v1.Noted", visit: visitId, note: { text: "a" } }, minute: 20 }, { event: triaged(1), minute: 9 });
    expect(messages.map(({ event }) => event)).toEqual(["A04", "R01", "R01", "T02"]);
    expect(messages.slice(1, 3).map(({ text }) => /\rOBX\|(?:[^|]*\|){4}(\d)/.exec(text)?.[1])).toEqual(["1", "2"]);
  });
});

it("[HLA5] when it happened, when it was written and by whom are three fields", async () => {
  const [evn] = await fieldsOf("A04", "EVN", {}, {}, left);
  expect([evn?.[2], evn?.[5], evn?.[6]]).toEqual(["20260120174800+0100", "^Marit Snøfonn", "20260120164300+0100"]);
});

it("[HLA6] allergies and diagnoses stand in the visit's message, with their keys, and doubt about one beside it", async () => {
  const told: Told = { event: { type: "v1.Concluded", visit: visitId, conclusion: { diagnosis: "Vrikket ankel", codes: [{ system: "icd10", code: "S93.4" }] } }, minute: 9 };
  const args = [{ allergies: { ...known(["Nøtter"]), unsure: true as const } }, {}, told] as const;
  expect(await fieldsOf("A04", "AL1", ...args)).toEqual([["AL1", "1", "", "^Nøtter"]]);
  expect((await fieldsOf("A04", "DG1", ...args))[0]?.slice(0, 4)).toEqual(["DG1", "1", "", "S93.4^Vrikket ankel^I10"]);
  expect(await fieldsOf("A04", "OBX", ...args)).toContainEqual(expect.arrayContaining(["allergy-remark^Remark on an allergy^99VAKTBOK", "Nøtter: certainty: unsure"]));
  expect((await messagesOf(...args))[0]?.keys.map((key) => key.split(".")[1])).toEqual(["patient", "encounter", "allergy-1", "diagnosis"]);
});

describe("who it is", () => {
  const pid = async (...args: Parameters<typeof messagesOf>) => (await fieldsOf("A04", "PID", ...args))[0] ?? [];

  it("[HLP1] a number that holds stands under its OID, each kind under its own", async () => {
    expect((await pid(numbered))[3]).toBe("10915596784^^^FNR&2.16.578.1.12.4.1.4.1&ISO^NNNOR");
    expect((await pid({ nationalNumber: known("53097248016") }))[3]).toBe("53097248016^^^DNR&2.16.578.1.12.4.1.4.2&ISO^NNNOR");
    expect((await pid({ nationalNumber: known("200205705502") }))[3]).toBe("200205705502^^^DUF&2.16.578.1.12.4.1.4.5&ISO^NI");
  });

  it("[HLP1] one that does not hold is words beside the person, and so are two that devices disagree about", async () => {
    const wrong = { nationalNumber: known("13097248023") };
    expect((await pid(wrong))[3]).toMatch(/^TRA-017-K\^/);
    expect(await fieldsOf("A04", "OBX", wrong)).toContainEqual(expect.arrayContaining(["identity-number-as-told^identity number as told, not verified: wrongCheckDigits^99VAKTBOK", "13097248023"]));
    const told = (number: string, device: "device-a" | "device-b"): Told => ({ event: { type: "v1.DetailsSet", visit: visitId, details: { nationalNumber: known(number) } }, minute: 5, device });
    const two = [{}, {}, told("13097248022", "device-a"), told("53097248016", "device-b")] as const;
    expect((await pid(...two))[3]).toMatch(/^TRA-017-K\^/);
    expect((await fieldsOf("A04", "OBX", ...two)).filter((obx) => obx[3]?.startsWith("identity")).map((obx) => obx[5])).toEqual(["13097248022", "53097248016"]);
  });

  it("[HLP2] the temporary number names the patient only where nothing better does", async () => {
    expect((await pid({}))[3]).toBe("TRA-017-K^^^VAKTBOK-TEMP&https://vaktbok.no/fhir/ward/3f1c6f0e-ward/temporary-number&URI^PI");
    expect((await pid(numbered))[3]).not.toContain("TRA");
    expect((await pid(numbered, { patient: "47|11" }))[3]).toBe("47\\F\\11^^^EPJ^MR~10915596784^^^FNR&2.16.578.1.12.4.1.4.1&ISO^NNNOR");
  });

  it("[HLP3] a name is one text, and its last word the family name only where the target wants it", async () => {
    const named = { name: known("Maria del Mar") };
    const { target } = hl7Source();
    expect((await pid(named))[5]).toBe("Maria del Mar^^^^^^U");
    expect((await pid(named, { target: { ...target, names: "lastWord" } }))[5]).toBe("Mar^Maria del^^^^^U");
    expect((await pid({ name: known("Sølvi") }, { target: { ...target, names: "lastWord" } }))[5]).toBe("Sølvi^^^^^^U");
  });

  it("[HLP4] who has no name goes under the alias, and PID-31 says so", async () => {
    const nameless = await pid({});
    expect(nameless[5]).toMatch(/^Ukjent \S+\^{6}S$/);
    expect(nameless[31]).toBe("Y");
    expect((await pid({ name: known("Sølvi") }))[31]).toBeUndefined();
  });

  it("[HLP5] what PID has no field for is told beside it", async () => {
    expect(await fieldsOf("A04", "OBX", { interpreter: known("yes") })).toContainEqual(expect.arrayContaining(["interpreter-required^Interpreter required^99VAKTBOK", "yes"]));
  });
});

it("[HLE1] the visit has our key, and beside it what people called it", async () => {
  const [pv1] = await fieldsOf("A04", "PV1", numbered);
  expect(pv1?.[19]).toMatch(/^[0-9a-f]{64}\.encounter\^\^\^VAKTBOK&https:\/\/vaktbok\.no\/fhir\/record-id&URI\^VN$/);
  expect(pv1?.[50]).toMatch(/^TRA-017-K\^/);
  expect(pv1?.[44]).toBe("20260120164300+0100");
});

it("[HLV2] a key of ours stands under the same address as in the FHIR file", async () => {
  const [pv1] = await fieldsOf("A04", "PV1", numbered);
  expect(pv1?.[19]?.split("^")[3]?.split("&")).toEqual(["VAKTBOK", "https://vaktbok.no/fhir/record-id", "URI"]);
});

it("[HLE2] who rang is no arrival", async () => {
  const file = given({ event: { type: "v1.CallTaken", visit: visitId, number: "TRA-017-K" as never, details: {}, call: {} } });
  const pv1 = (await visitToMessages(file, hl7Source()))[0]?.text.split("\r").find((line) => line.startsWith("PV1"))?.split("|");
  expect([pv1?.[2], pv1?.[18]]).toEqual(["O", "TELEPHONE"]);
});

it("[HLE3] every place and clinician is told, with when", async () => {
  const place = (name: string, minute: number): Told => ({ event: { type: "v1.Placed", visit: visitId, place: name }, minute });
  const places = (await fieldsOf("A04", "OBX", {}, {}, place("Rom 1", 5), place("Rom 2", 10))).filter((obx) => obx[3]?.startsWith("place")).map((obx) => obx[5]);
  expect(places).toEqual(["Rom 1: 20260120164800+0100 - 20260120165300+0100", "Rom 2: 20260120165300+0100 - "]);
});

it("[HLM1] the same said again has the same id, whatever was written elsewhere; another thing said has another", async () => {
  const [first, second, third] = await Promise.all([
    messagesOf({}, {}, { event: triaged(2), minute: 3 }),
    messagesOf({}, {}, { event: triaged(2), minute: 3 }, { event: { type: "v1.Noted", visit: visitId, note: { text: "x" } }, minute: 4, lateMin: 30 }),
    messagesOf({}, {}, { event: triaged(2), minute: 3 }, { event: { type: "v1.DetailsSet", visit: visitId, details: { name: known("Sølvi") } }, minute: 4 }),
  ]);
  expect(second.slice(0, 2)).toEqual(first);
  expect(third[1]?.id).toBe(first[1]?.id);
  expect(third[0]?.id).not.toBe(first[0]?.id);
});

it("[HLM2] MSH-7 is when it was written", async () => {
  const [, level] = await messagesOf({}, {}, { event: triaged(2), minute: 3, lateMin: 30 });
  expect(level?.text.split("|")[6]).toBe("20260120171600+0100");
});

it("[HLM3] a drill is training, everything else is production", async () => {
  const processing = async (isDrill: boolean) => (await messagesOf({}, { isDrill }))[0]?.text.split("|")[10];
  expect([await processing(true), await processing(false)]).toEqual(["T", "P"]);
});

it("[HLM4] the header says that text is UTF-8, and asks for one answer", async () => {
  const [message] = await messagesOf({});
  expect(message?.text.split("\r")[0]?.split("|").slice(11)).toEqual(["2.5.1", "", "", "AL", "NE", "NOR", "UNICODE UTF-8"]);
});

it("[HLX2] a struck record is in no message", async () => {
  const file = given({ event: arrived() }, { event: { type: "v1.Noted", visit: visitId, note: { text: "feil pasient" } }, minute: 2 });
  const [, note] = file.records;
  const struck = await messagesOf({}, {}, { event: { type: "v1.Noted", visit: visitId, note: { text: "feil pasient" } }, minute: 2 }, { event: { type: "v1.Struck", visit: visitId, target: note?.id as never, as: "correction", why: "feil" }, minute: 3 });
  expect((await visitToMessages(file, hl7Source())).map(({ event }) => event)).toEqual(["A04", "T02"]);
  expect(struck.map(({ event }) => event)).toEqual(["A04"]);
});
