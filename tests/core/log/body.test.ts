import fc from "fast-check";
import { expect, it } from "vitest";
import { bodyText, readBody } from "#core/log/body.ts";
import type { DeviceId, RecordBody } from "#core/log/record.ts";
import type { StaffId } from "#core/staff/actor.ts";
import { epochMs } from "#core/time.ts";

const body: RecordBody = {
  actor: { name: "Kari Nordmann", role: "nurse", staffId: "7" as StaffId },
  atMs: epochMs(1),
  wroteMs: epochMs(2),
  seen: [["a" as DeviceId, 3]],
  event: { type: "v9.NotKnownYet", deep: [{ æ: "ø" }, null] },
};

it("[BDY1] reads back as it was written, whatever the event", () => {
  expect(readBody(JSON.parse(bodyText(body)))).toEqual(body);
  fc.assert(
    fc.property(fc.jsonValue(), (event) => {
      const plain: unknown = JSON.parse(JSON.stringify(event));
      expect(readBody(JSON.parse(bodyText({ ...body, event: plain })))).toEqual({ ...body, event: plain });
    }),
  );
});

it("[BDY2] reads a role of a newer program as another one, and leaves out fields it does not know", () => {
  const newer = { ...body, mood: "calm", actor: { name: "Ola", role: "paramedic", badge: 3 } };
  expect(readBody(newer)).toEqual({ ...body, actor: { name: "Ola", role: "other" } });
});

it("[BDY3] is no body without an actor, two times and a causal vector", () => {
  const wrong: ReadonlyArray<Readonly<Record<string, unknown>>> = [{ actor: null }, { actor: { name: "Ola" } }, { atMs: "1" }, { wroteMs: 1.5 }, { seen: null }, { seen: [["a"]] }, { seen: [["a", "3"]] }];
  for (const change of wrong) expect([change, readBody({ ...body, ...change })]).toEqual([change, null]);
  for (const raw of [null, "x", 1, []]) expect(readBody(raw)).toBeNull();
});
