/** A copy of the tree to plant faults in, outside the tree, with the same packages. */
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Fault } from "./fault.ts";

type Copy = {
  /** Says whether it could: a fault that was not planted proves nothing. */
  readonly plant: (fault: Pick<Fault, "path" | "plant">) => boolean;
  /** Runs a tool of node_modules and gives all that it said; that it fails is the point. */
  readonly say: (bin: string, ...args: ReadonlyArray<string>) => Promise<string>;
  readonly remove: () => void;
};

export const copyOf = (root: string): Copy => {
  const folder = mkdtempSync(join(tmpdir(), "vaktbok-gates-"));
  const git = (...args: ReadonlyArray<string>): string => execFileSync("git", args, { cwd: root, encoding: "utf8" });
  for (const path of git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")) {
    if (path !== "" && existsSync(join(root, path))) cpSync(join(root, path), join(folder, path));
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  execFileSync("git", ["init", "-q"], { cwd: folder });

  return {
    plant: ({ path, plant }) => {
      const file = join(folder, path);
      const planted = plant(existsSync(file) ? readFileSync(file, "utf8") : "");
      if (planted === null) return false;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, planted);
      return true;
    },
    say: (bin, ...args) =>
      new Promise((resolve) => {
        const env = { ...process.env, NO_COLOR: "1" };
        const child = spawn(process.execPath, [join("node_modules", bin), ...args], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
        let said = "";
        for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (said += String(bytes)));
        child.on("close", () => resolve(said));
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
