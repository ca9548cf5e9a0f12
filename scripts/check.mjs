/** `npm run check`: types, lint, unit tests and unused code, for the inner loop. Says only what is wrong, then one line a part. */
import { fileURLToPath } from "node:url";
import { ensure } from "./ensure.mjs";
import { lineOf, lint, run, types, unit, unused } from "./parts.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
ensure(root);
process.chdir(root);

const quick = Promise.all([...types, lint, unused].map((part) => run(part, root)));
const results = [...(await quick), await run(unit, root)];

for (const { failed, output } of results) if (failed > 0) console.log(output.trim(), "\n");
for (const result of results) console.log(lineOf(result));
process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
