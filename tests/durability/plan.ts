// What is tried, how often, and with which seed each: `npm test` does the small numbers, `npm run soak` the large ones.
import { corruption } from "./corruptions.ts";
import { powerCut } from "./cuts.ts";
import { fullDisk, fullQuota } from "./full-disk.ts";
import { crashRound, killRound } from "./kills.ts";
import type { Workshop } from "./mounts.ts";
import type { Filled } from "./profiles.ts";
import type { Trial } from "./trial.ts";

export interface Amounts {
  readonly kills: number;
  readonly crashes: number;
  readonly cuts: number;
  readonly corruptions: number;
  readonly controls: number;
}

export const shortAmounts: Amounts = { kills: 25, crashes: 15, cuts: 10, corruptions: 40, controls: 3 };
export const soakAmounts: Amounts = { kills: 500, crashes: 100, cuts: 200, corruptions: 200, controls: 20 };

export interface Ground {
  readonly url: string;
  readonly filled: Filled;
  /** The same with the browser's other database; null where it has none. */
  readonly filledOther: Filled | null;
  readonly workshop: Workshop | null;
  readonly seed: number;
}

export interface Job {
  readonly name: string;
  readonly run: () => Promise<ReadonlyArray<Trial>>;
}

export const otherDatabase = "--enable-features=IdbSqliteBackingStore";

const seeds = (from: number, count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, at) => from + at);

const inRounds = (all: ReadonlyArray<number>, size: number): ReadonlyArray<ReadonlyArray<number>> =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

const single = (name: string, run: () => Promise<Trial>): Job => ({ name, run: async () => [await run()] });

export const jobsOf = (ground: Ground, { kills, crashes, cuts, corruptions, controls }: Amounts): ReadonlyArray<Job> => {
  const { url, filled, filledOther, workshop, seed } = ground;
  const turns = Array.from({ length: corruptions }, (_, at) => at);
  return [
    ...(workshop === null ? [] : diskJobs({ ...ground, workshop }, cuts, controls)),
    single(`quota ${seed}`, () => fullQuota(url, filled, seed)),
    ...inRounds(seeds(seed, kills), 5).map((some) => ({ name: `kills ${some[0]}`, run: () => killRound(url, filled, some) })),
    ...inRounds(seeds(seed, crashes), 8).map((some) => ({ name: `crashes ${some[0]}`, run: () => crashRound(url, filled, some) })),
    ...turns.map((turn) => {
      const other = turn % 5 === 4 ? filledOther : null;
      // The fifth ones would meet the same few ways every time: they go through them at their own pace.
      const way = other === null ? turn : Math.floor(turn / 5);
      return single(`corruption ${seed + turn}`, () => corruption({ url, filled: other ?? filled, flags: other === null ? [] : [otherDatabase], how: "two copies" }, seed + turn, way));
    }),
    ...seeds(seed, controls).map((its, turn) => single(`corruption control ${its}`, () => corruption({ url, filled, flags: [], how: "one copy" }, its, turn))),
  ];
};

/** The browser throws the data away at the first write that fails, nearly always, but not always. */
const fullDiskControls = 3;

const diskJobs = ({ url, filled, workshop, seed }: Ground & { readonly workshop: Workshop }, cuts: number, controls: number): ReadonlyArray<Job> => {
  const image = workshop.image("filled", filled.folder);
  const empty = workshop.image("empty", null);
  const cut = (how: "two copies" | "relaxed") => (its: number, at: number) => {
    // Each third one is a device that was taken into use seconds before.
    const isNew = how === "two copies" && at % 3 === 2;
    return single(`cut ${its}`, () => powerCut({ url, workshop, image: isNew ? empty : image, before: isNew ? { saved: [] } : filled, how }, its));
  };
  return [
    single(`full disk ${seed}`, () => fullDisk(url, filled, seed, true)),
    ...seeds(seed, fullDiskControls).map((its) => single(`full disk control ${its}`, () => fullDisk(url, filled, its, false))),
    ...seeds(seed, cuts).map(cut("two copies")),
    ...seeds(seed, controls).map(cut("relaxed")),
  ];
};
