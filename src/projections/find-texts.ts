// What was written about a visit beyond who it is and why they came: where a search looks last.
import { conclusionTexts } from "#core/clinical/conclusion.ts";
import type { EpochMs } from "#core/time.ts";
import { struckRecords } from "#core/visit/strikes.ts";
import type { VisitFile } from "./ward-state.ts";

export type TextKind = "note" | "allergies" | "currentMedicines" | "medicine" | "order" | "result" | "procedure" | "conclusion" | "telephone";

export interface FoundText {
  readonly of: TextKind;
  readonly atMs: EpochMs;
  readonly text: string;
}

/** Only what stands. */
export const textsOf = ({ visit, records }: VisitFile): ReadonlyArray<FoundText> => {
  const { heard, medicines, orders, procedures, concluded, phone } = visit;
  const results = [...orders.all.flatMap((order) => order.results), ...orders.loose];
  const texts = [
    ...listsIn("allergies", heard.allergies),
    ...listsIn("currentMedicines", heard.currentMedicines),
    ...medicines.map(({ atMs, value: { drug } }): FoundText => ({ of: "medicine", atMs, text: drug })),
    ...orders.all.flatMap(({ order }) => order.map(({ atMs, value: { what, requisition = "" } }): FoundText => ({ of: "order", atMs, text: `${what} ${requisition}` }))),
    ...results.map(({ atMs, value: { text } }): FoundText => ({ of: "result", atMs, text })),
    ...procedures.map(({ atMs, value: { what, remark = "" } }): FoundText => ({ of: "procedure", atMs, text: `${what} ${remark}` })),
    ...(concluded ?? []).map(({ atMs, value }): FoundText => ({ of: "conclusion", atMs, text: [...conclusionTexts.map((name) => value[name] ?? ""), ...(value.codes ?? []).map(({ code }) => code)].join(" ") })),
    ...(phone === null ? [] : [{ atMs: phone.atMs, text: phone.taken.remark ?? "" }, ...phone.outcomes.map(({ atMs, value: { advice = "" } }) => ({ atMs, text: advice }))].map((one): FoundText => ({ of: "telephone", ...one }))),
    ...notesIn(records),
  ];
  return texts.filter(({ text }) => text.trim() !== "");
};

const listsIn = (of: "allergies" | "currentMedicines", claims: VisitFile["visit"]["heard"]["allergies"]): ReadonlyArray<FoundText> =>
  (claims ?? []).flatMap(({ atMs, value }) => (value.is === "known" ? [{ of, atMs, text: value.value.join(" ") }] : []));

/** A note stands in no fold: its record is where it is. */
const notesIn = (records: VisitFile["records"]): ReadonlyArray<FoundText> => {
  if (!records.some(({ event }) => event.type === "v1.Noted")) return [];
  const struck = struckRecords(records);
  return records.flatMap(({ id, atMs, event }) => (event.type === "v1.Noted" && !struck.has(id) ? [{ of: "note", atMs, text: Object.values(event.note).join(" ") }] : []));
};
