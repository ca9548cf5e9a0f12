// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { IntakePage } from "#app/routes/intake/intake-page.tsx";
import { numberOf, takeIn } from "./board-ward.ts";
import { openStage, type Stage } from "./stage.tsx";

const atTheDoor = (): Promise<Stage> =>
  openStage(<IntakePage />, { path: "/intake", at: "/intake", before: (feed, clock) => takeIn(feed, clock, [{ id: "kari", agoMin: 40, name: "Kari Nordmann", reason: "Chest pain" }]) });

it("[DSM1] who may be here already is told while the name is typed, with a way to the chart; the door goes on", async () => {
  const stage = await atTheDoor();
  await stage.user.type(screen.getByRole("textbox", { name: "Name" }), "Nordmann, Kar");
  expect(screen.queryByRole("region", { name: "May be here already" })).toBeNull();
  await stage.user.keyboard("i");
  const hint = await screen.findByRole("region", { name: "May be here already" });
  expect(within(hint).getByRole("link")).toHaveTextContent(new RegExp(`${numberOf(stage.feed, "kari")}.*Kari Nordmann.*came.*same name`));
  await stage.user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText("Saved here")).toBeVisible();
  expect(stage.feed.state().visits.size).toBe(2);
});
