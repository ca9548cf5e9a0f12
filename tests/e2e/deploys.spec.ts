/**
 * What a deploy may do to a device, tried with two real builds on one address: half of one, two versions at work at once, a
 * worker that has to go.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { build } from "vite";
import { answerFrom } from "../../scripts/serve.mjs";
import { board, readyWithoutNetwork, shelves, takeIn } from "./hands.ts";
import { dist, expect, test as base, type Ward } from "./fixtures.ts";

let newer = "";

const test = base.extend<{ readonly deploy: (answer: RequestListener) => Promise<void> }>({
  deploy: async ({ server }, use) => {
    let close = (): Promise<void> => server.stop();
    await use(async (answer) => {
      await close();
      const running = createServer(answer);
      await new Promise<void>((resolve) => void running.listen(Number(new URL(server.url).port), resolve));
      close = () =>
        new Promise((resolve) => {
          running.close(() => resolve());
          running.closeAllConnections();
        });
    });
    await close();
  },
});

test.describe.configure({ timeout: 120_000 });
test.beforeAll(async () => {
  newer = mkdtempSync(join(tmpdir(), "vaktbok-newer-"));
  await build({
    logLevel: "error",
    build: { outDir: newer, emptyOutDir: true },
    plugins: [{ name: "newer", transform: (code, id) => (id.endsWith("/app/main.tsx") ? `${code}\ndocument.documentElement.dataset.newer = "yes";` : null) }],
  });
});
test.afterAll(() => rmSync(newer, { recursive: true, force: true }));

const isNewer = (page: Page) => page.locator("html[data-newer]");
const takeIt = (page: Page) => page.getByRole("button", { name: "Ta i bruk ny utgave" });

const openReady = async (context: BrowserContext, { url }: Ward): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${url}/settings`);
  await readyWithoutNetwork(page);
  return page;
};

/** Answers when the browser has made up its mind about what the server gave it. */
const askForNewer = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => undefined);
    const { installing } = registration;
    if (installing === null) return registration.waiting === null ? "nothing came" : "it waits";
    return new Promise<string>((resolve) => {
      installing.addEventListener("statechange", () => resolve(installing.state === "redundant" ? "it was refused" : "it waits"));
    });
  });

/** What can become of one file of a deploy. */
const faults: { readonly [name: string]: (response: ServerResponse, whole: Buffer) => unknown } = {
  "is missing": (response) => response.writeHead(404).end(),
  "is cut": (response, whole) => {
    response.writeHead(200, { "Content-Type": "text/javascript", "Content-Length": whole.length });
    response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
  },
  "is short, and says that it is whole": (response, whole) => response.writeHead(200, { "Content-Type": "text/javascript" }).end(whole.subarray(0, whole.length / 2)),
  "is somebody's page": (response) => response.writeHead(200, { "Content-Type": "text/html" }).end("<h1>Logg inn</h1>"),
  "is another file": (response, whole) => response.writeHead(200, { "Content-Type": "text/javascript" }).end(`${whole.toString()};`),
};

const assets = (dir: string): ReadonlySet<string> => new Set(readdirSync(join(dir, "assets")));

test("[SHELF1] while one file of a deploy is missing, cut or not the build's, the old version stays whole; then the good one waits", async ({ context, server, deploy }) => {
  const page = await openReady(context, server);
  await page.goto(`${server.url}/intake`);
  await takeIn(page, "Før oppdateringen");
  const [versionBefore] = await shelves(page);
  const old = assets(dist);
  const [changed = ""] = [...assets(newer)].filter((name) => !old.has(name) && name.endsWith(".js"));
  const rest = answerFrom(newer);
  for (const [fault, answer] of Object.entries(faults)) {
    await deploy((request, response) => {
      if (request.url === `/assets/${changed}`) answer(response, readFileSync(join(newer, "assets", changed)));
      else rest(request, response);
    });
    expect(await askForNewer(page), fault).toBe("it was refused");
    await deploy((_request, response) => response.destroy());
    for (const path of ["/", "/intake", "/recovery"]) {
      await page.goto(server.url + path);
      await expect(page.locator("#shell"), fault).toHaveCount(0);
      await expect(isNewer(page), fault).toHaveCount(0);
    }
    await page.goto(`${server.url}/`);
    await expect(board(page).getByText("Før oppdateringen"), fault).toBeVisible();
    await expect(takeIt(page), fault).toHaveCount(0);
    await expect.poll(() => shelves(page), { message: `what ${fault} leaves nothing behind` }).toEqual([versionBefore]);
  }
  await deploy(rest);
  expect(await askForNewer(page)).toBe("it waits");
  await expect(isNewer(page)).toHaveCount(0);
  await takeIt(page).click();
  await expect(isNewer(page)).toHaveCount(1);
  await expect(board(page).getByText("Før oppdateringen")).toBeVisible();
});

test("two tabs on two versions write side by side, each shows both, and both are there afterwards", async ({ context, server, deploy }) => {
  const [old, page] = [await openReady(context, server), await openReady(context, server)];
  await old.goto(`${server.url}/intake`);
  await deploy(answerFrom(newer));
  expect(await askForNewer(page)).toBe("it waits");
  await takeIt(page).click();
  await expect(isNewer(page)).toHaveCount(1);
  await page.goto(`${server.url}/intake`);
  await expect(page.locator("#shell")).toHaveCount(0);
  const written = ["Fra gammel 1", "Fra ny 1", "Fra gammel 2", "Fra ny 2"];
  for (const name of written) await takeIn(name.includes("ny") ? page : old, name);
  await expect(isNewer(old)).toHaveCount(0);
  for (const tab of [old, page]) {
    await tab.getByRole("link", { name: "Tavle" }).first().click();
    for (const name of written) await expect(board(tab).getByText(name)).toBeVisible();
  }
  await expect(isNewer(old)).toHaveCount(0);
  await old.reload();
  await expect(isNewer(old)).toHaveCount(1);
  for (const name of written) await expect(board(old).getByText(name)).toBeVisible();
});

/** Shows nothing but its own page, and pushes itself forward: the worst that a deploy can leave on a device. */
const badWorker = `self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => event.respondWith(new Response("<h1>I stykker</h1>", { headers: { "Content-Type": "text/html" } })));`;

const withWorker = (dir: string, script: string | Buffer): RequestListener => {
  const rest = answerFrom(dir);
  return (request, response) => {
    if (request.url === "/sw.js") response.writeHead(200, { "Content-Type": "text/javascript", "Cache-Control": "no-cache" }).end(script);
    else rest(request, response);
  };
};

test("[KILL1] a bad worker is taken away by the kill switch: pages come from the server, and every record is there", async ({ browser, server, deploy }) => {
  const context = await browser.newContext({ locale: "nb-NO" });
  const page = await openReady(context, server);
  await page.goto(`${server.url}/intake`);
  await takeIn(page, "Før den dårlige");
  await deploy(withWorker(dist, badWorker));
  // An asking that was under way already, from the start of the page, has not seen the deploy: it is asked again.
  await expect.poll(async () => {
    if ((await page.getByRole("heading", { name: "I stykker" }).count()) === 0) await askForNewer(page);
    await page.goto(`${server.url}/`);
    return page.getByRole("heading").first().textContent();
  }).toBe("I stykker");

  await deploy(withWorker(dist, readFileSync(join(dist, "kill-switch/sw.js"))));
  await page.goto(`${server.url}/`);
  await expect(board(page).getByText("Før den dårlige")).toBeVisible();
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await shelves(page)).toEqual([]);
  await page.goto(`${server.url}/intake`);
  await takeIn(page, "Etter den dårlige");

  await deploy(answerFrom(dist));
  const mended = await openReady(context, server);
  await deploy((_request, response) => response.destroy());
  await mended.goto(`${server.url}/`);
  for (const name of ["Før den dårlige", "Etter den dårlige"]) await expect(board(mended).getByText(name)).toBeVisible();
  await context.close();
});

test("[KILL2] the kill switch does not come in while the server gives anything but the program's page", async ({ context, server, deploy }) => {
  const page = await openReady(context, server);
  await deploy((request, response) => {
    if (request.url === "/sw.js") response.writeHead(200, { "Content-Type": "text/javascript" }).end(readFileSync(join(dist, "kill-switch/sw.js")));
    else response.writeHead(200, { "Content-Type": "text/html" }).end("<h1>Logg inn</h1>");
  });
  expect(await askForNewer(page)).toBe("it was refused");
  await page.goto(`${server.url}/`);
  await expect(page.locator("#shell")).toHaveCount(0);
  expect(await shelves(page)).toHaveLength(1);
});
