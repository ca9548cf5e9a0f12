// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { settingsOf } from "#core/ward/ward.ts";
import { SettingsPage } from "#app/routes/settings/settings-page.tsx";
import { openStage, openStageLater } from "./stage.tsx";

it("keeps who is writing on the device, and says so", async () => {
  const { user, prefs } = await openStage(<SettingsPage />);
  await user.type(screen.getByRole("textbox", { name: "Who is writing?" }), "Kari Vik{Enter}");
  await user.click(screen.getByRole("radio", { name: "Doctor" }));
  expect(await screen.findByText("Records are written as Kari Vik, doctor")).toBeTruthy();
  expect(prefs().actor).toEqual({ name: "Kari Vik", role: "doctor" });
});

it("changes language, light and targets at once", async () => {
  const { user, prefs } = await openStage(<SettingsPage />);
  await user.click(screen.getByRole("radio", { name: "Night" }));
  await user.click(screen.getByRole("radio", { name: "Large, for gloves" }));
  await user.click(screen.getByRole("radio", { name: "Nynorsk" }));
  expect(screen.getByRole("heading", { level: 1, name: "Innstillingar" })).toBeTruthy();
  expect(prefs()).toMatchObject({ light: "night", isGlove: true, language: "nn" });
});

it("[STG1] what the ward and the device are called are records, and the last one said stands", async () => {
  const { user, feed, log } = await openStage(<SettingsPage />);
  const ward = screen.getByRole("textbox", { name: "Name of the ward" });
  await user.clear(ward);
  await user.type(ward, "Trondheim legevakt{Enter}");
  await user.type(screen.getByRole("textbox", { name: "Name of the device" }), "Reception 1");
  await user.tab();
  await waitFor(() => expect(feed.state().ward.names[log.device]?.value).toBe("Reception 1"));
  expect(settingsOf(feed.state().ward).name).toBe("Trondheim legevakt");
});

it("[STG2] shows a scale's times with version and source, and marks those that nobody has confirmed", async () => {
  const { user, feed } = await openStage(<SettingsPage />);
  expect(screen.getByText(/times were not checked against the source/)).toBeTruthy();
  await user.click(screen.getByRole("radio", { name: "MTS" }));
  const row = within(await screen.findByRole("row", { name: /Very urgent/ }));
  expect(row.getByRole("cell", { name: "10 min" })).toBeTruthy();
  expect(screen.queryByText(/times were not checked against the source/)).toBeNull();
  expect(screen.getByText(/Some of the times are proposed by Vaktbok/)).toBeTruthy();
  expect(screen.getByText(/Manchester Triage System/)).toBeTruthy();
  expect(settingsOf(feed.state().ward).scale).toBe("mts");
});

it("[STG3] while the book opens the ward's lists cannot be changed", async () => {
  const { user, open } = await openStageLater(<SettingsPage />);
  expect(screen.getByText("Opening the book …")).toBeVisible();
  expect(screen.queryByRole("textbox", { name: /^New in/ })).toBeNull();
  await user.click(screen.getByRole("radio", { name: "Night" }));
  await open();
  expect(screen.getAllByRole("textbox", { name: /^New in/ })).toHaveLength(3);
});

it("adds, orders and removes a place by keyboard alone", async () => {
  const { user, feed } = await openStage(<SettingsPage />);
  const places = (): ReadonlyArray<string> => settingsOf(feed.state().ward).places;
  const before = places();
  screen.getByRole("textbox", { name: "New in places" }).focus();
  await user.keyboard("Hall{Enter}");
  await waitFor(() => expect(places()).toEqual([...before, "Hall"]));
  screen.getByRole("button", { name: "Move Hall up" }).focus();
  await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
  await waitFor(() => expect(places().at(-2)).toBe("Hall"));
  await user.keyboard("{Delete}");
  await waitFor(() => expect(places()).toEqual(before));
});

it("[SLE1] brings back what was removed, in its own place", async () => {
  const { user, feed } = await openStage(<SettingsPage />);
  const before = settingsOf(feed.state().ward).places;
  await user.click(screen.getByRole("button", { name: "Remove Rom 2" }));
  await user.click(await screen.findByRole("button", { name: "Bring back" }));
  await waitFor(() => expect(settingsOf(feed.state().ward).places).toEqual(before));
});

it("does not add what is there already", async () => {
  const { user } = await openStage(<SettingsPage />);
  await user.type(screen.getByRole("textbox", { name: "New in places" }), "rom 2");
  expect(screen.getByText("It is there already.")).toBeTruthy();
});
