import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { sizesOf, tooHeavy } from "../../scripts/vite/budget.ts";

it("[BUD1] a start of more than 170 kB of gzipped scripts is too heavy, and says how heavy", () => {
  expect(tooHeavy({ startScriptGzKb: 170, keptKb: 100 })).toEqual([]);
  expect(tooHeavy({ startScriptGzKb: 170.1, keptKb: 100 })).toEqual(["a start loads 170.1 kB of scripts, gzipped: 170 is the most"]);
});

it("[BUD2] more than 900 kB to keep is too heavy, and says how heavy", () => {
  expect(tooHeavy({ startScriptGzKb: 100, keptKb: 900.1 })).toEqual(["900.1 kB are kept for an outage: 900 is the most"]);
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
