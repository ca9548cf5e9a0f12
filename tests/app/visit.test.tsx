// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { known } from "#core/answer.ts";
import type { KnownEvent } from "#core/event.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import { addMinutes } from "#core/time.ts";
import { temporaryNumber } from "#core/visit/temporary-number.ts";
import type { WardFeed } from "#app/ward-feed.ts";
import { newMemoryDevice } from "#tests/storage/memory-log.ts";
import { levelled, neighbourOf, numberOf, takeIn, visitId } from "./board-ward.ts";
import type { StageClock } from "./stage.tsx";
import { done, kari, line, lines, openChart, openPage } from "./visit-stage.tsx";

const deed = (name: string): HTMLElement => screen.getByRole("button", { name });
/** Of a device that no ward here has. */
const elsewhere = temporaryNumber({ wardCode: "ZZ", letter: "Z", serial: 17 });
/** Kari's number on another patient too, as two devices give it that know nothing of each other. */
const givenTwice = async (feed: WardFeed, clock: StageClock): Promise<void> => {
  await takeIn(feed, clock, [kari]);
  const number = feed.state().visits.get(visitId("kari"))!.visit.number!;
  const details = { name: known("Ola Ås"), reason: known("Fall") };
  await feed.register({ visit: visitId("ola"), commands: () => [{ type: "RegisterArrival", number, details, atMs: addMinutes(clock.nowMs(), -10) }] }, nobodyYet);
};
const happened = (): HTMLElement => within(screen.getByRole("region", { name: "Do" })).getByRole("textbox", { name: "Happened" });

it.each([
  ["small letters and no dashes", (number: string) => number.toLowerCase().replaceAll("-", "")],
  ["zeros left out", (number: string) => number.replace("-00", "-")],
  ["spaces", (number: string) => encodeURIComponent(number.replaceAll("-", " "))],
])("[VPG1] a number with %s leads to the chart", async (_, typed) => {
  const { feed } = await openPage((number) => `/visit/${typed(number)}`);
  expect(screen.getByRole("heading", { level: 1, name: `${numberOf(feed, "kari")} Kari Nordmann` })).toBeVisible();
});

it("[TLV1] of a long story the newest hundred lines are drawn, and all of them when somebody asks for them or prints", async () => {
  const { user } = await openChart([kari], {
    before: async (feed, clock) => {
      await takeIn(feed, clock, [kari]);
      const notes = Array.from({ length: 130 }, (_, place) => ({ type: "WriteNote", note: { text: `Note ${place}.` }, atMs: addMinutes(clock.nowMs(), place / 10 - 30) }) as const);
      await feed.ask(visitId("kari"), notes, nobodyYet);
    },
  });
  const older = (): HTMLElement | null => screen.queryByRole("button", { name: /^Show older lines/ });
  expect(lines()).toHaveLength(100);
  expect(lines().some((one) => one.includes("Note 129."))).toBe(true);
  expect(lines().some((one) => one.includes("Note 0."))).toBe(false);
  expect(older()).toHaveTextContent("(32)");
  act(() => void dispatchEvent(new Event("beforeprint")));
  expect(lines()).toHaveLength(132);
  act(() => void dispatchEvent(new Event("afterprint")));
  expect(lines()).toHaveLength(100);
  await user.click(older()!);
  expect(lines()).toHaveLength(132);
  expect(older()).toBeNull();
});

it("[VPG2] a number that is none is said kindly, and the visit is found by any fragment", async () => {
  const { user } = await openPage(() => "/visit/17");
  expect(screen.getByRole("heading", { name: "“17” is not one of our numbers" })).toBeVisible();
  await user.clear(screen.getByRole("searchbox", { name: "Find a visit" }));
  await user.type(screen.getByRole("searchbox", { name: "Find a visit" }), "chest");
  expect(screen.getByText("1 visit")).toBeVisible();
  await user.click(screen.getByRole("link", { name: /Kari Nordmann/ }));
  expect(screen.getByRole("heading", { level: 1, name: /Kari Nordmann/ })).toBeVisible();
});

const otherCheckLetter = (number: string): string => `${number.slice(0, -1)}${number.endsWith("A") ? "B" : "A"}`;

it("[VPG3] a number that two devices gave asks which patient is meant, by name, time and reason", async () => {
  const { user } = await openPage((number) => `/visit/${number}`, [kari], { before: givenTwice });
  expect(screen.getByRole("heading", { level: 1, name: /^2 patients have number / })).toBeTruthy();
  expect(screen.queryByRole("region", { name: "Timeline" })).toBeNull();
  const found = screen.getAllByRole("link", { name: /Came/ }).map(({ textContent }) => textContent);
  expect(found).toEqual([expect.stringMatching(/Kari Nordmann.*Came 16:18.*Chest pain/), expect.stringMatching(/Ola Ås.*Came 16:48.*Fall/)]);
  await user.click(screen.getByRole("link", { name: /Ola Ås/ }));
  expect(screen.getByRole("heading", { level: 1, name: /Ola Ås$/ })).toBeTruthy();
  expect(screen.queryByText("Kari Nordmann")).toBeNull();
});

it("[PRT6] a label for a number that two devices gave is a label for each", async () => {
  await openPage((number) => `/print?label=${number}`, [kari], { before: givenTwice });
  const labels = screen.getAllByRole("article").map(({ textContent }) => textContent);
  expect(labels).toEqual([expect.stringContaining("Kari Nordmann"), expect.stringContaining("Ola Ås")]);
});

it("[VPG2] a misread number and one that is not here are told apart", async () => {
  const { feed } = await openPage((number) => `/visit/${otherCheckLetter(number)}`);
  expect(screen.getByRole("heading", { name: `${otherCheckLetter(numberOf(feed, "kari"))} was not read right` })).toBeVisible();
  cleanup();
  await openPage(() => `/visit/${elsewhere}`);
  expect(await screen.findByRole("heading", { name: `No visit with number ${elsewhere} here` })).toBeVisible();
});

it("says who it is, and shows the identity number only when asked", async () => {
  const { user } = await openChart([{ ...kari, done: [{ type: "SetDetails", details: { nationalNumber: known("14835841481"), arrivedBy: known("ambulance") } }] }]);
  const who = within(screen.getByRole("complementary", { name: "Who" }));
  expect(who.queryByText("148358 41481")).toBeNull();
  await user.click(who.getByRole("button", { name: /148358 ••••• Show identity number/ }));
  expect(who.getByText("148358 41481")).toBeVisible();
  expect(who.getAllByText("Chest pain").length).toBeGreaterThan(0);
  expect(who.getByText("Has waited 40 min")).toBeVisible();
  expect(who.getByText("10 min over")).toBeVisible();
  expect(who.getByRole("button", { name: "Born or age" })).toBeVisible();
});

it("[CHV1] every deed is done from the keyboard alone", async () => {
  const { user } = await openChart();
  await user.keyboard("t1");
  await done("Triage level 1");
  await user.keyboard("u");
  await done("Seen again, the level stands");
  await user.keyboard("mrom 2{Enter}");
  await done("Moved to Rom 2");
  await user.keyboard("dBerg{Enter}");
  await done("Clinician: Berg");
  await user.keyboard("c");
  await done("Called in");
  await user.keyboard("s");
  await done("Care began");
  await user.keyboard("x {Tab}Medisin{Enter}");
  await done("Left: Home, to Medisin");
  expect(lines().length).toBe(9);
});

it("[CHV1] Escape closes what is open, also from inside a field, and focus goes back", async () => {
  const { user } = await openChart();
  await user.keyboard("m");
  expect(screen.getByRole("combobox", { name: "Other place" })).toHaveFocus();
  await user.keyboard("Rom{Escape}");
  expect(screen.queryByRole("combobox", { name: "Other place" })).toBeNull();
  expect(deed("Move")).toHaveFocus();
  await user.keyboard("e");
  expect(screen.getByRole("textbox", { name: "Name" })).toHaveFocus();
  await user.keyboard("{Escape}");
  expect(deed("Edit")).toHaveFocus();
});

it("[CHV2] a late entry stands in its true place, with when it was written", async () => {
  const { user, feed } = await openChart();
  await user.type(happened(), "1630");
  expect(screen.getByText("Written as 16:30")).toBeVisible();
  await user.click(deed("Call in"));
  await screen.findByText(/: Called in, 16:30$/);
  expect(lines().map((text) => text.slice(0, 5))).toEqual(["16:58", "16:30", "16:18"]);
  expect(lines()[1]).toContain("written 16:58");
  expect(happened()).toHaveValue("");
  expect(feed.state().visits.get(visitId("kari"))?.visit.calledIn?.[0].atMs).toBe(Date.UTC(2026, 10, 23, 15, 30));
});

it("[CHV2] a time that cannot be read is written as now, and said", async () => {
  const { user, clock, feed } = await openChart();
  await user.type(happened(), "half past");
  expect(screen.getByText("Not understood. Written as now.")).toBeVisible();
  await user.click(deed("Call in"));
  await screen.findByText(/: Called in,/);
  expect(feed.state().visits.get(visitId("kari"))?.visit.calledIn?.[0].atMs).toBe(clock.nowMs());
});

it("[CHV3] after the end what came later is refused with the time, and what happened before is written", async () => {
  const { user, clock } = await openChart();
  await user.keyboard("x ");
  await user.click(screen.getByRole("button", { name: "End the visit" }));
  expect(await screen.findByText("Left 16:58")).toBeVisible();
  clock.pass(10);
  await user.click(deed("Call in"));
  expect(await screen.findByText(/ended.*16:58/, { selector: ".notice span" })).toBeVisible();
  await user.type(happened(), "1650");
  await user.click(deed("Call in"));
  await screen.findByText(/: Called in, 16:50$/);
  expect(lines()[0]).toContain("Left: Home");
});

it("[LVF1] an ending that nobody chose is not written: the panel says so and keeps the focus", async () => {
  const { user, feed } = await openChart();
  const written = feed.state().visits.get(visitId("kari"))?.records.length;
  await user.keyboard("x{Enter}");
  const panel = within(screen.getByRole("group", { name: "How?" }));
  expect(panel.getByText("Choose how")).toBeVisible();
  expect(panel.getByRole("radio", { name: "Home" })).toHaveFocus();
  await user.type(screen.getByRole("textbox", { name: "To" }), "Medisin{Enter}");
  expect(screen.getByRole("textbox", { name: "To" })).toHaveFocus();
  await user.click(panel.getByRole("radio", { name: "Admitted" }));
  expect(panel.queryByText("Choose how")).toBeNull();
  expect(feed.state().visits.get(visitId("kari"))?.records.length).toBe(written);
  await user.click(screen.getByRole("button", { name: "End the visit" }));
  await done("Left: Admitted, to Medisin");
});

it("[CHV4] a corrected line stays, struck through with who and why, and the right one stands instead", async () => {
  const { user } = await openChart(undefined, { prefs: { actor: { name: "Ola Vik", role: "nurse" } } });
  await user.click(screen.getByRole("button", { name: /^Correct: Triage 2/ }));
  const form = within(screen.getByRole("form", { name: "Correct this line" }));
  await user.click(form.getByRole("radio", { name: /^3/ }));
  await user.click(form.getByRole("button", { name: "Wrong key" }));
  await user.click(form.getByRole("button", { name: "Correct" }));
  await screen.findByText(/: Corrected$/);
  const old = line(/Struck: Triage/);
  expect(within(old).getByText("Struck by Ola Vik 16:58: Wrong key")).toBeVisible();
  expect(line(/Stands instead of what was there from 16:58/).textContent).toContain("3");
});

it("[CHV4] a line brought back takes its correction with it", async () => {
  const { user } = await openChart();
  await user.click(screen.getByRole("button", { name: /^Correct: Triage 2/ }));
  await user.click(screen.getByRole("radio", { name: /^3/ }));
  await user.click(screen.getByRole("button", { name: "Correct" }));
  await user.click(await screen.findByRole("button", { name: /^Bring back: Triage 2/ }));
  await screen.findByText(/: Brought back$/);
  expect(screen.getByRole("button", { name: /^Correct: Triage 2/ })).toBeVisible();
  expect(line(/Struck: Triage.*3/)).toBeVisible();
  expect(screen.getByText(/^Struck by Nurse 16:58, brought back$/)).toBeVisible();
});

it("[CHV4] what did not happen is struck, and nothing stands instead", async () => {
  const { user, feed } = await openChart();
  await user.keyboard("c");
  await user.click(await screen.findByRole("button", { name: /^Correct: Called in/ }));
  await user.click(screen.getByRole("checkbox", { name: "Did not happen" }));
  await user.type(screen.getByRole("textbox", { name: "Why" }), "Somebody else");
  await user.click(screen.getByRole("button", { name: "Strike out" }));
  expect(await screen.findByText("Struck by Nurse 16:58: Somebody else")).toBeVisible();
  expect(feed.state().visits.get(visitId("kari"))?.visit.calledIn).toBeNull();
});

it("[CHV4] a corrected time moves the line, and one left alone stays to the millisecond", async () => {
  const { user, feed, clock } = await openChart();
  await user.click(screen.getByRole("button", { name: /^Correct: Arrived/ }));
  const form = within(screen.getByRole("form", { name: "Correct this line" }));
  await user.clear(form.getByRole("textbox", { name: "Name" }));
  await user.type(form.getByRole("textbox", { name: "Name" }), "Kari Nordlys");
  await user.click(form.getByRole("button", { name: "Correct" }));
  await screen.findByText(/: Corrected$/);
  expect(feed.state().visits.get(visitId("kari"))?.visit.arrivedAtMs).toBe(addMinutes(clock.nowMs(), -40));
  await user.click(screen.getByRole("button", { name: /^Correct: Arrived/ }));
  const again = within(screen.getByRole("form", { name: "Correct this line" }));
  await user.clear(again.getByRole("textbox", { name: "Happened" }));
  await user.type(again.getByRole("textbox", { name: "Happened" }), "1600{Enter}");
  await waitFor(() => expect(feed.state().visits.get(visitId("kari"))?.visit.arrivedAtMs).toBe(Date.UTC(2026, 10, 23, 15, 0)));
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Kari Nordlys");
});

it("Z undoes, the line brings it back, and Z undoes that too", async () => {
  const { user, feed } = await openChart();
  const level = () => feed.state().visits.get(visitId("kari"))?.visit.triage?.at(-1)?.value.level;
  await user.keyboard("t1");
  await screen.findByText(/: Triage level 1/);
  await user.keyboard("z");
  expect(await screen.findByText("Undone by Nurse 16:58")).toBeVisible();
  expect(level()).toBe(2);
  await user.click(screen.getByRole("button", { name: /^Bring back: Triage 1/ }));
  expect(await screen.findByText("Undone by Nurse 16:58, brought back")).toBeVisible();
  expect(level()).toBe(1);
  await user.keyboard("z");
  await screen.findByText("Undone by Nurse 16:58");
  expect(level()).toBe(2);
});

it("a detail is changed where it stands, and only that one is written", async () => {
  const { user } = await openChart();
  await user.click(screen.getByRole("button", { name: "Edit name" }));
  await user.clear(screen.getByRole("textbox", { name: "Name" }));
  await user.type(screen.getByRole("textbox", { name: "Name" }), "Kari Nordlys{Enter}");
  await screen.findByText(/: The details are written$/);
  expect(lines()[0]).toMatch(/Details.*Name.*Kari Nordlys/);
  expect(lines()[0]).not.toContain("Chest pain");
  await user.click(screen.getByRole("button", { name: "Sex" }));
  await user.click(screen.getByRole("radio", { name: "Female" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(lines()[0]).toMatch(/Sex.*Female/));
});

it("both claims of two devices are shown, and one press settles it", async () => {
  const device = newMemoryDevice();
  const stage = await openChart(undefined, { device });
  const neighbour = await neighbourOf(stage, device);
  await stage.user.keyboard("t3");
  await screen.findByText(/: Triage level 3/);
  await neighbour.does("kari", { ...levelled(1), atMs: stage.clock.nowMs() });
  const dispute = within(await screen.findByRole("region", { name: "The devices disagree" }));
  expect(dispute.getAllByText(/device [A-Z]/).length).toBe(2);
  await stage.user.click(dispute.getByRole("button", { name: /^This holds: 3/ }));
  await waitFor(() => expect(screen.queryByRole("region", { name: "The devices disagree" })).toBeNull());
  expect(line(/device B/)).toBeVisible();
});

it("what this version does not understand stands in the timeline, kept", async () => {
  await openChart(undefined, {
    before: async (feed, clock) => {
      await takeIn(feed, clock, [kari]);
      // As a newer version would write it; no event of today.
      const event = { type: "v9.Weighed", visit: visitId("kari"), weightKg: 71 } as unknown as Extract<KnownEvent, { readonly type: "v1.DowntimeEnded" }>;
      await feed.tell([{ atMs: clock.nowMs(), event }], nobodyYet);
    },
  });
  expect(line(/Kept\. Not understood by this version\./)).toHaveTextContent("v9.Weighed");
});

it("a struck visit says so, and its arrival brings it back", async () => {
  const { user, feed } = await openChart(undefined, {
    before: async (feed, clock) => {
      await takeIn(feed, clock, [kari]);
      const arrival = feed.state().visits.get(visitId("kari"))?.records.find(({ event }) => event.type === "v1.Arrived");
      if (arrival !== undefined) await feed.ask(visitId("kari"), [{ type: "Undo", target: arrival.id, atMs: clock.nowMs() }], nobodyYet);
    },
  });
  expect(screen.getByText(/This visit is struck/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: /^Bring back: Arrived/ }));
  await screen.findByText(/: Brought back$/);
  expect(screen.queryByText(/This visit is struck/)).toBeNull();
  expect(feed.state().visits.get(visitId("kari"))?.visit.arrivedAtMs).not.toBeNull();
});
