// @vitest-environment jsdom
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { claimDraft, draftOf, draftsBegun, emptyDrafts, endDraft, endFormDraft, keepDraft, keepDraftsOn, letDraftGo, noShelf } from "#app/drafts/drafts.ts";
import { isRecent, openDoorDraft } from "#app/routes/intake/door-draft.ts";
import { holdArrival, onHeldArrival, takeInHeld, takeUpHeld } from "#app/routes/intake/held-arrivals.ts";
import type { Draft, DraftId } from "#core/draft.ts";
import { epochMs } from "#core/time.ts";
import type { VisitId } from "#core/visit/events.ts";
import { memoryDrafts, type MemoryDrafts } from "#tests/storage/drafts/memory-drafts.ts";

const id = (text: string): DraftId => text as DraftId;
const none = () => false;
const always = () => true;

/** The drafts as another tab would find them. */
const lying = async (drafts: MemoryDrafts, form = ""): Promise<ReadonlyArray<Draft["fields"]>> => (await drafts.openTab().waiting(form)).map(({ fields }) => fields);

let drafts: MemoryDrafts;
let tab: ReturnType<MemoryDrafts["openTab"]>;
const useNewTab = (): void => {
  tab = drafts.openTab();
  keepDraftsOn(tab);
};

beforeEach(() => {
  drafts = memoryDrafts();
  useNewTab();
});

afterEach(async () => {
  await emptyDrafts();
  await tab.settled();
});

afterAll(() => keepDraftsOn(noShelf));

/** What another tab, since killed, had begun. */
const begunBefore = async (draft: Pick<Draft, "id" | "form" | "fields">, keptMs = 1): Promise<void> => {
  const gone = drafts.openTab();
  gone.keep({ ...draft, keptMs: epochMs(keptMs) });
  await gone.settled();
  gone.kill();
};

describe("the drafts of a tab", () => {
  it("[DRF1] are with the shelf in the turn of the input, and an empty one is none", async () => {
    const asked: string[] = [];
    keepDraftsOn({ ...tab, keep: ({ fields }) => void asked.push(`keep ${fields["name"]}`), drop: (one) => void asked.push(`drop ${one}`) });
    keepDraft({ id: id("1"), form: "door", fields: { name: "K" } });
    keepDraft({ id: id("1"), form: "door", fields: { name: "" } });
    keepDraft({ id: id("2"), form: "door", fields: {} });
    expect(asked).toEqual(["keep K", "drop 1"]);
    expect(draftOf("door")).toBeNull();
  });

  it("[DRF3] that were begun before there was a shelf are handed to it when it comes", async () => {
    keepDraft({ id: id("1"), form: "door", fields: { name: "Kari" } });
    await tab.settled();
    drafts = memoryDrafts();
    useNewTab();
    await tab.settled();
    tab.kill();
    expect(await lying(drafts)).toEqual([{ name: "Kari" }]);
  });

  it("[DRF4] are over when they are ended, by name or by form, and are not found again", async () => {
    keepDraft({ id: id("1"), form: "door", fields: { name: "Kari" } });
    keepDraft({ id: id("2"), form: "visit/9/leave", fields: { to: "Post 3" } });
    endDraft(id("1"));
    endFormDraft("visit/9/leave");
    await tab.settled();
    expect(drafts.files.size).toBe(0);
    expect(await draftsBegun("")).toEqual([]);
  });

  it("[DRF2] go back to the shelf when nobody takes them, for any tab", async () => {
    await begunBefore({ id: id("1"), form: "door", fields: { name: "Kari" } });
    const found = await claimDraft("door");
    expect(found?.fields).toEqual({ name: "Kari" });
    expect(await lying(drafts)).toEqual([]);
    letDraftGo(id("1"));
    await tab.settled();
    expect(draftOf("door")).toBeNull();
    expect(await lying(drafts)).toEqual([{ name: "Kari" }]);
  });
});

describe("the door's draft", () => {
  it("[DDR1] what is typed while a patient is saved is the next one's, and is there after a kill", async () => {
    const door = openDoorDraft();
    door.keep({ name: "Kari", reason: "Feber" });
    const visit = door.beginSaving({ name: "Kari", reason: "Feber" });
    door.keep({ name: "Ola", reason: "Feber" });
    await tab.settled();
    tab.kill();
    expect(await lying(drafts, "door")).toEqual(expect.arrayContaining([{ name: "Kari", reason: "Feber" }, { name: "Ola" }]));
    door.endSaving(true);
    expect(draftOf("door")?.fields).toEqual({ name: "Ola" });
    expect(draftOf("door")?.id).not.toBe(visit);
    door.keep({});
  });

  it("[DDR1] when the save fails all of it is the same patient's again, under the same id", () => {
    const door = openDoorDraft();
    door.keep({ name: "Kari" });
    const first = door.beginSaving({ name: "Kari" });
    door.keep({ name: "Kari", reason: "Feber" });
    door.endSaving(false);
    door.keep({ name: "Kari", reason: "Feber" });
    expect(draftOf("door")?.fields).toEqual({ name: "Kari", reason: "Feber" });
    expect(door.beginSaving({ name: "Kari", reason: "Feber" })).toBe(first);
    door.endSaving(true);
    expect(draftOf("door")).toBeNull();
  });

  it("[DDR2] one that was begun before changes places with what stands, and neither takes anything of the other", async () => {
    await begunBefore({ id: id("1"), form: "door", fields: { name: "Kari" } });
    const door = openDoorDraft();
    door.keep({ name: "Ola" });
    expect(await door.takeUp({ isOver: none, isWanted: () => false })).toBeNull();
    expect(await door.waiting()).toBe(1);
    expect(await door.takeUp({ isOver: none, isWanted: always })).toEqual({ name: "Kari" });
    await tab.settled();
    expect(await lying(drafts)).toEqual([{ name: "Ola" }]);
    expect(door.beginSaving({ name: "Kari" })).toBe("1");
    door.endSaving(true);
  });

  it("[DDR2] one that was left alone for ten minutes does not come unasked: another nurse may stand there", async () => {
    const minute = 60_000;
    await begunBefore({ id: id("1"), form: "door", fields: { name: "Kari" } }, Date.now() - 11 * minute);
    const door = openDoorDraft();
    expect(await door.takeUp({ isOver: none, isWanted: isRecent })).toBeNull();
    expect(await door.waiting()).toBe(1);
    await begunBefore({ id: id("2"), form: "door", fields: { name: "Ola" } }, Date.now() - 9 * minute);
    expect(await door.takeUp({ isOver: none, isWanted: isRecent })).toEqual({ name: "Ola" });
  });

  it("[DDR3] one whose patient is in the book already is over, and the next is taken", async () => {
    await begunBefore({ id: id("saved"), form: "door", fields: { name: "Kari" } }, 2);
    await begunBefore({ id: id("begun"), form: "door", fields: { name: "Ola" } }, 1);
    const door = openDoorDraft();
    expect(await door.takeUp({ isOver: (visit) => visit === ("saved" as VisitId), isWanted: always })).toEqual({ name: "Ola" });
    await tab.settled();
    expect([...drafts.files.keys()]).toEqual(["begun"]);
  });

  it("[HELD3] a patient registered before the program came is taken in after a kill, once, under the same id", async () => {
    holdArrival({ name: "First" });
    const taken: Array<readonly [string | undefined, DraftId]> = [];
    expect(await takeInHeld(async ({ name }, held) => taken.push([name, held]) === 0)).toBe(1);
    await tab.settled();
    tab.kill();
    expect(await lying(drafts, "door/held")).toEqual([{ name: "First" }]);
    // This tab knows it still; the next one finds it on the shelf.
    expect(await takeInHeld(async () => true)).toBe(0);
    await begunBefore({ id: taken[0]![1], form: "door/held", fields: { name: "First" } });
    useNewTab();
    await takeUpHeld();
    const stop = onHeldArrival(() => undefined);
    expect(await takeInHeld(async ({ name }, held) => taken.push([name, held]) > 0)).toBe(0);
    stop();
    await tab.settled();
    expect(taken).toEqual([["First", taken[0]![1]], ["First", taken[0]![1]]]);
    expect(drafts.files.size).toBe(0);
  });
});
