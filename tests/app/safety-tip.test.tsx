// @vitest-environment jsdom
import { act, cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { nobodyYet } from "#core/staff/actor.ts";
import type { VisitId } from "#core/visit/events.ts";
import { SafetyTip } from "#app/frame/safety-tip.tsx";
import type { KeepingStorage } from "#app/keeping.ts";
import { openStage, type StageOptions } from "./stage.tsx";

const browserSays = (storage: KeepingStorage): void => {
  Object.defineProperty(navigator, "storage", { configurable: true, value: storage });
};
afterEach(() => {
  cleanup();
  localStorage.clear();
  Reflect.deleteProperty(navigator, "storage");
});

const firstPatient: StageOptions = {
  before: (feed, clock) => feed.register({ visit: "a" as VisitId, commands: (number) => [{ type: "RegisterArrival", number, details: {}, atMs: clock.nowMs() }] }, nobodyYet),
};
const notPromised: KeepingStorage = { persisted: async () => false, persist: async () => true };
/** Everything that was asked of the browser has been answered. */
const settled = (): Promise<void> => act(async () => undefined);

it("[TIP1] comes with the first patient, and not before, in a drill, or where it is promised already", async () => {
  browserSays(notPromised);
  await openStage(<SafetyTip />, firstPatient);
  expect(await screen.findByRole("button", { name: "Ask to keep the book" })).toBeTruthy();
  cleanup();
  for (const options of [{}, { ...firstPatient, profile: "drill" }, { ...firstPatient, path: "/settings" }] as const) {
    await openStage(<SafetyTip />, options);
    await settled();
    expect(screen.queryByRole("status")).toBeNull();
    cleanup();
  }
  browserSays({ persisted: async () => true });
  await openStage(<SafetyTip />, firstPatient);
  await settled();
  expect(screen.queryByRole("status")).toBeNull();
});

it("[TIP2] put off, it does not come again", async () => {
  browserSays(notPromised);
  const { user } = await openStage(<SafetyTip />, firstPatient);
  await user.click(await screen.findByRole("button", { name: "Not now" }));
  expect(screen.queryByRole("status")).toBeNull();
  cleanup();
  await openStage(<SafetyTip />, firstPatient);
  await settled();
  expect(screen.queryByRole("status")).toBeNull();
});

it("says what is weaker where the browser would not promise", async () => {
  browserSays({ persisted: async () => false, persist: async () => false });
  const { user } = await openStage(<SafetyTip />, firstPatient);
  await user.click(await screen.findByRole("button", { name: "Ask to keep the book" }));
  expect(await screen.findByText(/would not promise/)).toBeTruthy();
});
