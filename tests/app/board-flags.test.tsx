// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { known } from "#core/answer.ts";
import { BoardPage } from "#app/routes/board/board-page.tsx";
import { WallPage } from "#app/routes/board/wall-page.tsx";
import { takeIn, type Patient } from "./board-ward.ts";
import { openStage, type StageOptions } from "./stage.tsx";
import "./dialogs.ts";

const ann: Patient = { id: "ann", agoMin: 10, name: "Ann Moe", level: 3, done: [{ type: "SetDetails", details: { flags: known(["violence"]), isolation: known("droplet") } }] };
const before: StageOptions["before"] = (feed, clock) => takeIn(feed, clock, [ann]);

it("[FLS1] on the board each flag is a sign with a name for those who listen, and no word of it can be read", async () => {
  await openStage(<BoardPage />, { before });
  const table = within(screen.getByRole("table", { name: "Board" }));
  expect(await table.findByRole("img", { name: "Risk of violence" })).toBeVisible();
  expect(table.getByRole("img", { name: "To be isolated" })).toBeVisible();
  expect(screen.queryByText(/violence|isolat/i)).toBeNull();
});

it("[FLS1] the wall has no flags at all", async () => {
  await openStage(<WallPage />, { before });
  expect(screen.queryByRole("img", { name: /violence|isolat/i })).toBeNull();
  expect(document.body.textContent).not.toMatch(/violence|isolat/i);
});
