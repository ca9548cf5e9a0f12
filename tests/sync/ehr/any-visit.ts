/** Visits as bad as they come: hostile text, clocks that jump, devices that disagree, strikes of strikes. */
import fc from "fast-check";
import { advices, conclusionTexts } from "#core/clinical/conclusion.ts";
import { consciousnessLevels, gcsMost, measureNames } from "#core/clinical/found.ts";
import { medicineRoutes } from "#core/clinical/medicine.ts";
import { noteParts } from "#core/clinical/note.ts";
import { identifiers, orderKinds } from "#core/clinical/order.ts";
import { photoKinds } from "#core/clinical/photo.ts";
import { levels, scaleIds } from "#core/clinical/scales.ts";
import { callActions, callers, waitBounds } from "#core/clinical/telephone.ts";
import type { DeviceId } from "#core/log/record.ts";
import type { Actor, StaffId } from "#core/staff/actor.ts";
import { epochMs } from "#core/time.ts";
import { known, none, sources, unknown, type Answer } from "#core/answer.ts";
import type { Born } from "#core/identity/born.ts";
import { callBackOutcomes } from "#core/visit/call-back.ts";
import { detailKinds, detailNames, type DetailAnswers, type DetailName } from "#core/visit/details.ts";
import { dispositions, type VisitEvent, type VisitId } from "#core/visit/events.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { itemKinds, type FilledForm, type FormValue } from "#core/ward/own-form.ts";
import type { Because } from "#core/ward/triage-set.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { tinyJpeg } from "../../tiny-jpeg.ts";
import { arrived, given, idOf, startMs, visitId, type Told } from "./given-visit.ts";

export const nastyText = fc.oneof(
  fc.constantFrom("", " ", "\u0000", "\n\n", "=1+1", "+47 900 00 000", "-2", "@SUM(A1)", "\t=x", "＝1+1", "  =cmd|' /C calc'!A0", "a;b;\"c\"", "Åse Ødegård", "\ud800", "🫀", "<b>x</b>", "|", "%x", "urn:uuid:1", "16859921276", "13097248022", "1 2", "line\r\nline"),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "binary-ascii", maxLength: 60 }),
);

const saying = fc.record({ source: fc.constantFrom(...sources), unsure: fc.constant(true as const) }, { requiredKeys: [] });

const answer = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Answer<T>> =>
  fc.tuple(fc.oneof({ weight: 4, arbitrary: value.map((one) => known(one)) }, { weight: 1, arbitrary: fc.constantFrom(unknown, none) }), saying).map(([said, how]): Answer<T> => ({ ...said, ...how }));

/** Some of its entries said otherwise, and some that it does not hold. */
const listAnswer = (entries: fc.Arbitrary<ReadonlyArray<string>>): fc.Arbitrary<Answer<ReadonlyArray<string>>> =>
  fc.tuple(answer(entries), fc.option(fc.array(fc.tuple(entries, saying).map(([of, how]) => ({ ...how, entries: of })), { maxLength: 3 }), { nil: undefined })).map(([said, otherwise]) =>
    said.is === "known" && otherwise !== undefined ? { ...said, otherwise } : said,
  );

const born: fc.Arbitrary<Born> = fc.oneof(
  fc.date({ min: new Date("1900-01-01"), max: new Date("2026-01-20"), noInvalidDate: true }).map((at): Born => ({ is: "date", date: at.toISOString().slice(0, 10) })),
  fc.constantFrom<Born>({ is: "date", date: "2026-13-45" }, { is: "date", date: "0000-00-00" }),
  fc.nat(10_500).map((year): Born => ({ is: "year", year })),
  fc.nat(1_500).map((months): Born => ({ is: "age", months, toldMs: epochMs(startMs) })),
);

const entry = fc.oneof(nastyText, fc.constantFrom("Penicillin J01C", "penicillin j01c", "Vitamin B12", "Metoprolol 47,5 mg C07AB02", "(N02BE01)"));

/** Of every field that there is, and of one that is added tomorrow. */
const anyDetail = (name: DetailName): fc.Arbitrary<unknown> => {
  const kind: { readonly is: string; readonly of?: ReadonlyArray<string> } = detailKinds[name];
  if (kind.is === "born") return answer(born);
  if (kind.is === "list") return listAnswer(fc.array(kind.of === undefined ? entry : fc.constantFrom(...kind.of), { maxLength: 9 }));
  return answer(kind.of === undefined ? nastyText : fc.constantFrom(...kind.of));
};

const details = fc.record(Object.fromEntries(detailNames.map((name) => [name, anyDetail(name)])), { requiredKeys: [] }) as fc.Arbitrary<DetailAnswers>;

const target = fc.tuple(fc.constantFrom("device-a", "device-b"), fc.integer({ min: 1, max: 9 })).map(([device, seq]) => idOf(device, seq));

const because: fc.Arbitrary<Because> = fc.record({ complaint: nastyText, text: nastyText, level: fc.constantFrom(...levels), set: fc.record({ name: nastyText, version: nastyText }) });

const part = (most: number) => fc.oneof(fc.integer({ min: 1, max: most }), fc.constant("NT" as const));

const anyFound = fc.record(
  {
    measured: fc.record(Object.fromEntries(measureNames.map((name) => [name, fc.integer({ min: 0, max: 4_000 }).map((tenths) => tenths / 10)])), { requiredKeys: [] }),
    breathing: fc.constantFrom("air" as const, "oxygen" as const),
    spo2Scale: fc.constant(2 as const),
    consciousness: fc.constantFrom(...consciousnessLevels),
    gcs: fc.record({ eye: part(gcsMost.eye), verbal: part(gcsMost.verbal), motor: part(gcsMost.motor) }),
    weightIs: fc.constant("estimated" as const),
    by: fc.constantFrom("patient" as const, "ambulance" as const),
    remark: nastyText,
  },
  { requiredKeys: ["measured"] },
);

const anyNote = fc.record(Object.fromEntries(noteParts.map((one) => [one, nastyText])), { requiredKeys: [] });

const anyGiven = fc.record(
  {
    drug: nastyText,
    dose: fc.record({ value: fc.integer({ min: 0, max: 100_000 }).map((hundredths) => hundredths / 100), unit: fc.constantFrom("g" as const, "µg" as const, "IE" as const) }),
    doseText: nastyText,
    route: fc.constantFrom(...medicineRoutes),
    batch: nastyText,
    checkedBy: nastyText,
  },
  { requiredKeys: ["drug"] },
);

const anyConclusion = fc.record(
  {
    ...Object.fromEntries(conclusionTexts.map((name) => [name, nastyText])),
    codes: fc.array(fc.oneof(fc.constantFrom("L77", "R74").map((code) => ({ system: "icpc2" as const, code })), fc.constantFrom("S93.4", "K358").map((code) => ({ system: "icd10" as const, code }))), { maxLength: 6 }),
    advices: fc.subarray([...advices]),
  },
  { requiredKeys: [] },
);

const anyCall = fc.record(
  {
    caller: fc.constantFrom(...callers),
    callerName: answer(nastyText),
    callbackNumber: answer(nastyText),
    rangFor: fc.oneof(fc.nat(90_000).map((sec) => ({ sec })), fc.constantFrom(...waitBounds).map((is) => ({ is }))),
    remark: nastyText,
  },
  { requiredKeys: [] },
);

const anyOutcome = fc.record(
  {
    action: fc.constantFrom(...callActions),
    advice: nastyText,
    toldToRingAgain: fc.constantFrom("yes" as const, "no" as const),
    callBackAtMs: fc.constantFrom(epochMs(startMs), epochMs(startMs + 3_600_000), epochMs(8e15)),
  },
  { requiredKeys: [] },
);

const anyOrder = fc.record({ kind: fc.constantFrom(...orderKinds), what: nastyText, requisition: nastyText, urgent: fc.constant(true as const) }, { requiredKeys: ["kind", "what"] });
const anyResult = fc.record(
  {
    text: nastyText,
    identifiedBy: fc.subarray([...identifiers]),
    critical: fc.record({ calledBy: nastyText, readBack: fc.boolean() }, { requiredKeys: ["readBack"] }),
    preliminary: fc.constant(true as const),
  },
  { requiredKeys: ["text", "identifiedBy"] },
);
const anyProcedure = fc.record({ what: nastyText, where: nastyText, by: nastyText, remark: nastyText }, { requiredKeys: ["what"] });

const formItem = { linkId: fc.oneof(fc.constantFrom("1", "1", "2", "x y"), nastyText.filter((text) => text !== "")), text: nastyText, is: fc.constantFrom(...itemKinds), unit: nastyText, options: fc.array(nastyText, { maxLength: 3 }), group: fc.oneof(fc.constantFrom("Fall", "Hjem"), nastyText) };
const formValue: fc.Arbitrary<FormValue> = fc.oneof(
  nastyText.map((text): FormValue => ({ is: "text", text })),
  fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()).map((number): FormValue => ({ is: "number", number })),
  fc.boolean().map((yes): FormValue => ({ is: "yesNo", yes })),
  nastyText.map((option): FormValue => ({ is: "choice", option })),
  fc.constantFrom("2026-02-28", "1999-12-31").map((date): FormValue => ({ is: "date", date })),
);
/** Of one kind asked, of another answered: what could not be read is text. */
export const anyFilled: fc.Arbitrary<FilledForm> = fc.record({
  form: fc.oneof(fc.uuid(), nastyText.filter((text) => text !== "")),
  version: fc.nat(1e9),
  title: nastyText,
  answers: fc.array(fc.record({ ...formItem, answer: answer(formValue) }, { requiredKeys: ["linkId", "text", "is", "answer"] }), { maxLength: 9 }),
});

export const orderEvent: fc.Arbitrary<VisitEvent> = fc.oneof(
  anyOrder.map((order): VisitEvent => ({ type: "v1.Ordered", visit: visitId, order })),
  fc.tuple(anyOrder, target).map(([order, corrects]): VisitEvent => ({ type: "v1.Ordered", visit: visitId, order, corrects })),
  fc.tuple(fc.option(target), anyResult).map(([order, result]): VisitEvent => ({ type: "v1.ResultCame", visit: visitId, order, result })),
  fc.tuple(target, nastyText).map(([order, owner]): VisitEvent => ({ type: "v1.OrderOwned", visit: visitId, order, owner })),
  fc.tuple(target, nastyText).map(([order, why]): VisitEvent => ({ type: "v1.OrderDropped", visit: visitId, order, why })),
  anyProcedure.map((procedure): VisitEvent => ({ type: "v1.ProcedureDone", visit: visitId, procedure })),
);

const photoEvent: fc.Arbitrary<VisitEvent> = fc
  .record(
    { photo: fc.record({ mime: fc.constant("image/jpeg" as const), width: fc.nat(1600), height: fc.nat(1600), size: fc.nat(), of: fc.constantFrom(...photoKinds), words: nastyText }, { requiredKeys: ["mime", "width", "height", "size"] }), jpeg: fc.oneof(fc.constant(tinyJpeg), nastyText) },
    { requiredKeys: ["photo"] },
  )
  .map((told): VisitEvent => ({ type: "v1.PhotoTaken", visit: visitId, ...told }));

const otherVisit = "5f6c1b1e-other" as VisitId;

const event: fc.Arbitrary<VisitEvent> = fc.oneof(
  orderEvent,
  photoEvent,
  details.map((told): VisitEvent => ({ ...arrived(told), visit: otherVisit })),
  nastyText.map((confirmedBy): VisitEvent => ({ type: "v1.Joined", visit: otherVisit, into: visitId, confirmedBy })),
  anyFilled.map((filled): VisitEvent => ({ type: "v1.FormFilled", visit: visitId, filled })),
  anyGiven.map((medicine): VisitEvent => ({ type: "v1.MedicineGiven", visit: visitId, given: medicine })),
  anyConclusion.map((conclusion): VisitEvent => ({ type: "v1.Concluded", visit: visitId, conclusion })),
  fc.tuple(fc.constantFrom(...callBackOutcomes), nastyText).map(([outcome, remark]): VisitEvent => ({ type: "v1.CalledBack", visit: visitId, call: { outcome, remark } })),
  fc.tuple(details, anyCall).map(([told, call]): VisitEvent => ({ type: "v1.CallTaken", visit: visitId, number: "TRA-017-K" as TemporaryNumber, details: told, call })),
  anyOutcome.map((outcome): VisitEvent => ({ type: "v1.CallEnded", visit: visitId, outcome })),
  anyNote.map((note): VisitEvent => ({ type: "v1.Noted", visit: visitId, note })),
  anyFound.map((found): VisitEvent => ({ type: "v1.Observed", visit: visitId, found })),
  details.map((told) => arrived(told)),
  details.map((told): VisitEvent => ({ type: "v1.DetailsSet", visit: visitId, details: told })),
  fc.tuple(fc.constantFrom(...scaleIds), fc.constantFrom(...levels), fc.constantFrom("2026-1", "2031-7"), fc.option(because, { nil: undefined })).map(([scale, level, scaleVersion, why]): VisitEvent => ({ type: "v1.TriageSet", visit: visitId, scale, scaleVersion, level, ...(why === undefined ? {} : { because: why }) })),
  fc.option(nastyText).map((place): VisitEvent => ({ type: "v1.Placed", visit: visitId, place })),
  fc.option(nastyText).map((clinician): VisitEvent => ({ type: "v1.ClinicianSet", visit: visitId, clinician })),
  fc.constantFrom<VisitEvent>({ type: "v1.CalledIn", visit: visitId }, { type: "v1.Seen", visit: visitId }),
  fc.tuple(fc.constantFrom(...dispositions), fc.option(nastyText)).map(([how, to]): VisitEvent => ({ type: "v1.Left", visit: visitId, how, ...(to === null ? {} : { to }) })),
  fc.tuple(target, nastyText, fc.constantFrom("undo" as const, "correction" as const)).map(([id, why, as]): VisitEvent => ({ type: "v1.Struck", visit: visitId, target: id, as, why })),
  fc.tuple(target, fc.constantFrom(...levels)).map(([corrects, level]): VisitEvent => ({ type: "v1.TriageSet", visit: visitId, scale: "no3", scaleVersion: "2026-1", level, corrects })),
);

const actor: fc.Arbitrary<Actor> = fc.record(
  { name: nastyText, role: fc.constantFrom("nurse", "lead", "doctor", "recordsClerk", "coordinator", "other"), staffId: nastyText.map((text) => text as StaffId) },
  { requiredKeys: ["name", "role"] },
);

const told: fc.Arbitrary<Told> = fc.record(
  {
    event,
    minute: fc.oneof({ weight: 20, arbitrary: fc.integer({ min: -120, max: 600 }) }, { weight: 1, arbitrary: fc.constantFrom(-1e9, 1e12, 9e15) }),
    lateMin: fc.integer({ min: -5, max: 300 }),
    by: actor,
    device: fc.constantFrom("device-a" as const, "device-b" as const),
    seen: fc.array(fc.tuple(fc.constantFrom("device-a" as DeviceId, "device-b" as DeviceId), fc.nat(9)), { maxLength: 2 }),
  },
  { requiredKeys: ["event"] },
);

export const anyVisit: fc.Arbitrary<VisitFile> = fc.tuple(details, fc.array(told, { maxLength: 14 })).map(([first, rest]) => given({ event: arrived(first) }, ...rest));
