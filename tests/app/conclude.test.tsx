// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Conclusion } from "#core/clinical/conclusion.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import { takeIn, visitId } from "./board-ward.ts";
import type { Stage } from "./stage.tsx";
import { done, kari, line, openChart } from "./visit-stage.tsx";

const given = ({ feed }: Stage) => feed.state().visits.get(visitId("kari"))!.visit.concluded?.map(({ value }) => value);
const panel = () => within(screen.getByRole("region", { name: "Do" }));
const field = (name: string): HTMLElement => panel().getByRole("textbox", { name });
const open = async (stage: Stage): Promise<void> => {
  await stage.user.keyboard("v");
  await waitFor(() => expect(field("Assessment")).toHaveFocus());
};
const concludedBefore = (conclusion: Conclusion) => ({
  before: async (feed: Stage["feed"], clock: Stage["clock"]) => {
    await takeIn(feed, clock, [kari]);
    await feed.ask(visitId("kari"), [{ type: "Conclude", conclusion, atMs: clock.nowMs() }], nobodyYet);
  },
});

it("[CHV1][CCP3] V, words, a code and a tick, Ctrl and Enter: it stands in the timeline; what is no code is said and kept", async () => {
  const stage = await openChart();
  await open(stage);
  await stage.user.keyboard("Sprained.");
  await stage.user.type(field("ICPC-2"), "l77 ankle");
  expect(panel().getByText("Are no codes here, and are recorded as they stand: ankle")).toBeVisible();
  await stage.user.click(panel().getByRole("checkbox", { name: "Come back if worse" }));
  await stage.user.keyboard("{Control>}{Enter}{/Control}");
  await done("The assessment is saved");
  expect(given(stage)).toEqual([{ assessment: "Sprained.", codeText: "ankle", codes: [{ system: "icpc2", code: "L77" }], advices: ["comeBackIfWorse"] }]);
  expect(line(/Assessment and advice/).textContent).toContain("CodesL77 (ICPC-2)");
});

it("[CCP1] the panel begins with what stands, and a second save says all of it", async () => {
  const stage = await openChart([kari], concludedBefore({ assessment: "Sprained", advices: ["rest"], referTo: "Orthopaedics" }));
  await open(stage);
  expect(field("Assessment")).toHaveValue("Sprained");
  expect(panel().getByRole("checkbox", { name: "Rest and raise" })).toBeChecked();
  expect(field("Referred to")).toBeVisible();
  await stage.user.type(field("Follow-up, when and where"), "GP in a week");
  await stage.user.click(panel().getByRole("button", { name: "Save assessment" }));
  await done("The assessment is saved");
  expect(given(stage)).toEqual([{ assessment: "Sprained", control: "GP in a week", advices: ["rest"], referTo: "Orthopaedics" }]);
});

it("[CCP2] with nothing in it nothing is written", async () => {
  const stage = await openChart();
  await open(stage);
  await stage.user.click(panel().getByRole("button", { name: "Save assessment" }));
  expect(await screen.findByText("Write at least one thing, or close.")).toBeVisible();
  expect(given(stage)).toBeUndefined();
});

it("[CHV4][COR1] a line is corrected in the same fields; what was left alone stays", async () => {
  const stage = await openChart([kari], concludedBefore({ assessment: "Sprained", codes: [{ system: "icpc2", code: "L77" }], codeText: "ankle", advices: ["rest"] }));
  await stage.user.click(within(line(/Assessment and advice/)).getByRole("button", { name: /^Correct/ }));
  const form = within(screen.getByRole("form", { name: "Correct this line" }));
  await stage.user.clear(form.getByRole("textbox", { name: "Assessment" }));
  await stage.user.type(form.getByRole("textbox", { name: "Assessment" }), "Fracture");
  await stage.user.click(form.getByRole("button", { name: "Correct" }));
  await waitFor(() => expect(given(stage)).toEqual([{ assessment: "Fracture", codes: [{ system: "icpc2", code: "L77" }], codeText: "ankle", advices: ["rest"] }]));
});
