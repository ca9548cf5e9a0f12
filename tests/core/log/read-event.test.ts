import fc from "fast-check";
import { expect, it } from "vitest";
import { readEvent } from "#core/log/read-event.ts";

it("[READ1] lifts an older version, step by step, to today's", () => {
  const lifts = {
    "v0.DowntimeBegun": (raw: Readonly<Record<string, unknown>>) => ({ type: "v0.DowntimeOpened", downtime: raw["id"] }),
    "v0.DowntimeOpened": (raw: Readonly<Record<string, unknown>>) => ({ ...raw, type: "v1.DowntimeDeclared" }),
  };
  expect(readEvent({ type: "v0.DowntimeBegun", id: "d" }, lifts)).toEqual({ type: "v1.DowntimeDeclared", downtime: "d" });
});

it("[READ1] ends, when lifts go round in a ring", () => {
  const lifts = { "v0.A": () => ({ type: "v0.B" }), "v0.B": () => ({ type: "v0.A" }) };
  expect(readEvent({ type: "v0.A" }, lifts)).toMatchObject({ type: "unknown", was: "v0.A" });
});

it("[READ2] keeps a type it does not know, whole", () => {
  const raw = { type: "v7.VitalsMeasured", pulse: 80, deep: { a: [1] } };
  expect(readEvent(raw)).toEqual({ type: "unknown", was: "v7.VitalsMeasured", raw });
});

it("[READ2] takes any JSON at all, and breaks on none", () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.record({ type: fc.constantFrom("toString", "__proto__", "constructor", "v1.Arrived") })), (raw) => {
      expect(readEvent(raw)).toMatchObject({ type: "unknown", raw });
    }),
  );
});

it("[READ3] takes a known type whose content does not fit for unknown", () => {
  expect(readEvent({ type: "v1.DowntimeDeclared" })).toMatchObject({ type: "unknown", was: "v1.DowntimeDeclared" });
  expect(readEvent({ type: "v1.DowntimeDeclared", downtime: "d", later: 1 })).toEqual({ type: "v1.DowntimeDeclared", downtime: "d", later: 1 });
});
