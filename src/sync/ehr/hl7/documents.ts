/**
 * What was written in words, as MDM^T02: notes and letters.
 *
 * - HLW1 The whole text stands in one OBX of type TX, line breaks as `\.br\`.
 * - HLW2 TXA-4 is when it happened, TXA-6 when it was written, TXA-12 our key.
 */
import { fhirText, lean } from "../fhir/json.ts";
import { notesOf, noteText } from "../fhir/notes.ts";
import { keyOf, type FactRecord } from "../fhir/plan.ts";
import type { LetterSource } from "../fhir/document.ts";
import type { LetterLine } from "#projections/letter.ts";
import type { Known } from "./administration.ts";
import type { Draft } from "./message.ts";
import { shortPid } from "./patient.ts";
import { segment } from "./segment.ts";
import type { Hl7Source } from "./source.ts";
import { coded, hl7Time, keyEntity, whoWrote } from "./values.ts";
import { shortPv1 } from "./visit.ts";
import { hl7Text, nothing, plain, type Written } from "./text.ts";

export const noteDrafts = (record: FactRecord, known: Known, source: Hl7Source): ReadonlyArray<Draft> => {
  if (record.event.type !== "v1.Noted") return [];
  const text = fhirText(noteText(record.event.note));
  return notesOf(record, known.plan).map(({ part, resource }) =>
    // HL7 table 0270: PN is a progress note.
    draftOf({ key: keyOf(record.id, part), kind: plain("PN"), title: coded("B02-2", "Journal note", "99VOLVEN9602"), text: text ?? "", atMs: record.atMs, wroteMs: record.wroteMs, who: whoWrote(record.actor), isFinal: true, says: [JSON.stringify(lean(resource))] }, known, source),
  );
};

export const letterDraft = ({ letter, text }: LetterSource, known: Known, source: Hl7Source): Draft => {
  const isReferral = text.kind === "referral";
  return draftOf(
    {
      key: `${keyOf(known.plan.anchor, "letter")}-${text.kind}`,
      kind: plain(isReferral ? "CN" : "DS"),
      title: isReferral ? coded("57133-1", "Referral note", "LN") : coded("18842-5", "Discharge summary", "LN"),
      text: wordsOf(text),
      atMs: letter.wroteMs,
      wroteMs: letter.wroteMs,
      who: letter.author === null ? nothing : whoWrote(letter.author),
      isFinal: letter.author !== null,
      says: [wordsOf(text)],
    },
    known,
    source,
  );
};

interface Written02 {
  readonly key: string;
  readonly kind: Written;
  readonly title: Written;
  readonly text: string;
  readonly atMs: number;
  readonly wroteMs: number;
  readonly who: Written;
  readonly isFinal: boolean;
  readonly says: ReadonlyArray<string>;
}

const draftOf = ({ key, kind, title, text, atMs, wroteMs, who, isFinal, says }: Written02, known: Known, source: Hl7Source): Draft => ({
  event: "T02",
  keys: [key],
  wroteMs,
  says,
  segments: [
    segment("EVN", { 1: plain("T02"), 2: hl7Time(wroteMs, source), 5: who, 6: hl7Time(atMs, source) }),
    shortPid(known.patient, source),
    shortPv1(known.visit, known.plan, source),
    // HL7 tables 0191, 0271 and 0273: text; documented or in progress; available.
    segment("TXA", { 1: plain("1"), 2: kind, 3: plain("TX"), 4: hl7Time(atMs, source), 5: who, 6: hl7Time(wroteMs, source), 9: who, 12: keyEntity(key), 17: plain(isFinal ? "DO" : "IP"), 19: plain("AV") }),
    segment("OBX", { 1: plain("1"), 2: plain("TX"), 3: title, 4: plain("1"), 5: hl7Text(text), 11: plain(isFinal ? "F" : "P"), 14: hl7Time(atMs, source), 16: who }),
  ],
});

const wordsOf = ({ title, to, patient, sections }: LetterSource["text"]): string =>
  [[title, lineOf(to)].join("\n"), patient.map(lineOf).join("\n"), ...sections.map((section) => [section.title, ...section.lines.map(lineOf)].join("\n"))].join("\n\n");

const lineOf = ({ label, text }: LetterLine): string => (label === null ? text : `${label}: ${text}`);
