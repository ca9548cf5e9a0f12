/**
 * What was written in words, as a document of the kind that receivers file beside the visit.
 *
 * - FNT1 The text is whole and as it was typed, UTF-8; of a handover each part stands under its name.
 * - FNT2 `date` is when it was written, the period when it happened.
 */
import { noteParts, type Note, type NotePart } from "#core/clinical/note.ts";
import { coding, fhirText, instant, type FhirObject } from "./json.ts";
import { keyOf, type FactRecord, type Part, type VisitPlan } from "./plan.ts";
import { performerOf } from "./provenance.ts";
import { systems } from "./systems.ts";

export const notesOf = (record: FactRecord, plan: VisitPlan): ReadonlyArray<{ readonly part: Part; readonly resource: FhirObject }> => {
  const text = record.event.type === "v1.Noted" ? fhirText(noteText(record.event.note)) : undefined;
  if (text === undefined) return [];
  const resource = {
    resourceType: "DocumentReference",
    identifier: [{ system: systems.recordId, value: keyOf(record.id, "note") }],
    status: "current",
    docStatus: "final",
    // Volven 9602, as HL7 Norway's base profiles have it: a journal note.
    type: { coding: [coding(systems.documentType, "B02-2")], text: "Journal note" },
    subject: { reference: plan.urnOf(plan.anchor, "patient") },
    date: instant(record.wroteMs),
    author: [performerOf(record.actor)],
    content: [{ attachment: { contentType: "text/plain; charset=utf-8", data: base64(text), title: "Note" } }],
    context: { encounter: [{ reference: plan.urnOf(plan.anchor, "encounter") }], period: { start: instant(record.atMs), end: instant(record.atMs) } },
  };
  return [{ part: "note", resource }];
};

const titles: { readonly [P in Exclude<NotePart, "text">]: string } = {
  identification: "Identifikasjon", situation: "Situasjon", background: "Bakgrunn", assessment: "Vurdering", recommendation: "Tilråding",
};

export const noteText = (note: Note): string =>
  noteParts.flatMap((part) => ((note[part] ?? "").trim() === "" ? [] : [part === "text" ? note[part] : `${titles[part]}: ${note[part]}`])).join("\n\n");

const base64 = (text: string): string => btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
