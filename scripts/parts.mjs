/**
 * The parts that a check is made of, how each is run, and what each counts.
 *
 * - TAL1 A part that ended badly counts at least one failure, whatever it printed.
 * - TAL2 A test that did not run counts as failed.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {{ readonly passed: number, readonly failed: number }} Tally
 * @typedef {{ readonly name: string, readonly bin: string, readonly args: ReadonlyArray<string>, readonly note?: string, readonly count?: (said: any) => Tally }} Part
 */

const notes = join("node_modules", ".cache", "vaktbok");

/** What vitest wrote. @type {(note: { numPassedTests: number, numTotalTests: number }) => Tally} */
export const unitTally = ({ numPassedTests, numTotalTests }) => ({ passed: numPassedTests, failed: numTotalTests - numPassedTests });

/** What Playwright wrote. @type {(note: { stats: Record<"expected" | "unexpected" | "flaky" | "skipped", number> }) => Tally} */
export const journeyTally = ({ stats: { expected, unexpected, flaky, skipped } }) => ({ passed: expected, failed: unexpected + flaky + skipped });

/** The last `N passed, N failed` of an output. @type {(output: string) => Tally} */
export const lineTally = (output) => {
  const line = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  return line === undefined ? { passed: 0, failed: 1 } : { passed: Number(line[1]), failed: Number(line[2]) };
};

/** @type {(ok: boolean, counted: Tally | undefined) => Tally} */
export const tallyOf = (ok, counted) => {
  if (counted === undefined) return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return ok ? counted : { passed: counted.passed, failed: Math.max(1, counted.failed) };
};

const typescript = ["tsconfig.json", "tsconfig.pure.json", "tsconfig.sw.json", "tsconfig.worker.json"];

/** @type {ReadonlyArray<Part>} */
export const types = typescript.map((config) => ({ name: `types ${config}`, bin: "typescript/bin/tsc", args: ["-p", config] }));
/** @type {Part} */
export const lint = { name: "lint", bin: "oxlint/bin/oxlint", args: ["--deny-warnings"] };
/** @type {Part} */
export const unused = { name: "unused code", bin: "knip/bin/knip.js", args: ["--treat-config-hints-as-errors", "--no-progress"] };
/** @type {Part} */
export const unit = {
  name: "unit tests",
  bin: "vitest/vitest.mjs",
  args: ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${join(notes, "unit.json")}`],
  note: "unit.json",
  count: unitTally,
};
/** @type {Part} */
export const gates = { name: "gates", bin: "../scripts/run.mjs", args: ["scripts/check-gates.ts"], count: lineTally };
/** @type {Part} */
export const build = { name: "build", bin: "vite/bin/vite.js", args: ["build", "--logLevel", "warn"] };
/** @type {Part} */
export const journeys = { name: "journeys", bin: "@playwright/test/cli.js", args: ["test"], note: "e2e.json", count: journeyTally };
/** @type {Part} */
export const durability = { name: "durability", bin: "../scripts/run.mjs", args: ["tests/durability/run.ts", "--short"], count: lineTally };
/** The core journeys in one of the other engines. @type {(engine: string) => Part} */
export const journeysIn = (engine) => ({
  name: `journeys in ${engine}`,
  bin: "@playwright/test/cli.js",
  args: ["test", "--config", "tests/engines/playwright.config.ts", "--project", engine],
  note: "engines.json",
  count: journeyTally,
});

/**
 * Runs one part and keeps what it says. A part with a note is counted from the file it writes, the others from their output.
 *
 * @param {Part} part
 * @param {string} root
 * @returns {Promise<Tally & { name: string, seconds: number, output: string }>}
 */
export const run = ({ name, bin, args, note, count }, root) =>
  new Promise((resolve) => {
    const startMs = performance.now();
    const noteFile = note === undefined ? null : join(root, notes, note);
    if (noteFile !== null) rmSync(noteFile, { force: true });
    const env = { ...process.env, NO_COLOR: "1" };
    const child = spawn(process.execPath, [join(root, "node_modules", bin), ...args], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (output += bytes));
    child.on("close", (code) => {
      const said = noteFile === null ? output : existsSync(noteFile) ? JSON.parse(readFileSync(noteFile, "utf8")) : null;
      const tally = tallyOf(code === 0, said === null ? undefined : count?.(said));
      resolve({ ...tally, name, seconds: (performance.now() - startMs) / 1000, output });
    });
  });

/** @type {(part: { name: string, passed: number, failed: number, seconds: number }) => string} */
export const lineOf = ({ name, passed, failed, seconds }) =>
  `${failed === 0 ? "✓" : "✗"} ${name.padEnd(28)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(1).padStart(7)} s`;
