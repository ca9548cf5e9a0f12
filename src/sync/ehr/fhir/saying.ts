/**
 * How an answer was said, where it goes out: by whom, and that they were not sure.
 *
 * - FSY1 Doubt is told in a note of the resource that holds the answer, and where it can hold none (Patient, Encounter, Flag,
 *   Consent) in an extension that names the field.
 * - FSY2 The patient and a relative are told as who said it; each other source is a note, and of several each its own.
 */
import type { Saying } from "#core/answer.ts";
import type { DetailName } from "#core/visit/details.ts";
import { answersTo } from "#core/visit/sayings.ts";
import type { Visit } from "#core/visit/visit.ts";
import type { FhirObject } from "./json.ts";
import { systems } from "./systems.ts";

/** Of a resource that has no element for who said it. */
export const sayingNotes = (sayings: ReadonlyArray<Saying>): ReadonlyArray<FhirObject> => [
  ...new Set(sayings.flatMap(({ source, unsure }) => [...(source === undefined ? [] : [`source: ${source}`]), ...(unsure === true ? ["certainty: unsure"] : [])])),
].map((text) => ({ text }));

/** Beside an asserter, who is the first to have said it. */
export const notesBesideAsserter = ([first = {}, ...others]: ReadonlyArray<Saying>): ReadonlyArray<FhirObject> =>
  sayingNotes([first.source === "patient" || first.source === "relative" ? (first.unsure === undefined ? {} : { unsure: first.unsure }) : first, ...others]);

export const unsureExtension = (name: DetailName, sayings: ReadonlyArray<Saying>): ReadonlyArray<FhirObject> =>
  sayings.some(({ unsure }) => unsure === true) ? [{ url: systems.unsure, valueCode: name }] : [];

/** Of fields that stand in one resource. */
export const unsureFields = (visit: Visit, names: ReadonlyArray<DetailName>): ReadonlyArray<FhirObject> =>
  names.flatMap((name) => unsureExtension(name, answersTo(visit, name)));
