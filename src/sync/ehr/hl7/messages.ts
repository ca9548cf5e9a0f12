/**
 * One visit as HL7 v2.5.1 messages, in the order they are sent.
 *
 * - HLX1 Person and visit come first, then what was found, then what was written in words, the newest first; leaving comes last.
 * - HLX2 The same records give the same bytes, and a struck record is in none of them.
 * - HLX3 Keys are those of the FHIR file. What no message carries has its key in none: it is given back by hand.
 */
import type { VisitFile } from "#projections/ward-state.ts";
import { planVisit } from "../fhir/plan.ts";
import { administrationOf, type Known } from "./administration.ts";
import { letterDraft, noteDrafts } from "./documents.ts";
import { findingsOf } from "./findings.ts";
import { sealed, type Hl7Message } from "./message.ts";
import { hl7Patient } from "./patient.ts";
import { hl7Visit } from "./visit.ts";
import type { Hl7Source } from "./source.ts";

/** None for a visit that is void or of which neither arrival nor call is here. */
export const visitToMessages = async (file: VisitFile, source: Hl7Source): Promise<ReadonlyArray<Hl7Message>> => {
  const plan = await planVisit(file, source.sha256Hex);
  if (plan === null) return [];
  const known: Known = { plan, patient: hl7Patient(plan, source), visit: hl7Visit(plan, source) };
  const { first, last } = administrationOf(known, source);
  const newestFirst = plan.facts.toSorted((a, b) => b.atMs - a.atMs);
  const drafts = [
    ...first,
    ...newestFirst.flatMap((record) => findingsOf(record, known, source)),
    ...newestFirst.flatMap((record) => noteDrafts(record, known, source)),
    ...source.letters.map((letter) => letterDraft(letter, known, source)),
    ...last,
  ];
  return Promise.all(drafts.map((draft) => sealed(draft, source)));
};
