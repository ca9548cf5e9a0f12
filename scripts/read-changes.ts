/** The files under `changes/`, one a change; its README is none. */
import { readdirSync, readFileSync } from "node:fs";
import type { Change } from "./changelog.ts";

export const readChanges = (): ReadonlyArray<Change> =>
  readdirSync("changes")
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .map((name) => ({ name, text: readFileSync(`changes/${name}`, "utf8") }));
