import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { known } from "#core/answer.ts";
import type { VisitEvent, VisitId } from "#core/visit/events.ts";
import { emptyState } from "#projections/ward-state.ts";
import { visitToBundles } from "#sync/ehr/fhir/bundle.ts";
import { fhirFile } from "#sync/ehr/fhir/file.ts";
import { anyVisit } from "../any-visit.ts";
import { arrived, fileOf, given, idOf, recordsOf, triaged, visitId, type Told } from "../given-visit.ts";
import { entriesOf, resourcesOf, sha256Hex, sourceOf } from "./sources.ts";

const bundlesOf = (...told: ReadonlyArray<Told>) => visitToBundles(given(...told), sourceOf(emptyState), sha256Hex);
const looks = (count: number): ReadonlyArray<Told> => Array.from({ length: count }, (_, nth) => ({ event: triaged(2), minute: nth + 1 }));
const strike = (nth: number, minute: number): Told => ({ event: { type: "v1.Struck", visit: visitId, target: idOf("device-a", nth), as: "undo", why: "" }, minute });

describe("what counts", () => {
  it("[FPL1] a corrected arrival is the same patient and the same visit", async () => {
    const keys = async (...told: ReadonlyArray<Told>) => entriesOf((await bundlesOf(...told))[0]).slice(0, 2).map(({ fullUrl, request }) => [fullUrl, request.ifNoneExist]);
    const corrected: VisitEvent = { ...arrived({ name: known("Ågot Sildreløv") }), corrects: idOf("device-a", 1) } as VisitEvent;
    expect(await keys({ event: arrived() }, strike(1, 4), { event: corrected, minute: 4 })).toEqual(await keys({ event: arrived() }));
  });

  it("[FPL2] what was struck is no observation and no provenance of its own; a strike that was struck brings it back", async () => {
    const observations = async (...told: ReadonlyArray<Told>) => resourcesOf(await bundlesOf({ event: arrived() }, { event: triaged(3), minute: 2 }, ...told), "Observation").length;
    expect(await observations()).toBe(1);
    expect(await observations(strike(2, 3))).toBe(0);
    expect(await observations(strike(2, 3), strike(3, 4))).toBe(1);
    const sources = JSON.stringify(resourcesOf(await bundlesOf({ event: arrived() }, { event: triaged(3), minute: 2 }, strike(2, 3)), "Provenance"));
    expect(sources).toContain(`"role":"removal","what":{"identifier":{"system":"https://vaktbok.no/fhir/record","value":"${idOf("device-a", 2)}"`);
    expect(sources).not.toContain(`"role":"source","what":{"identifier":{"system":"https://vaktbok.no/fhir/record","value":"${idOf("device-a", 2)}"`);
  });

  it("[FPL3] what one person wrote in one go is told together, what another wrote is not", async () => {
    const provenances = async (...told: ReadonlyArray<Told>) => resourcesOf(await bundlesOf({ event: arrived() }, ...told), "Provenance").length;
    expect(await provenances({ event: triaged(2) })).toBe(1);
    expect(await provenances({ event: triaged(2), minute: 1 })).toBe(2);
    expect(await provenances({ event: triaged(2), by: { name: "Ikram Lønnetre", role: "nurse" } })).toBe(2);
  });

  it("[FPL4] a void visit, and one whose arrival is not here, give nothing", async () => {
    expect(await bundlesOf({ event: arrived() }, strike(1, 1))).toEqual([]);
    expect(await bundlesOf({ event: triaged(2) })).toEqual([]);
  });
});

describe("as a transaction", () => {
  it("[FHB1] exported again, not a byte differs", async () => {
    const told = [{ event: arrived({ name: known("Åse") }) }, ...looks(5)];
    expect(JSON.stringify(await bundlesOf(...told))).toBe(JSON.stringify(await bundlesOf(...told)));
  });

  it("[FHB2] a long visit is more than one bundle, each of at most eight with patient and encounter first", async () => {
    const bundles = await bundlesOf({ event: arrived() }, ...looks(9));
    expect(bundles.map((bundle) => entriesOf(bundle).length)).toEqual([7, 8, 8, 4]);
    for (const bundle of bundles) expect(entriesOf(bundle).slice(0, 2)).toEqual(entriesOf(bundles[0]).slice(0, 2));
    expect(resourcesOf(bundles, "Observation")).toHaveLength(9);
  });

  it("[FHB3] a receiver that honours the keys has each resource once, however often it is sent", async () => {
    const stored = new Set<string>();
    const sent = [...(await bundlesOf({ event: arrived() }, ...looks(3))), ...(await bundlesOf({ event: arrived() }, ...looks(5)))].flatMap(entriesOf);
    for (const { request } of sent) stored.add(request.ifNoneExist);
    expect(sent.length).toBeGreaterThan(20);
    expect(stored.size).toBe(2 + 6 + 5);
  });

  it("[FHB4] a drill is marked on the bundle and on every resource; the real thing is not", async () => {
    const marks = async (isDrill: boolean) => JSON.stringify(await visitToBundles(given({ event: arrived() }, ...looks(2)), sourceOf(emptyState, isDrill), sha256Hex)).split("HTEST").length - 1;
    expect(await marks(true)).toBe(1 + 7);
    expect(await marks(false)).toBe(0);
  });

  it("[FHB5] the national number stands in the patient and nowhere else", async () => {
    const text = JSON.stringify(await bundlesOf({ event: arrived({ nationalNumber: known("13097248022") }) }, ...looks(2)));
    const [patient] = resourcesOf(await bundlesOf({ event: arrived({ nationalNumber: known("13097248022") }) }), "Patient");
    expect(text.split("13097248022").length - 1).toBe(1);
    expect(JSON.stringify(patient)).toContain("13097248022");
  });
});

it("[FHB1] records that came in another order, some of them twice, give the same bytes", async () => {
  const shuffled = anyVisit.chain((file) => fc.tuple(fc.constant(file), fc.shuffledSubarray([...file.records], { minLength: file.records.length }), fc.nat(3)));
  await fc.assert(
    fc.asyncProperty(shuffled, async ([file, records, again]) => {
      const bytes = async (one: typeof file): Promise<string> => JSON.stringify(await visitToBundles(one, sourceOf(emptyState), sha256Hex));
      expect(await bytes(fileOf(records))).toBe(await bytes(file));
      const known = new Map([...records, ...records.slice(0, again)].map((record) => [record.id, record]));
      expect(await bytes(fileOf([...known.values()]))).toBe(await bytes(file));
    }),
    { numRuns: 100 },
  );
});

describe("as a file", () => {
  const other = (minute: number, id: string) => {
    const records = recordsOf([{ event: arrived(), minute }]).map((record) => ({ ...record, id: idOf(id, 1), event: { ...record.event, visit: id as VisitId } }));
    return { ...fileOf(records), visit: { ...fileOf(records).visit, id: id as VisitId } };
  };
  const options = { ...sourceOf(emptyState), date: "2026-01-20", sha256Hex };

  it("[FHF1] visits stand in order of arrival, one bundle a line; a bundle alone is plain JSON", async () => {
    const [early, late] = [other(1, "early"), other(9, "late")];
    const file = await fhirFile([late, early], options);
    expect(file).toMatchObject({ name: "vaktbok-legevakt-2026-01-20.fhir.json", mediaType: "application/fhir+ndjson", visits: 2, leftOut: [] });
    expect(await fhirFile([early, late], options)).toEqual(file);
    const starts = file.text.trimEnd().split("\n").map((line) => entriesOf(JSON.parse(line))[1]?.resource["period"]);
    expect(starts).toEqual([{ start: "2026-01-20T15:44:00.000Z" }, { start: "2026-01-20T15:52:00.000Z" }]);
    const alone = await fhirFile([early], options);
    expect(alone.mediaType).toBe("application/fhir+json");
    expect(JSON.parse(alone.text)).toMatchObject({ resourceType: "Bundle", type: "transaction" });
  });

  it("[FHF2] a visit that gives no bundle is named as left out", async () => {
    const struck = given({ event: arrived() }, strike(1, 1));
    expect(await fhirFile([struck, other(1, "early")], options)).toMatchObject({ visits: 1, leftOut: [visitId] });
  });
});
