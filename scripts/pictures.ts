/**
 * Makes the README's pictures, and one of every page at three sizes by day and by night (docs/pictures/pages), from the real build with
 * the drill's evening on the board: `npm run pictures`. The clock is set, so that the same build gives the same evening at the same minute.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { chromium, type Page } from "@playwright/test";
import { browserFlags, findBrowser } from "./browser.mjs";
import { serve } from "./serve.mjs";

const folder = "docs/pictures";
/** 20:08 in Norway: three hours and twenty-five minutes into the evening. */
const atTime = new Date("2026-11-23T19:08:00Z");

interface Picture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly light: "light" | "dark";
  readonly language: "nb" | "nn" | "en";
  readonly show: (page: Page, url: string) => Promise<unknown>;
}

const stay = (): Promise<void> => Promise.resolve();

const fillDoor = async (page: Page, url: string): Promise<void> => {
  await page.goto(`${url}/intake`);
  await page.locator("#root form#door").waitFor();
  await page.keyboard.type("Solveig Testesen");
  await page.keyboard.press("Alt+2");
  await page.locator("#door-nationalNumber").fill("10915596784");
  await page.locator("[data-reason]").nth(1).click();
};

const openChart = async (page: Page, url: string): Promise<void> => {
  const [number = ""] = /XX[A-Z]-025-[A-Z]/.exec(await page.locator("main").innerText()) ?? [];
  await page.goto(`${url}/visit/${number}`);
  await page.getByRole("listitem").first().waitFor();
};

const pictures: ReadonlyArray<Picture> = [
  { name: "board-tablet-day-nb", width: 1180, height: 820, light: "light", language: "nb", show: stay },
  { name: "board-phone-night-nb", width: 390, height: 844, light: "dark", language: "nb", show: stay },
  { name: "intake-tablet-day-nb", width: 1180, height: 820, light: "light", language: "nb", show: fillDoor },
  { name: "chart-desktop-day-en", width: 1440, height: 900, light: "light", language: "en", show: openChart },
  { name: "wall-desktop-night-nn", width: 1440, height: 900, light: "dark", language: "nn", show: (page, url) => page.goto(`${url}/wall`) },
];

mkdirSync(folder, { recursive: true });
const server = await serve({ dir: "dist", port: 0 });
const executablePath = findBrowser();
const browser = await chromium.launch({ args: browserFlags, ...(executablePath === null ? {} : { executablePath }) });
for (const { name, width, height, light, language, show } of pictures) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: light, locale: "nb-NO", timezoneId: "Europe/Oslo" });
  const page = await context.newPage();
  await page.clock.install({ time: atTime });
  await page.goto(`${server.url}/?lang=${language}`);
  await page.locator("button.board-empty-way").click();
  await page.locator("[role=row]").nth(6).waitFor();
  await show(page, server.url);
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: `${folder}/${name}.png` });
  await context.close();
}

/** An address, or of one patient's chart what stands behind it. */
const pages: ReadonlyArray<readonly [name: string, address: (number: string) => string]> = [
  ["board", () => "/"],
  ["intake", () => "/intake"],
  ["calls", () => "/calls"],
  ["chart", (number) => `/visit/${number}`],
  ["observe", (number) => `/visit/${number}?do=observe`],
  ["medicine", (number) => `/visit/${number}?do=medicine`],
  ["order", (number) => `/visit/${number}?do=order`],
  ["conclude", (number) => `/visit/${number}?do=conclude`],
  ["leave", (number) => `/visit/${number}?do=leave`],
  ["join", (number) => `/visit/${number}?do=join`],
  ["letter", (number) => `/print?letter=${number}`],
  ["isbar", (number) => `/print?isbar=${number}`],
  ["disagreements", () => "/disagreements"],
  ["wall", () => "/wall"],
  ["downtime", () => "/downtime"],
  ["recovery", () => "/recovery"],
  ["back", (number) => `/recovery/${number}`],
  ["import", () => "/import"],
  ["print", () => "/print"],
  ["settings", () => "/settings"],
];
const sizes = { phone: [390, 844], tablet: [1180, 820], desktop: [1440, 900] } as const;

rmSync(`${folder}/pages`, { recursive: true, force: true });
mkdirSync(`${folder}/pages`, { recursive: true });
for (const [size, [width, height]] of Object.entries(sizes)) {
  for (const light of ["light", "dark"] as const) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: light, locale: "nb-NO", timezoneId: "Europe/Oslo" });
    const page = await context.newPage();
    await page.clock.install({ time: atTime });
    await page.goto(`${server.url}/?lang=nb`);
    await page.locator("button.board-empty-way").click();
    await page.locator("[role=row]").nth(6).waitFor();
    const [number = ""] = /XX[A-Z]-025-[A-Z]/.exec(await page.locator("main").innerText()) ?? [];
    for (const [name, address] of pages) {
      await page.goto(server.url + address(number));
      await page.locator("#shell").waitFor({ state: "detached" });
      await page.waitForTimeout(700);
      await page.screenshot({ path: `${folder}/pages/${name}-${size}-${light === "light" ? "day" : "night"}.jpg`, type: "jpeg", quality: 40 });
    }
    await context.close();
  }
}
const rowOf = (name: string): string =>
  `| ${name} | ${Object.keys(sizes).flatMap((size) => ["day", "night"].map((light) => `[${size}, ${light}](pages/${name}-${size}-${light}.jpg)`)).join(" | ")} |`;
const head = ["page", ...Object.keys(sizes).flatMap((size) => [`${size}`, ""])];
writeFileSync(
  `${folder}/README.md`,
  `# Every page\n\nMade by \`npm run pictures\` from the real build, with the drill's evening at 20:08; nobody in them is real.\n\n| ${head.join(" | ")} |\n|${"---|".repeat(head.length)}\n${pages.map(([name]) => rowOf(name)).join("\n")}\n`,
);
await browser.close();
await server.close();
