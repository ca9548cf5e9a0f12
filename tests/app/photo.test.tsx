// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { known } from "#core/answer.ts";
import { maxPhotos } from "#core/clinical/photo.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import type { VisitCommand } from "#core/visit/commands.ts";
import { tinyJpeg, tinyPhoto } from "../tiny-jpeg.ts";
import { takeIn, visitId } from "./board-ward.ts";
import "./dialogs.ts";
import type { Stage } from "./stage.tsx";
import { kari, line, openChart, openPage } from "./visit-stage.tsx";

type Before = NonNullable<NonNullable<Parameters<typeof openChart>[1]>["before"]>;
const withAsked = (commands: (nowMs: VisitCommand["atMs"]) => ReadonlyArray<VisitCommand>): Before => async (feed, clock) => {
  await takeIn(feed, clock, [kari]);
  await feed.ask(visitId("kari"), commands(clock.nowMs()), nobodyYet);
};
const taken = withAsked((atMs) => [{ type: "TakePhoto", photo: { ...tinyPhoto, of: "paper", words: "Referral from the GP" }, jpeg: tinyJpeg, atMs }]);
const deeds = () => within(screen.getByRole("region", { name: "Do" }));
const struck = async (stage: Stage): Promise<void> => {
  await stage.user.click(within(line(/Photo: paper/)).getByRole("button", { name: /^Correct/ }));
  const form = within(screen.getByRole("form", { name: "Correct this line" }));
  await stage.user.click(form.getByRole("checkbox"));
  await stage.user.click(form.getByRole("button", { name: "Strike out" }));
  await waitFor(() => expect(screen.queryByRole("form", { name: "Correct this line" })).toBeNull());
};

describe("in the chart", () => {
  it("[PHV1][UPC1] it stands small in its line with a description, and opens large", async () => {
    const { user } = await openChart([kari], { before: taken });
    const small = await screen.findByRole("img", { name: "Photo: paper. Referral from the GP" });
    expect(small).toHaveAttribute("src", `data:image/jpeg;base64,${tinyJpeg}`);
    await user.click(screen.getByRole("button", { name: /^Show large/ }));
    expect(within(screen.getByRole("dialog", { name: "Photo: paper" })).getByRole("img")).toBeInTheDocument();
  });

  it("[PHV2] a struck one is hidden behind a tap", async () => {
    const stage = await openChart([kari], { before: taken });
    await screen.findByRole("img", { name: /^Photo/ });
    await struck(stage);
    expect(screen.queryByRole("img", { name: /^Photo/ })).toBeNull();
    await stage.user.click(screen.getByRole("button", { name: "Show the struck photo" }));
    expect(await screen.findByRole("img", { name: /^Photo/ })).toBeInTheDocument();
  });

  it("[PHT3][PHF2] a corrected one says the new words over the same picture", async () => {
    const { user } = await openChart([kari], { before: taken });
    await user.click(within(line(/Photo: paper/)).getByRole("button", { name: /^Correct/ }));
    const form = within(screen.getByRole("form", { name: "Correct this line" }));
    await user.clear(form.getByRole("textbox", { name: "Words about it" }));
    await user.type(form.getByRole("textbox", { name: "Words about it" }), "Discharge letter");
    await user.click(form.getByRole("button", { name: "Correct" }));
    expect(await screen.findByRole("img", { name: "Photo: paper. Discharge letter" })).toHaveAttribute("src", `data:image/jpeg;base64,${tinyJpeg}`);
    expect(screen.getAllByRole("img", { name: /^Photo/ })).toHaveLength(1);
  });

  it("[UPC1] where the picture is not here, that is said, and the words stand", async () => {
    const before: Before = async (feed, clock) => {
      await taken(feed, clock);
      // A correction whose first record never came: nothing to show, everything to read.
      await feed.ask(visitId("kari"), [{ type: "WriteNote", note: { text: "x" }, atMs: clock.nowMs() }], nobodyYet);
      const note = feed.state().visits.get(visitId("kari"))!.records.find(({ event }) => event.type === "v1.Noted")!;
      await feed.ask(visitId("kari"), [{ type: "Correct", target: note.id, why: "", instead: { type: "v1.PhotoTaken", visit: visitId("kari"), photo: { ...tinyPhoto, words: "Lost page" } }, atMs: clock.nowMs() }], nobodyYet);
    };
    await openChart([kari], { before });
    expect(await screen.findByText("The picture is not on this device. What was said of it stands here.")).toBeVisible();
    expect(line(/Lost page/)).toBeVisible();
  });
});

describe("the panel", () => {
  it("[PHP2] without a picture nothing is written: it says so and stays", async () => {
    const { user, feed } = await openChart();
    await user.keyboard("w");
    await waitFor(() => expect(deeds().getByLabelText("Choose a picture")).toHaveFocus());
    await user.type(deeds().getByRole("textbox", { name: "Words about it" }), "Referral{Enter}");
    expect(await screen.findByText("Take or choose a picture first.")).toBeVisible();
    expect(deeds().getByRole("textbox", { name: "Words about it" })).toHaveValue("Referral");
    expect(JSON.stringify(feed.state().visits.get(visitId("kari"))!.records)).not.toContain("PhotoTaken");
  });

  it("[PHP3] says what the patient answered about photographs, and what a no means", async () => {
    const { user } = await openChart([kari], { before: withAsked((atMs) => [{ type: "SetDetails", details: { mayPhotograph: known("no") }, atMs }]) });
    await user.keyboard("w");
    expect(await screen.findByText("Consent to photographs: No. The patient said no to photographs. A paper may still be photographed.")).toBeVisible();
  });

  it("[PHP3] not asked is said as not asked", async () => {
    const { user } = await openChart();
    await user.keyboard("w");
    expect(await screen.findByText(/^Consent to photographs: not asked/i)).toBeVisible();
  });

  it("[PHP4] a full book takes no more, and says what to do", async () => {
    const { user } = await openChart([kari], {
      before: withAsked((atMs) => Array.from({ length: maxPhotos }, () => ({ type: "TakePhoto", photo: tinyPhoto, jpeg: tinyJpeg, atMs }))),
    });
    await user.keyboard("w");
    expect(await deeds().findByText(/room for 400 photos/)).toBeVisible();
    expect(deeds().queryByLabelText("Choose a picture")).toBeNull();
  }, 30_000);
});

it("[PPH1] on paper it stands after the lines with its time and words; a struck one does not", async () => {
  const before: Before = async (feed, clock) => {
    await taken(feed, clock);
    const asked = await feed.ask(visitId("kari"), [{ type: "TakePhoto", photo: { ...tinyPhoto, of: "wound" }, jpeg: tinyJpeg, atMs: clock.nowMs() }], nobodyYet);
    if (!asked.ok) throw new Error("the photo was not saved");
    await feed.ask(visitId("kari"), asked.value.map(({ record }) => ({ type: "Undo", target: record.id, atMs: clock.nowMs() })), nobodyYet);
  };
  await openPage((number) => `/print?visit=${number}`, [kari], { before });
  const photos = within(await screen.findByRole("region", { name: "Photo" }));
  expect(await photos.findByRole("img", { name: "Photo: paper. Referral from the GP" })).toBeInTheDocument();
  expect(photos.getAllByRole("figure")).toHaveLength(1);
});
