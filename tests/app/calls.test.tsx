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

  it("[CFM2][CFM4] pressed twice it is one call; then the form is empty, ready, and the number stands with its undo", async () => {
    const stage = await openCalls();
    await takeOla(stage);
    await stage.user.keyboard("{Control>}{Enter}{/Control}");
    expect(files(stage)).toHaveLength(1);
    expect(box("Telephone number")).toHaveFocus();
    expect([box("Telephone number"), box("Name"), box("Answered")].map((field) => (field instanceof HTMLInputElement ? field.value : "?"))).toEqual(["", "", ""]);
    await stage.user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(phaseOf(only(stage).visit).is).toBe("void"));
    expect(screen.queryByText("Saved here")).toBeNull();
  });

  it("[CFM5] a form in which nothing stands is not saved", async () => {
    const stage = await openCalls();
    await stage.user.click(screen.getByRole("button", { name: /Save the call/ }));
    expect(files(stage)).toEqual([]);
    expect(box("Telephone number")).toHaveFocus();
  });

  it("[CFM6] a call written afterwards has its level from when it was answered", async () => {
    const stage = await openCalls();
    await stage.user.type(box("Name"), "Emma");
    await stage.user.clear(box("Answered"));
    await stage.user.type(box("Answered"), "16:10");
    await stage.user.keyboard("{Alt>}2{/Alt}{Control>}{Enter}{/Control}");
    await saved();
    expect(only(stage).records.map(({ atMs }) => atMs)).toEqual([Date.UTC(2026, 10, 23, 15, 10), Date.UTC(2026, 10, 23, 15, 10)]);
  });

  it("[TLF3][TLF4] a wait without its unit and a time that is none are said, and kept", async () => {
    const stage = await openCalls();
    await stage.user.type(box("Wait before the answer: exactly"), "2");
    expect(screen.getByText("Write s or min. Else it is recorded as it stands.")).toBeVisible();
    await stage.user.type(box("Ring back"), "tonight");
    expect(screen.getByText("Not understood. It goes into the advice, and nobody is reminded.")).toBeVisible();
    await stage.user.keyboard("{Control>}{Enter}{/Control}");
    await saved();
    expect(only(stage).visit.phone).toMatchObject({ taken: { remark: "2" }, outcomes: [{ value: { advice: "tonight" } }] });
  });

  it("a chip that is pressed again is chosen no more", async () => {
    const stage = await openCalls();
    const police = group("Caller").getByRole("radio", { name: "Police" });
    await stage.user.click(police);
    expect(police).toBeChecked();
    await stage.user.click(police);
    expect(police).not.toBeChecked();
  });
});

describe("what is owed to those who rang", () => {
  it("[CLG2] is here: on the board as known already, and the chart opens; taken back it is a call again", async () => {
    const stage = await openCalls();
    await takeOla(stage);
    const before = only(stage).visit;
    await stage.user.click(within(screen.getByRole("region", { name: "On their way here" })).getByRole("button", { name: /^Is here/ }));
    await screen.findByRole("heading", { level: 1, name: /Ola/ });
    const { visit } = only(stage);
    expect([phaseOf(visit).is, visit.number, visit.heard.reason?.[0].value]).toEqual(["waiting", before.number, known("Chest pain")]);
    await stage.user.keyboard("{Escape}");
    await stage.user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(phaseOf(only(stage).visit).is).toBe("onPhone"));
  });

  it("[CLG3] minutes overdue, an attempt that nobody answered, and rung back", async () => {
    const stage = await openCalls();
    await stage.user.type(box("Name"), "Emma");
    await stage.user.click(group("Action").getByRole("radio", { name: "Advice by a nurse" }));
    await stage.user.click(screen.getByRole("button", { name: "+30 min" }));
    await stage.user.keyboard("{Control>}{Enter}{/Control}");
    await saved();
    const row = () => within(screen.getByRole("region", { name: "To be rung back" }));
    expect(row().queryByText(/overdue/)).toBeNull();
    stage.clock.pass(42);
    expect(row().getByText(/overdue/).textContent).toBe(" 12 min overdue");
    await stage.user.click(row().getByRole("button", { name: /^No answer/ }));
    expect(await row().findByText(/without an answer, last/)).toBeVisible();
    await stage.user.click(row().getByRole("button", { name: /^Rung back/ }));
    await waitFor(() => expect(screen.queryByRole("region", { name: "To be rung back" })).toBeNull());
    expect(phaseOf(only(stage).visit).is).toBe("callOver");
  });
});

describe("the chart of a telephone contact", () => {
  const openChart = async (): Promise<Stage> => {
    const stage = await openCalls();
    await takeOla(stage);
    await stage.user.click(screen.getByRole("link", { name: "Open the visit" }));
    await screen.findByRole("heading", { level: 1, name: /Ola/ });
    return stage;
  };

  it("[PHD1] what is done with somebody in the house is not offered; V, B and H do what a call needs", async () => {
    const stage = await openChart();
    const deeds = within(screen.getByRole("region", { name: "Do" }));
    expect(deeds.queryByRole("button", { name: /Move|Call in|Leave/ })).toBeNull();
    await stage.user.keyboard("s");
    expect(phaseOf(only(stage).visit).is).toBe("onPhone");
    await stage.user.keyboard("v");
    await stage.user.click(await deeds.findByRole("radio", { name: "Advice by a nurse" }));
    await stage.user.click(deeds.getByRole("button", { name: "Save the action" }));
    await waitFor(() => expect(phaseOf(only(stage).visit).is).toBe("callOver"));
    await waitFor(() => expect(deeds.queryByRole("button", { name: "Save the action" })).toBeNull());
    await stage.user.keyboard("h");
    await waitFor(() => expect(phaseOf(only(stage).visit).is).toBe("waiting"));
  });

  it("[CEP1] an action in which nothing is said is not written", async () => {
    const stage = await openChart();
    await stage.user.keyboard("v");
    await stage.user.click(await screen.findByRole("button", { name: "Save the action" }));
    expect(await screen.findByText("Choose an action, or write something.")).toBeVisible();
    expect(only(stage).visit.phone?.outcomes).toHaveLength(1);
  });
});
