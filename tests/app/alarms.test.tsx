// @vitest-environment jsdom
import { act, screen } from "@testing-library/react";
import type { Care } from "#core/log/port.ts";
import type { DeviceId } from "#core/log/record.ts";
import { expect, it } from "vitest";
import { Alarms } from "#app/frame/alarms.tsx";
import { openStage } from "./stage.tsx";

it("[ALM1] a book that the browser has lost is told until somebody has read it", async () => {
  const stage = await openStage(<Alarms />, { book: { former: 1 } });
  expect(screen.getByRole("alert")).toHaveTextContent("There was a book on this device before");
  await stage.user.click(screen.getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("alert")).toBeNull();
});

const careWith = (change: Partial<Care>): { readonly care: () => Care } => {
  const care: Care = { second: "kept", isReadOnly: false, isReserveUsed: false, mended: null, ...change };
  return { care: () => care };
};
const report = { restored: 0, damagedRows: 0, damagedBytes: 0, copied: 0, lost: [] };

it("[ALM4] two good copies are nothing to be told of", async () => {
  await openStage(<Alarms />, { book: careWith({ mended: { ...report, copied: 3, damagedBytes: 20 } }) });
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.queryByRole("status")).toBeNull();
});

it.each([
  [{ second: "behind" }, /takes nothing now/],
  [{ second: "none", isReadOnly: true }, /cannot be made whole now/],
  [{ isReserveUsed: true }, /disk is full/],
  [{ mended: { ...report, restored: 2, lost: [{ device: "a1b2c3d4" as DeviceId, fromSeq: 4, toSeq: 6 }] } }, /^3 records that were saved are gone from both copies: no. 4–6 from device a1b2c3/],
] satisfies ReadonlyArray<readonly [Partial<Care>, RegExp]>)("[ALM4] %j is told", async (change, text) => {
  await openStage(<Alarms />, { book: careWith(change) });
  expect(screen.getByRole("alert")).toHaveTextContent(text);
});

it("[ALM4] a loss is told until somebody has read it", async () => {
  const stage = await openStage(<Alarms />, { book: careWith({ mended: { ...report, lost: [{ device: "a1b2c3d4" as DeviceId, fromSeq: 4, toSeq: 4 }] } }) });
  await stage.user.click(screen.getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("alert")).toBeNull();
});

it("[ALM5] what came back whole is told until it is closed", async () => {
  const stage = await openStage(<Alarms />, { book: careWith({ mended: { ...report, restored: 1, damagedRows: 1 } }) });
  expect(screen.getByRole("status")).toHaveTextContent("1 record was damaged or gone in one copy and came back from the other. Nothing is lost.");
  await stage.user.click(screen.getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("status")).toBeNull();
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
