// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { BoardPage } from "#app/routes/board/board-page.tsx";
import { numberOf, takeIn, visitId, type Patient } from "./board-ward.ts";
import { openStage, type Stage } from "./stage.tsx";
import { openPage } from "./visit-stage.tsx";

const gone: ReadonlyArray<Patient> = [
  { id: "red", agoMin: 50, name: "Per Vindrose", reason: "Chest pain", level: 1, done: [{ type: "Leave", how: "leftUnseen" }] },
  { id: "two", agoMin: 40, name: "Ola Ås", level: 2, done: [{ type: "Leave", how: "leftAgainstAdvice" }] },
  { id: "low", agoMin: 30, level: 3, done: [{ type: "Leave", how: "leftUnseen" }] },
];
const open = (patients = gone): Promise<Stage> => openStage(<BoardPage />, { before: (feed, clock) => takeIn(feed, clock, patients) });
const door = (count: number) => screen.findByRole("button", { name: `Call back ${count}` });
const list = () => within(screen.getByRole("region", { name: "Call back" }));
const calls = ({ feed }: Stage, id: string) => feed.state().visits.get(visitId(id))!.visit.callBacks.map(({ value }) => value);

it("[CBB1] nobody to ring, no door", async () => {
  await open([{ id: "ann", agoMin: 5 }]);
  expect(screen.queryByRole("button", { name: /Call back/ })).toBeNull();
});

it("[CBB1] the door tells how many, and the list who, how they left and that no number is known; Escape closes it", async () => {
  const { user } = await open();
  await user.click(await door(2));
  expect(list().getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([expect.stringMatching(/Per Vindrose.*Chest pain.*Left without being seen 16:58 · Phone not known/), expect.stringMatching(/Ola Ås.*against advice/i)]);
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("region", { name: "Call back" })).toBeNull();
  expect(await door(2)).toHaveFocus();
});

it("[CBB2] no answer is counted, reached takes them off the list, and undo puts them back", async () => {
  const stage = await open();
  await stage.user.click(await door(2));
  const first = () => within(list().getByRole("listitem", { name: numberOf(stage.feed, "red") }));
  await stage.user.type(first().getByRole("textbox"), "Rings later");
  await stage.user.click(first().getByRole("button", { name: "No answer" }));
  expect(await first().findByText(/Tries 1, last 16:58/)).toBeVisible();
  await stage.user.click(first().getByRole("button", { name: "Reached" }));
  await door(1);
  expect(calls(stage, "red")).toEqual([{ outcome: "notReached", remark: "Rings later" }, { outcome: "reached" }]);
  await stage.user.click(screen.getByRole("button", { name: /^Undo/ }));
  await door(2);
  await waitFor(() => expect(calls(stage, "red")).toHaveLength(1));
});

it("[PRT1] they stand on the board's sheet too", async () => {
  await openPage(() => "/print", gone);
  const text = screen.getByRole("table", { name: "The board now" }).textContent ?? "";
  expect(text).toMatch(/Call back · 2.*Per Vindrose.*Phone not known.*Left without being seen 16:58/);
});
