import { expect, it } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";

const everything = (): boolean => true;
const nothing = (): boolean => false;

it("[BRO1] takes the browser that $CHROMIUM names before anything it could find", () => {
  expect(findBrowser({ env: { CHROMIUM: "/opt/mine", PATH: "/usr/bin" }, platform: "linux", exists: everything })).toBe("/opt/mine");
});

it("looks where each system keeps its browsers", () => {
  expect(findBrowser({ env: { PATH: "/usr/bin" }, platform: "linux", exists: everything })).toBe("/usr/bin/chromium");
  expect(findBrowser({ env: {}, platform: "darwin", exists: everything })).toMatch(/^\/Applications\/Chromium\.app/);
  expect(findBrowser({ env: { PROGRAMFILES: "C:\\P" }, platform: "win32", exists: (path) => String(path).endsWith("msedge.exe") })).toBe(
    "C:\\P\\Microsoft\\Edge\\Application\\msedge.exe",
  );
});

it("answers null when there is none", () => {
  expect(findBrowser({ env: { PATH: "/usr/bin" }, platform: "linux", exists: nothing })).toBeNull();
});
