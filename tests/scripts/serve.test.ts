import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { serve } from "../../scripts/serve.mjs";

const dir = mkdtempSync(join(tmpdir(), "vaktbok-serve-"));
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  mkdirSync(join(dir, "assets"));
  writeFileSync(join(dir, "index.html"), "<!doctype html><title>the page</title>");
  writeFileSync(join(dir, "sw.js"), "");
  writeFileSync(join(dir, "manifest.webmanifest"), "{}");
  writeFileSync(join(dir, "assets", "main-BxA91_-c.js"), "");
  server = await serve({ dir, port: 0 });
});
afterAll(async () => {
  await server.close();
  rmSync(dir, { recursive: true, force: true });
});

const header = async (path: string, name: string): Promise<string | null> => (await fetch(server.url + path)).headers.get(name);

it("[SRV1] answers a screen's address with the page, and a missing file with a plain no", async () => {
  const screen = await fetch(`${server.url}/visit/7-B-012-K`);
  expect([screen.status, await screen.text()]).toEqual([200, "<!doctype html><title>the page</title>"]);
  expect((await fetch(`${server.url}/assets/gone-00000000.js`)).status).toBe(404);
});

it("[SRV1] gives a page at any depth its addresses whole, told from the root", async () => {
  const folder = mkdtempSync(join(tmpdir(), "vaktbok-deep-"));
  writeFileSync(join(folder, "index.html"), `<script src="./assets/a.js" data-pieces="./b.js ./c.js"></script>`);
  const deep = await serve({ dir: folder, port: 0 });
  expect(await (await fetch(`${deep.url}/visit/7-B-012-K`)).text()).toBe(`<script src="/assets/a.js" data-pieces="/b.js /c.js"></script>`);
  await deep.close();
  rmSync(folder, { recursive: true });
});

it("[SRV2] has the page and the worker asked for anew, and hashed files kept", async () => {
  for (const path of ["/", "/intake", "/sw.js", "/manifest.webmanifest"]) expect(await header(path, "cache-control")).toBe("no-cache");
  expect(await header("/assets/main-BxA91_-c.js", "cache-control")).toBe("public, max-age=31536000, immutable");
});

it("[SRV3] lets the browser load from here only, whatever was asked for", async () => {
  for (const path of ["/", "/intake", "/sw.js", "/assets/gone-00000000.js"]) {
    const policy = await header(path, "content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-inline|'unsafe-eval'/);
    expect(await header(path, "x-content-type-options")).toBe("nosniff");
    expect(await header(path, "referrer-policy")).toBe("no-referrer");
  }
});

it("serves each kind of file as what it is", async () => {
  expect(await header("/", "content-type")).toBe("text/html;charset=utf-8");
  expect(await header("/sw.js", "content-type")).toMatch(/javascript/);
  expect(await header("/manifest.webmanifest", "content-type")).toBe("application/manifest+json");
});

it("[SRV4] passes over a taken port, but not one that was asked for by number", async () => {
  const next = await serve({ dir, port: server.port, orNext: true });
  expect(next.port).toBeGreaterThan(server.port);
  await next.close();
  await expect(serve({ dir, port: server.port })).rejects.toThrow("EADDRINUSE");
});
