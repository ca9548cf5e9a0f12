// @vitest-environment jsdom
import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { keepHint } from "#app/boot-hint.ts";
import { draftsBegun, endDraft } from "#app/drafts/drafts.ts";
import { holdArrival } from "#app/routes/intake/held-arrivals.ts";
import { IntakePage } from "#app/routes/intake/intake-page.tsx";
import { valueOf } from "#core/answer.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import { answerOf, phaseOf, triageOf } from "#core/visit/visit.ts";
import { defaultSettings } from "#core/ward/ward.ts";
import { openStage, openStageLater, type StageOptions, type Stage } from "./stage.tsx";
import { newMemoryDevice } from "#tests/storage/memory-log.ts";

const onBoard = (stage: Stage) => [...stage.feed.state().visits.values()].map(({ visit }) => visit);
const open = () => openStage(<IntakePage />, { path: "/intake" });
const openLater = (options: StageOptions = {}) => openStageLater(<IntakePage />, { path: "/intake", ...options });

describe("the door form on the screen", () => {
  beforeEach(async () => {
    localStorage.clear();
    for (const { id } of await draftsBegun("")) endDraft(id);
  });

  it("carries the names that nurses and other programs find it by", async () => {
    await open();
    for (const name of ["Name", "National identity number", "Born or age", "Reason for contact"]) expect(screen.getByRole("textbox", { name })).toBeVisible();
    for (const name of ["Triage level", "Sex", "Arrived by"]) expect(screen.getByRole("radiogroup", { name })).toBeVisible();
    expect(screen.getByRole("button", { name: "Register" })).toBeVisible();
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveFocus();
  });

  it("[INT1] by keyboard alone: name, level, reason, Ctrl+Enter, and the form is ready for the next", async () => {
    const stage = await open();
    await stage.user.keyboard("Kari Nordmann{Alt>}2{/Alt}");
    await stage.user.click(screen.getByRole("button", { name: "Feber" }));
    await stage.user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText("Saved here");
    const [visit] = onBoard(stage);
    expect([valueOf(answerOf(visit!, "name")), valueOf(answerOf(visit!, "reason")), triageOf(visit!)?.value.level]).toEqual(["Kari Nordmann", "Feber", 2]);
    expect(screen.getByRole("status")).toHaveTextContent(visit!.number!);
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("");
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveFocus();
    expect(screen.getByRole("radio", { name: "Not triaged yet" })).toBeChecked();
  });

  // N on the board's page leads to the form at once. On a busy machine the book was still opening when the first patient stood in it.
  it("[OPF1] a patient who is registered while the book still opens is saved when it is open", async () => {
    const stage = await openLater();
    await stage.user.keyboard("Kari Nordmann{Alt>}2{/Alt}{Control>}{Enter}{/Control}");
    expect(screen.getByText("Saving …")).toBeVisible();
    await stage.open();
    await screen.findByText("Saved here");
    expect(onBoard(stage).map((visit) => [valueOf(answerOf(visit, "name")), triageOf(visit)?.value.level])).toEqual([["Kari Nordmann", 2]]);
    await stage.user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(onBoard(stage).map((visit) => phaseOf(visit).is)).toEqual(["void"]));
  });

  it("[OPF1] where the book does not open, nothing says saved and the form keeps all of it", async () => {
    const stage = await openLater({ closed: { type: "NoStore", detail: "" } });
    await stage.user.keyboard("Kari Nordmann{Control>}{Enter}{/Control}");
    await stage.open();
    expect(await screen.findByText(/The last entry is NOT saved/)).toBeVisible();
    expect([screen.getByRole("textbox", { name: "Name" }), screen.queryByText("Saved here")]).toMatchObject([{ value: "Kari Nordmann" }, null]);
  });

  it("[SETT1] the form has the ward's own scale before the book is open, and stays under the hand when it is", async () => {
    keepHint(localStorage, "real", { ...defaultSettings, scale: "retts", reasons: ["Vondt"] });
    const stage = await openLater({
      before: (feed, clock) => feed.tell([{ atMs: clock.nowMs(), event: { type: "v1.WardSettingsSet", settings: { scale: "retts", reasons: ["Vondt"] } } }], nobodyYet),
    });
    await stage.user.keyboard("Kari");
    const levels = (): number => screen.getByRole("radiogroup", { name: "Triage level" }).querySelectorAll("input").length;
    expect([levels(), screen.getByRole("button", { name: "Vondt" })]).toMatchObject([6, {}]);
    await stage.open();
    await stage.user.keyboard(" Nordmann");
    expect([levels(), screen.getByRole("textbox", { name: "Name" })]).toMatchObject([6, { value: "Kari Nordmann" }]);
  });

  it("[SETT1] the scale stands also where the book turns out not to open", async () => {
    keepHint(localStorage, "real", { ...defaultSettings, scale: "retts" });
    const stage = await openLater({ closed: { type: "NoStore", detail: "" } });
    await stage.user.keyboard("{Alt>}5{/Alt}");
    await stage.open();
    expect(screen.getAllByRole("radio", { checked: true })[0]).toHaveAttribute("value", "5");
  });

  it("[INT1] a patient entered late came when they came, and was written now", async () => {
    const stage = await open();
    await stage.user.type(screen.getByRole("textbox", { name: "Arrived at" }), "1643");
    await stage.user.click(screen.getByRole("button", { name: "Register" }));
    await waitFor(() => expect(onBoard(stage)).toHaveLength(1));
    expect(new Date(onBoard(stage)[0]!.arrivedAtMs!).toISOString()).toBe("2026-11-23T15:43:00.000Z");
  });

  it("[DOOR3] a time that is not understood says that they arrive now, and where the text goes", async () => {
    const stage = await open();
    await stage.user.type(screen.getByRole("textbox", { name: "Arrived at" }), "halv fem");
    expect(screen.getByText(/^The time was not understood: arrives now, and the text is kept with the reason\./)).toBeVisible();
    await stage.user.click(screen.getByRole("button", { name: "Register" }));
    await waitFor(() => expect(onBoard(stage)).toHaveLength(1));
    expect([valueOf(answerOf(onBoard(stage)[0]!, "reason")), onBoard(stage)[0]!.arrivedAtMs]).toEqual(["halv fem", stage.clock.nowMs()]);
  });

  it("[INT2] an unknown patient is one tap, and what stands in the form stays", async () => {
    const stage = await open();
    await stage.user.type(screen.getByRole("textbox", { name: "Name" }), "Ola");
    await stage.user.click(screen.getByRole("button", { name: "Unknown patient" }));
    await screen.findByText("Saved here");
    expect(onBoard(stage)).toHaveLength(1);
    expect(answerOf(onBoard(stage)[0]!, "name")).toBeUndefined();
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Ola");
  });

  it("[INT7] after an unknown patient the keys write the next name, and press nothing", async () => {
    const stage = await open();
    await stage.user.click(screen.getByRole("button", { name: "Unknown patient" }));
    await screen.findByText("Saved here");
    stage.clock.pass(1);
    await stage.user.keyboard("Ola Nordmann");
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Ola Nordmann");
    expect(onBoard(stage)).toHaveLength(1);
  });

  it("[INT7] after an undo the keys write the next name", async () => {
    const stage = await open();
    await stage.user.click(screen.getByRole("button", { name: "Unknown patient" }));
    await stage.user.click(await screen.findByRole("button", { name: "Undo" }));
    await screen.findByText(/^Undone/);
    await waitFor(() => expect(screen.getByRole("textbox", { name: "Name" })).toHaveFocus());
  });

  it("[INT3] what could not be saved stands in the form, and nothing says saved", async () => {
    const device = newMemoryDevice();
    const stage = await openStage(<IntakePage />, { path: "/intake", device });
    device.disk.owner = null; // the browser emptied the store under us
    await stage.user.type(screen.getByRole("textbox", { name: "Name" }), "Ola");
    await stage.user.click(screen.getByRole("radio", { name: /^1/ }));
    await stage.user.click(screen.getByRole("button", { name: "Register" }));
    await screen.findByText(/NOT saved/);
    expect(screen.queryByText("Saved here")).toBeNull();
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Ola");
    expect(screen.getByRole("radio", { name: /^1/ })).toBeChecked();
  });

  it("[INT4] a glove that presses twice takes in one patient, and the next one soon after is taken in too", async () => {
    const stage = await open();
    await stage.user.type(screen.getByRole("textbox", { name: "Name" }), "Ola");
    await stage.user.dblClick(screen.getByRole("button", { name: "Register" }));
    await screen.findByText("Saved here");
    await stage.user.click(screen.getByRole("button", { name: "Register" }));
    expect(onBoard(stage)).toHaveLength(1);
    await stage.user.type(screen.getByRole("textbox", { name: "Name" }), "Kari");
    await stage.user.click(screen.getByRole("button", { name: "Register" }));
    await waitFor(() => expect(onBoard(stage)).toHaveLength(2));
    stage.clock.pass(1);
    await stage.user.dblClick(screen.getByRole("button", { name: "Unknown patient" }));
    await waitFor(() => expect(onBoard(stage)).toHaveLength(3));
  });

  it("[INT5] who was taken in by mistake is taken back from where the number stands", async () => {
    const stage = await open();
    await stage.user.type(screen.getByRole("textbox", { name: "Name" }), "Feil");
    await stage.user.click(screen.getByRole("button", { name: "Register" }));
    await stage.user.click(await screen.findByRole("button", { name: "Undo" }));
    await screen.findByText(`Undone: ${onBoard(stage)[0]!.number!} is on the board`);
    expect(onBoard(stage).map((visit) => phaseOf(visit).is)).toEqual(["void"]);
    expect(screen.queryByText("Saved here")).toBeNull();
  });

  it("[INT5] a taking back that could not be saved leaves the number where it stands", async () => {
    const device = newMemoryDevice();
    const stage = await openStage(<IntakePage />, { path: "/intake", device });
    await stage.user.type(screen.getByRole("textbox", { name: "Name" }), "Feil");
    await stage.user.click(screen.getByRole("button", { name: "Register" }));
    const undo = await screen.findByRole("button", { name: "Undo" });
    const { owner } = device.disk;
    device.disk.owner = null; // the browser emptied the store under us
    await stage.user.click(undo);
    await screen.findByText(/NOT saved/);
    expect(screen.getByText("Saved here")).toBeVisible();
    device.disk.owner = owner;
    await stage.user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(screen.queryByText("Saved here")).toBeNull());
    expect(onBoard(stage).map((visit) => phaseOf(visit).is)).toEqual(["void"]);
  });

  it("[HELD1] two registered before the program was here are two, in order, and the third's letters stand", async () => {
    const stage = await open();
    await stage.user.type(screen.getByRole("textbox", { name: "Name" }), "Third");
    act(() => {
      holdArrival({ name: "First", nationalNumber: "13097248022" });
      holdArrival({ name: "Second" });
      holdArrival({});
    });
    await waitFor(() => expect(onBoard(stage)).toHaveLength(3));
    expect(onBoard(stage).map((visit) => valueOf(answerOf(visit, "name")))).toEqual(["First", "Second", null]);
    expect(answerOf(onBoard(stage)[1]!, "nationalNumber")).toBeUndefined();
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Third");
  });

  it("[HELD2] one that could not be saved is told and tried again, and mixed into nothing", async () => {
    const device = newMemoryDevice();
    const stage = await openStage(<IntakePage />, { path: "/intake", device });
    const { owner } = device.disk;
    device.disk.owner = null; // the browser emptied the store under us
    act(() => holdArrival({ name: "First" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("1 patient from before the book opened is NOT saved yet.");
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("");
    device.disk.owner = owner;
    await stage.user.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(onBoard(stage)).toHaveLength(1));
    await waitFor(() => expect(screen.queryByText(/NOT saved yet/)).toBeNull());
  });

  it("reads back what it understood, and lists what was not asked", async () => {
    const stage = await open();
    await stage.user.type(screen.getByRole("textbox", { name: "National identity number" }), "13097248022");
    expect(screen.getByRole("textbox", { name: "National identity number" })).toHaveAccessibleDescription("The number checks out, 54 y, female");
    await stage.user.type(screen.getByRole("textbox", { name: "Born or age" }), "8 mnd");
    expect(screen.getByRole("textbox", { name: "Born or age" })).toHaveAccessibleDescription("Read as 8 mo");
    const missing = within(screen.getByRole("complementary")).getAllByRole("listitem").map((item) => item.textContent);
    expect(missing).toEqual(["Triage level", "Name", "Reason for contact", "Arrived by"]);
  });

  describe("by keys", () => {
    const reason = () => screen.getByRole("textbox", { name: "Reason for contact" });
    const begun = () => screen.queryAllByRole("button").filter((chip) => chip.hasAttribute("data-begun")).map((chip) => chip.textContent);

    it("[DKY1] Enter goes to the next field, as a pen does", async () => {
      const stage = await open();
      await stage.user.keyboard("Ola{Enter}Fall{Enter}{Enter}{Enter}{Enter}42");
      expect(screen.getByRole("textbox", { name: "Born or age" })).toHaveValue("42");
      expect(reason()).toHaveValue("Fall");
    });

    it("[DKY1] Ctrl+Shift+Enter registers and goes on to observe", async () => {
      const stage = await open();
      await stage.user.keyboard("Ola{Control>}{Shift>}{Enter}{/Shift}{/Control}");
      await screen.findByText("somewhere else");
      expect(`${location.pathname}${location.search}`).toBe(`/visit/${onBoard(stage)[0]?.number}?do=observe`);
    });

    it("[DKY2] Enter finishes the one reason that begins so, after those that stand there; the chip says which", async () => {
      const stage = await open();
      await stage.user.keyboard("Ola{Enter}br");
      expect(begun()).toEqual(["Brystsmerter"]);
      await stage.user.keyboard("{Enter}");
      expect([reason(), begun()]).toMatchObject([{ value: "Brystsmerter" }, []]);
      await stage.user.click(reason());
      await stage.user.keyboard(", TU{Enter}");
      expect(reason()).toHaveValue("Brystsmerter, Tungpust");
    });

    it("[DKY2] what two reasons begin with, what none begins with, and what Tab leaves, stay as they were typed", async () => {
      const stage = await open();
      for (const [typed, key, stands] of [["Hode", "{Enter}", "Hode"], ["besvimt", "{Enter}", "besvimt"], ["br", "{Tab}", "br"], ["feber", "{Enter}", "feber"]] as const) {
        await stage.user.clear(reason());
        await stage.user.type(reason(), typed);
        await stage.user.keyboard(key);
        expect(reason()).toHaveValue(stands);
      }
    });

    it("[DKY3] a letter chooses how they came, again the next that begins so, and one that none begins with does nothing, nor leads away", async () => {
      const stage = await open();
      await stage.user.keyboard("Ola{Enter}Fall{Enter}o");
      const came = (name: string) => within(screen.getByRole("radiogroup", { name: "Arrived by" })).getByRole("radio", { name });
      expect(came("On foot")).toBeChecked();
      await stage.user.keyboard("o");
      expect(came("Other")).toBeChecked();
      await stage.user.keyboard("xnkr");
      expect(came("Other")).toBeChecked();
      await stage.user.keyboard("{Enter}");
      expect(screen.getByRole("textbox", { name: "Arrived at" })).toHaveFocus();
    });
  });
});
