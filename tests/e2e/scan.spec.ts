// Codes read on a real page: by a hand scanner that types, and by a camera that sees a printed code. With the server gone where it matters.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import encodeQR from "qr";
import { browserFlags, findBrowser } from "../../scripts/browser.mjs";
import { typeAsScanner as scan } from "./by-hand/acts.ts";
import { expect, test } from "./fixtures.ts";
import { board, readyWithoutNetwork, takeIn } from "./hands.ts";

const takenIn = async (page: Page, name: string): Promise<string> => {
  await takeIn(page, name);
  return (await page.locator(".registered-number").first().textContent()) ?? "";
};
const codeOf = (number: string): string => `VB${number.replaceAll("-", "")}`;
const chart = (page: Page, name: RegExp) => page.getByRole("heading", { level: 1, name });

test("a scan with no server opens the chart from the board and from a field that it leaves as it stood, and does nothing else", async ({ page, server }) => {
  await page.goto(`${server.url}/settings`);
  await readyWithoutNetwork(page);
  await page.goto(`${server.url}/intake`);
  const kari = await takenIn(page, "Kari Nordmann");
  const ola = await takenIn(page, "Ola Nordmann");
  await server.stop();
  await page.getByRole("link", { name: "Tavle" }).click();
  await expect(board(page).getByText("Kari Nordmann")).toBeVisible();
  await scan(page, codeOf(kari));
  await expect(chart(page, /Kari Nordmann/)).toBeVisible();
  await page.keyboard.press("i");
  const note = page.getByRole("textbox", { name: "Notat" });
  await note.fill("Venter på");
  await scan(page, codeOf(ola));
  await expect(chart(page, /Ola Nordmann/)).toBeVisible();
  await expect(page.getByRole("region", { name: "Tidslinje" }).getByRole("listitem")).toHaveCount(1);
  await page.goBack();
  await expect(page.getByRole("textbox", { name: "Notat" })).toHaveValue("Venter på");
});

test("a national number from an old wristband stands in the door form, read; later it opens the chart; what is unknown is shown", async ({ page, server }) => {
  await page.goto(`${server.url}/`);
  await expect(page.locator("#shell")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Skann" })).toBeVisible();
  await scan(page, "13097248022");
  await expect(page.getByRole("textbox", { name: "Fødselsnummer" })).toHaveValue("13097248022");
  await expect(page.getByText(/54 år, mann|54 år, kvinne/)).toBeVisible();
  expect(page.url()).not.toContain("13097248022");
  await takeIn(page, "Kari Nordmann");
  await scan(page, "13097248022");
  await expect(chart(page, /Kari Nordmann/)).toBeVisible();
  await scan(page, "REQ-4711/26");
  const dialog = page.getByRole("dialog", { name: "Skannet, men ikke kjent" });
  await expect(dialog.getByText("REQ-4711/26")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Tidslinje" }).getByRole("listitem")).toHaveCount(1);
});

/** A film of one printed code, as a camera would see it: grey, Y4M. */
const filmOf = (code: string): string => {
  const modules = encodeQR(code, "raw", { ecc: "high" });
  const [width, height, dot] = [640, 480, 8];
  const [left, top] = [(width - modules.length * dot) / 2, (height - modules.length * dot) / 2];
  const picture = Buffer.alloc(width * height, 190);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isDark = modules[Math.floor((y - top) / dot)]?.[Math.floor((x - left) / dot)];
      if (isDark !== undefined) picture[y * width + x] = isDark ? 40 : 220;
    }
  }
  const frame = Buffer.concat([Buffer.from("FRAME\n"), picture, Buffer.alloc((width * height) / 2, 128)]);
  const file = join(mkdtempSync(join(tmpdir(), "vaktbok-film-")), "code.y4m");
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), frame, frame, frame]));
  return file;
};

test("the camera reads the code of a wristband, and lets itself go", async ({ server, watch }) => {
  const film = filmOf("13097248022");
  const flags = [...browserFlags, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", `--use-file-for-fake-video-capture=${film}`];
  const seeing = await chromium.launch({ args: flags, ...(findBrowser() === null ? {} : { executablePath: findBrowser() ?? "" }) });
  const context = await seeing.newContext({ locale: "nb-NO", permissions: ["camera"] });
  watch(context);
  const page = await context.newPage();
  await page.goto(`${server.url}/`);
  await page.getByRole("button", { name: "Skann" }).click();
  await expect(page.getByRole("textbox", { name: "Fødselsnummer" })).toHaveValue("13097248022");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await takeIn(page, "Kari Nordmann");
  await page.getByRole("button", { name: "Skann" }).click();
  await expect(chart(page, /Kari Nordmann/)).toBeVisible();
  await seeing.close();
});

test("without a camera that may be used, it is said, and the number is typed", async ({ page, server }) => {
  await page.goto(`${server.url}/intake`);
  const kari = await takenIn(page, "Kari Nordmann");
  await page.getByRole("button", { name: "Skann" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText(/Skriv nummeret|skriv nummeret/);
  await page.getByRole("textbox", { name: "Eller skriv nummeret" }).fill(kari.toLowerCase());
  await page.getByRole("button", { name: "Åpne", exact: true }).click();
  await expect(chart(page, /Kari Nordmann/)).toBeVisible();
});
