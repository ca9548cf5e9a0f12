/** Whether `dist` is missing or older than what it is built from. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const sources = ["src", "public", "index.html", "vite.config.ts", "scripts/vite", "package-lock.json"];

/** @type {(path: string) => number} */
const newestMs = (path) => {
  if (!existsSync(path)) return 0;
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newestMs(join(path, name))));
};

export const isBuildNeeded = (/** @type {string} */ root) => {
  const page = join(root, "dist", "index.html");
  return !existsSync(page) || statSync(page).mtimeMs < Math.max(...sources.map((name) => newestMs(join(root, name))));
};
