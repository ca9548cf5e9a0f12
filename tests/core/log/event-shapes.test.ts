import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { KnownEvent } from "#core/event.ts";
import { eventShapes, knownTypes } from "#core/log/event-shapes.ts";
import { readEvent } from "#core/log/read-event.ts";
import {
  arrived, calledIn, left, placed, seen, struck, taken, told, triaged,
} from "../visit/given.ts";
import { known, none, unknown } from "#core/answer.ts";
import { epochMs } from "#core/time.ts";
import type { DetailAnswers } from "#core/visit/details.ts";

type Raw = Readonly<Record<string, unknown>>;

const triageSet = {
  name: "Prøvesett", version: "1", scale: "retts", language: "nb", source: "Oppdiktet", licence: { holder: "Prøve AS", until: "2027-12-31" }, approvedBy: { name: "Kari Lege", role: "overlege", date: "2026-01-01" },
  complaints: [{ name: "Brystsmerter", also: ["hjerte"], discriminators: [{ text: "Sterke smerter", level: 2 }] }],
};

const born = [{ is: "date", date: "1980-05-17" }, { is: "year", year: 1980 }, { is: "age", months: 8, toldMs: epochMs(1) }] as const;
const details: DetailAnswers = { name: known("Kari"), nationalNumber: none, born: known(born[0]), sex: known("female"), reason: unknown, arrivedBy: known("ambulance") };

/** What must be there and what it must not be; every other field may be left out or be new. */
const faults: { readonly [T in KnownEvent["type"]]: { readonly good: Raw; readonly bad: ReadonlyArray<Raw> } } = {
  "v1.Arrived": {
    good: { ...arrived({}, details).event },
    bad: [{ visit: "" }, { visit: 1 }, { number: null }, { details: null }, { details: [] }, { corrects: null }, { details: { name: "Kari" } }, { details: { name: known(1) } }],
  },
  "v1.DetailsSet": {
    good: { ...told(details).event },
    bad: [
      { visit: undefined }, { details: undefined }, { details: { sex: known("F") } }, { details: { arrivedBy: known("horse") } }, { details: { reason: { is: "maybe" } } },
      { details: { born: known({ is: "date", date: "2026-02-30" }) } }, { details: { born: known({ is: "date", date: 5 }) } },
      { details: { born: known({ is: "year", year: 19_800 }) } }, { details: { born: known({ is: "year", year: 1980.5 }) } },
      { details: { born: known({ is: "age", months: -1, toldMs: 1 }) } }, { details: { born: known({ is: "age", months: 8 }) } },
      { details: { allergies: known("Latex") } }, { details: { allergies: known([""]) } }, { details: { allergies: known([1]) } }, { details: { flags: known(["danger"]) } },
      { details: { allergies: { is: "none", source: "rumour" } } }, { details: { allergies: { is: "none", unsure: "yes" } } },
      { details: { allergies: { ...known(["Latex"]), otherwise: [{ source: "patient" }] } } }, { details: { allergies: { ...known(["Latex"]), otherwise: [{ source: "rumour", entries: ["Latex"] }] } } }, { details: { isolation: known("glass") } },
      { details: { born: known({ is: "age", months: 8, toldMs: 9e15 }) } }, { details: { born: known(null) } },
    ],
  },
  "v1.TriageSet": {
    good: { ...triaged("red").event, because: { complaint: "Brystsmerter", text: "Sterke smerter", level: 2, set: { name: "Prøvesett", version: "1" } } },
    bad: [
      { because: null }, { because: "Sterke smerter" }, { because: { complaint: "Brystsmerter", text: "Sterke smerter", set: { name: "Prøvesett", version: "1" } } },
      { because: { complaint: "Brystsmerter", text: "Sterke smerter", level: 6, set: { name: "Prøvesett", version: "1" } } }, { because: { complaint: "Brystsmerter", text: "Sterke smerter", level: 2 } },
      { scale: "own" }, { scale: 1 }, { scaleVersion: null }, { level: 0 }, { level: 6 }, { level: 1.5 }, { level: "1" }],
  },
  "v1.Placed": { good: { ...placed("Rom 1").event }, bad: [{ place: undefined }, { place: 1 }] },
  "v1.ClinicianSet": { good: { ...taken(null).event }, bad: [{ clinician: undefined }, { clinician: {} }] },
  "v1.CalledIn": { good: { ...calledIn().event }, bad: [{ visit: null }] },
  "v1.Seen": { good: { ...seen().event }, bad: [{ visit: {} }] },
  "v1.Observed": {
    good: {
      type: "v1.Observed", visit: "v",
      found: {
        measured: { pulsePerMin: 72, tempC: 37.2 }, breathing: "oxygen", spo2Scale: 2, consciousness: "A", gcs: { eye: 4, verbal: "NT", motor: 6 }, weightIs: "estimated", by: "ambulance", remark: "",
      },
    },
    bad: [
      { found: undefined }, { found: {} }, { found: { measured: { pulsePerMin: "72" } } }, { found: { measured: { tempC: null } } }, { found: { measured: {}, breathing: "water" } },
      { found: { measured: {}, spo2Scale: 3 } }, { found: { measured: {}, consciousness: "B" } }, { found: { measured: {}, gcs: { eye: 5, verbal: 5, motor: 6 } } },
      { found: { measured: {}, gcs: { eye: 4, verbal: 5 } } }, { found: { measured: {}, weightIs: "guess" } }, { found: { measured: {}, by: "rumour" } }, { found: { measured: {}, remark: 1 } },
    ],
  },
  "v1.Noted": {
    good: { type: "v1.Noted", visit: "v", note: { text: "Urolig", situation: "Brystsmerter" } },
    bad: [{ note: undefined }, { note: "Urolig" }, { note: { text: 1 } }, { note: { recommendation: null } }],
  },
  "v1.MedicineGiven": {
    good: { type: "v1.MedicineGiven", visit: "v", given: { drug: "Paracetamol", dose: { value: 1, unit: "g" }, route: "oral", batch: "A1", checkedBy: "Berg" } },
    bad: [
      { given: undefined }, { given: {} }, { given: { drug: "" } }, { given: { drug: "x", dose: 1 } }, { given: { drug: "x", dose: { value: "1", unit: "g" } } },
      { given: { drug: "x", dose: { value: 1, unit: "stone" } } }, { given: { drug: "x", route: "ear" } }, { given: { drug: "x", checkedBy: null } },
    ],
  },
  "v1.Concluded": {
    good: { type: "v1.Concluded", visit: "v", conclusion: { assessment: "Ankel forstuet", codes: [{ system: "icpc2", code: "L77" }], advices: ["rest"], control: "fastlege" } },
    bad: [
      { conclusion: undefined }, { conclusion: "frisk" }, { conclusion: { assessment: 1 } }, { conclusion: { codes: ["L77"] } }, { conclusion: { codes: [{ system: "icpc1", code: "L77" }] } },
      { conclusion: { codes: [{ system: "icpc2", code: "" }] } }, { conclusion: { advices: "rest" } }, { conclusion: { advices: ["sleep"] } }, { conclusion: { control: null } },
    ],
  },
  "v1.CalledBack": {
    good: { type: "v1.CalledBack", visit: "v", call: { outcome: "reached", remark: "Kommer tilbake" } },
    bad: [{ call: undefined }, { call: {} }, { call: { outcome: "yes" } }, { call: { outcome: "reached", remark: 1 } }],
  },
  "v1.CallTaken": {
    good: { type: "v1.CallTaken", visit: "v", number: "TRA-017-K", details: {}, call: { caller: "relative", callerName: known("Mor"), callbackNumber: unknown, rangFor: { sec: 90 } } },
    bad: [
      { number: "" }, { details: null }, { call: undefined }, { call: { caller: "neighbour" } }, { call: { callbackNumber: "900" } }, { call: { callerName: known(1) } },
      { call: { rangFor: { sec: -1 } } }, { call: { rangFor: { sec: 1.5 } } }, { call: { rangFor: { is: "long" } } }, { call: { rangFor: 90 } },
    ],
  },
  "v1.CallEnded": {
    good: { type: "v1.CallEnded", visit: "v", outcome: { action: "nurseAdvice", advice: "Drikk", toldToRingAgain: "yes", callBackAtMs: 1 } },
    bad: [{ outcome: undefined }, { outcome: { action: "hungUp" } }, { outcome: { advice: 1 } }, { outcome: { toldToRingAgain: true } }, { outcome: { callBackAtMs: 9e15 } }, { outcome: { callBackAtMs: "20:00" } }],
  },
  "v1.Ordered": {
    good: { type: "v1.Ordered", visit: "v", order: { kind: "lab", what: "CRP", requisition: "4471", urgent: true } },
    bad: [{ order: undefined }, { order: {} }, { order: { kind: "lab", what: "" } }, { order: { kind: "horse", what: "CRP" } }, { order: { kind: "lab", what: "CRP", requisition: 4471 } }, { order: { kind: "lab", what: "CRP", urgent: false } }],
  },
  "v1.ResultCame": {
    good: { type: "v1.ResultCame", visit: "v", order: "a", result: { text: "84", identifiedBy: ["name", "born"], critical: { calledBy: "Lab", readBack: true }, preliminary: true } },
    bad: [
      { order: undefined }, { order: "" }, { result: null }, { result: { text: "84" } }, { result: { text: 84, identifiedBy: [] } }, { result: { text: "84", identifiedBy: ["face"] } },
      { result: { text: "84", identifiedBy: [], critical: true } }, { result: { text: "84", identifiedBy: [], critical: { readBack: "yes" } } }, { result: { text: "84", identifiedBy: [], preliminary: false } },
    ],
  },
  "v1.OrderOwned": { good: { type: "v1.OrderOwned", visit: "v", order: "a", owner: "Berg" }, bad: [{ order: null }, { order: "" }, { owner: null }] },
  "v1.OrderDropped": { good: { type: "v1.OrderDropped", visit: "v", order: "a", why: "" }, bad: [{ order: null }, { why: undefined }] },
  "v1.ProcedureDone": {
    good: { type: "v1.ProcedureDone", visit: "v", procedure: { what: "Gips", where: "venstre håndledd", by: "Berg", remark: "" } },
    bad: [{ procedure: undefined }, { procedure: { what: "" } }, { procedure: { what: "Gips", where: 1 } }, { procedure: { what: "Gips", by: null } }],
  },
  "v1.FormFilled": {
    good: {
      type: "v1.FormFilled", visit: "v",
      filled: { form: "f", version: 2, title: "Fall", answers: [{ linkId: "1", text: "Høyde", is: "number", unit: "m", answer: known({ is: "number", number: 2 }) }, { linkId: "2", text: "Vitne", is: "yesNo", group: "Hvem", answer: unknown }] },
    },
    bad: [
      { filled: undefined }, { filled: {} }, { filled: { form: "", version: 1, title: "", answers: [] } }, { filled: { form: "f", version: 1.5, title: "", answers: [] } }, { filled: { form: "f", version: 1, title: "", answers: {} } },
      ...[
        { answer: undefined }, { answer: "2" }, { answer: known(2) }, { answer: known({ is: "number", number: "2" }) }, { answer: known({ is: "date", date: "2026-02-30" }) }, { answer: known({ is: "yesNo", yes: "yes" }) },
        { linkId: "" }, { is: "slider" }, { options: "a,b" }, { text: null }, { group: 1 },
      ].map((wrong) => ({ filled: { form: "f", version: 1, title: "", answers: [{ linkId: "1", text: "Høyde", is: "number", answer: none, ...wrong }] } })),
    ],
  },
  "v1.OwnFormSet": {
    good: { type: "v1.OwnFormSet", form: { id: "f", version: 1, title: "Fall", from: "http://a", items: [{ linkId: "1", text: "Hvor?", is: "choice", options: ["Ute", "Inne"] }] } },
    bad: [{ form: null }, { form: { id: "", version: 1, title: "", items: [] } }, { form: { id: "f", version: -1, title: "", items: [] } }, { form: { id: "f", version: 1, title: "", items: [{}] } }, { form: { id: "f", version: 1, items: [] } }],
  },
  "v1.OwnFormRetired": { good: { type: "v1.OwnFormRetired", form: "f" }, bad: [{ form: "" }, { form: null }] },
  "v1.TriageSetLoaded": {
    good: { type: "v1.TriageSetLoaded", set: triageSet },
    bad: [
      { set: null }, { set: { ...triageSet, scale: "own" } }, { set: { ...triageSet, version: 2 } }, { set: { ...triageSet, licence: "fri" } }, { set: { ...triageSet, licence: { holder: "A", until: 2026 } } },
      { set: { ...triageSet, approvedBy: { name: "", role: "lege", date: "2026-01-01" } } }, { set: { ...triageSet, complaints: {} } }, { set: { ...triageSet, complaints: [{ name: "A", discriminators: [{ text: "b", level: "2" }] }] } },
      { set: { ...triageSet, complaints: [{ name: "A", also: "b", discriminators: [] }] } },
    ],
  },
  "v1.TriageSetRemoved": { good: { type: "v1.TriageSetRemoved", set: "r" }, bad: [{ set: "" }, { set: null }] },
  "v1.PhotoTaken": {
    good: { type: "v1.PhotoTaken", visit: "v", photo: { mime: "image/jpeg", width: 8, height: 6, size: 160, of: "paper", words: "Epikrise" }, jpeg: "/9j/" },
    bad: [
      { photo: undefined }, { photo: { mime: "image/svg+xml", width: 8, height: 6, size: 1 } }, { photo: { mime: "image/jpeg", width: -8, height: 6, size: 1 } }, { photo: { mime: "image/jpeg", width: 8, height: 6 } },
      { photo: { mime: "image/jpeg", width: 8, height: 6, size: 1, of: "face" } }, { photo: { mime: "image/jpeg", width: 8, height: 6, size: 1, words: 1 } }, { jpeg: "" }, { jpeg: [255, 216] },
    ],
  },
  "v1.Left": { good: { ...left("admitted").event, to: "St. Olavs" }, bad: [{ how: "gone" }, { how: null }, { to: null }] },
  "v1.Joined": {
    good: { type: "v1.Joined", visit: "v", into: "w", confirmedBy: "Berg" },
    bad: [{ visit: "" }, { into: undefined }, { into: 3 }, { into: "" }, { confirmedBy: "" }, { confirmedBy: undefined }, { number: 7 }],
  },
  "v1.Struck": { good: { ...struck("A1").event }, bad: [{ target: "" }, { as: "delete" }, { why: undefined }, { confirmedBy: 1 }] },
  "v1.DowntimeDeclared": { good: { type: "v1.DowntimeDeclared", downtime: "d" }, bad: [{ downtime: "" }] },
  "v1.DowntimeEnded": { good: { type: "v1.DowntimeEnded", downtime: "d" }, bad: [{ downtime: null }] },
  "v1.WardSettingsSet": {
    good: { type: "v1.WardSettingsSet", settings: { name: "Aker", scale: "mts", places: ["Rom 1"], clinicians: [], reasons: [], screens: ["person"] } },
    bad: [{ settings: null }, { settings: { name: 1 } }, { settings: { scale: "own" } }, { settings: { places: "Rom 1" } }, { settings: { reasons: [1] } }, { settings: { screens: "person" } }, { settings: { clinicians: {} } }],
  },
  "v1.DeviceJoined": {
    good: { type: "v1.DeviceJoined", device: "a", wardCode: "TR", letter: "A", signKey: "k" },
    bad: [{ device: "" }, { wardCode: null }, { letter: "" }, { signKey: 1 }],
  },
  "v1.DeviceNamed": { good: { type: "v1.DeviceNamed", device: "a", name: "" }, bad: [{ device: null }, { name: null }] },
  "v1.RecoveryKeySet": {
    good: { type: "v1.RecoveryKeySet", recipient: "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p" },
    bad: [{ recipient: null }, { recipient: "" }, { recipient: "age1" }, { recipient: `AGE-SECRET-KEY-1${"Q".repeat(58)}` }, { recipient: `age1${"b".repeat(58)}` }],
  },
  "v1.NumbersReserved": {
    good: { type: "v1.NumbersReserved", series: "TRA", from: 21, to: 40 },
    bad: [{ series: "" }, { from: 0 }, { to: 1.5 }, { to: "40" }, { to: 1_000_000 }],
  },
  "v1.SnapshotTaken": {
    good: { type: "v1.SnapshotTaken", asOfMs: epochMs(1), source: "huset.csv", people: [{ name: "Kari" }, 7] },
    bad: [{ asOfMs: "14:10" }, { asOfMs: 9e15 }, { source: null }, { people: undefined }, { people: {} }],
  },
  "v1.VisitSigned": { good: { type: "v1.VisitSigned", of: "v", held: [["a", [[1, 3]]]] }, bad: [{ of: "" }, { held: null }, { held: [["a", 3]] }] },
  "v1.PatientMatched": {
    good: { type: "v1.PatientMatched", of: "v", target: "EPJ", patient: "p-1", by: "number" },
    bad: [{ of: 1 }, { target: null }, { patient: "" }, { patient: undefined }, { by: "guess" }],
  },
  "v1.ItemsSaid": {
    good: { type: "v1.ItemsSaid", of: "v", target: "EPJ", items: [{ key: "a.note", hash: "0f", is: "accepted", at: "Observation/1", version: "1", why: "" }] },
    bad: [
      { of: null }, { target: 1 }, { items: null }, { items: [{ key: "", hash: "0f", is: "sending" }] }, { items: [{ key: "a", hash: "", is: "sending" }] },
      { items: [{ key: "a", hash: "0f", is: "done" }] }, { items: [{ key: "a", hash: "0f", is: "accepted", at: "" }] }, { items: [{ key: "a", hash: "0f", is: "unknown", why: 5 }] },
    ],
  },
  "v1.RecoveryClosed": {
    good: { type: "v1.RecoveryClosed", target: "EPJ", tally: { taken: 3, verified: 1, checked: 1, void: 1 }, heads: [{ device: "a", seq: 3, id: "0f" }] },
    bad: [{ target: null }, { tally: { taken: 3 } }, { tally: { taken: -1, verified: 0, checked: 0, void: 0 } }, { heads: null }, { heads: [{ device: "a", seq: "3", id: "0f" }] }],
  },
  "v1.CarriedOut": {
    good: { type: "v1.CarriedOut", as: "fhir", file: "a.ndjson", held: [["a", [[1, 3], [5, 5]]]] },
    bad: [{ as: "fax" }, { file: null }, { held: null }, { held: {} }, { held: [["a", 3]] }, { held: [["", [[1, 2]]]] }, { held: [["a", [[0, 2]]]] }, { held: [["a", [[1]]]] }],
  },
};

describe.each(Object.entries(faults))("%s", (type, { good, bad }) => {
  it("[READ3] is read when it has what a fold needs, with fields that came later let through", () => {
    const later = { ...good, later: { than: "this" } };
    expect(readEvent(later)).toBe(later);
  });

  it.each(bad)("[READ3] is unknown with %j", (wrong) => {
    const raw = { ...good, ...wrong };
    expect(readEvent(raw)).toEqual({ type: "unknown", was: type, raw });
  });
});

it("[READ3] every known type has its shape tried here", () => {
  expect(Object.keys(faults).toSorted()).toEqual(Object.keys(eventShapes).toSorted());
});

it("[READ3] lists, and who said it, are read", () => {
  expect(readEvent(told({ allergies: { ...known(["Latex"]), source: "relative" }, flags: { is: "known", value: ["violence"], unsure: true, otherwise: [{ source: "paper", entries: ["violence"] }] }, currentMedicines: none }).event).type).toBe("v1.DetailsSet");
});

it.each(born)("[READ3] a birth told as $is is read", (one) => {
  expect(readEvent(told({ born: known(one) }).event).type).toBe("v1.DetailsSet");
});

it("docs/formats/record.v1.md names every event, and none that there is not", () => {
  const named = [...readFileSync("docs/formats/record.v1.md", "utf8").matchAll(/^\| `(v1\.\w+)` \|/gm)].map(([, type]) => type);
  expect(new Set(named)).toEqual(new Set(knownTypes));
});
