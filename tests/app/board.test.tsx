// @vitest-environment jsdom
import { act, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BoardPage } from "#app/routes/board/board-page.tsx";
import { oneTapMs } from "#app/ui/taps.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import { phaseOf } from "#core/visit/visit.ts";
import { settingsOf } from "#core/ward/ward.ts";
import { defaultPrefs } from "#app/prefs.ts";
import "./dialogs.ts";
import { levelled, numberOf, takeIn, visitId, type Patient } from "./board-ward.ts";
import { openStage, type Stage } from "./stage.tsx";

const evening: ReadonlyArray<Patient> = [
  { id: "ann", agoMin: 40, name: "Ann Moe", reason: "Chest pain", level: 2 },
  { id: "bob", agoMin: 10, name: "Bob Lie", reason: "Cut hand", level: 3 },
  { id: "cat", agoMin: 5 },
  { id: "dan", agoMin: 60, name: "Dan Vik", level: 3, done: [{ type: "BeginCare" }] },
];

let stage: Stage;
const open = async (patients: ReadonlyArray<Patient> = evening): Promise<Stage> => {
  stage = await openStage(<BoardPage />, { before: (feed, clock) => takeIn(feed, clock, patients) });
  return stage;
};
const number = (id: string): string => numberOf(stage.feed, id);
const table = (): HTMLElement => screen.getByRole("table", { name: "Board" });
const rows = (): ReadonlyArray<HTMLElement> => within(table()).getAllByRole("row").slice(1);
const rowOf = (id: string): HTMLElement => {
  const row = rows().find(({ textContent }) => textContent?.includes(number(id)));
  if (row === undefined) throw new Error(`${id} is not on the board`);
  return row;
};
const order = (): ReadonlyArray<string> => rows().map((row) => evening.find(({ id }) => row.textContent?.includes(number(id)))?.id ?? "?");
const visit = (id: string) => stage.feed.state().visits.get(visitId(id))!.visit;
/** Whose row has the keyboard. */
const focused = (): string | undefined => (document.activeElement instanceof HTMLElement ? document.activeElement.dataset["visit"] : undefined);
const press = (keys: string): Promise<void> => stage.user.keyboard(keys);
const button = (id: string, name: RegExp): HTMLElement => within(rowOf(id)).getByRole("button", { name });

describe("what a row tells", () => {
  beforeEach(() => open());

  it("[LINE1] holds the temporary number, the level and the wait in minutes", () => {
    expect(within(table()).getByRole("row", { name: new RegExp(`2 Urgent.*${number("ann")} Ann Moe.*Chest pain.*40 min`) })).toBe(rowOf("ann"));
    expect(rowOf("cat").textContent).toMatch(/Not triaged.*5 min/s);
  });

  it("[BTB1] every row but the head is one patient, in the order of need", () => {
    expect(order()).toEqual(["ann", "cat", "bob", "dan"]);
  });

  it("[BRD1] overdue stand first, under a heading that says what is overdue", () => {
    const [heading] = within(table()).getAllByRole("heading");
    expect(heading?.textContent).toBe("Overdue 1 should have been seen");
    expect(within(rowOf("ann")).getByText("10 over")).toBeTruthy();
    expect(within(rowOf("ann")).getByText(/In, due/)).toBeTruthy();
  });

  it("the minutes move without anybody doing anything, and who goes over the limit moves up", () => {
    stage.clock.pass(11);
    expect(rowOf("ann").textContent).toContain("51 min");
    expect(order()).toEqual(["cat", "ann", "bob", "dan"]);
    expect(within(table()).getAllByRole("heading")[0]?.textContent).toBe("Overdue 1 should have been seen, 1 should have a level");
  });

  it("who is in care waits no more, and says since when", () => {
    expect(rowOf("dan").textContent).toMatch(/60 min.*In care since 16:58/s);
    stage.clock.pass(30);
    expect(rowOf("dan").textContent).toContain("60 min");
  });

  it("[LINE4] a time of yesterday stands with its date", () => {
    expect(rowOf("dan").textContent).toContain("In care since 16:58");
    expect(rowOf("bob").textContent).toContain("New look 17:58");
    stage.clock.pass(8 * 60);
    expect(rowOf("dan").textContent).toContain("In care since 23 Nov 16:58");
    expect(rowOf("bob").textContent).toContain("In, due 23 Nov 18:48");
  });

  it("the head tells overdue, the longest wait and how many wait at each level", () => {
    const figures = within(screen.getByRole("region", { name: "Figures of the board" }));
    expect(figures.getByText("Overdue").nextElementSibling?.textContent).toBe("1");
    expect(figures.getByText("Longest wait").nextElementSibling?.textContent).toBe("40 min");
    expect(figures.getAllByRole("listitem").map((item) => item.querySelector("b")?.textContent)).toEqual(["1", "0", "1", "1"]);
  });

  it("[LVW2] once the ward has another scale, who was triaged on the one before is counted under its own name", async () => {
    const settings = { ...settingsOf(stage.feed.state().ward), scale: "mts" as const };
    await act(() => stage.feed.tell([{ atMs: stage.clock.nowMs(), event: { type: "v1.WardSettingsSet", settings } }], nobodyYet));
    const figures = within(screen.getByRole("region", { name: "Figures of the board" })).getAllByRole("listitem");
    const told = figures.map((item) => [item.querySelector(".level")?.textContent, item.querySelector("b")?.textContent]);
    expect(told.slice(1, 6).map(([, waiting]) => waiting)).toEqual(["0", "0", "0", "0", "0"]);
    expect(told.slice(6)).toEqual([["2Norsk indeksUrgent", "1"], ["3Norsk indeksNormal", "1"]]);
  });
});

describe("edited in place", () => {
  beforeEach(async () => {
    await open();
    vi.useFakeTimers({ toFake: ["performance"] });
  });
  afterEach(() => void vi.useRealTimers());

  it("[LINE2] a tap on the wait calls in, a second one begins care", async () => {
    await stage.user.click(button("ann", /40 min.*Call in/));
    await screen.findByText(`${number("ann")} is called in`);
    expect(phaseOf(visit("ann")).is).toBe("calledIn");
    vi.advanceTimersByTime(oneTapMs);
    await stage.user.click(button("ann", /40 min.*Begin care/));
    await screen.findByText(`${number("ann")} is in care`);
    expect(phaseOf(visit("ann")).is).toBe("inCare");
  });

  it("[RHD1] a glove's double tap on the wait calls in and no more; taps on another row are their own", async () => {
    await stage.user.click(button("ann", /40 min.*Call in/));
    await screen.findByText(`${number("ann")} is called in`);
    for (const ms of [1, oneTapMs - 1, oneTapMs - 1]) {
      vi.advanceTimersByTime(ms);
      await stage.user.click(button("ann", /40 min.*Begin care/));
    }
    await stage.user.click(button("bob", /10 min.*Call in/));
    await screen.findByText(`${number("bob")} is called in`);
    expect(phaseOf(visit("ann")).is).toBe("calledIn");
  });

  it("[RHD1] the second of two taps does not reach what came under the finger", async () => {
    await stage.user.click(button("bob", /Bob Lie/));
    await stage.user.click(button("bob", /^Begin care/));
    await screen.findByText(`${number("bob")} is in care`);
    await stage.user.click(button("bob", /change level/));
    expect(screen.queryByRole("dialog")).toBeNull();
    vi.advanceTimersByTime(oneTapMs);
    await stage.user.click(button("bob", /change level/));
    expect(screen.getByRole("dialog")).toBeTruthy();
  });

  it("[LINE2] a tap on the level sets it anew, from the ward's own scale", async () => {
    await stage.user.click(button("cat", /change level/));
    const dialog = within(screen.getByRole("dialog", { name: `Level of ${number("cat")}` }));
    await stage.user.click(dialog.getByRole("button", { name: /1 Acute/ }));
    await screen.findByText(`${number("cat")} has level 1 Acute`);
    expect(visit("cat").triage?.[0].value).toMatchObject({ scale: "no3", level: 1 });
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("[LINE2] a tap on the new look that is next, and U, say that somebody looked and the level stands", async () => {
    await stage.user.click(button("bob", /^New look .*, Seen again, unchanged$/));
    await screen.findByText(`${number("bob")} was seen again, the level stands`);
    const looks = () => stage.feed.state().visits.get(visitId("bob"))!.records.filter(({ event }) => event.type === "v1.TriageSet");
    expect(looks().map(({ event }) => event.type === "v1.TriageSet" && event.level)).toEqual([3, 3]);
    await press("u");
    await vi.waitFor(() => expect(looks()).toHaveLength(3));
  });

  it("[LINE2] nobody is seen again at a level that nobody has set", async () => {
    await press("jj{Enter}");
    expect(within(rowOf("cat")).getByRole("button", { name: /^Leave/ })).toBeTruthy();
    expect(within(rowOf("cat")).queryByRole("button", { name: /Seen again/ })).toBeNull();
    await press("u");
    await screen.findByText("Set a level first");
    expect(visit("cat").triage).toBeNull();
  });

  it("[LINE2] a tap on the place moves, to one of the ward's or any other", async () => {
    await stage.user.click(button("bob", /Give a place/));
    await stage.user.click(screen.getByRole("button", { name: "Rom 2" }));
    await screen.findByText(`${number("bob")} is moved to Rom 2`);
    await stage.user.click(button("bob", /Rom 2/));
    await stage.user.type(screen.getByRole("textbox", { name: "Another place" }), "Corridor{Enter}");
    await screen.findByText(`${number("bob")} is moved to Corridor`);
    expect(button("bob", /Corridor/)).toBeTruthy();
  });

  it("[DLG1] the second tap of the two that opened a choice chooses nothing; a tap elsewhere, a later one and a key do", async () => {
    const tap = (element: HTMLElement, clientX: number, detail = 1) => fireEvent.click(element, { detail, clientX, clientY: 300 });
    tap(button("bob", /Give a place/), 200);
    const choice = () => screen.getByRole("button", { name: "Rom 2" });
    vi.advanceTimersByTime(oneTapMs - 1);
    tap(choice(), 230);
    expect(choice()).toBeTruthy();
    tap(choice(), 400);
    await screen.findByText(`${number("bob")} is moved to Rom 2`);
    tap(button("ann", /Give a place/), 200);
    vi.advanceTimersByTime(oneTapMs);
    tap(choice(), 200);
    await screen.findByText(`${number("ann")} is moved to Rom 2`);
    tap(button("cat", /Give a place/), 200);
    tap(choice(), 0, 0);
    await screen.findByText(`${number("cat")} is moved to Rom 2`);
    expect(visit("bob").place).toHaveLength(1);
  });

  it("[BPG1] after a choice the row has the keyboard again", async () => {
    await stage.user.click(button("bob", /Give a place/));
    await stage.user.click(screen.getByRole("button", { name: "Rom 2" }));
    expect(focused()).toBe("bob");
  });

  it("[LINE3] a second tap on an open row leads to the chart", async () => {
    await stage.user.click(button("bob", /Bob Lie/));
    await stage.user.click(within(rowOf("bob")).getByRole("button", { name: "Leave" }));
    await stage.user.click(screen.getByRole("radio", { name: "Admitted" }));
    await stage.user.type(screen.getByRole("textbox", { name: "To" }), "Ward 3{Enter}");
    await screen.findByText(new RegExp(`${number("bob")}: Admitted`));
    expect(phaseOf(visit("bob"))).toMatchObject({ is: "left", how: "admitted", to: "Ward 3" });
    await stage.user.click(button("ann", /Ann Moe/));
    await stage.user.click(button("ann", /Ann Moe/));
    expect(screen.getByText("somewhere else")).toBeTruthy();
  });

  it("[LVF2] on the board as in the chart, how and to where come first, and the button ends the visit", async () => {
    await stage.user.click(button("bob", /Bob Lie/));
    await stage.user.click(within(rowOf("bob")).getByRole("button", { name: "Leave" }));
    await stage.user.click(screen.getByRole("radio", { name: "Admitted" }));
    await stage.user.click(screen.getByRole("radio", { name: "Home" }));
    await stage.user.type(screen.getByRole("textbox", { name: "To" }), "their son");
    expect(phaseOf(visit("bob")).is).toBe("waiting");
    await stage.user.click(screen.getByRole("button", { name: "End the visit" }));
    await screen.findByText(`${number("bob")}: Home`);
    expect(screen.getByRole("link", { name: "Discharge letter" }).getAttribute("href")).toContain(number("bob"));
    expect(phaseOf(visit("bob"))).toMatchObject({ is: "left", how: "home", to: "their son" });
  });

  it("the notice takes a deed back", async () => {
    await stage.user.click(button("ann", /Call in/));
    await screen.findByText(`${number("ann")} is called in`);
    await stage.user.click(screen.getByText(/^Undo/));
    await screen.findByText(`Undone: ${number("ann")} is called in`);
    expect(phaseOf(visit("ann")).is).toBe("waiting");
  });
});

it("[LINE2] a tap on who gives the patient to me, to one of the ward's, or to somebody else", async () => {
  stage = await openStage(<BoardPage />, {
    prefs: { actor: { ...defaultPrefs.actor, name: "Kari Vik" } },
    before: async (feed, clock) => {
      await feed.tell([{ atMs: clock.nowMs(), event: { type: "v1.WardSettingsSet", settings: { clinicians: ["Dr Moen"] } } }], defaultPrefs.actor);
      await takeIn(feed, clock, evening);
    },
  });
  await stage.user.click(button("ann", /Nobody/));
  await stage.user.click(screen.getByRole("button", { name: "Me, Kari Vik" }));
  await screen.findByText(`${number("ann")}: Kari Vik has them`);
  await stage.user.click(button("ann", /Kari Vik/));
  await stage.user.click(screen.getByRole("button", { name: "Dr Moen" }));
  await screen.findByText(`${number("ann")}: Dr Moen has them`);
  await stage.user.click(button("ann", /Dr Moen/));
  await stage.user.click(screen.getByRole("button", { name: "Nobody" }));
  await screen.findByText(`Nobody has ${number("ann")}`);
  expect(visit("ann").clinician?.at(-1)?.value).toBeNull();
});

describe("by keyboard alone", () => {
  beforeEach(() => open());

  it("[BPG1] J and L choose, a digit sets the level, C calls in, S begins care", async () => {
    await press("j");
    expect(focused()).toBe("ann");
    await press("jjl");
    expect(focused()).toBe("cat");
    await press("2");
    await screen.findByText(`${number("cat")} has level 2 Urgent`);
    await press("c");
    await screen.findByText(`${number("cat")} is called in`);
    await press("s");
    await screen.findByText(`${number("cat")} is in care`);
    expect(phaseOf(visit("cat")).is).toBe("inCare");
  });

  it("[BPG1] a level that the scale has not, and a deed with no row chosen, say so and do nothing", async () => {
    await press("c");
    expect(await screen.findByText("Choose a row first, with J or L")).toBeTruthy();
    await press("j5");
    expect(await screen.findByText("The scale has no level 5")).toBeTruthy();
    expect(visit("ann").triage?.[0].value.level).toBe(2);
  });

  it("[LINE3] Enter opens the row in place, Escape closes it, Enter twice opens the chart", async () => {
    await press("j{Enter}");
    expect(within(rowOf("ann")).getByRole("button", { name: /Begin care/ })).toBeTruthy();
    expect(button("ann", /Ann Moe/).getAttribute("aria-expanded")).toBe("true");
    await press("{Escape}");
    expect(button("ann", /Ann Moe/).getAttribute("aria-expanded")).toBe("false");
    await press("{Enter}{Enter}");
    expect(screen.getByText("somewhere else")).toBeTruthy();
  });

  it("[BPG2] / finds by a fragment of name, number or reason; Enter goes to the hit, Escape empties", async () => {
    await press("/");
    const field = screen.getByRole("searchbox", { name: "Find" });
    expect(document.activeElement).toBe(field);
    await press("hand");
    expect(await screen.findByText("1 found")).toBeTruthy();
    expect(order()).toEqual(["bob"]);
    await press("{Enter}");
    expect(focused()).toBe("bob");
    await stage.user.click(field);
    await press("{Escape}");
    expect(order()).toHaveLength(4);
    expect(focused()).toBe("bob");
    await press(`/${number("dan").slice(4, 7)}`);
    expect(order()).toContain("dan");
  });
});

it.each([
  ["Enter goes to the first hit of what is typed", "Enter", "dan"],
  ["Escape goes to the first of all", "Escape", "ann"],
])("[BPG3] %s, however fast the keys are", async (_, key, expected) => {
  await open();
  await press("/lie");
  const field = screen.getByRole("searchbox", { name: "Find" });
  act(() => {
    fireEvent.change(field, { target: { value: "vik" } });
    fireEvent.keyDown(field, { key });
  });
  expect(focused()).toBe(expected);
});

it("[BPG2] finds those who have left too, marked and with a way to their chart", async () => {
  await open([...evening, { id: "eva", agoMin: 90, name: "Eva Berg", level: 3, done: [{ type: "BeginCare" }, { type: "Leave", how: "home" }] }]);
  expect(within(table()).queryByText("Eva Berg")).toBeNull();
  await press("/berg");
  expect(await screen.findByText("0 found here, 1 who have left")).toBeTruthy();
  expect(within(table()).getByRole("heading").textContent).toBe("Have left 1");
  const [row] = rows();
  expect(row?.textContent).toMatch(/Eva Berg.*90 min.*Home 16:58/s);
  await stage.user.click(within(row!).getByRole("button", { name: /Eva Berg/ }));
  expect(screen.getByText("somewhere else")).toBeTruthy();
});

it("an empty board says what will be here, the first thing to do, and how to see it alive", async () => {
  await open([]);
  expect(screen.getByRole("heading", { name: "Everybody in the ward will stand here" })).toBeTruthy();
  expect(screen.getByRole("link", { name: /New patient/ }).getAttribute("href")).toBe("/intake");
  expect(screen.getByRole("button", { name: /Start a drill/ })).toBeVisible();
  await act(() => takeIn(stage.feed, stage.clock, [{ id: "ann", agoMin: 0, level: 2 }]));
  expect(screen.queryByRole("heading", { name: "Everybody in the ward will stand here" })).toBeNull();
  expect(rows()).toHaveLength(1);
});

it("[BRD5] who came in the future by this clock has waited 0 minutes, and the row says that a clock is in doubt", async () => {
  await open([{ id: "ann", agoMin: -30, level: 2 }]);
  expect(rowOf("ann").textContent).toMatch(/0 min.*Clock in doubt/s);
});

it("a level set in another scale than the ward's is shown by its own name", async () => {
  await open([{ id: "ann", agoMin: 1, done: [{ ...levelled(2), scale: "mts" }] }]);
  expect(button("ann", /2 Very urgent/)).toBeTruthy();
});
