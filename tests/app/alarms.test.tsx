// @vitest-environment jsdom
import { act, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { Alarms } from "#app/frame/alarms.tsx";
import { openStage } from "./stage.tsx";

it("[ALM1] a book that the browser has lost is told until somebody has read it", async () => {
  const stage = await openStage(<Alarms />, { book: { former: 1 } });
  expect(screen.getByRole("alert")).toHaveTextContent("There was a book on this device before");
  await stage.user.click(screen.getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("alert")).toBeNull();
});

it("[ALM1] damaged records are told by their number", async () => {
  await openStage(<Alarms />, { book: { damaged: 2 } });
  expect(screen.getByRole("alert")).toHaveTextContent("2 records are damaged and not shown.");
});

it("[ALM2] a fault that nobody caught is told, and what was saved is called safe", async () => {
  await openStage(<Alarms />);
  expect(screen.queryByRole("alert")).toBeNull();
  act(() => void window.dispatchEvent(new Event("unhandledrejection")));
  expect(screen.getByRole("alert")).toHaveTextContent("What was shown as saved is safe");
});
