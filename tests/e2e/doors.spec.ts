/**
 * What comes in from outside stays text. The known ways to make a script of it, or to carry something away, are tried on
 * the real build: behind the server's own headers, and from a host that sends none.
 */
import { createServer } from "node:http";
import type { Page } from "@playwright/test";
import sirv from "sirv";
import { contentPolicy } from "../../scripts/content-policy.mjs";
import { serve } from "../../scripts/serve.mjs";
import { mainPlaces, morePlaces } from "../../src/app/frame/places.ts";
import { dist, expect, test } from "./fixtures.ts";

type Way = (run: string, other: string) => void;

/** Each tries to run `ran()`, or to reach another address; "frame" and "style" only to change what is seen. */
const ways: { readonly [name: string]: Way } = {
  innerHTML: (run) => { document.body.innerHTML = `<img src="/none.png" onerror="${run}">`; },
  insertAdjacentHTML: (run) => document.body.insertAdjacentHTML("beforeend", `<svg onload="${run}"></svg>`),
  "a page from text": (run) => void new DOMParser().parseFromString(`<p onclick="${run}">`, "text/html"),
  "document.write": (run) => document.write(`<script>${run}</script>`),
  "a script's text": (run) => document.head.append(Object.assign(document.createElement("script"), { text: run })),
  "a script's words": (run) => {
    const script = document.createElement("script");
    script.append(run);
    document.head.append(script);
  },
  "a script of another address": (_run, other) => document.head.append(Object.assign(document.createElement("script"), { src: `${other}/a.js` })),
  "an inline handler": (run) => {
    const button = document.createElement("button");
    button.setAttribute("onclick", run);
    document.body.append(button);
    button.click();
  },
  eval: (run) => void Reflect.apply(Reflect.get(globalThis, "eval") as (text: string) => unknown, globalThis, [run]),
  Function: (run) => void Reflect.construct(globalThis.Function, [run])(),
  "a timer with text": (run) => void Reflect.apply(globalThis.setTimeout, globalThis, [run]),
  "an address that is a script": (run) => {
    const link = Object.assign(document.createElement("a"), { href: `javascript:${run}` });
    document.body.append(link);
    link.click();
  },
  "a worker from a blob": (run) => void new Worker(URL.createObjectURL(new Blob([run], { type: "text/javascript" }))),
  "a module from a blob": (run) => void import(URL.createObjectURL(new Blob([run], { type: "text/javascript" }))).catch(() => undefined),
  "asking another address": (_run, other) => void fetch(`${other}/?patient=1`).catch(() => undefined),
  "a picture of another address": (_run, other) => document.body.append(Object.assign(new Image(), { src: `${other}/a.png` })),
  "a form to another address": (_run, other) => {
    const form = Object.assign(document.createElement("form"), { action: `${other}/`, method: "post" });
    document.body.append(form);
    form.submit();
  },
  "another address to start from": (_run, other) => document.head.append(Object.assign(document.createElement("base"), { href: `${other}/` })),
  "a frame": () => document.body.append(Object.assign(document.createElement("iframe"), { src: "/settings" })),
  "a style": () => document.head.append(Object.assign(document.createElement("style"), { textContent: "body { display: none }" })),
};

/** From a timer of the page: what a debugger runs may do more than a page may. */
const attempt = (page: Page, way: string, other: string): Promise<void> =>
  page.evaluate(([name, address]) => {
    setTimeout(() => {
      try {
        window.ways[name]?.("ran()", address);
      } catch (thrown) {
        reportError(thrown);
      }
    });
  }, [way, other] as const);

declare global {
  interface Window {
    ways: { readonly [name: string]: Way };
    tried: number;
  }
}

const initScript = `window.tried = 0;
window.ran = () => { window.tried += 1; };
window.ways = { ${Object.entries(ways).map(([name, way]) => `${JSON.stringify(name)}: ${String(way)}`).join(",\n")} };`;

/** A host that serves the folder and knows nothing of our headers. */
const servePlainly = async (): ReturnType<typeof serve> => {
  const server = createServer(sirv(dist, { single: true }));
  await new Promise<void>((resolve) => void server.listen(0, resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    port,
    url: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

for (const [host, open] of [["our server", () => serve({ dir: dist, port: 0 })], ["a host without headers", servePlainly]] as const) {
  test(`[CSP1][CSP2][TRU2] ${Object.keys(ways).length} ways to run or send something are stopped, from ${host}`, async ({ browser }) => {
    test.setTimeout(120_000);
    let reached = 0;
    const other = createServer((_request, response) => {
      reached += 1;
      response.end();
    });
    await new Promise<void>((resolve) => void other.listen(0, resolve));
    const address = other.address();
    const otherUrl = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
    const running = await open();
    const context = await browser.newContext();
    await context.addInitScript(initScript);
    const page = await context.newPage();
    const through: Array<string> = [];
    let refused = 0;
    page.on("console", (message) => void (refused += message.type() === "error" ? 1 : 0));
    page.on("pageerror", () => void (refused += 1));
    for (const way of Object.keys(ways)) {
      await page.goto(`${running.url}/settings`);
      await expect(page.locator("#shell")).toHaveCount(0);
      refused = 0;
      await attempt(page, way, otherUrl);
      await expect.poll(() => refused, { message: `the browser says nothing about ${way}` }).toBeGreaterThan(0);
      if ((await page.evaluate(() => window.tried)) > 0 || page.url() !== `${running.url}/settings`) through.push(way);
    }
    expect(through).toEqual([]);
    expect(reached).toBe(0);
    await context.close();
    await running.close();
    other.close();
  });
}

test("[CSP1] both pages carry the policy before anything it shall hold back, and the server sends the same", async ({ server }) => {
  for (const path of ["/", "/intake"]) {
    const answer = await fetch(server.url + path);
    const html = await answer.text();
    const [, written] = /<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    expect(written).toBe(contentPolicy());
    expect(answer.headers.get("content-security-policy")).toContain(`${contentPolicy()}; frame-ancestors 'none'`);
  }
});

const restOfThePages = [...mainPlaces, ...morePlaces].map(({ path }) => path).filter((path) => !["/", "/recovery", "/print"].includes(path));

const sly = '<img src=x onerror="ran()"><marquee>Kari</marquee>&amp;';

test("[CSP2] a name that is written as HTML stands on every page as it was written, and makes no element", async ({ server, context, page }) => {
  await context.addInitScript(initScript);
  await page.goto(`${server.url}/intake`);
  await page.getByRole("textbox", { name: "Navn", exact: true }).fill(sly);
  await page.getByRole("button", { name: "Registrer" }).click();
  await expect(page.getByText("Lagret her").last()).toBeVisible();
  const number = (await page.locator(".registered-number").textContent()) ?? "";
  for (const path of ["/", `/visit/${number}`, "/print", "/recovery", ...restOfThePages]) {
    await page.goto(server.url + path);
    await expect(page.locator("#shell")).toHaveCount(0);
    await expect(page.getByRole("heading").first()).toBeAttached();
    if (path === "/" || path.startsWith("/visit/")) await expect(page.getByText(sly).first()).toBeVisible();
    expect(await page.locator("#root img, #root marquee").count(), path).toBe(0);
    expect(await page.evaluate(() => window.tried), path).toBe(0);
  }
});
