import { describe, expect, it } from "vitest";
import { known } from "#core/answer.ts";
import type { Found } from "#core/clinical/found.ts";
import type { Born } from "#core/identity/born.ts";
import { emptyState } from "#projections/ward-state.ts";
import { visitToBundles } from "#sync/ehr/fhir/bundle.ts";
import { arrived, given, visitId } from "../given-visit.ts";
import { entriesOf, resourcesOf, sha256Hex, sourceOf } from "./sources.ts";

const grown = { born: known<Born>({ is: "year", year: 1960 }) };
const whole: Found = {
  measured: { respirationPerMin: 22, spo2Pct: 94, oxygenLPerMin: 4, systolicMmHg: 112, diastolicMmHg: 70, pulsePerMin: 96, tempC: 38.4, painOf10: 6, glucoseMmolL: 6.1, weightKg: 71.5 },
  breathing: "oxygen", consciousness: "A", gcs: { eye: 4, verbal: 5, motor: 6 },
};
const bundlesOf = (found: Found, details = grown) =>
  visitToBundles(given({ event: arrived(details) }, { event: { type: "v1.Observed", visit: visitId, found }, minute: 5, lateMin: 20 }), sourceOf(emptyState), sha256Hex);
const observations = async (found: Found, details = grown) => resourcesOf(await bundlesOf(found, details), "Observation");
const coded = async (found: Found, code: string, details = grown) => {
  const all = await observations(found, details);
  return all.find((one) => JSON.stringify(one["code"]).includes(`"${code}"`));
};

describe("what was measured", () => {
  it("[FVI1] each value is its own Observation, with LOINC and a UCUM unit, of when it happened and when it was written", async () => {
    expect(await coded({ measured: { tempC: 38.4 } }, "8310-5")).toMatchObject({
      resourceType: "Observation", status: "final", category: [{ coding: [{ code: "vital-signs" }] }],
      effectiveDateTime: "2026-01-20T15:48:00.000Z", issued: "2026-01-20T16:08:00.000Z",
      valueQuantity: { value: 38.4, unit: "°C", system: "http://unitsofmeasure.org", code: "Cel" },
    });
  });

  it("[FVI1] a pressure is one of two parts; the one that is not known has a reason", async () => {
    expect(await coded({ measured: { systolicMmHg: 95 } }, "85354-9")).toMatchObject({
      component: [{ valueQuantity: { value: 95, code: "mm[Hg]" } }, { dataAbsentReason: { coding: [{ code: "not-performed" }] } }],
    });
  });

  it("[FVI1] a whole look needs more than one bundle, each with a Provenance for its own, and nothing is in two", async () => {
    const bundles = await bundlesOf(whole);
    expect(bundles.every((bundle) => entriesOf(bundle).length <= 8)).toBe(true);
    const keys = resourcesOf(bundles, "Observation").map((one) => JSON.stringify(one["identifier"]));
    expect(keys).toHaveLength(13);
    expect(new Set(keys).size).toBe(13);
    const provenances = resourcesOf(bundles, "Provenance");
    const targets = provenances.flatMap((one) => one["target"]).map((target) => JSON.stringify(target));
    expect(new Set(targets).size).toBe(targets.length);
    expect(new Set(provenances.map((one) => JSON.stringify(one["meta"]))).size).toBe(provenances.length);
  });

  it("[FVI2] NEWS2 goes with its parts when it is complete and for this patient, and else not at all", async () => {
    const news2 = "1104051000000101";
    expect(await coded(whole, news2)).toMatchObject({ valueInteger: 7 });
    expect((await coded(whole, news2))?.["component"]).toHaveLength(7);
    const { breathing: _, ...unsaid } = whole;
    expect(await coded(unsaid, news2)).toBeUndefined();
    expect(await coded(whole, news2, { born: known<Born>({ is: "year", year: 2020 }) })).toBeUndefined();
  });

  it("[FVI3] who told it, and that a weight is a guess, is the method", async () => {
    expect(await coded({ measured: { weightKg: 70 }, by: "relative", weightIs: "estimated" }, "29463-7")).toMatchObject({
      method: { coding: [{ code: "relative" }, { code: "weight-estimated" }], text: "source: relative, weight estimated" },
    });
  });

  it("[FVI3] a guess of the weight is no guess of the pulse", async () => {
    expect((await coded({ measured: { weightKg: 70, pulsePerMin: 72 }, weightIs: "estimated" }, "8867-4"))?.["method"]).toBeUndefined();
  });

  it("[FVI4] a remark goes with the first value, and alone where there is none", async () => {
    const all = await observations({ measured: { pulsePerMin: 72, tempC: 37 }, remark: "blek" });
    expect(all.map((one) => one["note"])).toEqual([[{ text: "blek" }], undefined]);
    expect(await observations({ measured: {}, remark: "urolig" })).toMatchObject([{ valueString: "urolig" }]);
  });

  it("[FOB3] pregnant, not pregnant and asked in vain are three", async () => {
    const of = async (pregnant: "yes" | "no" | null) => {
      const [bundle] = await visitToBundles(given({ event: arrived({ pregnant: pregnant === null ? { is: "unknown" } : known(pregnant) }) }), sourceOf(emptyState), sha256Hex);
      return resourcesOf([bundle!], "Observation")[0];
    };
    expect(await of("yes")).toMatchObject({ valueCodeableConcept: { text: "Pregnant" } });
    expect(await of("no")).toMatchObject({ valueCodeableConcept: { text: "Not pregnant" } });
    expect(await of(null)).toMatchObject({ dataAbsentReason: { coding: [{ code: "asked-unknown" }] } });
  });
});
