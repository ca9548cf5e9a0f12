import { describe, expect, it } from "vitest";
import type { Draft, DraftId } from "#core/draft.ts";
import { epochMs } from "#core/time.ts";
import { memoryDrafts } from "./memory-drafts.ts";

const draft = (id: string, form: string, name: string, keptMs = 1): Draft => ({ id: id as DraftId, form, fields: { name }, keptMs: epochMs(keptMs) });
const nameOf = (found: Draft | null): string | undefined => found?.fields["name"];

describe("drafts of several tabs on one disk", () => {
  it("[DKP1] every letter that was typed is there after the tab was killed, and those that had to wait were written once", async () => {
    const drafts = memoryDrafts();
    const tab = drafts.openTab();
    for (const name of ["K", "Ka", "Kar", "Kari"]) tab.keep(draft("1", "door", name));
    await tab.settled();
    expect(drafts.writes()).toBe(1);
    tab.kill();
    expect(nameOf(await drafts.openTab().claim("door"))).toBe("Kari");
  });

  it("[DKP1] what the disk did not take whole leaves the text before it, and the next is taken", async () => {
    const drafts = memoryDrafts();
    const tab = drafts.openTab();
    const type = async (name: string) => {
      tab.keep(draft("1", "door", name));
      await tab.settled();
    };
    const lying = async () => (await drafts.openTab().waiting("door")).map(nameOf);
    await type("Ka");
    drafts.cutNextWriteAt(9);
    await type("Kar");
    drafts.cutNextWriteAt(9);
    await type("Kari");
    tab.kill();
    expect(await lying()).toEqual(["Ka"]);
    await type("Kari N");
    expect(await lying()).toEqual(["Kari N"]);
  });

  it("[DKP2] a draft of a living tab is nobody else's; of a tab that is gone it is the newest first", async () => {
    const drafts = memoryDrafts();
    const [living, gone, looking] = [drafts.openTab(), drafts.openTab(), drafts.openTab()];
    living.keep(draft("1", "door", "Living"));
    gone.keep(draft("2", "door", "Older", 2));
    gone.keep(draft("3", "door", "Newer", 3));
    gone.keep(draft("4", "visit/9/leave", "Bed"));
    await Promise.all([living.settled(), gone.settled()]);
    expect(await looking.claim("door")).toBeNull();
    gone.kill();
    expect((await looking.waiting("door")).map(nameOf)).toEqual(["Newer", "Older"]);
    expect((await looking.waiting("visit/9/")).map(nameOf)).toEqual(["Bed"]);
    expect(nameOf(await looking.claim("door"))).toBe("Newer");
    expect(nameOf(await looking.claim("door"))).toBe("Older");
    expect(await looking.claim("door")).toBeNull();
  });

  it("[DKP3] of two tabs that ask at once one gets the draft, and what it writes on is its own", async () => {
    const drafts = memoryDrafts();
    const gone = drafts.openTab();
    gone.keep(draft("1", "door", "Kari"));
    await gone.settled();
    gone.kill();
    const [a, b] = [drafts.openTab(), drafts.openTab()];
    const claimed = await Promise.all([a.claim("door"), b.claim("door")]);
    expect(claimed.filter((one) => one !== null)).toHaveLength(1);
    const [winner, loser] = claimed[0] === null ? [b, a] : [a, b];
    loser.keep(draft("1", "door", "Not mine"));
    winner.keep(draft("1", "door", "Kari Nordmann"));
    await Promise.all([winner.settled(), loser.settled()]);
    winner.letGo("1" as DraftId);
    await winner.settled();
    expect(nameOf(await loser.claim("door"))).toBe("Kari Nordmann");
  });

  it("[DKP4] what is dropped is gone, also what had not been written yet, and its name is free", async () => {
    const drafts = memoryDrafts();
    const tab = drafts.openTab();
    tab.keep(draft("1", "door", "Kari"));
    await tab.settled();
    tab.keep(draft("1", "door", "Kari N"));
    tab.drop("1" as DraftId);
    await tab.settled();
    expect(drafts.files.size).toBe(0);
    expect(await drafts.openTab().waiting("")).toEqual([]);
  });

  it("[DKP5] what the disk would not open once is kept by the next letter", async () => {
    const drafts = memoryDrafts();
    const tab = drafts.openTab();
    drafts.refuseNext("open");
    tab.keep(draft("1", "door", "Kar"));
    await tab.settled();
    tab.keep(draft("1", "door", "Kari"));
    await tab.settled();
    tab.kill();
    expect(nameOf(await drafts.openTab().claim("door"))).toBe("Kari");
  });

  it("[DKP5] what the disk would not open for whoever claims it can be claimed again", async () => {
    const drafts = memoryDrafts();
    const gone = drafts.openTab();
    gone.keep(draft("1", "door", "Kari"));
    await gone.settled();
    gone.kill();
    const tab = drafts.openTab();
    drafts.refuseNext("open");
    await expect(tab.claim("door")).rejects.toMatchObject({ name: "QuotaExceededError" });
    expect(nameOf(await tab.claim("door"))).toBe("Kari");
  });

  it("[DKP5] what the disk would not remove can be claimed by another tab", async () => {
    const drafts = memoryDrafts();
    const tab = drafts.openTab();
    tab.keep(draft("1", "door", "Kari"));
    await tab.settled();
    drafts.refuseNext("remove");
    tab.drop("1" as DraftId);
    await tab.settled();
    expect(nameOf(await drafts.openTab().claim("door"))).toBe("Kari");
  });
});
