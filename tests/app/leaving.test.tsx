// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { nobodyYet } from "#core/staff/actor.ts";
import { phaseOf } from "#core/visit/visit.ts";
import { takeIn, visitId } from "./board-ward.ts";
import type { Stage } from "./stage.tsx";
import { done, kari, openChart } from "./visit-stage.tsx";

const visitIn = ({ feed }: Stage) => feed.state().visits.get(visitId("kari"))!.visit;
const leavePanel = () => within(screen.getByRole("region", { name: "Do" }));
const open = async (stage: Stage): Promise<void> => {
  await stage.user.keyboard("x");
  await waitFor(() => expect(leavePanel().getByRole("radio", { name: "Home" })).toHaveFocus());
};

it.each([["1", "home"], ["3", "admitted"], ["6", "leftUnseen"], ["0", "died"], ["a", "other"]])("[LVF3] X, %s, Enter: %s", async (key, how) => {
  const stage = await openChart();
  await open(stage);
  await stage.user.keyboard(`${key}{Enter}`);
  await waitFor(() => expect(phaseOf(visitIn(stage))).toMatchObject({ is: "left", how }));
});

it("[LVF3] a digit that is typed in the field is a digit", async () => {
  const stage = await openChart();
  await open(stage);
  await stage.user.keyboard("3");
  await stage.user.type(leavePanel().getByRole("textbox", { name: "To" }), "Post 12A{Enter}");
  await done("Left: Admitted, to Post 12A");
  expect(phaseOf(visitIn(stage))).toMatchObject({ how: "admitted", to: "Post 12A" });
});

it("[LVP1] advice ticked at the end is written with it, beside what was concluded, and undone with it", async () => {
  const stage = await openChart([kari], {
    before: async (feed, clock) => {
      await takeIn(feed, clock, [kari]);
      await feed.ask(visitId("kari"), [{ type: "Conclude", conclusion: { assessment: "Sprained" }, atMs: clock.nowMs() }], nobodyYet);
    },
  });
  await open(stage);
  await stage.user.click(leavePanel().getByRole("checkbox", { name: "Come back if worse" }));
  await stage.user.click(leavePanel().getByRole("radio", { name: "Home" }));
  await stage.user.click(leavePanel().getByRole("button", { name: "End the visit" }));
  await done("Left: Home");
  const concluded = () => visitIn(stage).concluded?.map(({ value }) => value);
  expect([phaseOf(visitIn(stage)).is, concluded()]).toEqual(["left", [{ assessment: "Sprained", advices: ["comeBackIfWorse"] }]]);
  await stage.user.keyboard("z");
  await waitFor(() => expect([phaseOf(visitIn(stage)).is, concluded()]).toEqual(["waiting", [{ assessment: "Sprained" }]]));
});

it("[LVP2] ticks that stand already write nothing", async () => {
  const stage = await openChart([kari], {
    before: async (feed, clock) => {
      await takeIn(feed, clock, [kari]);
      await feed.ask(visitId("kari"), [{ type: "Conclude", conclusion: { advices: ["rest"] }, atMs: clock.nowMs() }], nobodyYet);
    },
  });
  await open(stage);
  expect(leavePanel().getByRole("checkbox", { name: "Rest and raise" })).toBeChecked();
  const before = stage.feed.state().visits.get(visitId("kari"))!.records.length;
  await stage.user.keyboard("1{Enter}");
  await done("Left: Home");
  expect(stage.feed.state().visits.get(visitId("kari"))!.records.length).toBe(before + 1);
});

it("[LVP3] what was done is said with an undo and the way to the letter", async () => {
  const stage = await openChart();
  await open(stage);
  await stage.user.keyboard("1{Enter}");
  await done("Left: Home");
  const notice = within(screen.getByText(/: Left: Home/).parentElement!);
  expect(notice.getByRole("button", { name: "Undo" })).toBeVisible();
  await stage.user.click(notice.getByRole("link", { name: "Discharge letter" }));
  expect(await screen.findByRole("article", { name: "Discharge letter" })).toBeVisible();
});
