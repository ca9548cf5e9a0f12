// @vitest-environment jsdom
/** A board longer than a screen, and what a device sees of a quarrel with another. */
import { fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { BoardPage } from "#app/routes/board/board-page.tsx";
import { WallPage } from "#app/routes/board/wall-page.tsx";
import { newMemoryDevice } from "#tests/storage/memory-log.ts";
import "./dialogs.ts";
import { levelled, neighbourOf, numberOf, takeIn, visitId } from "./board-ward.ts";
import { openStage } from "./stage.tsx";

afterEach(() => vi.restoreAllMocks());

const table = (): HTMLElement => screen.getByRole("table", { name: "Board" });
const drawn = (): number => table().querySelectorAll("[data-visit]").length;

it("[BTB2] draws of a long board only what is in sight, tells how long it is, and prints it whole", async () => {
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(56);
  vi.spyOn(HTMLElement.prototype, "offsetWidth", "get").mockReturnValue(1000);
  const { user } = await openStage(<BoardPage />, {
    before: (feed, clock) => takeIn(feed, clock, Array.from({ length: 120 }, (_, place) => ({ id: `v${place}`, agoMin: place, level: 3 as const }))),
  });
  expect(table().getAttribute("aria-rowcount")).toBe("121");
  expect(drawn()).toBeLessThan(60);
  await user.keyboard("jj");
  expect(document.activeElement?.closest("[role=row]")?.getAttribute("aria-rowindex")).toBe("3");
  fireEvent(window, new Event("beforeprint"));
  expect(drawn()).toBe(120);
  fireEvent(window, new Event("afterprint"));
  expect(drawn()).toBeLessThan(60);
});

it("[BRD7] a row on which devices disagree is marked, and open it says about what", async () => {
  const device = newMemoryDevice();
  const { user, feed, log, clock } = await openStage(<BoardPage />, {
    device,
    before: (open, now) => takeIn(open, now, [{ id: "ann", agoMin: 10, name: "Ann", level: 2 }]),
  });
  const neighbour = await neighbourOf({ log, clock }, device);
  await feed.ask(visitId("ann"), [{ type: "Move", place: "Room 1", atMs: clock.nowMs() }], { name: "", role: "nurse" });
  await neighbour.does("ann", { type: "Move", place: "Room 2", atMs: clock.nowMs() });
  const row = within(within(table()).getByRole("row", { name: new RegExp(numberOf(feed, "ann")) }));
  expect(row.getByText(/Devices disagree/)).toBeTruthy();
  await user.click(row.getByRole("button", { name: /Ann/ }));
  expect(row.getByText(/Devices disagree on place/)).toBeTruthy();
});

it("a wall keeps the screen on while it is in sight, and lets it go when it is left", async () => {
  const release = vi.fn<() => Promise<void>>(async () => undefined);
  const request = vi.fn<(type: string) => Promise<{ readonly release: typeof release }>>(async () => ({ release }));
  vi.stubGlobal("navigator", Object.assign(Object.create(navigator), { wakeLock: { request } }));
  const { user } = await openStage(<WallPage />, { path: "/wall", before: (feed, clock) => takeIn(feed, clock, [{ id: "ann", agoMin: 1, level: levelled(3).level }]) });
  expect(request).toHaveBeenCalledWith("screen");
  fireEvent(document, new Event("visibilitychange"));
  expect(request).toHaveBeenCalledTimes(2);
  await user.keyboard("{Escape}");
  await vi.waitFor(() => expect(release).toHaveBeenCalled());
});
