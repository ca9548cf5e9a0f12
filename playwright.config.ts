/**
 * End-to-end journeys on the real build in a real Chromium. Each test serves `dist` itself (tests/e2e/fixtures.ts),
 * because cutting the server off is what most of them are about. Nothing is tried twice: a test that fails now and then is wrong.
 */
import { defineConfig } from "@playwright/test";
import { browserFlags, findBrowser } from "./scripts/browser.mjs";

const executablePath = findBrowser();

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // A state is waited for and never a time: how fast things are is measured by `npm run bench`, and a busy machine is no fault.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: "node_modules/.cache/vaktbok/e2e.json" }]],
  use: {
    trace: "off",
    locale: "nb-NO",
    timezoneId: "Europe/Oslo",
    launchOptions: { args: browserFlags, ...(executablePath === null ? {} : { executablePath }) },
  },
  projects: [{ name: "chromium", use: { browserName: "chromium" } }],
});
