// One trial: what was done to the book, and whether it kept what it had promised.
import type { Page } from "@playwright/test";
import { judge, namedIn, type Ledger } from "./ledger.ts";
import type { Acknowledged, How, Opened, SaveEnd } from "./page-port.ts";

export interface Trial {
  readonly kind: string;
  readonly seed: number;
  /** What was done, in a few words. */
  readonly did: string;
  readonly acknowledged: number;
  readonly lost: number;
  readonly named: number;
  readonly altered: number;
  /** The browser refused the database: the journal alone was read, and nothing could be saved. */
  readonly isReadOnly: boolean;
  /** Empty: the promise was kept. */
  readonly faults: ReadonlyArray<string>;
}

export const openIn = (page: Page, how: How = "two copies"): Promise<Opened> => page.evaluate((which) => window.durabilityPage.open(which), how);

export interface Saving {
  readonly series: string;
  readonly from: number;
  readonly count: number;
  readonly each: number;
}
export const saveIn = (page: Page, saving: Saving): Promise<SaveEnd> => page.evaluate((what) => window.durabilityPage.save(what), saving);

/** Saving that ends when the page does: its end is nobody's business. */
export const saveWithoutEnd = (page: Page, series: string, each: number): void => {
  void saveIn(page, { series, from: 0, count: 1_000_000, each }).catch(() => undefined);
};

export interface Look {
  readonly kind: string;
  readonly seed: number;
  readonly did: string;
  readonly ledger: Ledger;
  readonly how?: How;
  /** Both copies of a record may have been hit: then it must be named, and nothing else. */
  readonly mayLoseNamed?: boolean;
  /** No other record may be missing, named or not. */
  readonly hitTwice?: ReadonlyArray<Acknowledged>;
  /** Records that each copy may lack: what was on its way, and answered to nobody. */
  readonly onTheWay?: number;
  /** The browser may have been robbed of its database for good. */
  readonly mayBeReadOnly?: boolean;
}

/** Opens the book again, reads all of it, and writes on in it. */
export const lookAgain = async (page: Page, { kind, seed, did, ledger, how = "two copies", mayLoseNamed = false, hitTwice, onTheWay, mayBeReadOnly = false }: Look): Promise<Trial> => {
  const saved = ledger.all();
  const opened = await openIn(page, how);
  const about = { kind, seed, did, acknowledged: saved.length };
  if (!opened.ok) return { ...about, lost: saved.length, named: 0, altered: 0, isReadOnly: false, faults: [`does not open: ${opened.fault}`] };
  const first = await page.evaluate(() => window.durabilityPage.shown());
  // As the app does a few seconds after it has opened.
  const looked = await page.evaluate(() => window.durabilityPage.lookThrough());
  const shown = await page.evaluate(() => window.durabilityPage.shown());
  const { lost, named, altered, falselyNamed, gaps } = judge(saved, shown, [...namedIn(opened.care), ...namedIn(looked.care)]);
  const alteredFirst = judge(saved, first, []).altered;
  const { isReadOnly } = looked.care;
  const more = await saveIn(page, { series: `on-${seed}`, from: 0, count: 3, each: 1 });
  const after = await page.evaluate(() => window.durabilityPage.shown());
  const { damaged, forks } = looked.health;
  const hitIds = new Set(hitTwice?.map(({ id }) => id));
  const lostWhole = hitTwice === undefined ? 0 : lost.filter(({ id }) => !hitIds.has(id)).length;
  const { restored = 0, copied = 0 } = opened.care.mended ?? {};
  const faults = [
    lost.length > named ? `${lost.length - named} acknowledged records lost without a word` : "",
    !mayLoseNamed && lost.length > 0 ? `${lost.length} lost though one copy was whole` : "",
    lostWhole > 0 ? `${lostWhole} lost that were hit in one place only` : "",
    onTheWay !== undefined && Math.max(restored, copied) > onTheWay ? `${restored} acknowledged records were not in the database, ${copied} not in the journal` : "",
    altered.length + alteredFirst.length > 0 ? `${Math.max(altered.length, alteredFirst.length)} altered records shown` : "",
    falselyNamed > 0 ? `${falselyNamed} records named as lost that are shown` : "",
    gaps > 0 && lost.length === named ? `${gaps} numbers missing in the chain` : "",
    // A row that says another name than its own is laid aside, and counted; the record it was comes from the journal.
    damaged > 0 && hitTwice === undefined ? `${damaged} damaged records left` : "",
    forks > 0 ? `${forks} forks` : "",
    more.fault !== null && !(isReadOnly && mayBeReadOnly) ? `does not write on: ${more.fault.type}` : "",
    more.fault === null && after.length < shown.length + 3 ? "what was written on is not shown" : "",
    how === "two copies" && looked.care.second !== "kept" && !(isReadOnly && mayBeReadOnly) ? `the second copy is ${looked.care.second}` : "",
  ].filter((fault) => fault !== "");
  return { ...about, lost: lost.length, named, altered: altered.length, isReadOnly, faults };
};
