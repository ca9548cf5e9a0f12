// @vitest-environment jsdom
import { act, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { DowntimeId } from "#core/downtime/events.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import { addMinutes } from "#core/time.ts";
import { WallPage } from "#app/routes/board/wall-page.tsx";
import { numberOf, takeIn, type Patient } from "./board-ward.ts";
import { openStage, type Stage } from "./stage.tsx";

const evening: ReadonlyArray<Patient> = [
  { id: "ann", agoMin: 40, name: "Ann Moe", reason: "Chest pain", level: 2 },
  { id: "bob", agoMin: 10, name: "Bob Lie", reason: "Cut hand", level: 3, done: [{ type: "CallIn" }, { type: "Move", place: "Room 2" }] },
  { id: "cat", agoMin: 5 },
  { id: "dan", agoMin: 60, name: "Dan Vik", level: 3, done: [{ type: "BeginCare" }] },
];
const openWall = (patients = evening): Promise<Stage> =>
  openStage(<WallPage />, { path: "/wall", before: (feed, clock) => takeIn(feed, clock, patients) });
const rows = (): ReadonlyArray<HTMLElement> => within(screen.getByRole("table", { name: "Wall screen" })).getAllByRole("row").slice(1);

afterEach(() => vi.restoreAllMocks());

it("[WALL1] tells number, level, place, wait and status, and nothing that says who it is", async () => {
  const { feed } = await openWall();
  const cells = rows().map((row) => within(row).getAllByRole("cell").map(({ textContent }) => textContent));
  expect(cells).toEqual([
    ["2Urgent", numberOf(feed, "ann"), "–", "40 min", "10 over"],
    ["?Not triaged", numberOf(feed, "cat"), "–", "5 min", "Waiting"],
    ["3Normal", numberOf(feed, "bob"), "Room 2", "10 min", "Called in"],
    ["3Normal", numberOf(feed, "dan"), "–", "60 min", "In care"],
  ]);
  expect(document.body.textContent).not.toMatch(/Ann|Moe|Bob|Lie|Dan|Vik|Chest|Cut/);
});

it("[WALL2] says when nothing was written for a quarter of an hour with somebody waiting", async () => {
  const { clock } = await openWall();
  clock.pass(14);
  expect(screen.queryByRole("alert")).toBeNull();
  clock.pass(1);
  expect(screen.getByRole("alert").textContent).toBe("Nothing new since 16:58, 15 min. The screen may be out of date.");
});

it("[WALL4] the time, the device's name, the state of the records and the age of the outage are in sight, and a drill says so", async () => {
  const { clock, feed, log } = await openStage(<WallPage />, {
    path: "/wall",
    profile: "drill",
    before: async (given, at) => {
      await takeIn(given, at, evening);
      await given.tell([{ atMs: addMinutes(at.nowMs(), -90), event: { type: "v1.DowntimeDeclared", downtime: "d" as DowntimeId } }], nobodyYet);
    },
  });
  expect(screen.getByText("16:58", { selector: "time" })).toBeTruthy();
  expect(screen.getByText("This device: Unnamed device")).toBeTruthy();
  expect(screen.getByText("Saved here").parentElement?.textContent).toMatch(/^Saved here \d+ only here, oldest 0 min$/);
  expect(screen.getByText("1 h 30 min")).toBeTruthy();
  expect(screen.getByText("DRILL")).toBeTruthy();
  await act(async () => void (await feed.tell([{ atMs: clock.nowMs(), event: { type: "v1.DeviceNamed", device: log.device, name: "Wall by the door" } }], nobodyYet)));
  clock.pass(7);
  expect(screen.getByText("This device: Wall by the door")).toBeTruthy();
  expect(screen.getByText("Saved here").parentElement?.textContent).toMatch(/oldest 7 min$/);
});

describe("a wall with room for two", () => {
  it("[WALL3] shows the two who need us next, and how many more there are", async () => {
    vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue({ height: 60 } as DOMRect);
    vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(150);
    const { feed } = await openWall();
    expect(rows().map((row) => within(row).getAllByRole("cell")[1]?.textContent)).toEqual([numberOf(feed, "ann"), numberOf(feed, "cat")]);
    expect(screen.getByText("and 2 more")).toBeTruthy();
  });
});

it("an empty wall says so, and Escape leads back to the board", async () => {
  const { user } = await openWall([]);
  expect(screen.getByText("Nobody on the board")).toBeTruthy();
  await user.keyboard("{Escape}");
  expect(screen.getByText("somewhere else")).toBeTruthy();
});
