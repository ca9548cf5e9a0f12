// The plug is pulled while records are being saved: what was never synced is gone.
import { join } from "node:path";
import { startChromium } from "./chromium.ts";
import { diceOf } from "./dice.ts";
import { newLedger } from "./ledger.ts";
import type { Workshop } from "./mounts.ts";
import type { How } from "./page-port.ts";
import type { Filled } from "./profiles.ts";
import { lookAgain, openIn, saveWithoutEnd, type Trial } from "./trial.ts";
import { pause, waitUntil } from "./wait.ts";

export interface CutPlan {
  readonly url: string;
  readonly workshop: Workshop;
  /** An image to begin from, with what was saved on it. */
  readonly image: string;
  readonly before: Pick<Filled, "saved">;
  readonly how: How;
}

export const powerCut = async ({ url, workshop, image, before, how }: CutPlan, seed: number): Promise<Trial> => {
  const dice = diceOf(seed);
  const ledger = newLedger(before.saved);
  const disk = workshop.copy(image, `disk-${how}-${seed}`.replace(" ", "-"));
  const on = workshop.mount(disk);
  const browser = await startChromium(join(on.folder, "profile"));
  let after: string;
  const [each, waitMs] = [1 + dice.below(3), dice.below(1_500)];
  try {
    const page = await browser.newPage(url, ledger.add);
    const opened = await openIn(page, how);
    if (!opened.ok) throw new Error(`the book does not open before the cut: ${opened.fault}`);
    saveWithoutEnd(page, `cut-${seed}`, each);
    await waitUntil("something is saved", () => ledger.all().length > before.saved.length);
    await pause(waitMs);
    browser.freeze();
    after = workshop.copy(disk, `${disk.split("/").at(-1)}-after`);
  } finally {
    await browser.kill();
    on.unmount();
    workshop.remove(disk);
  }
  return lookAtDisk(workshop, after, (page) => lookAgain(page, { kind: how === "two copies" ? "cut" : "cut control", seed, did: `power cut ${waitMs} ms after the first of ${ledger.all().length - before.saved.length} saves`, ledger, how: how === "relaxed" ? "one copy" : how, ...(before.saved.length > 0 && how === "two copies" ? { onTheWay: each } : {}) }), url);
};

const lookAtDisk = async (workshop: Workshop, image: string, look: (page: Awaited<ReturnType<Awaited<ReturnType<typeof startChromium>>["newPage"]>>) => Promise<Trial>, url: string): Promise<Trial> => {
  const on = workshop.mount(image);
  const browser = await startChromium(join(on.folder, "profile"));
  try {
    return await look(await browser.newPage(url));
  } finally {
    await browser.kill();
    on.unmount();
    workshop.remove(image);
  }
};
