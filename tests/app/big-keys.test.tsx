// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import "./dialogs.ts";
import { visitId } from "./board-ward.ts";
import { done, openChart } from "./visit-stage.tsx";
import type { Stage } from "./stage.tsx";

beforeEach(() => localStorage.clear());

const panel = () => within(screen.getByRole("region", { name: "Do" }));
const keys = () => within(screen.getByRole("group", { name: "Big keys" }));
const press = async ({ user }: Stage, ...names: ReadonlyArray<string>): Promise<void> => {
  // By what is written on it: names by role cost a tenth of a second each, and there are thirty keys to a look.
  for (const name of names) await user.click([...screen.getByRole("group", { name: "Big keys" }).querySelectorAll("button")].find((key) => (key.ariaLabel ?? key.getAttribute("aria-label") ?? key.textContent) === name)!);
};
const opened = async (): Promise<Stage> => {
  const stage = await openChart();
  await stage.user.keyboard("o");
  await stage.user.click(await screen.findByRole("button", { name: "Big keys" }));
  return stage;
};

it("[BGK1][BGK2][BGK3] a whole look by big keys alone, in its order, is what the form saves", async () => {
  const stage = await opened();
  await press(stage, "2", "2", "Next", "9", "4", "Next", "Oxygen", "1", "1", "2", "Stroke", "7", "0", "Next", "9", "6", "Next", "3", "8", "Decimal point", "4", "Next", "A Alert");
  expect(panel().getByText("7, high")).toBeVisible();
  expect(stage.feed.state().visits.get(visitId("kari"))!.visit.looks).toEqual([]);
  await press(stage, "Save observations");
  await done("Observations recorded");
  expect(stage.feed.state().visits.get(visitId("kari"))!.visit.looks.map(({ value }) => value)).toEqual([
    { measured: { respirationPerMin: 22, spo2Pct: 94, systolicMmHg: 112, diastolicMmHg: 70, pulsePerMin: 96, tempC: 38.4 }, breathing: "oxygen", consciousness: "A" },
  ]);
});

it("[BGK1] what stands in a field by another way is what the keys go on from, and rub out", async () => {
  const stage = await opened();
  await stage.user.type(panel().getByRole("textbox", { name: "Breathing rate" }), "18");
  await press(stage, "Rub out the last", "6");
  expect(panel().getByRole("textbox", { name: "Breathing rate" })).toHaveValue("16");
  await press(stage, "Rub out the last", "Rub out the last");
  expect(panel().getByRole("textbox", { name: "Breathing rate" })).toHaveValue("");
});

it("[BGK2] passed over stays empty, any step is one tap away, and a pressure has one stroke", async () => {
  const stage = await opened();
  await press(stage, "Pass over", "9", "7", "Back");
  await stage.user.click(keys().getByRole("button", { name: /^BT/ }));
  await press(stage, "Stroke", "1", "2", "0", "Stroke", "Stroke", "8", "0");
  expect(panel().getByRole("textbox", { name: "Blood pressure" })).toHaveValue("120/80");
  expect(panel().getByRole("textbox", { name: "SpO₂" })).toHaveValue("97");
  expect(panel().getByRole("textbox", { name: "Breathing rate" })).toHaveValue("");
});

it("[BGK2] a choice is taken back by the same key", async () => {
  const stage = await opened();
  await stage.user.click(keys().getByRole("button", { name: /^ACVPU/ }));
  await press(stage, "V Responds to voice");
  expect(panel().getByRole("radio", { name: "V Responds to voice" })).toBeChecked();
  await press(stage, "V Responds to voice");
  expect(panel().getByRole("radio", { name: "V Responds to voice" })).not.toBeChecked();
});

it("[BGK3] the device remembers them until they are put away", async () => {
  const stage = await opened();
  await stage.user.keyboard("{Escape}o");
  expect(await screen.findByRole("group", { name: "Big keys" })).toBeVisible();
  await stage.user.click(screen.getByRole("button", { name: "Big keys" }));
  await stage.user.keyboard("{Escape}o");
  expect(screen.queryByRole("group", { name: "Big keys" })).toBeNull();
});

it("[BGK3] the press that leads to the last step, and its glove's second tap, save nothing", async () => {
  const stage = await opened();
  await press(stage, "1", "8");
  await stage.user.click(keys().getByRole("button", { name: /^T/ }));
  await press(stage, "Pass over");
  await press(stage, "Save observations");
  expect(stage.feed.state().visits.get(visitId("kari"))!.visit.looks).toEqual([]);
  expect(screen.getByRole("group", { name: "Big keys" })).toBeVisible();
});
