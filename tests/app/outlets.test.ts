import { expect, it } from "vitest";
import type { WardId } from "#core/log/record.ts";
import { isIn, type RecordRuns } from "#core/log/runs.ts";
import { epochMs } from "#core/time.ts";
import { outlets } from "#app/wiring/wiring.ts";
import { lightsOut1643 } from "#scenarios/lights-out-1643.ts";
import { playEvening } from "#tests/scenarios/pretend-log.ts";

const { log } = playEvening(lightsOut1643, { startMs: epochMs(Date.UTC(2026, 10, 23, 15, 43)) });
const visits = [...log.state().visits.values()];
const request = { wardId: "a".repeat(32) as WardId, state: log.state(), visits, isDrill: true, date: "2026-11-23", readOne: async () => null };
const isHeld = (held: RecordRuns, { device, seq }: { readonly device: string; readonly seq: number }): boolean =>
  held.some(([on, runs]) => on === device && isIn(runs, seq));
const records = visits.flatMap((file) => file.records);

it("[FLH1][OUTF1] every record that the FHIR file is said to have held is named in it as a source, and no other is", async () => {
  const { files, held, leftOut } = await outlets.fhir(request);
  const sources = new Set<string>();
  for (const line of (files[0]?.text ?? "").trim().split("\n")) {
    for (const { resource } of JSON.parse(line).entry) {
      for (const entity of resource.entity ?? []) if (entity.role === "source") sources.add(entity.what.identifier.value);
    }
  }
  for (const record of records) expect([record.id, isHeld(held, record)]).toEqual([record.id, sources.has(record.id)]);
  expect(leftOut).toHaveLength(1);
});

it("[FLH2][OUTF1] every record that the CSV file is said to have held is a line of the first file", async () => {
  const { files, held } = await outlets.csv(request);
  for (const record of records) expect([files[0]?.text.includes(record.id), isHeld(held, record)]).toEqual([true, true]);
  expect(files.map(({ name }) => name)).toEqual(
    ["-innforsler", "", "-telefon", "-malinger", "-medisiner", "-prover"].map((rest) => `vaktbok-ovelse-legevakt-2026-11-23${rest}.csv`),
  );
});

it("[OUTF1] of some visits only those are held", async () => {
  const { held } = await outlets.csv({ ...request, visits: visits.slice(0, 1) });
  for (const record of records) expect(isHeld(held, record)).toBe(visits[0]?.records.includes(record));
});
