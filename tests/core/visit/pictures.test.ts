import { describe, expect, it } from "vitest";
import { isPicture, maxPhotoBytes } from "#core/clinical/photo.ts";
import type { VisitEvent } from "#core/visit/events.ts";
import { pictureRecord, withoutPicture } from "#core/visit/pictures.ts";
import { phaseOf } from "#core/visit/visit.ts";
import { tinyJpeg, tinyPhoto } from "../../tiny-jpeg.ts";
import { alone, arrived, at, given, instead, left, recordId, recordsOf, struck, theVisit, type Circumstances, type Step } from "./given.ts";

const taken: Extract<VisitEvent, { type: "v1.PhotoTaken" }> = { type: "v1.PhotoTaken", visit: theVisit, photo: tinyPhoto, jpeg: tinyJpeg };
const photo = (how: Circumstances = {}): Step => ({ event: taken, how });
const reworded = (words: string, how: Circumstances = {}): Step => ({ event: { ...withoutPicture(taken), photo: { ...tinyPhoto, words } }, how });
const atMs = at("19:11");

describe("taking", () => {
  it("[PHT1] a photo of nothing that is said is a photo; one without a picture, or with one above the cap, is none", () => {
    const here = given(arrived());
    here.when({ type: "TakePhoto", photo: tinyPhoto, jpeg: tinyJpeg, atMs }).gives(taken);
    here.when({ type: "TakePhoto", photo: tinyPhoto, jpeg: "", atMs }).refuses("NothingSaid");
    here.when({ type: "TakePhoto", photo: tinyPhoto, jpeg: "A".repeat(Math.ceil(maxPhotoBytes / 3) * 4 + 1), atMs }).refuses("NothingSaid");
    expect(isPicture("A".repeat(Math.ceil(maxPhotoBytes / 3) * 4))).toBe(true);
  });

  it("[DEC2] a paper that comes to hand after the end is photographed all the same, and brings nobody back", () => {
    const gone = given(arrived(), left("home", { at: "19:00" }));
    gone.when({ type: "TakePhoto", photo: tinyPhoto, jpeg: tinyJpeg, atMs }).gives(taken);
    expect(phaseOf(given(arrived(), left("home", { at: "19:00" }), photo({ at: "19:11", ...alone("B") })).visit).is).toBe("left");
  });

  it("[PHT2] without its picture everything that is said of it stands", () => {
    expect(withoutPicture(taken)).toEqual({ type: "v1.PhotoTaken", visit: theVisit, photo: tinyPhoto });
  });
});

describe("[PHT3] where the picture lies", () => {
  const holder = (steps: ReadonlyArray<Step>, id: string) => pictureRecord(recordsOf(...steps), recordId(id))?.id ?? null;

  it("is the record it was taken with, also of a correction of a correction", () => {
    const steps = [arrived(), photo(), struck("A2", {}, "correction"), instead(reworded("Epikrise"), "A2"), struck("A4", {}, "correction"), instead(reworded("Henvisning"), "A4")];
    for (const id of ["A2", "A4", "A6"]) expect(holder(steps, id)).toBe("A2");
  });

  it("is one and the same where two corrected it unaware of each other", () => {
    const steps = [arrived(), photo(), struck("A2", alone("B"), "correction"), instead(reworded("a", alone("B")), "A2"), struck("A2", alone("C"), "correction"), instead(reworded("b", alone("C")), "A2")];
    expect([holder(steps, "B2"), holder(steps, "C2")]).toEqual(["A2", "A2"]);
  });

  it("is not here while its record has not come, and not where the chain leads to something else or round in a ring", () => {
    expect(holder([arrived(), instead(reworded("a"), "Z9")], "A2")).toBeNull();
    expect(holder([arrived(), instead(reworded("a"), "A1")], "A2")).toBeNull();
    expect(holder([arrived(), instead(reworded("a"), "A3"), instead(reworded("b"), "A2")], "A2")).toBeNull();
    expect(holder([arrived()], "A1")).toBeNull();
  });
});
