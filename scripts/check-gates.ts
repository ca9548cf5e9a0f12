/**
 * Proves the gates: plants one fault against each rule in a copy of the tree, and fails if one slips through.
 * A gate that never failed is not known to be a gate; one that stops everything is none either, so innocents are planted too.
 */
import { copyOf } from "./gates/copy.ts";
import type { Fault, Innocent } from "./gates/fault.ts";
import { layerFaults, layerInnocents } from "./gates/layer-faults.ts";
import { lintFaults, unproved } from "./gates/lint-faults.ts";
import { specFaults, unusedFaults } from "./gates/tree-faults.ts";
import { programFaults, pureFaults, serviceWorkerFaults, workerFaults } from "./gates/type-faults.ts";

type Round = { readonly faults: ReadonlyArray<Fault>; readonly innocents?: ReadonlyArray<Innocent>; readonly run: readonly [string, ...ReadonlyArray<string>] };

const tsc = "typescript/bin/tsc";
const rounds: ReadonlyArray<Round> = [
  { faults: [...lintFaults, ...layerFaults], innocents: layerInnocents, run: ["oxlint/bin/oxlint", "-f", "unix"] },
  { faults: programFaults, run: [tsc, "-p", "tsconfig.json"] },
  { faults: pureFaults, run: [tsc, "-p", "tsconfig.pure.json"] },
  { faults: serviceWorkerFaults, run: [tsc, "-p", "tsconfig.sw.json"] },
  { faults: workerFaults, run: [tsc, "-p", "tsconfig.worker.json"] },
  { faults: unusedFaults, run: ["knip/bin/knip.js", "--no-progress"] },
  { faults: specFaults, run: ["vitest/vitest.mjs", "run", "tests/spec"] },
];

/** Each round has a copy of its own, so that one round's faults do not hide another's. */
const play = async ({ faults, innocents = [], run: [bin, ...args] }: Round): Promise<ReadonlyArray<string>> => {
  const copy = copyOf(process.cwd());
  try {
    const unplanted = new Set([...faults, ...innocents].filter((fault) => !copy.plant(fault)).map(({ gate }) => gate));
    const said = await copy.say(bin, ...args);
    return [
      ...[...unplanted].map((gate) => `Nowhere to plant: ${gate}`),
      ...faults.filter(({ gate, sees }) => !unplanted.has(gate) && !sees.test(said)).map(({ gate, path }) => `Slipped through: ${gate} (${path})`),
      ...innocents.filter(({ mustNotSay }) => mustNotSay.test(said)).map(({ gate, path }) => `Stopped an innocent: ${gate} (${path})`),
    ];
  } finally {
    copy.remove();
  }
};

const planted = rounds.reduce((sum, { faults, innocents = [] }) => sum + faults.length + innocents.length, 0);
const failures = [...unproved.map((rule) => `No fault is planted against ${rule}.`), ...(await Promise.all(rounds.map(play))).flat()];
for (const failure of failures) console.log(failure);
console.log(`${planted - failures.length} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
