import { expect, it } from "vitest";
import { findFirefox, skippedLine } from "../../scripts/engines.mjs";

const everything = (): boolean => true;
const nothing = (): boolean => false;

it("[ENG1] takes the Firefox that $FIREFOX names before anything it could find", () => {
  expect(findFirefox({ env: { FIREFOX: "/opt/mine", PATH: "/usr/bin" }, platform: "linux", exists: everything })).toBe("/opt/mine");
});

it("looks where each system keeps Firefox, and answers null when there is none", () => {
  expect(findFirefox({ env: { PATH: "/usr/bin" }, platform: "linux", exists: everything })).toBe("/usr/bin/firefox-esr");
  expect(findFirefox({ env: { PATH: "/usr/bin" }, platform: "linux", exists: (path) => path === "/usr/bin/firefox" })).toBe("/usr/bin/firefox");
  expect(findFirefox({ env: {}, platform: "darwin", exists: everything })).toMatch(/^\/Applications\/Firefox\.app/);
  expect(findFirefox({ env: { PATH: "/usr/bin" }, platform: "linux", exists: nothing })).toBeNull();
});

it("[ENG2] an engine that is not here is named with what would bring it, and the line counts nothing as passed", () => {
  const line = skippedLine({ name: "webkit", packages: ["webkit2gtk-driver", "xvfb"] });
  expect(line).toMatch(/webkit: skipped, .*webkit2gtk-driver xvfb/);
  expect(line).not.toMatch(/\d+ (?:passed|failed)/);
});
