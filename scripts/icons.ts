/** Makes the PNG icons and the icon file from public/icon.svg: `node scripts/run.mjs scripts/icons.ts`. What it makes is committed. */
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
  { file: "favicon.ico", size: 48, inset: 0, ground: "transparent" },
] as const;

/** What a browser asks of an origin for a file that names no icon: one PNG in the icon file's two headers. */
const asIcon = (png: Buffer, size: number): Buffer => {
  const header = Buffer.alloc(22);
  // Type 1 is an icon, and one picture follows.
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.writeUInt8(size, 6);
  header.writeUInt8(size, 7);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, png]);
};

const executablePath = findBrowser();
const browser = await chromium.launch({ args: browserFlags, ...(executablePath === null ? {} : { executablePath }) });
for (const { file, size, inset, ground } of pictures) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const side = size * (1 - 2 * inset);
  await page.setContent(
    `<style>html,body{margin:0;height:100%;background:${ground};display:grid;place-items:center}svg{width:${side}px;height:${side}px;display:block}</style>${svg}`,
  );
  const png = await page.screenshot({ omitBackground: true });
  writeFileSync(`public/${file}`, file.endsWith(".ico") ? asIcon(png, size) : png);
  await page.close();
}
await browser.close();
