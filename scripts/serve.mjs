/**
 * Serves the built app from a folder, with the headers that a hospital would set. The app needs nothing else of a server.
 *
 * - SRV1 An address that is no file is the app's page, so every screen can be linked to.
 * - SRV2 The page and the service worker are always asked for anew; files with a hash in their name are kept for ever.
 * - SRV3 The browser is told to load nothing, and send nothing, anywhere but here.
 * - SRV4 A taken port is passed over for the next free one, unless that very port was asked for.
 */
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { contentPolicy, framePolicy } from "./content-policy.mjs";

export const headers = {
  "Content-Security-Policy": `${contentPolicy()}; ${framePolicy}`,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};

const isHashed = (/** @type {string} */ path) => /^\/assets\/.+-[\w-]{8,}\.\w+$/.test(path);

const setHeaders = (/** @type {import("node:http").ServerResponse} */ response, /** @type {string} */ path) => {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader("Cache-Control", isHashed(path) ? "public, max-age=31536000, immutable" : "no-cache");
};

/**
 * @param {import("node:http").Server} server
 * @param {number} port
 * @returns {Promise<number>}
 */
const listen = (server, port) =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });

/** @type {typeof listen} */
const listenFrom = async (server, port) => {
  for (let next = port; ; next += 1) {
    try {
      return await listen(server, next);
    } catch (error) {
      const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      if (!isTaken || next - port >= 100) throw error;
    }
  }
};

/** The build tells a page's addresses from its own folder; a deeper address needs them whole. */
const pageAtAnyDepth = (/** @type {string} */ dir) => {
  const file = join(dir, "index.html");
  return existsSync(file) ? readFileSync(file, "utf8").replace(/(?<=[" ])\.\//g, "/") : null;
};

/** @type {(dir: string) => import("node:http").RequestListener} */
export const answerFrom = (dir) => {
  const files = sirv(dir, { etag: true, dotfiles: false, setHeaders });
  const page = pageAtAnyDepth(dir);
  return (request, response) =>
    files(request, response, () => {
      const isScreen = page !== null && !/\.\w+$/.test(new URL(request.url ?? "/", "http://x").pathname);
      if (isScreen) response.writeHead(200, { ...headers, "Cache-Control": "no-cache", "Content-Type": "text/html;charset=utf-8" }).end(page);
      else response.writeHead(404, headers).end();
    });
};

/**
 * @param {{ dir: string, port: number, orNext?: boolean }} options port 0 takes any free one
 * @returns {Promise<{ port: number, url: string, close: () => Promise<void> }>}
 */
export const serve = async ({ dir, port, orNext = false }) => {
  const server = createServer(answerFrom(dir));
  const taken = await (orNext ? listenFrom(server, port) : listen(server, port));
  return {
    port: taken,
    url: `http://localhost:${taken}`,
    close: () =>
      /** @type {Promise<void>} */ (new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })),
  };
};
