/** Makes the PNG icons from public/icon.svg: `node scripts/run.mjs scripts/icons.ts`. The PNGs are committed. */
import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { browserFlags, findBrowser } from "./browser.mjs";

const svg = readFileSync("public/icon.svg", "utf8");

/** `inset`: what a round mask may cut off; `ground` fills the corners where the system draws its own. */
const pictures = [
  { file: "icon-192.png", size: 192, inset: 0, ground: "transparent" },
  { file: "icon-512.png", size: 512, inset: 0, ground: "transparent" },
  { file: "icon-maskable-512.png", size: 512, inset: 0.1, ground: "#005bb6" },
  { file: "apple-touch-icon.png", size: 180, inset: 0, ground: "#005bb6" },
] as const;

const executablePath = findBrowser();
const browser = await chromium.launch({ args: browserFlags, ...(executablePath === null ? {} : { executablePath }) });
for (const { file, size, inset, ground } of pictures) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const side = size * (1 - 2 * inset);
  await page.setContent(
    `<style>html,body{margin:0;height:100%;background:${ground};display:grid;place-items:center}svg{width:${side}px;height:${side}px;display:block}</style>${svg}`,
  );
  writeFileSync(`public/${file}`, await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
