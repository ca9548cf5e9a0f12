/**
 * The two engines beside Chromium that the core journeys are run in: a stock Firefox, and WebKit as Debian has it.
 *
 * - ENG1 $FIREFOX is taken before anything that was found.
 * - ENG2 An engine that is not here, and cannot be had, is named in one line and counts as skipped, never as passed.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** @typedef {{ readonly name: "firefox" | "webkit", readonly packages: ReadonlyArray<string>, readonly isHere: () => boolean }} Engine */

const inPath = (/** @type {string | undefined} */ path, /** @type {string} */ name) =>
  (path ?? "").split(delimiter).filter((folder) => folder !== "").map((folder) => join(folder, name));

/** @returns {string | null} */
export const findFirefox = ({ env = process.env, platform = process.platform, exists = existsSync } = {}) => {
  if (env.FIREFOX) return env.FIREFOX;
  const places = platform === "darwin" ? ["/Applications/Firefox.app/Contents/MacOS/firefox"] : ["firefox-esr", "firefox"].flatMap((name) => inPath(env.PATH, name));
  return places.find((path) => exists(path)) ?? null;
};

/** Its window is ours, in Debian's Python, so what the window needs is asked for too. */
const isWebKitHere = () => {
  const isInPath = (/** @type {string} */ name) => inPath(process.env.PATH, name).some((path) => existsSync(path));
  if (!isInPath("WebKitWebDriver") || !isInPath("Xvfb")) return false;
  return spawnSync("/usr/bin/python3", ["-c", "import gi; gi.require_version('WebKit2', '4.1')"], { stdio: "ignore" }).status === 0;
};

/** @type {ReadonlyArray<Engine>} */
export const engines = [
  { name: "firefox", packages: ["firefox-esr"], isHere: () => findFirefox() !== null },
  { name: "webkit", packages: ["webkit2gtk-driver", "gir1.2-webkit2-4.1", "python3-gi", "xvfb"], isHere: isWebKitHere },
];

/** The line to say of an engine that is not here. */
export const skippedLine = (/** @type {Pick<Engine, "name" | "packages">} */ { name, packages }) =>
  `– journeys in ${name}: skipped, it is not here and only root on Debian gets it by itself (apt-get install ${packages.join(" ")})`;
