import { expect, it } from "vitest";
import { createClock } from "#app/clock.ts";

const start = Date.UTC(2026, 10, 23, 15, 43);
const hands = () => {
  let wallMs = start;
  let steadyMs = 5_000;
  return {
    clock: createClock({ wallMs: () => wallMs, steadyMs: () => steadyMs }),
    pass: (ms: number) => { wallMs += ms; steadyMs += ms; },
    setWall: (ms: number) => { wallMs = ms; },
  };
};

it("[CLK1] a wall clock set back a day moves no wait", () => {
  const { clock, pass, setWall } = hands();
  pass(60_000);
  setWall(start - 24 * 3_600_000);
  expect(clock.nowMs()).toBe(start + 60_000);
  pass(1_000);
  expect(clock.nowMs()).toBe(start + 61_000);
});

it("[CLK2] a jump is told, in both directions, and a nudge is not", () => {
  const { clock, setWall } = hands();
  expect(clock.jumpMs()).toBeNull();
  setWall(start + 20_000);
  expect(clock.jumpMs()).toBeNull();
  setWall(start - 3_600_000);
  expect(clock.jumpMs()).toBe(-3_600_000);
  setWall(start + 3_600_000);
  expect(clock.jumpMs()).toBe(3_600_000);
  setWall(start + 3_600_000 + 5_000);
  expect(clock.jumpMs()).toBe(3_600_000);
});

it("[CLK3] after forty minutes asleep, in which the counter stood still, the wait is forty minutes longer", () => {
  const { clock, pass, setWall } = hands();
  pass(60_000);
  setWall(start + 41 * 60_000);
  expect(clock.nowMs()).toBe(start + 41 * 60_000);
  pass(1_000);
  expect(clock.nowMs()).toBe(start + 41 * 60_000 + 1_000);
  setWall(start);
  expect(clock.nowMs()).toBe(start + 41 * 60_000 + 1_000);
});
