/** Writes `.oxlintrc.json` from `layers.ts`: `npm run lint:config`. */
import { writeFileSync } from "node:fs";
import { lintConfigText } from "./lint-config.ts";

writeFileSync(".oxlintrc.json", lintConfigText());
