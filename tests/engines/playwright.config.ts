/** The core journeys in the engines beside Chromium. Playwright runs the tests here and nothing else: the browsers are stock ones, on their own protocols. */
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 240_000,
  // A state is waited for, never a time: patience costs nothing where the state comes soon.
  expect: { timeout: 30_000 },
  reporter: [["list"], ["json", { outputFile: "../../node_modules/.cache/vaktbok/engines.json" }]],
  projects: [{ name: "firefox" }, { name: "webkit" }],
});
