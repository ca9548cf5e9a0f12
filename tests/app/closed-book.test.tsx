// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { OpenFault } from "#core/log/port.ts";
import { Alarms } from "#app/frame/alarms.tsx";
import { OlderBooks } from "#app/routes/settings/older-books.tsx";
import { openStage } from "./stage.tsx";

const faults: ReadonlyArray<OpenFault> = [{ type: "KeysLost", records: 12 }, { type: "NoStore", detail: "UnknownError" }, { type: "NewerData" }];
const tabOnly = { name: "Write in this tab without saving" };

for (const closed of faults) {
  it(`[CLB1] a book closed by ${closed.type} is no dead end: a new one is one tap away`, async () => {
    const { user, switches } = await openStage(<Alarms />, { closed });
    await user.click(screen.getByRole("button", { name: "Begin a new book; the old one is kept" }));
    expect(switches).toEqual(["newBook"]);
  });

  it(`[CLB3] a book closed by ${closed.type} can be saved as it lies`, async () => {
    await openStage(<Alarms />, { closed });
    expect(screen.getByRole("link", { name: "Save the book to a file" })).toHaveAttribute("href", "/redd.html");
  });
}

it("[CLB2] this tab alone is offered only where there is no store, with its price beside it", async () => {
  const { user, switches } = await openStage(<Alarms />, { closed: { type: "NoStore", detail: "it does not answer" } });
  expect(screen.getByRole("alert")).toHaveTextContent("everything is gone when the tab is closed");
  await user.click(screen.getByRole("button", tabOnly));
  expect(switches).toEqual(["tabOnly"]);
});

it("[CLB2] keys that are lost are no reason to write without saving", async () => {
  await openStage(<Alarms />, { closed: { type: "KeysLost", records: 12 } });
  expect(screen.queryByRole("button", tabOnly)).toBeNull();
});

it("[ALM3] a book that forgets says so, and the browser asks before the tab goes", async () => {
  await openStage(<Alarms />, { book: { forgets: true } });
  expect(screen.getByRole("alert")).toHaveTextContent("This page forgets");
  const leaving = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(leaving);
  expect(leaving.defaultPrevented).toBe(true);
});

it("[ALM3] a book that keeps lets its tab go without a word", async () => {
  await openStage(<Alarms />);
  const leaving = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(leaving);
  expect(leaving.defaultPrevented).toBe(false);
});

it("[BOK1] books that were left for a new one are named in the settings, with the way to save them", async () => {
  await openStage(<OlderBooks />, { olderBooks: ["real", "real-2"] });
  expect(screen.getByText("Older books lie untouched on this device: real, real-2.")).toBeVisible();
  expect(screen.getByRole("link", { name: "Save the book to a file" })).toHaveAttribute("href", "/redd.html");
});
