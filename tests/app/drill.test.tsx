// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { epochMs } from "#core/time.ts";
import type { DowntimeId } from "#core/downtime/events.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import { keepDraft } from "#app/drafts/drafts.ts";
import type { DraftId } from "#core/draft.ts";
import { keepBegun } from "#app/routes/drill/begun.ts";
import { DrillPage } from "#app/routes/drill/drill-page.tsx";
import type { DrillLook, DrillPlayer } from "#app/routes/drill/drill-player.ts";
import { createPace } from "#app/routes/drill/pace.ts";
import { lightsOut1643 } from "#scenarios/lights-out-1643.ts";
import { openStage } from "./stage.tsx";

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const startMs = epochMs(Date.UTC(2026, 10, 23, 14, 13));
const playerWith = (change: Partial<DrillLook>): DrillPlayer => {
  const look: DrillLook = { is: "playing", startMs, fault: null, ...change };
  return {
    scenario: lightsOut1643,
    pace: createPace({ wallMs: () => 0, steadyMs: () => 0 }),
    look: () => look,
    subscribe: () => () => undefined,
    close: () => undefined,
  };
};

it("[DRP1] one tap starts the evening anew, in the drill's own book", async () => {
  const { user, switches } = await openStage(<DrillPage />);
  expect(screen.queryByRole("button", { name: /Go on/ })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Start the drill" }));
  expect(switches).toEqual(["drillAnew"]);
});

it("[DRP1] a drill that was begun can be gone on with", async () => {
  keepBegun(localStorage, startMs);
  const { user, switches } = await openStage(<DrillPage />);
  await user.click(screen.getByRole("button", { name: "Go on with the one from 15:13" }));
  expect(switches).toEqual(["drill"]);
});

it("[DRP2] says what would be left behind, and nothing where nothing would", async () => {
  await openStage(<DrillPage />);
  expect(screen.queryByRole("status")).toBeNull();
  cleanup();
  keepDraft({ id: "d" as DraftId, form: "door", fields: { name: "Kari" } });
  await openStage(<DrillPage />, {
    before: (feed, clock) => feed.tell([{ atMs: clock.nowMs(), event: { type: "v1.DowntimeDeclared", downtime: "d" as DowntimeId } }], nobodyYet),
  });
  expect(screen.getByText(/The door form holds something that is not registered/)).toBeTruthy();
  expect(screen.getByText("A downtime is declared. Better drill on another device.")).toBeTruthy();
});

it("tells how far the evening has come, and lets it run faster", async () => {
  const player = playerWith({});
  const { user } = await openStage(<DrillPage />, { profile: "drill", drill: player });
  expect(screen.getByText("The evening began at 15:13")).toBeTruthy();
  expect(screen.getByText("1 h 45 min into the evening")).toBeTruthy();
  await user.click(screen.getByRole("radio", { name: "20 times" }));
  expect(player.pace.speed()).toBe(20);
});

it("leads out again, keeps the drill's book, and offers to start anew", async () => {
  const { user, switches } = await openStage(<DrillPage />, { profile: "drill", drill: playerWith({}) });
  await user.click(screen.getByRole("button", { name: "Leave the drill" }));
  await user.click(screen.getByRole("button", { name: "Start anew" }));
  expect(switches).toEqual(["real", "drillAnew"]);
});

it("at its end offers to make the device safer", async () => {
  await openStage(<DrillPage />, { profile: "drill", drill: playerWith({ is: "over" }) });
  expect(screen.getByRole("heading", { name: "The evening is played to its end" })).toBeTruthy();
  expect(screen.getByRole("heading", { name: "Make the book safer on this device" })).toBeTruthy();
});

it("says what is not saved", async () => {
  await openStage(<DrillPage />, { profile: "drill", drill: playerWith({ fault: { type: "DiskFull" } }) });
  expect(screen.getByRole("alert").textContent).toMatch(/disk is full/i);
});
