/**
 * `npm test`: everything, from a fresh clone on. Installs what is missing, finds or gets a browser, runs every part to its
 * end whatever failed before, and closes with one line: `N passed, N failed`.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./browser.mjs";
import { ensure } from "./ensure.mjs";
import { build, gates, journeys, lineOf, lint, run, types, unit, unused } from "./parts.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
ensure(root);
process.chdir(root);

const getBrowser = () => {
  if (findBrowser() !== null) return;
  console.log("Getting a browser …");
  const isRootOnDebian = process.getuid?.() === 0 && existsSync("/etc/debian_version");
  /** @type {import("node:child_process").SpawnSyncOptions} */
  const quiet = { stdio: ["ignore", "ignore", "inherit"] };
  if (isRootOnDebian) {
    spawnSync("apt-get", ["update", "-qq"], quiet);
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], quiet);
  } else {
    spawnSync(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], quiet);
  }
};

getBrowser();
/** @type {Array<Awaited<ReturnType<typeof run>>>} */
const results = [];
for (const part of [...types, lint, unused, unit, gates, build, journeys]) {
  const result = await run(part, root);
  if (result.failed > 0) console.log(`\n${result.output.trim()}\n`);
  console.log(lineOf(result));
  results.push(result);
}

const sum = (/** @type {"passed" | "failed"} */ key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") === 0 ? 0 : 1;
