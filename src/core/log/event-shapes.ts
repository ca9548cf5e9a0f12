// The least that must be true of an event before a fold may touch it. Unknown extra fields are let through untouched.
import { advices, codeSystems, conclusionTexts } from "../clinical/conclusion.ts";
import { sources } from "../answer.ts";
import { consciousnessLevels, foundBy, gcsMost, gcsParts, measureNames } from "../clinical/found.ts";
import { doseUnits, medicineRoutes } from "../clinical/medicine.ts";
import { noteParts } from "../clinical/note.ts";
import { identifiers, orderKinds } from "../clinical/order.ts";
import { photoKinds } from "../clinical/photo.ts";
import { scaleIds } from "../clinical/scales.ts";
import { callActions, callers, waitBounds } from "../clinical/telephone.ts";
import type { KnownEvent } from "../event.ts";
import { isBorn, isDay } from "../identity/born.ts";
import { itemWords, matchedBy } from "../recovery/events.ts";
import { callBackOutcomes } from "../visit/call-back.ts";
import { detailKinds, detailNames, type DetailName } from "../visit/details.ts";
import { dispositions } from "../visit/events.ts";
import { carriers } from "../ward/events.ts";
import { itemKinds } from "../ward/own-form.ts";

type Raw = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === "string";
const filled: Check = (value) => typeof value === "string" && value !== "";
const count: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const serial: Check = (value) => count(value) && Number(value) >= 1 && Number(value) <= 999_999;
const oneOf = (words: ReadonlyArray<string>): Check => (value) => typeof value === "string" && words.includes(value);
const orNull = (check: Check): Check => (value) => value === null || check(value);
const orAbsent = (check: Check): Check => (value) => value === undefined || check(value);
const listOf = (check: Check): Check => (value) => Array.isArray(value) && value.every(check);
const object = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);
const trueOrAbsent: Check = (value) => value === undefined || value === true;
const shape = (checks: { readonly [field: string]: Check }) => (value: unknown): value is Raw =>
  object(value) && Object.entries(checks).every(([field, check]) => check(value[field]));

/** Within what a calendar can hold. */
const isTime: Check = (value) => typeof value === "number" && Math.abs(value) <= 8.64e15;

const saying = { source: orAbsent(oneOf(sources)), unsure: trueOrAbsent };
const said = shape({ ...saying, otherwise: orAbsent(listOf(shape({ ...saying, entries: listOf(filled) }))) });

const answer = (check: Check): Check =>
  orAbsent((value) => said(value) && (value["is"] === "unknown" || value["is"] === "none" || (value["is"] === "known" && check(value["value"]))));

const detailCheck = (name: DetailName): Check => {
  const kind = detailKinds[name];
  switch (kind.is) {
    case "text":
      return text;
    case "born":
      return isBorn;
    case "choice":
      return oneOf(kind.of);
    case "list":
      return listOf("of" in kind ? oneOf(kind.of) : filled);
  }
};
/** As far as letters go; whether it is a point on the curve is found out when somebody seals to it. */
const ageRecipient: Check = (value) => typeof value === "string" && /^age1[02-9ac-hj-np-z]{58}$/.test(value);
const details = shape(Object.fromEntries(detailNames.map((name) => [name, answer(detailCheck(name))])));

const level: Check = (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 5;
const run: Check = (value) => Array.isArray(value) && value.length === 2 && value.every(count) && value[0] >= 1 && value[0] <= value[1];
const recordRuns = listOf((pair) => Array.isArray(pair) && filled(pair[0]) && listOf(run)(pair[1]));
const measured = shape(Object.fromEntries(measureNames.map((name) => [name, orAbsent(Number.isFinite)])));
const gcs = shape(Object.fromEntries(gcsParts.map((part) => [part, (value: unknown) => value === "NT" || (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= gcsMost[part])])));
const found = shape({
  measured,
  breathing: orAbsent(oneOf(["air", "oxygen"])),
  spo2Scale: orAbsent((value) => value === 2),
  consciousness: orAbsent(oneOf(consciousnessLevels)),
  gcs: orAbsent(gcs),
  weightIs: orAbsent(oneOf(["estimated"])),
  by: orAbsent(oneOf(foundBy)),
  remark: orAbsent(text),
});
const given = shape({
  drug: filled,
  dose: orAbsent(shape({ value: Number.isFinite, unit: oneOf(Object.keys(doseUnits)) })),
  doseText: orAbsent(text),
  route: orAbsent(oneOf(medicineRoutes)),
  batch: orAbsent(text),
  checkedBy: orAbsent(text),
});
const conclusion = shape({
  ...Object.fromEntries(conclusionTexts.map((name) => [name, orAbsent(text)])),
  codes: orAbsent(listOf(shape({ system: oneOf(codeSystems), code: filled }))),
  advices: orAbsent(listOf(oneOf(advices))),
});
const rangFor: Check = (value) => object(value) && (value["sec"] === undefined ? oneOf(waitBounds)(value["is"]) : count(value["sec"]));
const call = shape({ caller: orAbsent(oneOf(callers)), callerName: answer(text), callbackNumber: answer(text), rangFor: orAbsent(rangFor), remark: orAbsent(text) });
const outcome = shape({ action: orAbsent(oneOf(callActions)), advice: orAbsent(text), toldToRingAgain: orAbsent(oneOf(["yes", "no"])), callBackAtMs: orAbsent(isTime) });
const order = shape({ kind: oneOf(orderKinds), what: filled, requisition: orAbsent(text), urgent: trueOrAbsent });
const result = shape({
  text,
  identifiedBy: listOf(oneOf(identifiers)),
  critical: orAbsent(shape({ calledBy: orAbsent(text), readBack: (value) => typeof value === "boolean" })),
  preliminary: trueOrAbsent,
});
const procedure = shape({ what: filled, where: orAbsent(text), by: orAbsent(text), remark: orAbsent(text) });
const item = { linkId: filled, text, is: oneOf(itemKinds), unit: orAbsent(text), options: orAbsent(listOf(text)), group: orAbsent(text) };
const formValue: Check = (value) =>
  object(value) &&
  ((value["is"] === "number" && Number.isFinite(value["number"])) ||
    (value["is"] === "yesNo" && typeof value["yes"] === "boolean") ||
    (value["is"] === "text" && text(value["text"])) ||
    (value["is"] === "choice" && text(value["option"])) ||
    (value["is"] === "date" && typeof value["date"] === "string" && isDay(value["date"])));
const itemAnswer: Check = (value) => value !== undefined && answer(formValue)(value);
const filledForm = shape({ form: filled, version: count, title: text, answers: listOf(shape({ ...item, answer: itemAnswer })) });
const photo = shape({ mime: oneOf(["image/jpeg"]), width: count, height: count, size: count, of: orAbsent(oneOf(photoKinds)), words: orAbsent(text) });
const because = shape({ complaint: text, text, level, set: shape({ name: text, version: text }) });
const triageSet = shape({
  ...Object.fromEntries(["name", "version", "language", "source"].map((name) => [name, text])),
  scale: oneOf(scaleIds),
  licence: shape({ holder: text, terms: orAbsent(text), until: orAbsent(text) }),
  approvedBy: shape({ name: filled, role: text, date: text }),
  complaints: listOf(shape({ name: text, also: orAbsent(listOf(text)), discriminators: listOf(shape({ text, level })) })),
});
const ofVisit = { visit: filled, corrects: orAbsent(filled) };
const settings = shape({
  name: orAbsent(text),
  scale: orAbsent(oneOf(scaleIds)),
  places: orAbsent(listOf(text)),
  clinicians: orAbsent(listOf(text)),
  reasons: orAbsent(listOf(text)),
  screens: orAbsent(listOf(text)),
});

const tally = shape({ taken: count, verified: count, checked: count, void: count });
const itemSaid = shape({ key: filled, hash: filled, is: oneOf(itemWords), at: orAbsent(filled), version: orAbsent(text), why: orAbsent(text) });

export const eventShapes: { readonly [K in KnownEvent["type"]]: (raw: Raw) => boolean } = {
  "v1.Arrived": shape({ ...ofVisit, number: filled, details }),
  "v1.DetailsSet": shape({ ...ofVisit, details }),
  "v1.TriageSet": shape({ ...ofVisit, scale: oneOf(scaleIds), scaleVersion: text, level, because: orAbsent(because) }),
  "v1.Placed": shape({ ...ofVisit, place: orNull(text) }),
  "v1.ClinicianSet": shape({ ...ofVisit, clinician: orNull(text) }),
  "v1.CalledIn": shape(ofVisit),
  "v1.Seen": shape(ofVisit),
  "v1.Observed": shape({ ...ofVisit, found }),
  "v1.Noted": shape({ ...ofVisit, note: shape(Object.fromEntries(noteParts.map((part) => [part, orAbsent(text)]))) }),
  "v1.MedicineGiven": shape({ ...ofVisit, given }),
  "v1.Concluded": shape({ ...ofVisit, conclusion }),
  "v1.CalledBack": shape({ ...ofVisit, call: shape({ outcome: oneOf(callBackOutcomes), remark: orAbsent(text) }) }),
  "v1.CallTaken": shape({ ...ofVisit, number: filled, details, call }),
  "v1.CallEnded": shape({ ...ofVisit, outcome }),
  "v1.Ordered": shape({ ...ofVisit, order }),
  "v1.ResultCame": shape({ ...ofVisit, order: orNull(filled), result }),
  "v1.OrderOwned": shape({ ...ofVisit, order: filled, owner: text }),
  "v1.OrderDropped": shape({ ...ofVisit, order: filled, why: text }),
  "v1.ProcedureDone": shape({ ...ofVisit, procedure }),
  "v1.FormFilled": shape({ ...ofVisit, filled: filledForm }),
  "v1.PhotoTaken": shape({ ...ofVisit, photo, jpeg: orAbsent(filled) }),
  "v1.Left": shape({ ...ofVisit, how: oneOf(dispositions), to: orAbsent(text) }),
  "v1.Joined": shape({ ...ofVisit, into: filled, number: orAbsent(filled), confirmedBy: filled }),
  "v1.Struck": shape({ ...ofVisit, target: filled, as: oneOf(["undo", "correction"]), why: text, confirmedBy: orAbsent(text) }),
  "v1.DowntimeDeclared": shape({ downtime: filled }),
  "v1.DowntimeEnded": shape({ downtime: filled }),
  "v1.WardSettingsSet": shape({ settings }),
  "v1.DeviceJoined": shape({ device: filled, wardCode: filled, letter: filled, signKey: filled }),
  "v1.DeviceNamed": shape({ device: filled, name: text }),
  "v1.RecoveryKeySet": shape({ recipient: ageRecipient }),
  "v1.NumbersReserved": shape({ series: filled, from: serial, to: serial }),
  "v1.OwnFormSet": shape({ form: shape({ id: filled, version: count, title: text, items: listOf(shape(item)), from: orAbsent(text) }) }),
  "v1.OwnFormRetired": shape({ form: filled }),
  "v1.SnapshotTaken": shape({ asOfMs: isTime, source: text, people: Array.isArray }),
  "v1.TriageSetLoaded": shape({ set: triageSet }),
  "v1.TriageSetRemoved": shape({ set: filled }),
  "v1.VisitSigned": shape({ of: filled, held: recordRuns }),
  "v1.PatientMatched": shape({ of: filled, target: text, patient: orNull(filled), by: oneOf(matchedBy) }),
  "v1.ItemsSaid": shape({ of: filled, target: text, items: listOf(itemSaid) }),
  "v1.RecoveryClosed": shape({ target: text, tally, heads: listOf(shape({ device: filled, seq: count, id: filled })) }),
  "v1.CarriedOut": shape({ as: oneOf(carriers), file: text, held: recordRuns }),
};

export const knownTypes: ReadonlyArray<string> = Object.keys(eventShapes);
