/**
 * `npm run soak [-- --short] [-- --seed 7] [-- --only kill] [-- --write]`: kills, crashes, power cuts, corruptions and full disks
 * against the real storage in a real Chromium. `npm test` runs the short one. Closes with `N passed, N failed`.
 */
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { figuresOf, writeFigures } from "./figures.ts";
import { databaseFiles } from "./harms.ts";
import { openWorkshop } from "./mounts.ts";
import { jobsOf, otherDatabase, shortAmounts, soakAmounts, type Job } from "./plan.ts";
import { fillProfile, removeFolder } from "./profiles.ts";
import { openSite } from "./site.ts";
import type { Trial } from "./trial.ts";

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const valueOf = (name: string): string | undefined => process.argv[process.argv.indexOf(name) + 1];

const isShort = process.argv.includes("--short");
const seed = process.argv.includes("--seed") ? Number(valueOf("--seed")) : Math.floor(Date.now() / 1000) % 1_000_000;
const only = process.argv.includes("--only") ? valueOf("--only") : undefined;

const broken = ({ name }: Job, thrown: unknown): Trial => ({ kind: name.replace(/ \d+$/, ""), seed: Number(name.split(" ").at(-1)), did: "the trial itself broke", acknowledged: 0, lost: 0, named: 0, altered: 0, isReadOnly: false, faults: [String(thrown)] });

/** As many at a time as the machine has room for; a trial waits for the disk more than for the processor. */
const runAll = async (jobs: ReadonlyArray<Job>): Promise<ReadonlyArray<Trial>> => {
  const waiting = [...jobs];
  const trials: Array<Trial> = [];
  const worker = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      const its = job;
      const done = await job.run().catch((thrown: unknown) => [broken(its, thrown)]);
      for (const { kind, seed: itsSeed, did, faults } of done) if (faults.length > 0 && !kind.includes("control")) say(`✗ ${kind}, seed ${itsSeed}: ${did}: ${faults.join("; ")}`);
      trials.push(...done);
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker));
  return trials;
};

say(`seed ${seed}: repeat with --seed ${seed}`);
const site = await openSite();
const filled = await fillProfile(site.url, 300);
const other = await fillProfile(site.url, 300, [otherDatabase]);
const hasOther = databaseFiles(other.folder).some((path) => readFileSync(path).subarray(0, 15).toString() === "SQLite format 3");
const workshop = openWorkshop();
try {
  const jobs = jobsOf({ url: site.url, filled, filledOther: hasOther ? other : null, workshop, seed }, isShort ? shortAmounts : soakAmounts);
  const trials = await runAll(only === undefined ? jobs : jobs.filter(({ name }) => name.startsWith(only)));
  const figures = figuresOf(trials);
  say(figures.table);
  if (workshop === null) say("– power cuts and full disks: skipped, this machine lets nobody mount a file system (root, mkfs.ext4 and loop devices are needed)");
  if (!hasOther) say("– SQLite under IndexedDB: skipped, this browser does not have it");
  for (const fault of figures.controlFaults) say(`✗ ${fault}`);
  if (process.argv.includes("--write")) writeFigures({ figures, version: filled.version, seed });
  const failed = trials.filter(({ kind, faults }) => faults.length > 0 && !kind.includes("control")).length + figures.controlFaults.length;
  say(`\n${trials.length - trials.filter(({ kind, faults }) => faults.length > 0 && !kind.includes("control")).length - figures.controlFaults.length} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  workshop?.close();
  for (const { folder } of [filled, other]) removeFolder(folder);
  await site.close();
}
