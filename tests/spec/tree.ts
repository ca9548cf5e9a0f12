/** The files of the repository as the spec tests read them: what git holds or would hold, never what is ignored. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const listed = (): ReadonlyArray<string> =>
  execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" })
    .split("\0")
    .filter((path) => path !== "" && existsSync(path));

export const paths: ReadonlyArray<string> = [...new Set(listed())].sort();

export const read = (path: string): string => readFileSync(path, "utf8");

export const pathsUnder = (folders: ReadonlyArray<string>, extension: RegExp): ReadonlyArray<string> =>
  paths.filter((path) => extension.test(path) && folders.some((folder) => path.startsWith(`${folder}/`)));
