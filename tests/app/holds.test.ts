// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { endDraft, keepDraft } from "#app/drafts/drafts.ts";
import { whenNothingHolds } from "#app/held.ts";
import { hold } from "#app/holds.ts";
import type { DraftId } from "#core/draft.ts";
import { memoryLocks, type MemoryLocks } from "./memory-locks.ts";

const work = vi.fn<() => Promise<void>>(async () => undefined);
let locks: MemoryLocks;
/** Another tab of the same browser holds a reason until it is called. */
const otherTabHolds = async (kind: string): Promise<() => void> => {
  let over = (): void => undefined;
  const until = new Promise<void>((resolve) => {
    over = resolve;
  });
  void locks.request(`vaktbok-holds-${kind}`, { mode: "shared" }, () => until);
  await locks.query();
  return over;
};

/** A lock is given back a turn after its work is over. */
const isFree = async (): Promise<void> => {
  await expect.poll(async () => (await locks.query()).held).toEqual([]);
};

beforeEach(() => {
  work.mockClear();
  locks = memoryLocks();
  vi.stubGlobal("navigator", { locks });
});

describe("what holds an update back", () => {
  it("[UHD1] is told with where it is, and nothing is done while it lasts", async () => {
    const over = await otherTabHolds("draft");
    expect(await whenNothingHolds("anywhere", work)).toEqual({ by: "draft", where: "elsewhere" });
    const overHere = hold("import");
    expect(await whenNothingHolds("anywhere", work)).toEqual({ by: "import", where: "here" });
    expect(work).not.toHaveBeenCalled();
    overHere();
    expect(await whenNothingHolds("here", work)).toBeNull();
    over();
    await isFree();
    expect(await whenNothingHolds("anywhere", work)).toBeNull();
    expect(work).toHaveBeenCalledTimes(2);
  });

  it("[UHD1] nobody else takes it while one does, and what is begun meanwhile waits for nothing", async () => {
    let done = (): void => undefined;
    const taking = whenNothingHolds("anywhere", () => new Promise((resolve) => {
      done = resolve;
    }));
    await expect.poll(async () => (await locks.query()).held.length).toBe(4);
    expect(await whenNothingHolds("anywhere", work)).toEqual({ by: "draft", where: "elsewhere" });
    const over = hold("draft");
    done();
    expect(await taking).toBeNull();
    expect(await whenNothingHolds("anywhere", work)).toEqual({ by: "draft", where: "here" });
    over();
  });

  it("[UHD2] held twice it lasts until both are over, and an end that is told twice ends one", async () => {
    const [first, second] = [hold("saving"), hold("saving")];
    first();
    first();
    expect(await whenNothingHolds("anywhere", work)).toEqual({ by: "saving", where: "here" });
    second();
    await isFree();
    expect(await whenNothingHolds("anywhere", work)).toBeNull();
  });

  it("[UHD3] where tabs cannot ask each other, this tab's own reasons hold", async () => {
    vi.stubGlobal("navigator", {});
    const over = hold("downtime");
    expect(await whenNothingHolds("anywhere", work)).toEqual({ by: "downtime", where: "here" });
    over();
    expect(await whenNothingHolds("anywhere", work)).toBeNull();
  });

  it("[UPD3] any draft of this tab holds, and lets go when the last is over", async () => {
    keepDraft({ id: "1" as DraftId, form: "visit/9/details reason", fields: { reason: "Feber" } });
    keepDraft({ id: "2" as DraftId, form: "settings/ward", fields: { text: "Legevakt" } });
    endDraft("1" as DraftId);
    expect(await whenNothingHolds("anywhere", work)).toEqual({ by: "draft", where: "here" });
    endDraft("2" as DraftId);
    await isFree();
    expect(await whenNothingHolds("anywhere", work)).toBeNull();
  });
});
