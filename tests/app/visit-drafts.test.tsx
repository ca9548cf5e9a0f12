// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { emptyDrafts, keepDraftsOn, noShelf } from "#app/drafts/drafts.ts";
import type { Draft, DraftId } from "#core/draft.ts";
import { known } from "#core/answer.ts";
import { epochMs } from "#core/time.ts";
import { answerOf } from "#core/visit/visit.ts";
import { newMemoryDevice } from "#tests/storage/memory-log.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import type { VisitId } from "#core/visit/events.ts";
import { memoryDrafts, type MemoryDrafts } from "#tests/storage/drafts/memory-drafts.ts";
import { neighbourOf, takeIn } from "./board-ward.ts";
import { done, kari, openChart } from "./visit-stage.tsx";
import "./dialogs.ts";

let drafts: MemoryDrafts;
let tab: ReturnType<MemoryDrafts["openTab"]>;
const visit = "kari" as VisitId;
const reason = () => screen.getByRole("textbox", { name: "Reason for contact" });

/** What a tab that is gone had begun. */
const begunBefore = async (form: string, fields: Draft["fields"]): Promise<void> => {
  const gone = drafts.openTab();
  gone.keep({ id: "before" as DraftId, form, fields, keptMs: epochMs(1) });
  await gone.settled();
  gone.kill();
};

beforeEach(async () => {
  drafts = memoryDrafts();
  tab = drafts.openTab();
  keepDraftsOn(tab);
});

afterAll(async () => {
  await emptyDrafts();
  keepDraftsOn(noShelf);
});

describe("what is begun in a chart", () => {
  it("[CHD1] opens again as it stood, in the part that it was begun in", async () => {
    await begunBefore(`visit/${visit}/leave`, { how: "admitted", to: "Post 3" });
    await openChart();
    const to = await screen.findByRole("textbox", { name: "To" });
    await waitFor(() => expect(to).toHaveValue("Post 3"));
    expect(screen.getByRole("radio", { name: /Admitted/ })).toBeChecked();
  });

  it("[NTP2] a handover stands open again with its parts", async () => {
    await begunBefore(`visit/${visit}/note`, { text: "Pale", recommendation: "ECG" });
    await openChart();
    const recommendation = await screen.findByRole("textbox", { name: "Recommendation" });
    await waitFor(() => expect(recommendation).toHaveValue("ECG"));
    expect(screen.getByRole("textbox", { name: "Note" })).toHaveValue("Pale");
  });

  it("[CHD1] a look stands as it was begun, with its score, and goes on from there", async () => {
    await begunBefore(`visit/${visit}/observe`, { line: "18 97", respirationPerMin: "18", spo2Pct: "97", consciousness: "V" });
    const { user, feed } = await openChart();
    await waitFor(() => expect(screen.getByRole("textbox", { name: "SpO₂" })).toHaveValue("97"));
    expect(screen.getByRole("radio", { name: /^V/ })).toBeChecked();
    expect(screen.getByText("≥ 3, incomplete")).toBeVisible();
    await user.type(screen.getByRole("textbox", { name: "All on one line" }), " 120/80{Enter}");
    await done("Observations recorded");
    expect(feed.state().visits.get(visit)!.visit.looks[0]?.value).toEqual({ measured: { respirationPerMin: 18, spo2Pct: 97, systolicMmHg: 120, diastolicMmHg: 80 }, consciousness: "V" });
  });

  it("[CHD1] a tick that was taken away stays away", async () => {
    await openChart([kari], {
      before: async (feed, clock) => {
        await takeIn(feed, clock, [kari]);
        await feed.ask(visit, [{ type: "Observe", found: { measured: { spo2Pct: 90 }, spo2Scale: 2 }, atMs: clock.nowMs() }], nobodyYet);
        const line = feed.state().visits.get(visit)!.records.find(({ event }) => event.type === "v1.Observed")!;
        await begunBefore(`visit/${visit}/correction ${line.id}`, { spo2Pct: "91", by: "measured" });
      },
    });
    await waitFor(() => expect(screen.getByRole("textbox", { name: "SpO₂" })).toHaveValue("91"));
    expect(screen.getByRole("checkbox", { name: /Scale 2/ })).not.toBeChecked();
  });

  it("[CHD1] a correction with its time and its reason stands as it stood", async () => {
    await openChart([kari], {
      before: async (feed, clock) => {
        await takeIn(feed, clock, [kari]);
        const line = feed.state().visits.get(visit)!.records.find(({ event }) => event.type === "v1.TriageSet")!;
        await begunBefore(`visit/${visit}/correction ${line.id}`, { level: "3", time: "1630", why: "Wrong patient" });
      },
    });
    const why = await screen.findByRole("textbox", { name: /^Why/ });
    await waitFor(() => expect(why).toHaveValue("Wrong patient"));
    expect(screen.getByDisplayValue("1630")).toBeVisible();
    expect(screen.getByRole("radio", { name: /^3/ })).toBeChecked();
  });

  it("[CHD2] is over when it is closed with Escape, and when it is saved", async () => {
    const { user } = await openChart();
    await user.keyboard("e");
    await user.type(reason(), " and cough");
    await tab.settled();
    expect(drafts.files.size).toBe(1);
    await user.keyboard("{Escape}");
    await tab.settled();
    expect(drafts.files.size).toBe(0);
    await user.keyboard("e");
    expect(reason()).toHaveValue("Chest pain");
    await user.type(reason(), " and fever{Enter}");
    await done("The details are written");
    await tab.settled();
    expect(drafts.files.size).toBe(0);
  });

  it("[CHD3] a correction that was saved before the kill opens nothing, and is over", async () => {
    await openChart([kari], {
      before: async (feed, clock) => {
        await takeIn(feed, clock, [kari]);
        const line = feed.state().visits.get(visit)!.records.find(({ event }) => event.type === "v1.TriageSet")!;
        await feed.ask(visit, [{ type: "Correct", target: line.id, why: "", instead: null, atMs: clock.nowMs() }], nobodyYet);
        await begunBefore(`visit/${visit}/correction ${line.id}`, { level: "3", why: "Wrong patient" });
      },
    });
    await waitFor(() => expect(drafts.files.size).toBe(0));
    expect(screen.queryByRole("textbox", { name: /^Why/ })).toBeNull();
  });
});

describe("a draft of fields that somebody else changed meanwhile", () => {
  const name = () => screen.getByRole("textbox", { name: "Name" });
  const begun = (typed: string) => begunBefore(`visit/${visit}/details name phone`, { name: typed, "name-stood": "Kari", phone: "900 00 000", "phone-stood": "" });
  const nameOf = ({ feed }: Awaited<ReturnType<typeof openChart>>) => answerOf(feed.state().visits.get(visit)!.visit, "name");

  it("[RSD1] a field that nobody touched is not written back to what it was", async () => {
    await begun("Kari");
    const stage = await openChart();
    await waitFor(() => expect(screen.getByLabelText("Phone")).toHaveValue("900 00 000"));
    expect(name()).toHaveValue("Kari Nordmann");
    await stage.user.click(screen.getByRole("button", { name: "Save" }));
    await done("The details are written");
    expect(nameOf(stage)).toEqual(known("Kari Nordmann"));
    expect(stage.feed.state().visits.get(visit)!.visit.heard.name).toHaveLength(1);
    expect(answerOf(stage.feed.state().visits.get(visit)!.visit, "phone")).toEqual(known("900 00 000"));
  });

  it("[RSD2] [DTF3] a field that was changed says what stands now, and is written only when what was typed is taken up again", async () => {
    await begun("Karen");
    const stage = await openChart();
    expect(await screen.findByText(/^Now it says/)).toHaveTextContent("Now it says: Kari Nordmann · you had typed: Karen");
    expect(name()).toHaveValue("Kari Nordmann");
    await stage.user.click(screen.getByRole("button", { name: "Use what I typed" }));
    expect(name()).toHaveValue("Karen");
    await stage.user.click(screen.getByRole("button", { name: "Save" }));
    await done("The details are written");
    expect(nameOf(stage)).toEqual(known("Karen"));
  });

  it("[DTF3] what another device changes while the field is open is said beside it, and over the buttons", async () => {
    const device = newMemoryDevice();
    const stage = await openChart([kari], { device });
    await stage.user.keyboard("e");
    const neighbour = await neighbourOf(stage, device);
    await neighbour.does("kari", { type: "SetDetails", details: { gp: known("Dr. Oak") }, atMs: stage.clock.nowMs() });
    expect(await screen.findByText("Changed by others while this was open: General practitioner")).toBeVisible();
    await stage.user.click(screen.getByRole("radio", { name: "More" }));
    expect(screen.getByText(/^Now it says/)).toHaveTextContent("Now it says: Dr. Oak");
  });
});
