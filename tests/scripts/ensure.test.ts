import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { isInstallNeeded, nodeComplaint } from "../../scripts/ensure.mjs";

const folder = mkdtempSync(join(tmpdir(), "vaktbok-ensure-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lockOf = (packages: Readonly<Record<string, unknown>>): string => JSON.stringify({ packages: { "": { version: "0.1.0" }, ...packages } });

const project = (wanted: Readonly<Record<string, unknown>>, installed: Readonly<Record<string, unknown>> | null): string => {
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  writeFileSync(join(folder, "package-lock.json"), lockOf(wanted));
  if (installed !== null) writeFileSync(join(folder, "node_modules", ".package-lock.json"), lockOf(installed));
  return folder;
};

it("[ENS1] asks for packages when none are there, one is missing, or one is another version", () => {
  const wanted = { "node_modules/dexie": { version: "4.4.7" } };
  expect(isInstallNeeded(project(wanted, null))).toBe(true);
  expect(isInstallNeeded(project(wanted, {}))).toBe(true);
  expect(isInstallNeeded(project(wanted, { "node_modules/dexie": { version: "4.4.6" } }))).toBe(true);
});

it("[ENS1] asks for nothing when all are there; another platform's package may be missing", () => {
  const wanted = { "node_modules/dexie": { version: "4.4.7" }, "node_modules/other-platform": { version: "1.0.0", optional: true } };
  expect(isInstallNeeded(project(wanted, { "node_modules/dexie": { version: "4.4.7" } }))).toBe(false);
});

it("[ENS2] says in one sentence that a Node is too old", () => {
  expect(nodeComplaint("20.18.3")).toBe("Vaktbok needs Node 20.19 or newer; this is Node 20.18.3.");
  expect(nodeComplaint("18.20.0")).not.toBeNull();
  expect(["20.19.0", "20.20.2", "22.0.0", "24.21.0"].map(nodeComplaint)).toEqual([null, null, null, null]);
});
