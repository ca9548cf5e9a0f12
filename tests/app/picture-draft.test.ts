import { afterAll, beforeEach, expect, it } from "vitest";
import { draftsBegun, emptyDrafts, keepDraftsOn, noShelf } from "#app/drafts/drafts.ts";
import { endPicture, keepPicture, takePicture } from "#app/drafts/picture-draft.ts";
import { maxPhotoBytes } from "#core/clinical/photo.ts";
import { memoryDrafts, type MemoryDrafts } from "#tests/storage/drafts/memory-drafts.ts";

const form = "visit/kari/photo";
const largest = Math.ceil(maxPhotoBytes / 3) * 4;
const picture = (letter: string, length = largest) => ({ jpeg: letter.repeat(length), width: 1600, height: 1200, size: maxPhotoBytes });
let drafts: MemoryDrafts;
let tab: ReturnType<MemoryDrafts["openTab"]>;

/** Another tab, after this one was killed. */
const killed = async (): Promise<void> => {
  await tab.settled();
  tab.kill();
  // What this tab had is gone with it.
  keepDraftsOn(noShelf);
  await emptyDrafts();
  tab = drafts.openTab();
  keepDraftsOn(tab);
};

beforeEach(() => {
  drafts = memoryDrafts();
  tab = drafts.openTab();
  keepDraftsOn(tab);
});
afterAll(async () => {
  await emptyDrafts();
  keepDraftsOn(noShelf);
});

it("[PDR1] the largest picture that can be taken comes back whole after a kill", async () => {
  keepPicture(form, picture("a"));
  await killed();
  expect(await takePicture(form)).toEqual(picture("a"));
  expect(await takePicture("visit/ola/photo")).toBeNull();
});

it("[PDR1] of two taken in a row the later comes back, though it is smaller", async () => {
  keepPicture(form, picture("a"));
  keepPicture(form, picture("b", 50_000));
  await killed();
  expect(await takePicture(form)).toEqual(picture("b", 50_000));
});

it("[PDR1] a picture of which a part is missing is said to be broken, and then gone", async () => {
  keepPicture(form, picture("a"));
  await tab.settled();
  const [, ...others] = await draftsBegun(form);
  const lost = others.find((draft) => draft.form.endsWith(" 2"));
  if (lost === undefined) throw new Error("the picture was not kept in parts");
  tab.drop(lost.id);
  await killed();
  expect(await takePicture(form)).toBe("broken");
  expect(await takePicture(form)).toBeNull();
});

it("[PDR2] nothing of it is found again when its form is over", async () => {
  keepPicture(form, picture("a"));
  endPicture(form);
  await killed();
  expect(await takePicture(form)).toBeNull();
  expect(await draftsBegun("")).toEqual([]);
});
