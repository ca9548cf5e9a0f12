// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { known } from "#core/answer.ts";
import { triageOf } from "#core/visit/visit.ts";
import { DisagreementsPage } from "#app/routes/visit/disagreements-page.tsx";
import { newMemoryDevice } from "#tests/storage/memory-log.ts";
import { levelled, neighbourOf, takeIn, visitId } from "./board-ward.ts";
import { openStage, type Stage } from "./stage.tsx";

const open = async (): Promise<Stage> => {
  const device = newMemoryDevice();
  const stage = await openStage(<DisagreementsPage />, {
    path: "/disagreements", at: "/disagreements", device,
    before: (feed, clock) => takeIn(feed, clock, [{ id: "kari", agoMin: 40, name: "Kari Nordmann" }, { id: "per", agoMin: 20, name: "Per Moe" }]),
  });
  const neighbour = await neighbourOf(stage, device);
  const atMs = stage.clock.nowMs();
  await stage.feed.ask(visitId("kari"), [{ ...levelled(3), atMs }], { name: "", role: "nurse" });
  await neighbour.does("kari", { ...levelled(1), atMs });
  await stage.feed.ask(visitId("per"), [{ type: "SetDetails", details: { reason: known("Fall") }, atMs }], { name: "", role: "nurse" });
  await neighbour.does("per", { type: "SetDetails", details: { reason: known("Fever") }, atMs });
  return stage;
};
const entries = (): ReadonlyArray<HTMLElement> => screen.getAllByRole("listitem").filter((one) => one.className === "queue-one");
const current = (): HTMLElement | undefined => entries().find((one) => one.dataset["current"] === "true");

it("[DSG3][DPG1] one after the other with a digit: what was chosen holds, and the next stands out with its button in focus", async () => {
  const stage = await open();
  await waitFor(() => expect(entries()).toHaveLength(2));
  expect(current()).toHaveTextContent("Per Moe");
  await waitFor(() => expect(within(entries()[0]!).getAllByRole("button")[0]).toHaveFocus());
  const claims = within(entries()[0]!).getAllByRole("button").map((one) => one.getAttribute("aria-label"));
  await stage.user.keyboard("2");
  await waitFor(() => expect(entries()).toHaveLength(1));
  expect(claims[1]).toContain(String(stage.feed.state().visits.get(visitId("per"))?.visit.heard.reason?.map(({ value }) => (value.is === "known" ? value.value : "")).join()));
  await waitFor(() => expect(within(entries()[0]!).getAllByRole("button")[0]).toHaveFocus());
  await stage.user.click(within(entries()[0]!).getAllByRole("button")[0]!);
  expect(await screen.findByText("Nobody disagrees. What devices say differently about one patient comes here.")).toBeVisible();
  expect(triageOf(stage.feed.state().visits.get(visitId("kari"))!.visit)?.value.level).toBe(3);
});

it("[DPG2] J and L go on and back and choose nothing", async () => {
  const stage = await open();
  await waitFor(() => expect(entries()).toHaveLength(2));
  await stage.user.keyboard("j");
  expect(current()).toHaveTextContent("Kari Nordmann");
  await stage.user.keyboard("l");
  expect(current()).toHaveTextContent("Per Moe");
  expect(entries()).toHaveLength(2);
});
