// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { nobodyYet } from "#core/staff/actor.ts";
import { takeIn, visitId } from "./board-ward.ts";
import type { Stage } from "./stage.tsx";
import { done, kari, line, openChart } from "./visit-stage.tsx";

const given = ({ feed }: Stage) => feed.state().visits.get(visitId("kari"))!.visit.medicines.map(({ value }) => value);
const field = (name: string): HTMLElement => within(screen.getByRole("region", { name: "Do" })).getByRole("textbox", { name });
const open = async (stage: Stage): Promise<void> => {
  await stage.user.keyboard("g");
  await waitFor(() => expect(field("Medicine, dose and route on one line")).toHaveFocus());
};

it("[MDP1] G, one line, the second check, Enter: it stands in the timeline", async () => {
  const stage = await openChart();
  await open(stage);
  await stage.user.keyboard("morfin 2,5 mg iv");
  expect(field("Medicine")).toHaveValue("morfin");
  expect(screen.getByRole("radio", { name: /Intravenous/ })).toBeChecked();
  await stage.user.type(field("Checked by (a second person)"), "Berg{Enter}");
  await done("Given: morfin 2.5 mg");
  expect(given(stage)).toEqual([{ drug: "morfin", dose: { value: 2.5, unit: "mg" }, route: "intravenous", checkedBy: "Berg" }]);
  expect(line(/Given: morfin 2.5 mg/).textContent).toContain("Checked by (a second person)Berg");
});

it("[MDP1] what was put right by hand stays while the line goes on", async () => {
  const stage = await openChart();
  await open(stage);
  await stage.user.keyboard("paracetamol 1 g");
  await stage.user.clear(field("Dose"));
  await stage.user.type(field("Dose"), "500 mg");
  await stage.user.type(field("Medicine, dose and route on one line"), " po");
  expect(field("Dose")).toHaveValue("500 mg");
});

it("[MDP2] without a name nothing is written", async () => {
  const stage = await openChart();
  await open(stage);
  await stage.user.type(field("Dose"), "5 mg{Enter}");
  expect(await screen.findByText("Write what was given.")).toBeVisible();
  expect(given(stage)).toEqual([]);
});

it("[MDP3][LKS4] the dose for each kilo stands beside it when a weight is known, also in the timeline", async () => {
  const stage = await openChart([kari], {
    before: async (feed, clock) => {
      await takeIn(feed, clock, [kari]);
      await feed.ask(visitId("kari"), [{ type: "Observe", found: { measured: { weightKg: 14 } }, atMs: clock.nowMs() }], nobodyYet);
    },
  });
  await open(stage);
  await stage.user.keyboard("paracetamol 250 mg pr");
  expect(screen.getByText("17.9 mg/kg (14 kg)")).toBeVisible();
  await stage.user.keyboard("{Enter}");
  await done("Given: paracetamol 250 mg");
  expect(line(/Given: paracetamol/).textContent).toContain("Per kilo17.9 mg/kg (14 kg)");
});

it("[CHV4][MDF2] a dose in words is kept, said, and corrected in its field", async () => {
  const stage = await openChart();
  await open(stage);
  await stage.user.type(field("Medicine"), "Paracet");
  await stage.user.type(field("Dose"), "2 tablets");
  expect(screen.getByText("Not read as a number and a unit. It is recorded as it stands.")).toBeVisible();
  await stage.user.keyboard("{Enter}");
  await done("Given: Paracet 2 tablets");
  await stage.user.click(within(line(/Paracet/)).getByRole("button", { name: /^Correct/ }));
  const form = within(screen.getByRole("form", { name: "Correct this line" }));
  await stage.user.clear(form.getByRole("textbox", { name: "Dose" }));
  await stage.user.type(form.getByRole("textbox", { name: "Dose" }), "1 g");
  await stage.user.click(form.getByRole("button", { name: "Correct" }));
  await waitFor(() => expect(given(stage)).toEqual([{ drug: "Paracet", dose: { value: 1, unit: "g" } }]));
});
