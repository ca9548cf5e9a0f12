// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { DowntimePage } from "#app/routes/downtime/downtime-page.tsx";
import { outagesOf } from "#projections/outages.ts";
import { openStage } from "./stage.tsx";

it("[DTP1] one tap declares the downtime from now, and the page says how long it has lasted", async () => {
  const { user, feed, clock } = await openStage(<DowntimePage />);
  await user.click(screen.getByRole("button", { name: "Declare downtime" }));
  await screen.findByRole("heading", { name: "The downtime has lasted" });
  expect(outagesOf(feed.state().downtimes).open?.startedAtMs).toBe(clock.nowMs());
  clock.pass(72);
  expect(screen.getByText("1 h 12 min")).toBeTruthy();
});

it("[DTP1] a start that is typed is taken, and read back first", async () => {
  const { user, feed, clock } = await openStage(<DowntimePage />);
  await user.type(screen.getByRole("textbox", { name: "Began at" }), "1643");
  expect(screen.getByText("Read as 16:43, 15 min ago")).toBeTruthy();
  await user.keyboard("{Enter}");
  await screen.findByText("Since 16:43");
  expect(outagesOf(feed.state().downtimes).open?.startedAtMs).toBe(clock.nowMs() - 15 * 60_000);
});

it("a time that cannot be read declares nothing, and says what to write", async () => {
  const { user, feed } = await openStage(<DowntimePage />);
  await user.type(screen.getByRole("textbox", { name: "Began at" }), "soon{Enter}");
  expect(screen.getByText("The time was not understood. Write 1658, now or -10.")).toBeTruthy();
  expect(feed.state().downtimes).toEqual([]);
});

it("[DTP2] a start is corrected to an earlier time, never to a later one", async () => {
  const { user } = await openStage(<DowntimePage />);
  await user.click(screen.getByRole("button", { name: "Declare downtime" }));
  const field = await screen.findByRole("textbox", { name: "Did it begin earlier?" });
  await user.type(field, "now{Enter}");
  expect(screen.getByText("That is not earlier than the start that stands.")).toBeTruthy();
  await user.clear(field);
  await user.type(field, "-15{Enter}");
  expect(await screen.findByText("Since 16:43")).toBeTruthy();
});

it("ends it with a typed time, and lists it among the earlier ones", async () => {
  const { user, clock } = await openStage(<DowntimePage />);
  await user.click(screen.getByRole("button", { name: "Declare downtime" }));
  const field = await screen.findByRole("textbox", { name: "Ended at" });
  clock.pass(90);
  await user.type(field, "1600{Enter}");
  expect(screen.getByText("That is before the downtime began.")).toBeTruthy();
  await user.clear(field);
  await user.type(field, "1820{Enter}");
  const row = within(await screen.findByRole("row", { name: /16:58 18:20/ }));
  expect(row.getByText("1 h 22 min")).toBeTruthy();
});

it("[DTP2] who ended by mistake says that it still goes on, and it has lasted from its own start", async () => {
  const { user, feed, clock } = await openStage(<DowntimePage />);
  await user.click(screen.getByRole("button", { name: "Declare downtime" }));
  clock.pass(10);
  await user.click(await screen.findByRole("button", { name: "End the downtime" }));
  await user.click(await screen.findByRole("button", { name: "It still goes on" }));
  await screen.findByRole("heading", { name: "The downtime has lasted" });
  expect(outagesOf(feed.state().downtimes).open?.startedAtMs).toBe(clock.nowMs() - 10 * 60_000);
});

it("says plainly what is not here yet", async () => {
  await openStage(<DowntimePage />);
  expect(screen.getByRole("heading", { name: "Comes in a later version" })).toBeTruthy();
});
