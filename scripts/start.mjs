/**
 * `npm start`: installs and builds what is missing, serves the app, and stops cleanly.
 *
 * - STA1 It prints the address that it serves the app at, and nothing else when nothing had to be made.
 * - STA2 SIGINT and SIGTERM end it with exit code 0, and the address answers nobody any more.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isBuildNeeded } from "./build-age.mjs";
import { ensure } from "./ensure.mjs";

const startedBy = process.ppid;
const root = fileURLToPath(new URL("..", import.meta.url));
ensure(root);

if (isBuildNeeded(root)) {
  console.log("Building …");
  const { status } = spawnSync(process.execPath, [join(root, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "error"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) process.exit(status ?? 1);
}

// Only now: its packages may not have been there before.
const { serve } = await import("./serve.mjs");
const asked = process.env.PORT;
const server = await serve({ dir: join(root, "dist"), port: Number(asked ?? 5173), orNext: asked === undefined }).catch((error) => {
  console.error(error.code === "EADDRINUSE" ? `Port ${asked} is taken. Choose another with PORT.` : error.message);
  process.exit(1);
});
console.log(server.url);

const stop = () => {
  void server.close().then(() => process.exit(0));
};
process.once("SIGINT", stop);
process.once("SIGTERM", stop);

// npm hands SIGTERM to its shell, and the shell dies without handing it on: when it is gone, so are we.
if (process.env.npm_lifecycle_event !== undefined) {
  setInterval(() => {
    if (process.ppid !== startedBy) stop();
  }, 200).unref();
}
