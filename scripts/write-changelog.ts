/** `npm run changelog`: writes CHANGELOG.md from `changes/`. */
import { writeFileSync } from "node:fs";
import { changelog } from "./changelog.ts";
import { readChanges } from "./read-changes.ts";

writeFileSync("CHANGELOG.md", changelog(readChanges()));
