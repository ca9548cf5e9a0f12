import { expect, it } from "vitest";
import type { Because } from "#core/ward/triage-set.ts";
import { emptyState } from "#projections/ward-state.ts";
import { visitToBundles } from "#sync/ehr/fhir/bundle.ts";
import { arrived, given, triaged } from "../given-visit.ts";
import { resourcesOf, sha256Hex, sourceOf } from "./sources.ts";

const because: Because = { complaint: "Brystsmerter", text: "Sterke smerter\u0007", level: 2, set: { name: "Prøvesett", version: "1" } };
const levelSaid = async (why?: Because) => {
  const event = { ...triaged(3), ...(why === undefined ? {} : { because: why }) };
  return resourcesOf(await visitToBundles(given({ event: arrived() }, { event, minute: 5 }), sourceOf(emptyState), sha256Hex), "Observation")[0];
};

it("[FOB4] what was chosen from the triage set is a note; the value is the level as the nurse said it", async () => {
  const observation = await levelSaid(because);
  expect(observation?.["note"]).toEqual([{ text: "Brystsmerter: Sterke smerter. Etter Prøvesett 1, som gir nivå 2." }]);
  expect(observation).toMatchObject({ valueCodeableConcept: { coding: [{ code: "3" }] } });
  expect(await levelSaid()).not.toHaveProperty("note");
});
