/**
 * Finds a Chromium to test with, and how to run it: $CHROMIUM, else one of this system's, else null (Playwright's own).
 *
 * - BRO1 What $CHROMIUM names is taken before anything that was found.
 */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable"];

/** @type {(env: Readonly<Record<string, string | undefined>>, platform: string) => ReadonlyArray<string>} */
const places = (env, platform) => {
  if (platform === "darwin") {
    const apps = ["Chromium", "Google Chrome", "Microsoft Edge"];
    return apps.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (platform === "win32") {
    const roots = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return roots.flatMap((root) => [
      `${root}\\Chromium\\Application\\chrome.exe`,
      `${root}\\Google\\Chrome\\Application\\chrome.exe`,
      `${root}\\Microsoft\\Edge\\Application\\msedge.exe`,
    ]);
  }
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
};

/** @returns {string | null} */
export const findBrowser = ({ env = process.env, platform = process.platform, exists = existsSync } = {}) => {
  if (env.CHROMIUM) return env.CHROMIUM;
  return places(env, platform).find((path) => exists(path)) ?? null;
};

/** What keeps a test browser quiet and off the network. Its sandbox does not work for root. */
export const browserFlags = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
