import { expect, it } from "vitest";
import { readOutageEnd, readOutageStart } from "#forms/outage-times.ts";
import { addMinutes, epochMs } from "#core/time.ts";

const nowMs = epochMs(Date.UTC(2026, 10, 23, 15, 58));
const at = { nowMs, offsetMinAt: () => 60 };
const startedAtMs = addMinutes(nowMs, -15);

it("[OUTT1] takes now for an empty field, and says what it cannot take", () => {
  expect(readOutageStart("", at)).toEqual({ ok: true, value: nowMs });
  expect(readOutageStart("1643", at)).toEqual({ ok: true, value: startedAtMs });
  expect(readOutageStart("soon", at)).toEqual({ ok: false, error: { type: "NotRead" } });
  expect(readOutageStart("1730", at)).toEqual({ ok: false, error: { type: "InFuture" } });
});

it("[OUTT2] refuses an end before the start and a corrected start that is no earlier", () => {
  expect(readOutageEnd("1643", at, startedAtMs)).toEqual({ ok: true, value: startedAtMs });
  expect(readOutageEnd("1642", at, startedAtMs)).toEqual({ ok: false, error: { type: "BeforeStart" } });
  expect(readOutageStart("1643", at, startedAtMs)).toEqual({ ok: false, error: { type: "NotEarlier" } });
  expect(readOutageStart("1642", at, startedAtMs)).toEqual({ ok: true, value: addMinutes(startedAtMs, -1) });
});
