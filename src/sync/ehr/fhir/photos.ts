/**
 * A photo as DocumentReference: the picture itself in the attachment, with its size and its hash.
 *
 * - FPH1 The bytes are those that were saved; size and hash are reckoned from them, the hash as R4 has it: SHA-1, for finding a
 *   fault on the way. Nobody trusts it.
 * - FPH2 Where the picture is not here, the document stands with what is said of it, and says that the picture is missing.
 * - FPH3 `date` is when it was written, the period and the attachment's own time when it was taken.
 */
import type { Photo } from "#core/clinical/photo.ts";
import { fhirText, instant, type FhirObject } from "./json.ts";
import { keyOf, type FactRecord, type Part, type VisitPlan } from "./plan.ts";
import { performerOf } from "./provenance.ts";
import { sha1 } from "./sha1.ts";
import { systems } from "./systems.ts";

const kinds = { paper: "Photo of a paper", wound: "Photo of a wound", other: "Photo" } as const satisfies { readonly [K in NonNullable<Photo["of"]>]: string };

export const photosOf = (record: FactRecord, plan: VisitPlan): ReadonlyArray<{ readonly part: Part; readonly resource: FhirObject }> => {
  if (record.event.type !== "v1.PhotoTaken") return [];
  const { photo, jpeg } = record.event;
  const words = fhirText(photo.words);
  const kind = kinds[photo.of ?? "other"];
  const bytes = jpeg === undefined ? null : bytesOf(jpeg);
  const resource = {
    resourceType: "DocumentReference",
    identifier: [{ system: systems.recordId, value: keyOf(record.id, "photo") }],
    status: "current",
    docStatus: "final",
    type: { text: kind },
    subject: { reference: plan.urnOf(plan.anchor, "patient") },
    date: instant(record.wroteMs),
    author: [performerOf(record.actor)],
    description: bytes === null ? [words, "The picture itself is not in this file."].filter((one) => one !== undefined).join(". ") : words,
    content: [{ attachment: { contentType: photo.mime, ...(bytes === null ? {} : { data: base64(bytes), size: bytes.length, hash: base64(sha1(bytes)) }), title: words ?? kind, creation: instant(record.atMs) } }],
    context: { encounter: [{ reference: plan.urnOf(plan.anchor, "encounter") }], period: { start: instant(record.atMs), end: instant(record.atMs) } },
  };
  return [{ part: "photo", resource }];
};

/** null: not base64, or nothing in it. */
const bytesOf = (text: string): Uint8Array | null => {
  try {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return bytes.length === 0 ? null : bytes;
  } catch {
    return null;
  }
};

const chunk = 0x8000;

const base64 = (bytes: Uint8Array): string => {
  let text = "";
  for (let at = 0; at < bytes.length; at += chunk) text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(text);
};
