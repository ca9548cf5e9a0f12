// @vitest-environment jsdom
/** Nothing moves under a finger. Device A is on the stage; B writes and its records come in. */
import { act, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { afterTouchMs, forgottenMs } from "#app/routes/board/use-hold.ts";
import { BoardPage } from "#app/routes/board/board-page.tsx";
import { newMemoryDevice } from "#tests/storage/memory-log.ts";
import "./dialogs.ts";
import { levelled, neighbourOf, takeIn, type Neighbour } from "./board-ward.ts";
import { openStage, type Stage } from "./stage.tsx";

let stage: Stage;
let neighbour: Neighbour;

beforeEach(async () => {
  const device = newMemoryDevice();
  stage = await openStage(<BoardPage />, {
    device,
    before: (feed, clock) =>
      takeIn(feed, clock, [
        { id: "ann", agoMin: 10, name: "Ann", level: 2 },
        { id: "bob", agoMin: 5, name: "Bob", level: 2 },
      ]),
  });
  neighbour = await neighbourOf(stage, device);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const table = (): HTMLElement => screen.getByRole("table", { name: "Board" });
const order = (): ReadonlyArray<string> =>
  within(table()).getAllByRole("row").slice(1).map((row) => /Ann|Bob|Cat/.exec(row.textContent ?? "")?.[0] ?? "?");
const wait = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));
const bob = (): HTMLElement => screen.getByText("Bob").closest('[role="row"]') as HTMLElement;
const makeBobUrgent = () => neighbour.does("bob", { ...levelled(1), atMs: stage.clock.nowMs() });

it("without a hand on it, what others do shows at once and fades in", async () => {
  await makeBobUrgent();
  expect(order()).toEqual(["Bob", "Ann"]);
  expect(bob().dataset["fresh"]).toBe("true");
  wait(600);
  expect(bob().dataset["fresh"]).toBeUndefined();
});

it("[HAND1] while a finger is down nothing moves or comes, and it says that changes wait", async () => {
  fireEvent.pointerDown(bob());
  await makeBobUrgent();
  await neighbour.takesIn({ id: "cat", agoMin: 1, name: "Cat", level: 1 });
  wait(forgottenMs - 1);
  expect(order()).toEqual(["Ann", "Bob"]);
  expect(bob().textContent).toContain("2 Urgent");
  expect(screen.getByRole("button", { name: "2 changes wait. Show them" })).toBeTruthy();
});

it("[HAND1] a second and a half after the finger is lifted it all shows", async () => {
  fireEvent.pointerDown(bob());
  await makeBobUrgent();
  fireEvent.pointerUp(bob());
  wait(afterTouchMs - 1);
  expect(order()).toEqual(["Ann", "Bob"]);
  wait(1);
  expect(order()).toEqual(["Bob", "Ann"]);
  expect(screen.queryByRole("button", { name: /wait/ })).toBeNull();
});

it("[HAND1] a finger that pans the page still holds it: the cancelled pointer is no end", async () => {
  fireEvent.touchStart(bob());
  fireEvent.pointerDown(bob());
  fireEvent.pointerCancel(bob());
  await makeBobUrgent();
  wait(afterTouchMs * 3);
  expect(order()).toEqual(["Ann", "Bob"]);
  fireEvent.touchEnd(bob());
  wait(afterTouchMs);
  expect(order()).toEqual(["Bob", "Ann"]);
});

it("[HAND1] while a row is open nothing moves; what is done here shows in its place", async () => {
  fireEvent.click(within(bob()).getByRole("button", { name: /Bob/ }));
  await makeBobUrgent();
  await neighbour.takesIn({ id: "cat", agoMin: 1, name: "Cat", level: 1 });
  wait(afterTouchMs * 2);
  expect(order()).toEqual(["Ann", "Bob"]);
  await act(async () => {
    const isWritten = new Promise<void>((resolve) => void stage.feed.subscribe(() => resolve()));
    fireEvent.click(within(bob()).getByText("Call in"));
    await isWritten;
  });
  expect(order()).toEqual(["Ann", "Bob"]);
  expect(bob().textContent).toContain("Called in");
  wait(afterTouchMs);
  expect(order()).toEqual(["Bob", "Cat", "Ann"]);
});

const isOpen = (): boolean => bob().querySelector("[aria-expanded=true]") !== null;
const tap = (target: HTMLElement): void => {
  fireEvent.pointerDown(target);
  fireEvent.pointerUp(target);
  fireEvent.click(target);
};

it("[RHD2] the panel that a deed was done from keeps its place until the hand has left the board", async () => {
  tap(within(bob()).getByRole("button", { name: /Bob/ }));
  tap(within(bob()).getByText("Call in"));
  wait(afterTouchMs - 1);
  expect(isOpen()).toBe(true);
  fireEvent.pointerDown(bob());
  wait(afterTouchMs);
  expect(isOpen()).toBe(true);
  fireEvent.pointerUp(bob());
  wait(afterTouchMs);
  expect(isOpen()).toBe(false);
});

it("[RHD2] it keeps its place after a choice too, and Escape closes it at once", () => {
  tap(within(bob()).getByRole("button", { name: /Bob/ }));
  tap(within(bob()).getByText("Move"));
  tap(within(screen.getByRole("dialog")).getByRole("button", { name: "Rom 2" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(isOpen()).toBe(true);
  fireEvent.keyDown(document.body, { key: "Escape" });
  expect(isOpen()).toBe(false);
});

it("[HAND2] a row that was left open holds the board no longer than half a minute", async () => {
  fireEvent.click(within(bob()).getByRole("button", { name: /Bob/ }));
  await makeBobUrgent();
  wait(forgottenMs - 1);
  expect(order()).toEqual(["Ann", "Bob"]);
  wait(1);
  expect(order()).toEqual(["Bob", "Ann"]);
  expect(within(bob()).getByRole("button", { name: /Bob/ }).getAttribute("aria-expanded")).toBe("true");
});

it("a tap shows the changes that wait", async () => {
  fireEvent.click(within(bob()).getByRole("button", { name: /Bob/ }));
  await makeBobUrgent();
  fireEvent.click(screen.getByRole("button", { name: "1 change waits. Show it" }));
  expect(order()).toEqual(["Bob", "Ann"]);
});
