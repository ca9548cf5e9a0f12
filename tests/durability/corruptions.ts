// A filled book whose files went bad while nobody looked: one place where it lies, or two of them at once.
import { readFileSync, rmSync, statSync, truncateSync } from "node:fs";
import { startChromium } from "./chromium.ts";
import { diceOf, type Dice } from "./dice.ts";
import { databaseFiles, databaseFolder, flipAt, framesOf, harm, noteFiles, originFile, type Harm } from "./harms.ts";
import { newLedger } from "./ledger.ts";
import type { Acknowledged, How } from "./page-port.ts";
import { copyOf, removeFolder, type Filled } from "./profiles.ts";
import { lookAgain, type Trial } from "./trial.ts";

export interface CorruptionPlan {
  readonly url: string;
  readonly filled: Filled;
  readonly flags: ReadonlyArray<string>;
  readonly how: How;
}

interface Harmed {
  readonly did: string;
  /** Whose copy in the journal was hit. */
  readonly inJournal: ReadonlyArray<Acknowledged>;
  /** Rows of the database to be altered or removed from inside, as a back end that tells no lie would not. */
  readonly rows?: ReadonlyArray<Acknowledged>;
}

type Way = (profile: string, filled: Filled, dice: Dice) => Harmed;

const anyHarm: ReadonlyArray<Harm> = ["flip", "truncate", "delete"];
const keyNames = ["ring.key", "ring.key.twin", "door-silent.key", "door-silent.key.twin"];

const database = (how: Harm): Way => (profile, _filled, dice) => ({ did: `database: ${harm(dice.pick(databaseFiles(profile)), how, dice)}`, inJournal: [] });

const databaseGone: Way = (profile) => {
  rmSync(databaseFolder(profile), { recursive: true });
  return { did: "database: deleted whole", inJournal: [] };
};

const key = (how: Harm): Way => (profile, { hashes }, dice) => {
  const name = dice.pick(keyNames);
  harm(originFile(profile, hashes, name), how, dice);
  return { did: `keys: ${how} ${name}`, inJournal: [] };
};

const note: Way = (profile, _filled, dice) => ({ did: `note: ${harm(dice.pick(noteFiles(profile)), dice.pick(anyHarm), dice)}`, inJournal: [] });

const journalFrames = (profile: string, { hashes, saved }: Filled) => {
  const path = originFile(profile, hashes, "log.journal");
  return { path, frames: framesOf(readFileSync(path), saved) };
};

const journal = (how: Harm): Way => (profile, filled, dice) => {
  const { path, frames } = journalFrames(profile, filled);
  const size = statSync(path).size;
  if (how === "delete") {
    rmSync(path);
    return { did: "journal: deleted", inJournal: filled.saved };
  }
  if (how === "truncate") {
    const end = dice.below(size);
    truncateSync(path, end);
    return { did: `journal: cut to ${end} of ${size} bytes`, inJournal: frames.filter((frame) => frame.end > end).map(({ saved }) => saved) };
  }
  const offsets = Array.from({ length: 1 + dice.below(5) }, () => dice.below(size));
  flipAt(path, offsets, dice);
  return { did: `journal: ${offsets.length} bytes flipped`, inJournal: frames.filter(({ start, end }) => offsets.some((at) => start <= at && at < end)).map(({ saved }) => saved) };
};

/** Every record is hit in one place at most. */
const apart: Way = (profile, filled, dice) => {
  const { path, frames } = journalFrames(profile, filled);
  const hit = frames.filter(() => dice.next() < 0.1);
  flipAt(path, hit.map(({ start, end }) => start + dice.below(end - start)), dice);
  const inJournal = hit.map(({ saved }) => saved);
  const rows = filled.saved.filter((saved) => !inJournal.includes(saved) && dice.next() < 0.2);
  return { did: `${rows.length} rows and ${hit.length} journal frames, in different records`, inJournal, rows };
};

const both = (...ways: ReadonlyArray<Way>): Way => (profile, filled, dice) => {
  const done = ways.map((way) => way(profile, filled, dice));
  return { did: done.map((one) => one.did).join(" + "), inJournal: done.flatMap(({ inJournal }) => inJournal) };
};

/** Turned through, so that every few trials have tried each. */
const ways: ReadonlyArray<Way> = [
  database("flip"), journal("flip"), both(database("flip"), journal("flip")), key("flip"), apart,
  database("truncate"), journal("truncate"), both(database("truncate"), journal("truncate")), key("truncate"), note,
  database("delete"), journal("delete"), both(database("delete"), journal("flip")), key("delete"), both(note, journal("flip")),
  databaseGone, both(databaseGone, journal("flip")), both(key("flip"), journal("truncate")), both(note, database("flip")), apart,
];
/** For a browser with one copy: what happens to its database happens to the book. */
const databaseWays: ReadonlyArray<Way> = [database("flip"), database("truncate"), databaseGone];

export const corruption = async ({ url, filled, flags, how }: CorruptionPlan, seed: number, turn: number): Promise<Trial> => {
  const dice = diceOf(seed);
  const profile = copyOf(filled);
  const some = how === "two copies" ? ways : databaseWays;
  const way = some[turn % some.length] ?? apart;
  const { did, inJournal, rows = [] } = way(profile, filled, dice);
  const browser = await startChromium(profile, flags);
  try {
    const page = await browser.newPage(url);
    if (rows.length > 0) await page.evaluate((which) => window.durabilityPage.harmRows(which), rows.map(({ id }, at) => ({ id, isRemoved: at % 2 === 0 })));
    const mayLoseNamed = inJournal.length > 0 && rows.length === 0 && did.includes("database");
    const ledger = newLedger(filled.saved);
    return await lookAgain(page, { kind: how === "two copies" ? "corruption" : "corruption control", seed, did: `${did}${flags.length > 0 ? " (SQLite)" : ""}`, ledger, how, mayLoseNamed, hitTwice: inJournal, mayBeReadOnly: did.includes("database") });
  } finally {
    await browser.kill();
    removeFolder(profile);
  }
};
