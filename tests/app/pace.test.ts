import { expect, it } from "vitest";
import { createClock } from "#app/clock.ts";
import { createPace } from "#app/routes/drill/pace.ts";

it("[PACE1] a change of pace moves no time, it only runs faster or slower from there", () => {
  let deviceMs = 1_000;
  const pace = createPace({ wallMs: () => 5_000_000 + deviceMs, steadyMs: () => deviceMs });
  const clock = createClock(pace);
  const startMs = clock.nowMs();
  deviceMs += 10_000;
  expect(clock.nowMs() - startMs).toBe(10_000);
  pace.setSpeed(20);
  expect(clock.nowMs() - startMs).toBe(10_000);
  deviceMs += 1_000;
  expect(clock.nowMs() - startMs).toBe(30_000);
  pace.setSpeed(1);
  deviceMs += 1_000;
  expect(clock.nowMs() - startMs).toBe(31_000);
  expect(clock.jumpMs()).toBeNull();
});

it("[PACE2] time is only skipped forward", () => {
  const pace = createPace({ wallMs: () => 0, steadyMs: () => 0 });
  pace.skip(500);
  pace.skip(-400);
  expect(pace.steadyMs()).toBe(500);
});
