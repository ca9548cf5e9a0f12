// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { known } from "#core/answer.ts";
import { minuteMs } from "#core/time.ts";
import { phaseOf } from "#core/visit/visit.ts";
import { Route, Routes } from "#app/router/routes.tsx";
import { CallsPage } from "#app/routes/calls/calls-page.tsx";
import { VisitPage } from "#app/routes/visit/visit-page.tsx";
import { openStage, type Stage, type StageOptions } from "./stage.tsx";

const Pages = () => (
  <Routes>
    <Route path="calls" element={<CallsPage />} />
    <Route path="visit/:number" element={<VisitPage />} />
    <Route path="*" element={<p>somewhere else</p>} />
  </Routes>
);
const openCalls = (options: StageOptions = {}): Promise<Stage> => openStage(<Pages />, { path: "/*", at: "/calls", ...options });

const box = (name: string | RegExp): HTMLElement => screen.getByRole("textbox", { name });
const files = ({ feed }: Stage) => [...feed.state().visits.values()];
const only = (stage: Stage) => {
  const [file] = files(stage);
  if (file === undefined) throw new Error("no call was taken");
  return file;
};
const saved = (): Promise<HTMLElement> => screen.findByText("Saved here");
const group = (name: string) => within(screen.getByRole("radiogroup", { name }));

/** Ola's daughter rings; he is asked to come. */
const takeOla = async ({ user }: Stage): Promise<void> => {
  await user.type(box("Telephone number"), "911 22 333");
  await user.type(box("Name"), "Ola");
  await user.type(box("Reason for contact"), "Chest pain");
  await user.click(group("Action").getByRole("radio", { name: "Comes in" }));
  await user.keyboard("{Control>}{Enter}{/Control}");
  await saved();
};

describe("taking a call", () => {
  it("[CFM1][CFM2] answered at the first key, saved in one press with level and outcome under one number", async () => {
    const stage = await openCalls();
    const firstKeyMs = stage.clock.nowMs();
    await stage.user.keyboard("900 12 345");
    expect(box("Telephone number")).toHaveValue("900 12 345");
    expect(box("Answered")).toHaveValue("16:58");
    stage.clock.pass(4);
    await stage.user.type(box("Name"), "Emma Berg");
    await stage.user.keyboard("{Alt>}2{/Alt}");
    await stage.user.click(group("Action").getByRole("radio", { name: "Advice by a nurse" }));
    await stage.user.type(box("Ring back"), "+30");
    await stage.user.type(box("Wait before the answer: exactly"), "95 s");
    await stage.user.keyboard("{Control>}{Enter}{/Control}");
    await saved();
    const { visit, records } = only(stage);
    expect(records.map(({ event }) => event.type)).toEqual(["v1.CallTaken", "v1.TriageSet", "v1.CallEnded"]);
    expect(visit.phone).toMatchObject({ atMs: firstKeyMs, taken: { callbackNumber: known("900 12 345"), rangFor: { sec: 95 } } });
    expect(visit.phone?.outcomes[0]?.value).toEqual({ action: "nurseAdvice", callBackAtMs: firstKeyMs + 34 * minuteMs });
    expect([phaseOf(visit).is, visit.number, visit.triage?.[0].value.level]).toEqual(["onPhone", expect.stringMatching(/-001-/), 2]);
  });
});
