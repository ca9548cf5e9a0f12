import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { build, createLogger } from "vite";
import { above, ceiling, promise, sizesOf, weighed } from "../../scripts/vite/budget.ts";

it("[BUD1] what is above a ceiling is named, and by how much; what is just at it is not", () => {
  expect(above(ceiling, ceiling)).toEqual([]);
  expect(above({ startScriptGzKb: 170, keptKb: 900 }, { startScriptGzKb: 170.1, keptKb: 100 })).toEqual(["a start loads 170.1 kB of scripts, gzipped, not 170"]);
  expect(above({ startScriptGzKb: 170, keptKb: 900 }, { startScriptGzKb: 100, keptKb: 900.1 })).toEqual(["900.1 kB are kept for an outage, not 900"]);
});

it("[BUD2] a build is weighed where it lies: between promise and ceiling it is told, above the ceiling it fails", async () => {
  const dir = mkdtempSync(join(tmpdir(), "vaktbok-weighed-"));
  writeFileSync(join(dir, "intake.html"), "");
  const weigh = async (kilobytes: number): Promise<ReadonlyArray<string>> => {
    writeFileSync(join(dir, "big.js"), randomBytes(kilobytes * 1000));
    const told: Array<string> = [];
    const logger = { ...createLogger("silent"), info: () => undefined, warn: (text: string) => void told.push(text) };
    const plugins = [weighed()];
    await build({ root: "tests/scripts/small-page", configFile: false, customLogger: logger, plugins, build: { outDir: dir, emptyOutDir: false } });
    return told;
  };
  expect(await weigh(1)).toEqual([]);
  expect(await weigh(promise.keptKb + 1)).toEqual([expect.stringMatching(/^Above the promise: .* are kept for an outage/)]);
  await expect(weigh(ceiling.keptKb + 1)).rejects.toThrow(/are kept for an outage, not/);
  rmSync(dir, { recursive: true });
});

it("[BUD1] counts the pieces that the door's page names, the keys' worker, and one language: the heaviest", () => {
  const dir = mkdtempSync(join(tmpdir(), "vaktbok-sizes-"));
  mkdirSync(join(dir, "assets"));
  // Random bytes do not shrink: a kilobyte is a kilobyte, and gzip's own few bytes.
  const put = (name: string, kilobytes: number): void => writeFileSync(join(dir, name), randomBytes(kilobytes * 1000));
  put("assets/boot-0123456789.js", 5);
  put("assets/main-a.js", 40);
  put("assets/words-nb-a.js", 20);
  put("assets/words-en-a.js", 30);
  put("assets/keys.worker-a.js", 10);
  put("assets/board-a.js", 60);
  put("sw.js", 7);
  put("icon.png", 9);
  const names = ["boot-0123456789", "main-a", "words-nb-a", "words-en-a"].map((name) => `/assets/${name}.js`).join(" ");
  writeFileSync(join(dir, "intake.html"), `<script data-pieces="${names}"></script>`);
  const sizes = sizesOf(dir);
  rmSync(dir, { recursive: true });
  expect(sizes.startScriptGzKb).toBeCloseTo(5 + 40 + 30 + 10, 0);
  expect(sizes.scriptGzKb).toBeCloseTo(5 + 40 + 20 + 30 + 10 + 60 + 7, 0);
  expect(sizes.keptKb).toBeCloseTo(5 + 40 + 20 + 30 + 10 + 60, 0);
});
