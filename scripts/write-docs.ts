/** `npm run docs`: writes what the documents take from the code. */
import { readFileSync, writeFileSync } from "node:fs";
import { withLayerTable } from "./layer-table.ts";

writeFileSync("ARCHITECTURE.md", withLayerTable(readFileSync("ARCHITECTURE.md", "utf8")));
