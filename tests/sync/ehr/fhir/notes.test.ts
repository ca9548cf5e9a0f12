import { expect, it } from "vitest";
import type { Note } from "#core/clinical/note.ts";
import { emptyState } from "#projections/ward-state.ts";
import { visitToBundles } from "#sync/ehr/fhir/bundle.ts";
import { arrived, given, visitId } from "../given-visit.ts";
import { resourcesOf, sha256Hex, sourceOf } from "./sources.ts";

const documentOf = async (note: Note) => {
  const bundles = await visitToBundles(given({ event: arrived() }, { event: { type: "v1.Noted", visit: visitId, note }, minute: 5, lateMin: 20 }), sourceOf(emptyState), sha256Hex);
  return resourcesOf(bundles, "DocumentReference")[0];
};
const textIn = (document: Awaited<ReturnType<typeof documentOf>>): string => {
  const [{ attachment }] = document!["content"] as readonly [{ readonly attachment: { readonly data: string } }];
  return Buffer.from(attachment.data, "base64").toString("utf8");
};

it("[FNT1] the text is whole, letters, signs and line breaks", async () => {
  expect(textIn(await documentOf({ text: "Urolig, blek.\nÅndenød 🫀" }))).toBe("Urolig, blek.\nÅndenød 🫀");
});

it("[FNT1] each part of a handover stands under its name", async () => {
  expect(textIn(await documentOf({ text: "Ring ved endring", situation: "Brystsmerter", recommendation: "EKG hvert 15. min" }))).toBe(
    "Ring ved endring\n\nSituasjon: Brystsmerter\n\nTilråding: EKG hvert 15. min",
  );
});

it("[FNT2] when it was written and when it happened are two times", async () => {
  expect(await documentOf({ text: "Blek" })).toMatchObject({ date: "2026-01-20T16:08:00.000Z", context: { period: { start: "2026-01-20T15:48:00.000Z" } } });
});

it("[FNT1] a note of spaces is no document", async () => {
  expect(await documentOf({ text: " " })).toBeUndefined();
});
