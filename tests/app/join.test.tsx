// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { nobodyYet } from "#core/staff/actor.ts";
import { newMemoryDevice } from "#tests/storage/memory-log.ts";
import { fileOf } from "#projections/ward-state.ts";
import { levelled, visitId, numberOf, neighbourOf, type Patient } from "./board-ward.ts";
import type { Stage } from "./stage.tsx";
import { done, kari, line, lines, openChart } from "./visit-stage.tsx";

const twin: Patient = { id: "twin", agoMin: 20, name: "Nordmann Kari", reason: "Fall", level: 1 };
const panel = (): HTMLElement => screen.getByRole("form", { name: "The same patient, taken in twice" });
const field = (name: string): HTMLElement => within(screen.getByRole("region", { name: "Do" })).getByRole("textbox", { name });
const confirm = "Confirmed by (a second person)";
const joined = async (stage: Stage): Promise<void> => {
  await stage.user.keyboard("j");
  await waitFor(() => expect(field("Who is the same?")).toHaveFocus());
  await stage.user.type(field(confirm), "Berg{Enter}");
  await done(`Joined with ${numberOf(stage.feed, "kari")}`);
};

describe("joining", () => {
  it("[SMC1] who may be the same is told in the chart, and leads to theirs", async () => {
    const stage = await openChart([kari, twin]);
    const card = await screen.findByRole("region", { name: "May have been taken in twice" });
    const link = within(card).getByRole("link");
    expect(link).toHaveTextContent(/Nordmann Kari.*same name/);
    expect(link).toHaveAttribute("href", expect.stringContaining(`/visit/${numberOf(stage.feed, "twin")}`));
  });

  it("[JNP2][JNP3] by keyboard alone: J, the second person, Enter; one chart with everything of both", async () => {
    const stage = await openChart([kari, twin]);
    const [first, second] = [numberOf(stage.feed, "kari"), numberOf(stage.feed, "twin")];
    await screen.findByRole("region", { name: "May have been taken in twice" });
    await stage.user.keyboard("j");
    await waitFor(() => expect(field("Who is the same?")).toHaveFocus());
    const row = within(within(panel()).getByRole("table")).getByRole("row", { name: /^Reason/ });
    expect(row).toHaveTextContent("≠ differs");
    expect(within(panel()).getByRole("radio", { name: first })).toBeChecked();
    await stage.user.type(field(confirm), "Berg{Enter}");
    await done(`Joined with ${first}`);
    expect(stage.feed.state().visits.size).toBe(1);
    expect(fileOf(stage.feed.state(), visitId("twin"))?.visit.number).toBe(first);
    expect(screen.getByRole("region", { name: "Joined" })).toHaveTextContent(second);
    expect(line(/Joined with/).textContent).toContain(`Joined with ${first}, confirmed by Berg`);
    expect(lines().filter((one) => one.includes(`from ${second}`))).toHaveLength(3);
    expect(screen.getByRole("region", { name: "The devices disagree" })).toHaveTextContent("Nordmann Kari");
  });

  it("[JNP1] without a second person nothing is joined, and the panel says so", async () => {
    const stage = await openChart([kari, twin]);
    await screen.findByRole("region", { name: "May have been taken in twice" });
    await stage.user.keyboard("j");
    await waitFor(() => expect(field("Who is the same?")).toHaveFocus());
    await stage.user.type(field(confirm), "  {Enter}");
    expect(await screen.findByText("Two must look. Write who the second person is.")).toBeVisible();
    expect(stage.feed.state().visits.size).toBe(2);
  });

  it("[JNP3] somebody unlike is found by number, and the number to go on with can be the other's", async () => {
    const stage = await openChart([kari, { id: "unknown", agoMin: 10 }]);
    const second = numberOf(stage.feed, "unknown");
    await stage.user.click(screen.getByRole("button", { name: "Join" }));
    await stage.user.type(field("Who is the same?"), "nobody like that");
    expect(within(panel()).getByText("Nobody else with that")).toBeVisible();
    await stage.user.type(field("Who is the same?"), "{Enter}");
    expect(await screen.findByText("Choose who it is the same as.")).toBeVisible();
    await stage.user.clear(field("Who is the same?"));
    await stage.user.type(field("Who is the same?"), second.slice(4, 7));
    await stage.user.click(await within(panel()).findByRole("radio", { name: second }));
    await stage.user.type(field(confirm), "Berg{Enter}");
    await done(`Joined with ${second}`);
    expect([...stage.feed.state().visits.keys()]).toEqual(["unknown"]);
    expect(await screen.findByRole("heading", { level: 1, name: new RegExp(`${second}.*Kari Nordmann`) })).toBeVisible();
  });
});

describe("parting", () => {
  it("[PTP1] two patients after all: a second person, and both are as before; the line tells who", async () => {
    const stage = await openChart([kari, twin]);
    await screen.findByRole("region", { name: "May have been taken in twice" });
    await joined(stage);
    await stage.user.click(screen.getByRole("button", { name: "Part again" }));
    await stage.user.click(within(screen.getByRole("form", { name: "Two patients after all" })).getByRole("button", { name: "Part again" }));
    expect(await screen.findByText("Two must look. Write who the second person is.")).toBeVisible();
    await stage.user.type(field(confirm), "Lie");
    await stage.user.type(field("Why"), "Tvillinger{Enter}");
    await done("Parted again");
    expect(stage.feed.state().visits.size).toBe(2);
    const strike = stage.feed.state().visits.get(visitId("twin"))?.records.at(-1)?.event;
    expect(strike).toMatchObject({ type: "v1.Struck", confirmedBy: "Lie", why: "Tvillinger" });
    expect(lines().some((one) => one.includes("from "))).toBe(false);
  });

  it("[DEED1] a join is undone at once with Z", async () => {
    const stage = await openChart([kari, twin]);
    await screen.findByRole("region", { name: "May have been taken in twice" });
    await joined(stage);
    await stage.user.keyboard("z");
    await waitFor(() => expect(stage.feed.state().visits.size).toBe(2));
  });

  it("[DEC11] what the neighbour writes on the number that gave way stands in the one chart", async () => {
    const device = newMemoryDevice();
    const stage = await openChart([kari, twin], { device });
    await screen.findByRole("region", { name: "May have been taken in twice" });
    await joined(stage);
    const neighbour = await neighbourOf(stage, device);
    await neighbour.does("twin", { ...levelled(2), atMs: stage.clock.nowMs() });
    await stage.feed.ask(visitId("twin"), [{ type: "Move", place: "Room 1", atMs: stage.clock.nowMs() }], nobodyYet);
    expect(stage.feed.state().visits.size).toBe(1);
    await waitFor(() => expect(lines().some((one) => one.includes("Room 1"))).toBe(true));
  });
});

it("[ALS1] who has no name is called by an alias where the name would be", async () => {
  await openChart([{ id: "unknown", agoMin: 10 }]);
  expect(await screen.findByRole("heading", { level: 1, name: /Unknown \p{L}+$/u })).toBeVisible();
});
