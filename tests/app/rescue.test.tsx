// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { err, ok } from "#core/result.ts";
import { RescuePage } from "#app/routes/rescue/rescue-page.tsx";
import type { FoundBook, FoundRescue, Rescue } from "#app/routes/rescue/rescue-port.ts";
import { openStage, type Stage } from "./stage.tsx";

const book = (part: Partial<Extract<FoundBook, { is: "found" }>> = {}): FoundBook => ({
  is: "found", name: "real", records: 12, proved: 12, missing: 0, aside: 0, unreadable: 0, way: "join", takeIn: async () => ok({ taken: 12 }), ...part,
});
const found = (part: Partial<FoundRescue> = {}): Rescue => async () => ok({ damaged: 0, isWhole: true, books: [book()], ...part });

const choose = async (rescue: Rescue): Promise<Stage> => {
  const stage = await openStage(<RescuePage />, { book: { rescue } });
  await stage.user.upload(screen.getByLabelText("Choose the file"), new File(["x"], "x.vaktbok-raw"));
  return stage;
};

it("[RSP2] says before the tap what of the book is proved, what is missing and what lies aside", async () => {
  await choose(found({ damaged: 2, isWhole: false, books: [book({ proved: 9, missing: 3, aside: 1, unreadable: 4 })] }));
  expect(await screen.findByText("9 of 12 records are proved and true.")).toBeVisible();
  expect(screen.getByRole("alert")).toHaveTextContent("The file is not whole");
  expect(screen.getByRole("alert")).toHaveTextContent("2 pieces of the file are damaged.");
  for (const text of ["3 records are missing.", /^1 records could not be proved/, /^4 rows were ruined/]) expect(screen.getByText(text)).toBeVisible();
});

it("[RSP3] takes the book in at a tap, says how many records came, and offers to open it anew", async () => {
  let taken = 0;
  const { user } = await choose(found({ books: [book({ takeIn: async () => { taken += 1; return ok({ taken: 12 }); } })] }));
  expect(taken).toBe(0);
  await user.click(await screen.findByRole("button", { name: "Take in" }));
  expect(await screen.findByText("12 records were taken in.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Open the book" })).toBeVisible();
  expect(taken).toBe(1);
});

it("[RSP3] says that nothing was taken in when the device could not write, and lets one try again", async () => {
  const { user } = await choose(found({ books: [book({ takeIn: async () => err("DiskFull") })] }));
  await user.click(await screen.findByRole("button", { name: "Take in" }));
  expect(await screen.findByText(/Nothing of the file was taken in/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Take in" })).toBeEnabled();
});

const refusals = [
  ["NotOurs", "This is no file of the rescue page. Nothing was changed."],
  ["Newer", "The file was made by a newer version of Vaktbok. Update first. Nothing was changed."],
  ["TooLarge", "The file is larger than any book. Nothing was changed."],
] as const;
for (const [type, text] of refusals) {
  it(`[RSP2] refuses a file that is ${type} in one sentence`, async () => {
    await choose(async () => err({ type }));
    expect(await screen.findByRole("alert")).toHaveTextContent(text);
  });
}

it("[RSP2] a book whose keys are not in the file does not hide the one beside it", async () => {
  await choose(found({ books: [{ is: "closed", name: "real", fault: { type: "KeysLost", records: 5 } }, book({ name: "real-2" })] }));
  expect(await screen.findByText(/^5 records are in the file, but the key/)).toBeVisible();
  expect(screen.getByRole("region", { name: 'The book "real-2"' })).toHaveTextContent("12 of 12");
});

it("[RSP2] without an open book it says what to do first", async () => {
  await openStage(<RescuePage />, { closed: { type: "KeysLost", records: 1 } });
  expect(screen.getByText("The book on this device is not open. Begin a new book first.")).toBeVisible();
});
