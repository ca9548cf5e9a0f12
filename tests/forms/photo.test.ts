import { expect, it } from "vitest";
import { correctedFact } from "#forms/corrected-fact.ts";
import { readPhotoWords, typedPhoto } from "#forms/photo.ts";
import { epochMs } from "#core/time.ts";
import { tinyPhoto } from "../tiny-jpeg.ts";

it("[PHF1] what it shows is one of the chips or nothing, and words lose only the space around them", () => {
  expect(readPhotoWords(tinyPhoto, { photoOf: "wound", photoWords: "  høyre  legg " })).toEqual({ ...tinyPhoto, of: "wound", words: "høyre  legg" });
  for (const photoOf of ["", "face", "Paper", undefined]) expect(readPhotoWords({ ...tinyPhoto, of: "paper" }, photoOf === undefined ? {} : { photoOf, photoWords: " " })).toEqual(tinyPhoto);
});

it("[PHF2][COR1] what was left alone in the correction stays as it was; the picture's measures stay whatever is typed", () => {
  const photo = { ...tinyPhoto, of: "paper", words: "Henvisning" } as const;
  const event = { type: "v1.PhotoTaken", visit: "v" as never, photo } as const;
  const at = { nowMs: epochMs(0), offsetMinAt: () => 0, isDrill: false };
  expect(correctedFact(event, { ...typedPhoto(photo) }, at)).toEqual(event);
  expect(correctedFact(event, { photoOf: "other", photoWords: "" }, at)).toEqual({ ...event, photo: { ...tinyPhoto, of: "other" } });
});
