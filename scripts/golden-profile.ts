/**
 * Keeps what the built version leaves in a browser, for every later version to open:
 * `node scripts/run.mjs scripts/golden-profile.ts [dist]`, once at each release (CONTRIBUTING.md).
 * The patients are made up; the keys are a made-up ward's.
 */
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { readProfile } from "#tests/e2e/profile-copy.ts";
import { browserFlags, findBrowser } from "./browser.mjs";
import { serve } from "./serve.mjs";

const people = [["Kari Nordmann", "2"], ["Ukjent mann, ca. 40", "1"], ["Ola Hansen", "3"]] as const;

const server = await serve({ dir: process.argv[2] ?? "dist", port: 0 });
const executablePath = findBrowser();
const browser = await chromium.launch({ args: browserFlags, ...(executablePath === null ? {} : { executablePath }) });
const page = await (await browser.newContext({ locale: "nb-NO", timezoneId: "Europe/Oslo" })).newPage();
for (const [name, level] of people) {
  await page.goto(`${server.url}/intake`);
  await page.locator("#root form#door").waitFor();
  await page.getByRole("textbox", { name: "Navn", exact: true }).fill(name);
  await page.keyboard.press(`Alt+${level}`);
  await page.getByRole("button", { name: "Registrer" }).click();
  await page.getByText("Lagret her").last().waitFor();
}
await page.goto(`${server.url}/`);
await page.getByText(people[0][0]).first().waitFor();
const version = (await page.locator("meta[name=version]").getAttribute("content")) ?? "";
// A page that holds nothing open, so that what is read is what lies there.
await page.goto(`${server.url}/icon.svg`);
const profile = await readProfile(page);
await browser.close();
await server.close();

const file = `tests/golden/profiles/${version}.json.gz`;
writeFileSync(file, gzipSync(JSON.stringify({ shows: people.map(([name]) => name), profile }), { level: 9 }));
console.log(file);
