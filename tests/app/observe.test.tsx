// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { known } from "#core/answer.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import { addMinutes } from "#core/time.ts";
import type { Born } from "#core/identity/born.ts";
import { takeIn, visitId } from "./board-ward.ts";
import type { Stage } from "./stage.tsx";
import { done, kari, line, openChart } from "./visit-stage.tsx";

const field = (name: string): HTMLElement => within(screen.getByRole("region", { name: "Do" })).getByRole("textbox", { name });
const open = async (stage: Stage): Promise<void> => {
  await stage.user.keyboard("o");
  await waitFor(() => expect(field("All on one line")).toHaveFocus());
};
const looks = ({ feed }: Stage) => feed.state().visits.get(visitId("kari"))!.visit.looks.map(({ value }) => value);

it("[OBP1] one line fills the fields as it is typed; what it no longer says is taken back, what was typed beside it stays", async () => {
  const stage = await openChart();
  await open(stage);
  await stage.user.type(field("All on one line"), "18 97 120/80 72 37,2 A");
  expect(field("Breathing rate")).toHaveValue("18");
  expect(field("Blood pressure")).toHaveValue("120/80");
  expect(screen.getByRole("radio", { name: "A Alert" })).toBeChecked();
  await stage.user.type(field("Pain"), "3");
  await stage.user.clear(field("All on one line"));
  await stage.user.type(field("All on one line"), "18 97");
  expect(field("Pulse")).toHaveValue("");
  expect(field("SpO₂")).toHaveValue("97");
  expect(field("Pain")).toHaveValue("3");
});

it("[OBP1] what was put right by hand is not put wrong again by the next letter on the line, and a chosen chip stays", async () => {
  const stage = await openChart();
  await open(stage);
  await stage.user.click(screen.getByRole("radio", { name: "A Alert" }));
  await stage.user.type(field("All on one line"), "18 97 120/80 72");
  await stage.user.clear(field("Pulse"));
  await stage.user.type(field("Pulse"), "112");
  await stage.user.type(field("All on one line"), " 37,2 p");
  expect(field("Pulse")).toHaveValue("112");
  expect(screen.getByRole("radio", { name: "A Alert" })).toBeChecked();
  await stage.user.clear(field("All on one line"));
  expect(field("Pulse")).toHaveValue("112");
  expect(field("Temperature")).toHaveValue("");
});

it("[OBP4] Enter pressed twice writes one look", async () => {
  const stage = await openChart();
  await open(stage);
  await stage.user.keyboard("18 97");
  const form = field("All on one line").closest("form")!;
  fireEvent.submit(form);
  fireEvent.submit(form);
  await done("Observations recorded");
  expect(looks(stage)).toHaveLength(1);
});

it("[LKC3] a later look at one thing does not hide the last whole score, which says of when it is", async () => {
  const whole = { measured: { respirationPerMin: 22, spo2Pct: 94, systolicMmHg: 112, pulsePerMin: 96, tempC: 38.4 }, breathing: "oxygen", consciousness: "A" } as const;
  await openChart([kari], {
    before: async (feed, clock) => {
      await takeIn(feed, clock, [kari]);
      const atMs = addMinutes(clock.nowMs(), -20);
      await feed.ask(visitId("kari"), [{ type: "Observe", found: whole, atMs }], nobodyYet);
      await feed.ask(visitId("kari"), [{ type: "Observe", found: { measured: { pulsePerMin: 88 } }, atMs: addMinutes(atMs, 10) }], nobodyYet);
    },
  });
  const card = screen.getByRole("region", { name: "Observations over time" }).textContent;
  expect(card).toMatch(/7, high 16:38.*≥ 0, incomplete 16:48/);
  expect(line(/22 \/min/).textContent).toContain("NEWS27, high");
});

it("[OBP1][OBF2] Enter on the line saves the look, with what was not understood in its remark, at the time beside the deeds", async () => {
  const stage = await openChart();
  await open(stage);
  await stage.user.keyboard("18 97 120/80 72 37,2 A blek{Enter}");
  await done("Observations recorded");
  expect(looks(stage)).toEqual([
    { measured: { respirationPerMin: 18, spo2Pct: 97, systolicMmHg: 120, diastolicMmHg: 80, pulsePerMin: 72, tempC: 37.2 }, consciousness: "A", remark: "blek" },
  ]);
  expect(line(/Observations/).textContent).toContain("Blood pressure120/80 mmHg");
  expect(line(/Observations/).textContent).toContain("Remarkblek");
});

it("[OBP2] the score stands with its parts while it is filled, incomplete and then whole, and leaves the level alone", async () => {
  const born = known<Born>({ is: "year", year: 1950 });
  const stage = await openChart([kari], {
    before: async (feed, clock) => {
      await takeIn(feed, clock, [kari]);
      await feed.ask(visitId("kari"), [{ type: "SetDetails", details: { born }, atMs: clock.nowMs() }], nobodyYet);
    },
  });
  await open(stage);
  const panel = within(screen.getByRole("region", { name: "Do" }));
  await stage.user.keyboard("22 94 112/70 96 38,4 A");
  expect(panel.getByText("≥ 5, incomplete")).toBeVisible();
  expect(panel.getAllByText("missing")).toHaveLength(1);
  await stage.user.click(panel.getByRole("radio", { name: "Oxygen" }));
  expect(panel.getByText("7, high")).toBeVisible();
  expect(panel.getByText(/Royal College of Physicians 2017. It never sets the level/)).toBeVisible();
  await stage.user.click(panel.getByRole("button", { name: "Save observations" }));
  await done("Observations recorded");
  expect(stage.feed.state().visits.get(visitId("kari"))!.visit.triage?.map(({ value }) => value.level)).toEqual([2]);
});

it("[OBP3] a look with nothing in it is not written", async () => {
  const stage = await openChart();
  await open(stage);
  await stage.user.keyboard("{Enter}");
  expect(await screen.findByText("Write at least one value.")).toBeVisible();
  expect(looks(stage)).toEqual([]);
});

it("[LKC1][LKC2] each measure has its picture and last value, read out value by value, and a child's has no band", async () => {
  const stage = await openChart([kari], {
    before: async (feed, clock) => {
      await takeIn(feed, clock, [kari]);
      const atMs = addMinutes(clock.nowMs(), -20);
      await feed.ask(visitId("kari"), [{ type: "Observe", found: { measured: { pulsePerMin: 110, systolicMmHg: 90 } }, atMs }], nobodyYet);
      await feed.ask(visitId("kari"), [{ type: "Observe", found: { measured: { pulsePerMin: 96, systolicMmHg: 100, diastolicMmHg: 60 } }, atMs: addMinutes(atMs, 10) }], nobodyYet);
    },
  });
  const card = within(screen.getByRole("region", { name: "Observations over time" }));
  const pulse = card.getByRole("img", { name: /^Pulse: \d\d:\d\d 110 \/min, \d\d:\d\d 96 \/min$/ });
  expect(card.getByRole("img", { name: /^Blood pressure: .* 90\/– mmHg, .* 100\/60 mmHg$/ })).toBeVisible();
  expect(pulse.querySelector(".spark-band")).not.toBeNull();
  const born = known<Born>({ is: "year", year: 2020 });
  await stage.feed.ask(visitId("kari"), [{ type: "SetDetails", details: { born }, atMs: stage.clock.nowMs() }], nobodyYet);
  await waitFor(() => expect(screen.getByRole("img", { name: /^Pulse/ }).querySelector(".spark-band")).toBeNull());
  expect(card.getByText("NEWS2 is not for anybody under 16.")).toBeVisible();
});

it("[CHV4] a look is corrected in the fields it was written in", async () => {
  const stage = await openChart([kari], {
    before: async (feed, clock) => {
      await takeIn(feed, clock, [kari]);
      await feed.ask(visitId("kari"), [{ type: "Observe", found: { measured: { pulsePerMin: 172, tempC: 37.2 } }, atMs: clock.nowMs() }], nobodyYet);
    },
  });
  await stage.user.click(within(line(/Observations/)).getByRole("button", { name: /^Correct/ }));
  const form = within(screen.getByRole("form", { name: "Correct this line" }));
  await stage.user.clear(form.getByRole("textbox", { name: "Pulse" }));
  await stage.user.type(form.getByRole("textbox", { name: "Pulse" }), "72");
  await stage.user.click(form.getByRole("button", { name: "Correct" }));
  await waitFor(() => expect(looks(stage)).toEqual([{ measured: { pulsePerMin: 72, tempC: 37.2 } }]));
});
