import { expect, it } from "vitest";
import { readEvent } from "#core/log/read-event.ts";
import type { LogRecord } from "#core/log/record.ts";
import { visitOf } from "#core/visit/visit.ts";
import type { VisitRecord } from "#core/visit/strikes.ts";
import { timelineOf } from "#projections/timeline.ts";
import { alone, arrived, at, device, instead, nurse, placed, recordId, recordsOf, seen, stampAt, struck, theVisit, triaged } from "../core/visit/given.ts";

const fileOf = (records: ReadonlyArray<VisitRecord>) => ({ visit: visitOf(theVisit, records), records });
const strange = (visit: string): LogRecord => ({
  id: recordId(`C-${visit}`), device: device("C"), seq: 1, stamp: stampAt(at("18:02"), 0), actor: nurse,
  atMs: at("18:01"), wroteMs: at("18:02"), seen: [], event: readEvent({ type: "v9.Weighed", visit, weightKg: 71 }),
});

it("[TML1] a record of an unknown type stands at its own time; another visit's does not", () => {
  const records = recordsOf(arrived(), placed("Rom 1", { at: "18:05" }));
  const entries = timelineOf(fileOf(records), [strange("another"), strange(theVisit)]);
  expect(entries.map((entry) => (entry.is === "line" ? entry.line.id : entry.record.id))).toEqual(["A2", `C-${theVisit}`, "A1"]);
});

it("[TML2] a line says on which device it was written, and which line it stands instead of", () => {
  const records = recordsOf(arrived(), triaged("red", { on: "B" }), struck("B1", {}, "correction", "wrong key"), instead(triaged("green"), "B1"));
  const lines = timelineOf(fileOf(records), []).flatMap((entry) => (entry.is === "line" ? [entry] : []));
  expect(lines.map(({ line, device: on, insteadOf }) => [line.id, on, insteadOf?.id ?? null])).toEqual([["A3", "A", "B1"], ["B1", "B", null], ["A1", "A", null]]);
});

it("[TML3] a strike that was taken back, and one that waits, are told apart", () => {
  const idleOf = (records: ReadonlyArray<VisitRecord>, id: string) =>
    timelineOf(fileOf(records), []).flatMap((entry) => (entry.is === "line" && entry.line.id === id ? entry.idle.map((one) => one.is) : []));
  expect(idleOf(recordsOf(arrived(), triaged("red"), struck("A2"), struck("A3")), "A2")).toEqual(["takenBack"]);
  expect(idleOf(recordsOf(arrived(), seen({ on: "B" }), struck("A1", { knowing: {} })), "A1")).toEqual(["waiting"]);
  expect(idleOf(recordsOf(arrived(), placed("Rom 1", alone("B"))), "A1")).toEqual([]);
});
