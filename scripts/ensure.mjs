/**
 * What must be there before anything else can run: a Node that is new enough, and the packages of the lock file.
 * Plain JavaScript on Node's own modules, because it runs before anything is installed.
 *
 * - ENS1 Packages are installed when they are missing or other than the lock file says, and only then.
 * - ENS2 A Node that is too old is told so in one sentence, before anything is tried.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const needed = { major: 20, minor: 19 };

/** The sentence to say, or null when this Node will do. */
export const nodeComplaint = (/** @type {string} */ version) => {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > needed.major || (major === needed.major && minor >= needed.minor)) return null;
  return `Vaktbok needs Node ${needed.major}.${needed.minor} or newer; this is Node ${version}.`;
};

/** npm keeps a note of what it installed. Compared with the lock file by version, because a checkout changes file times. */
export const isInstallNeeded = (/** @type {string} */ root) => {
  const note = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(note)) return true;
  const installed = packagesOf(note);
  return Object.entries(packagesOf(join(root, "package-lock.json"))).some(
    ([path, { version, optional }]) => path !== "" && optional !== true && installed[path]?.version !== version,
  );
};

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
const packagesOf = (lockFile) => JSON.parse(readFileSync(lockFile, "utf8")).packages;

export const ensure = (/** @type {string} */ root) => {
  const complaint = nodeComplaint(process.versions.node);
  if (complaint !== null) {
    console.error(complaint);
    process.exit(1);
  }
  if (!isInstallNeeded(root)) return;
  console.log("Installing packages …");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
};
