// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { ClockAlarm } from "#app/frame/clock-doubt.tsx";
import { DayClock } from "#app/frame/outage-clock.tsx";
import { takeIn } from "./board-ward.ts";
import { openStage, type Stage, type StageOptions } from "./stage.tsx";

const jumped = "The clock of this device has jumped. Times may be wrong. Set it right, and load the page anew.";
const behind = /^The clock of this device stands before something that is written here/;
const alarm = (): string => document.querySelector("p[role=status]")?.textContent ?? "";
const open = (options: StageOptions = {}): Promise<Stage> => openStage(<><ClockAlarm /><DayClock /></>, options);

it("[CLKD1] an hour asleep is marked beside the time and no more; set back, or a year ahead, is said in a sentence", async () => {
  const { clock } = await open();
  expect(screen.queryByText("Clock?")).toBeNull();
  clock.jump(60);
  expect(screen.getByText("Clock?")).toBeTruthy();
  expect(alarm()).toBe("");
  clock.jump(-24 * 60);
  expect([screen.getByText("Clock?").textContent, alarm()]).toEqual([`Clock?${jumped}`, jumped]);
  clock.jump(365 * 24 * 60);
  expect(alarm()).toBe(jumped);
});

it("[CLKD2] a clock that stands before what is written about somebody here is said in a sentence after a start too", async () => {
  const { clock } = await open({
    before: async (feed, at) => {
      at.pass(365 * 24 * 60);
      await takeIn(feed, at, [{ id: "ann", agoMin: 0 }]);
      at.pass(-365 * 24 * 60);
    },
  });
  expect(alarm()).toMatch(behind);
  expect(screen.getByText("Clock?")).toBeTruthy();
  clock.pass(365 * 24 * 60);
  expect(alarm()).toBe("");
});
