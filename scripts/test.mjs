/**
 * `npm test`: everything, from a fresh clone on. Installs what is missing, finds or gets the browsers, runs every part to its
 * end whatever failed before, and closes with one line: `N passed, N failed`.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./browser.mjs";
import { engines, skippedLine } from "./engines.mjs";
import { ensure } from "./ensure.mjs";
import { build, durability, gates, journeys, journeysIn, lineOf, lint, run, types, unit, unused } from "./parts.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
ensure(root);
process.chdir(root);

const isRootOnDebian = process.getuid?.() === 0 && existsSync("/etc/debian_version");
/** @type {import("node:child_process").SpawnSyncOptions} */
const quiet = { stdio: ["ignore", "ignore", "inherit"] };
const debian = (/** @type {ReadonlyArray<string>} */ packages) => spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], quiet);

const getBrowsers = () => {
  const missing = engines.filter(({ isHere }) => !isHere());
  const isChromiumHere = findBrowser() !== null;
  if (isChromiumHere && (missing.length === 0 || !isRootOnDebian)) return;
  console.log("Getting browsers …");
  if (isRootOnDebian) spawnSync("apt-get", ["update", "-qq"], quiet);
  if (!isChromiumHere && isRootOnDebian) debian(["chromium"]);
  if (!isChromiumHere && !isRootOnDebian) spawnSync(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], quiet);
  // One by one: a Debian that lacks one may have the other.
  if (isRootOnDebian) for (const { packages } of missing) debian(packages);
};

getBrowsers();
const present = engines.filter(({ isHere }) => isHere());
/** @type {Array<Awaited<ReturnType<typeof run>>>} */
const results = [];
for (const part of [...types, lint, unused, unit, gates, build, journeys, durability, ...present.map(({ name }) => journeysIn(name))]) {
  const result = await run(part, root);
  if (result.failed > 0) console.log(`\n${result.output.trim()}\n`);
  console.log(lineOf(result));
  // What a part could not do here, in its own words.
  for (const line of result.output.split("\n")) if (line.startsWith("– ")) console.log(line);
  results.push(result);
}

for (const engine of engines) if (!present.includes(engine)) console.log(skippedLine(engine));

const sum = (/** @type {"passed" | "failed"} */ key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") === 0 ? 0 : 1;
