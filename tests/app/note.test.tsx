// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { nobodyYet } from "#core/staff/actor.ts";
import { takeIn, visitId } from "./board-ward.ts";
import type { Stage } from "./stage.tsx";
import { kari, line, openChart } from "./visit-stage.tsx";

const notes = ({ feed }: Stage) =>
  feed.state().visits.get(visitId("kari"))!.records.flatMap(({ event }) => (event.type === "v1.Noted" ? [event.note] : []));
const text = (): HTMLElement => within(screen.getByRole("region", { name: "Do" })).getByRole("textbox", { name: "Note" });

it("[CHV1] I, words with a new line, Ctrl and Enter: it stands in the timeline", async () => {
  const stage = await openChart();
  await stage.user.keyboard("i");
  await waitFor(() => expect(text()).toHaveFocus());
  await stage.user.keyboard("Pale.{Enter}Clammy.{Control>}{Enter}{/Control}");
  await waitFor(() => expect(notes(stage)).toEqual([{ text: "Pale.\nClammy." }]));
  expect(line(/Note/).textContent).toContain("Clammy.");
});

it("[NTP1] a note with nothing in it is not written", async () => {
  const stage = await openChart();
  await stage.user.keyboard("i");
  await stage.user.click(await screen.findByRole("button", { name: "Save the note" }));
  expect(await screen.findByText("Write something first.")).toBeVisible();
  expect(notes(stage)).toEqual([]);
});

it("[CHV4] a handover is corrected part by part", async () => {
  const stage = await openChart([kari], {
    before: async (feed, clock) => {
      await takeIn(feed, clock, [kari]);
      await feed.ask(visitId("kari"), [{ type: "WriteNote", note: { situation: "Chest pain", recommendation: "ECG" }, atMs: clock.nowMs() }], nobodyYet);
    },
  });
  await stage.user.click(within(line(/Note/)).getByRole("button", { name: /^Correct/ }));
  const form = within(screen.getByRole("form", { name: "Correct this line" }));
  await stage.user.clear(form.getByRole("textbox", { name: "Recommendation" }));
  await stage.user.type(form.getByRole("textbox", { name: "Recommendation" }), "ECG every 15 min");
  await stage.user.click(form.getByRole("button", { name: "Correct" }));
  await waitFor(() => expect(notes(stage).at(-1)).toEqual({ situation: "Chest pain", recommendation: "ECG every 15 min" }));
});
