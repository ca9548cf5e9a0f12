// A disk that is really full, and a browser that gives no more room, while records are being saved.
import { rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { reserveBytes } from "#storage/reserve.ts";
import { startChromium, type Running } from "./chromium.ts";
import { contentOf } from "./content.ts";
import { newLedger, type Ledger } from "./ledger.ts";
import { smallDisk } from "./mounts.ts";
import { copyOf, promiseToKeep, removeFolder, type Filled } from "./profiles.ts";
import { lookAgain, openIn, saveIn, type Trial } from "./trial.ts";

export interface FullTrial extends Trial {
  /** Saved after the held-back space was freed. */
  readonly onReserve: number;
}

const diskMb = 64;
/** What is left free when the saving begins. */
const leftMb = 4;
/** So many saves more, at least, on the space that was held back. */
const enough = 500;

interface Room {
  readonly kind: string;
  readonly profile: string;
  /** Called when the book is open: from now on there is hardly any room. */
  readonly narrow: (browser: Running, page: Page) => Promise<void>;
  readonly widen: () => Promise<void>;
}

const fullTrial = async (url: string, filled: Filled, seed: number, room: Room): Promise<FullTrial> => {
  const ledger = newLedger(filled.saved);
  let before: { readonly onReserve: number; readonly faults: ReadonlyArray<string> };
  const browser = await startChromium(room.profile);
  try {
    const page = await browser.newPage(url, ledger.add);
    await openIn(page);
    await room.narrow(browser, page);
    const series = `full-${seed}`;
    const end = await saveIn(page, { series, from: 0, count: 30_000, each: 1 });
    const refused = contentOf(series, end.saved);
    const faults = await whileFull(page, ledger, refused).catch((thrown: unknown) => [`while full: ${String(thrown)}`]);
    await room.widen();
    // The one that was refused is tried again first, as a person would.
    const again = await saveIn(page, { series, from: end.saved, count: 5, each: 1 });
    const times = await timesShown(page, refused);
    before = {
      onReserve: end.onReserve,
      faults: [
        ...(end.fault?.type === "DiskFull" ? [] : [`a full disk is ${end.fault?.type ?? "no fault"}`]),
        ...(end.onReserve >= enough ? [] : [`the held-back space gave ${end.onReserve} saves more`]),
        ...faults,
        ...(times === 1 ? [] : [`what was refused and tried again stands ${times} times`]),
        ...(again.fault === null ? [] : [`with room again it says ${again.fault.type}`]),
      ],
    };
  } finally {
    await browser.kill();
  }
  const after = await startChromium(room.profile);
  try {
    const trial = await lookAgain(await after.newPage(url), { kind: room.kind, seed, did: `saved until there was no room; ${before.onReserve} saves on the held-back space`, ledger });
    return { ...trial, onReserve: before.onReserve, faults: [...before.faults, ...trial.faults] };
  } finally {
    await after.kill();
  }
};

const timesShown = async (page: Page, refused: string): Promise<number> => {
  const shown = await page.evaluate(() => window.durabilityPage.shown());
  return shown.filter(({ content }) => content === refused).length;
};

/** What must work all the same: what is saved is shown, and goes into an archive; what was refused is not. */
const whileFull = async (page: Page, ledger: Ledger, refused: string): Promise<ReadonlyArray<string>> => {
  const saved = ledger.all().length;
  const shown = await page.evaluate(() => window.durabilityPage.shown());
  const archived = await page.evaluate(() => window.durabilityPage.archived());
  const times = await timesShown(page, refused);
  return [
    ...(times === 0 ? [] : ["what was called not saved is shown"]),
    ...(shown.length >= saved ? [] : [`${shown.length} of ${saved} shown while full`]),
    ...(archived.records >= saved ? [] : [`${archived.records} of ${saved} in the archive while full`]),
  ];
};

/** `isPromised`: the browser has promised to keep the data. Where it has not, it throws away all of it when the disk is full. */
export const fullDisk = async (url: string, filled: Filled, seed: number, isPromised: boolean): Promise<FullTrial> => {
  const disk = smallDisk(diskMb);
  const ballast = join(disk.folder, "ballast");
  const profile = copyOf(filled, join(disk.folder, "profile"));
  if (isPromised) promiseToKeep(profile, url);
  try {
    return await fullTrial(url, filled, seed, {
      kind: isPromised ? "full disk" : "full disk control",
      profile,
      narrow: async () => {
        const { bavail, bsize } = statfsSync(disk.folder);
        writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - leftMb * 1024 * 1024), 7));
      },
      widen: async () => rmSync(ballast),
    });
  } finally {
    disk.unmount();
  }
};

export const fullQuota = async (url: string, filled: Filled, seed: number): Promise<FullTrial> => {
  const profile = copyOf(filled);
  let setQuota = async (_quotaSize?: number): Promise<void> => undefined;
  try {
    return await fullTrial(url, filled, seed, {
      kind: "quota",
      profile,
      narrow: async (browser, page) => {
        const cdp = await browser.context.newCDPSession(page);
        setQuota = async (quotaSize) => void (await cdp.send("Storage.overrideQuotaForOrigin", { origin: url, ...(quotaSize === undefined ? {} : { quotaSize }) }));
        // Of a copied profile the browser has counted no files yet: space that it does not count, it cannot give back.
        await page.evaluate(() => window.durabilityPage.holdSpaceAnew());
        const { usage, usageBreakdown } = await cdp.send("Storage.getUsageAndQuota", { origin: url });
        const inFiles = usageBreakdown.find(({ storageType }) => storageType === "file_systems")?.usage ?? 0;
        if (inFiles < reserveBytes) throw new Error(`the browser counts ${inFiles} bytes of files, less than is held back`);
        await setQuota(usage + leftMb * 1024 * 1024);
      },
      widen: () => setQuota(),
    });
  } finally {
    removeFolder(profile);
  }
};
