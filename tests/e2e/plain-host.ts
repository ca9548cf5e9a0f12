/**
 * A host that knows files and nothing else: no rules, no headers, a folder without its slash is sent on to the one with it.
 * The build lies in two of its folders, as two wards of one municipality would have it.
 */
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";
import { test as base, type Ward } from "./fixtures.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png", ".webmanifest": "application/manifest+json",
};

export const folders = ["/kommune/legevakt/", "/kommune/mottak/"] as const;

/** As hosts of plain files do: what is not there is answered by the folder's own 404.html. */
const answer = (dir: string): Parameters<typeof createServer>[1] => (request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://host");
  const folder = folders.find((one) => pathname.startsWith(one));
  if (folder === undefined) return void response.writeHead(404).end();
  const asked = join(dir, decodeURIComponent(pathname.slice(folder.length)));
  const isFolder = existsSync(asked) && statSync(asked).isDirectory();
  if (isFolder && !pathname.endsWith("/")) return void response.writeHead(301, { location: `${pathname}/` }).end();
  const file = isFolder ? join(asked, "index.html") : asked;
  const found = existsSync(file) ? file : join(dir, "404.html");
  response.writeHead(found === file ? 200 : 404, { "content-type": types[extname(found)] ?? "application/octet-stream" });
  createReadStream(found).pipe(response);
};

const listen = (dir: string, port: number): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer(answer(dir)).listen(port, () => resolve(server));
  });

const close = (server: Server | null): Promise<void> =>
  new Promise((resolve) => {
    if (server === null) return resolve();
    server.close(() => resolve());
    server.closeAllConnections();
  });

const openHost = async (dir: string): Promise<Ward> => {
  let server: Server | null = await listen(dir, 0);
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const stop = async (): Promise<void> => {
    await close(server);
    server = null;
  };
  return { url: `http://localhost:${port}`, stop, start: async () => void (server ??= await listen(dir, port)) };
};

export const test = base.extend({
  // Playwright reads what a fixture needs from its first parameter, which must be a destructuring.
  // oxlint-disable-next-line no-empty-pattern -- see above
  server: async ({}, use) => {
    const host = await openHost(process.env["DIST"] ?? "dist");
    await use(host);
    await host.stop();
  },
});
