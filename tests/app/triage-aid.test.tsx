// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { nobodyYet } from "#core/staff/actor.ts";
import { readTriageSet } from "#forms/triage-set.ts";
import type { WardTriageSet } from "#core/ward/triage-set.ts";
import { takeIn, visitId, type Patient } from "./board-ward.ts";
import type { Stage } from "./stage.tsx";
import { done, kari, line, openChart } from "./visit-stage.tsx";

const demo = readFileSync("tests/forms/demo-triage-set.json", "utf8");
const demoSet = (): WardTriageSet => {
  const read = readTriageSet(demo, demo.length);
  if (!read.ok) throw new Error("the invented set cannot be read");
  return read.value.set;
};
const breathless: Patient = { ...kari, reason: "tungpust siden i går" };
const openWith = (change: Partial<WardTriageSet> = {}, patient = breathless): Promise<Stage> =>
  openChart([patient], {
    before: async (feed, clock) => {
      await takeIn(feed, clock, [patient]);
      await feed.tell([{ atMs: clock.nowMs(), event: { type: "v1.TriageSetLoaded", set: { ...demoSet(), ...change } } }], nobodyYet);
    },
  });
const levelsSet = ({ feed }: Stage) => feed.state().visits.get(visitId("kari"))!.records.flatMap(({ event }) => (event.type === "v1.TriageSet" ? [event] : []));
const deeds = () => within(screen.getByRole("region", { name: "Do" }));
const aid = () => within(screen.getByRole("form", { name: "Criteria to read from" }));
const pointed = () => deeds().getAllByRole("status").map(({ textContent }) => textContent).join(" ");
const because = { complaint: "Tungpust", text: "Oppdiktet: klarer ikke å snakke", level: 1, set: { name: "Oppdiktet prøvesett", version: "2026-1" } };

it("[TAI1] without a set for the ward's scale the panel is as it always was", async () => {
  const stage = await openWith({ scale: "retts" });
  await stage.user.keyboard("t");
  expect(deeds().getByRole("group", { name: "Choose a level" })).toBeVisible();
  expect(screen.queryByRole("form", { name: "Criteria to read from" })).toBeNull();
  await stage.user.keyboard("3");
  await done("Triage level 3 Normal");
  expect(levelsSet(stage).at(-1)).not.toHaveProperty("because");
});

it("[TAI2][TAI3][TAI4] by keys alone: the reason is searched, a criterion marks its tile and sets nothing, and a digit sets the level", async () => {
  const stage = await openWith();
  const before = levelsSet(stage).length;
  await stage.user.keyboard("t{ArrowDown}");
  expect(aid().getByRole("searchbox")).toHaveFocus();
  expect(aid().getByRole("searchbox")).toHaveValue("tungpust siden i går");
  await waitFor(() => expect(aid().getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual(["Tungpust"]));
  await stage.user.keyboard("{ArrowDown}{Enter}");
  await waitFor(() => expect(aid().getByRole("button", { name: "Oppdiktet: klarer ikke å snakke" })).toHaveFocus());
  await stage.user.keyboard("{Enter}");
  expect(pointed()).toContain("The criterion points to1 AcutePress the level you mean.");
  expect(levelsSet(stage)).toHaveLength(before);
  await stage.user.keyboard("1");
  await done("Triage level 1 Acute");
  expect(levelsSet(stage).at(-1)).toMatchObject({ level: 1, because });
  expect(line(/Tungpust: Oppdiktet/).textContent).toContain("AfterOppdiktet prøvesett 2026-1");
});

it("[TAI3] another level is recorded as she said it, with what the set says", async () => {
  const stage = await openWith();
  await stage.user.keyboard("t");
  await stage.user.click(await aid().findByRole("button", { name: "Tungpust" }));
  await stage.user.click(aid().getByRole("button", { name: "Oppdiktet: klarer ikke å snakke" }));
  await stage.user.click(deeds().getByRole("button", { name: /2 Urgent/ }));
  await done("Triage level 2 Urgent");
  expect(levelsSet(stage).at(-1)).toMatchObject({ level: 2, because });
  expect(line(/Tungpust: Oppdiktet/).textContent).toContain("AfterOppdiktet prøvesett 2026-1, where it is level 1 Acute");
});

it("[TAI3] a criterion pressed again, and one of a complaint that was left, is not chosen", async () => {
  const stage = await openWith();
  await stage.user.keyboard("t");
  await stage.user.click(await aid().findByRole("button", { name: "Tungpust" }));
  const criterion = aid().getByRole("button", { name: "Oppdiktet: klarer ikke å snakke" });
  await stage.user.click(criterion);
  expect(criterion).toHaveAttribute("aria-pressed", "true");
  await stage.user.click(criterion);
  expect(criterion).toHaveAttribute("aria-pressed", "false");
  await stage.user.click(criterion);
  await stage.user.click(aid().getByRole("button", { name: "Choose another" }));
  expect(aid().getByRole("searchbox")).toHaveFocus();
  await stage.user.clear(aid().getByRole("searchbox"));
  expect(aid().getAllByRole("listitem")).toHaveLength(3);
  await stage.user.keyboard("brudd{ArrowUp}2");
  await done("Triage level 2 Urgent");
  expect(levelsSet(stage).at(-1)).not.toHaveProperty("because");
});

it.each([4, 5])("[TAI4] a key that is held down chooses once (%i)", async (times) => {
  const stage = await openWith();
  await stage.user.keyboard("t{ArrowDown}{ArrowDown}");
  await aid().findByRole("button", { name: "Tungpust" });
  aid().getByRole("button", { name: "Tungpust" }).focus();
  await stage.user.keyboard(`{Enter>${String(times)}/}`);
  await waitFor(() => expect(aid().getByRole("button", { name: "Oppdiktet: klarer ikke å snakke" })).toHaveFocus());
  expect(aid().queryAllByRole("button", { pressed: true })).toEqual([]);
});

it("[TAI5] whose it is stands below; a licence that ran out stands above, and hinders nothing", async () => {
  const stage = await openWith({ licence: { holder: "Prøveforlaget AS", until: "2026-11-22" } });
  await stage.user.keyboard("t");
  expect(aid().getByRole("alert")).toHaveTextContent("The licence ran out 22 Nov 2026. Tell whoever is responsible for the set.");
  expect(aid().getByText(/^Oppdiktet prøvesett 2026-1/)).toHaveTextContent(/Source: Diktet opp for prøver.* Licence: Prøveforlaget AS, until 22 Nov 2026. Approved by: Kari Prøve, overlege, 1 Oct 2026\.$/);
  expect(await aid().findByRole("button", { name: "Tungpust" })).toBeVisible();
});

it("[COR4] a corrected level keeps the criterion, or says that it was not used", async () => {
  const stage = await openWith();
  await stage.user.keyboard("t");
  await stage.user.click(await aid().findByRole("button", { name: "Tungpust" }));
  await stage.user.click(aid().getByRole("button", { name: "Oppdiktet: klarer ikke å snakke" }));
  await stage.user.keyboard("1");
  await done("Triage level 1 Acute");
  await stage.user.click(within(line(/Tungpust: Oppdiktet/)).getByRole("button", { name: /^Correct/ }));
  await stage.user.click(screen.getByRole("radio", { name: "The criterion was not used" }));
  await stage.user.click(within(screen.getByRole("form", { name: /orrect/ })).getByRole("button", { name: "Correct" }));
  await waitFor(() => expect(levelsSet(stage).at(-1)).toHaveProperty("corrects"));
  expect(levelsSet(stage).at(-1)).not.toHaveProperty("because");
});
