// @vitest-environment jsdom
import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { BoardPage } from "#app/routes/board/board-page.tsx";
import { nobodyYet } from "#core/staff/actor.ts";
import { addMinutes } from "#core/time.ts";
import { latest } from "#core/visit/standing.ts";
import "./dialogs.ts";
import { numberOf, takeIn, visitId } from "./board-ward.ts";
import { openStage, type Stage } from "./stage.tsx";

const open = (): Promise<Stage> =>
  openStage(<BoardPage />, {
    before: async (feed, clock) => {
      await takeIn(feed, clock, [{ id: "ann", agoMin: 70, name: "Ann Moe", level: 3 }, { id: "bob", agoMin: 10, name: "Bob Lie", level: 3 }]);
      await feed.ask(visitId("ann"), [{ type: "PlaceOrder", order: { kind: "lab", what: "K" }, atMs: addMinutes(clock.nowMs(), -45) }, { type: "PlaceOrder", order: { kind: "lab", what: "Hb" }, atMs: clock.nowMs() }], nobodyYet);
    },
  });
const rowOf = ({ feed }: Stage, id: string): HTMLElement =>
  within(screen.getByRole("table", { name: "Board" })).getAllByRole("row").find(({ textContent }) => textContent?.includes(numberOf(feed, id))) ?? document.body;

it("[AWB1] the row says how many results are awaited and for how long; a row with none is as it was", async () => {
  const stage = await open();
  expect(rowOf(stage, "ann").textContent).toContain("2 awaited, longest 45 min");
  expect(rowOf(stage, "bob").querySelector(".board-awaits")).toBeNull();
});

it("[AWB2] a critical result stands in the row, and says while nobody read it back", async () => {
  const stage = await open();
  const take = (readBack: boolean) =>
    act(async () => {
      const [first] = stage.feed.state().visits.get(visitId("ann"))!.visit.orders.all;
      await stage.feed.ask(visitId("ann"), [{ type: "TakeResult", order: first!.id, result: { text: "6,9", identifiedBy: [], critical: { readBack } }, atMs: stage.clock.nowMs() }], nobodyYet);
    });
  await take(false);
  await waitFor(() => expect(rowOf(stage, "ann").textContent).toContain("Critical result, not read back"));
  expect(rowOf(stage, "ann").textContent).toContain("1 awaited, longest 0 min");
});

it("[LVF4][LVC1] leaving from the board asks for the owner of what is awaited, and stores it in the same go", async () => {
  const stage = await open();
  await stage.user.click(rowOf(stage, "ann").querySelector<HTMLElement>(".board-open")!);
  await stage.user.click(await screen.findByRole("button", { name: "Leave" }));
  const dialog = within(await screen.findByRole("dialog"));
  await stage.user.click(dialog.getByRole("radio", { name: "Home" }));
  await stage.user.type(dialog.getByRole("combobox", { name: "Who follows up the results?" }), "Dr. Lien{Enter}");
  const visit = () => stage.feed.state().visits.get(visitId("ann"))!.visit;
  await waitFor(() => expect(visit().left).not.toBeNull());
  expect(visit().orders.all.map(({ owner }) => (owner === null ? null : latest(owner).value))).toEqual(["Dr. Lien", "Dr. Lien"]);
});
