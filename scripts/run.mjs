/**
 * Runs one TypeScript file on any Node the project supports: `node scripts/run.mjs file.ts [args]`.
 *
 * Node 20 cannot strip types; Vite's own runner can, and it resolves `#core/…` as the app's build does.
 * The file sees its arguments in `process.argv` from index 2 on, and its exit code is this process's.
 */
import { resolve } from "node:path";
import { runnerImport } from "vite";

const [, , file, ...args] = process.argv;
if (file === undefined) {
  console.error("Usage: node scripts/run.mjs file.ts [arguments]");
  process.exit(2);
}

const path = resolve(file);
process.argv = [process.argv[0] ?? "node", path, ...args];
try {
  await runnerImport(path, { configFile: false, logLevel: "error", server: { watch: null } });
} catch (error) {
  console.error(error);
  // A server or a browser that it left behind would keep it alive for ever.
  process.exit(1);
}
