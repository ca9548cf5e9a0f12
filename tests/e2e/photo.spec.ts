// A photo from the camera's file to the journal's: made small, sealed, there after a reload with no server, without the place it was taken.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { violationsOn } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { readyWithoutNetwork, takeIn } from "./hands.ts";

const timeline = (page: Page) => page.getByRole("region", { name: "Tidslinje" });
const chartOf = async (page: Page): Promise<void> => {
  await page.getByRole("link", { name: "Åpne kontakten" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Kari Nordmann/ })).toBeVisible();
};

/** As from a telephone: 12 megapixels with grain, lying on its side, with the place in it. */
const fromTelephone = async (page: Page): Promise<Buffer> => {
  const drawn = await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: 4000, height: 3000 });
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("no canvas here");
    const grain = context.createImageData(4000, 3000);
    let state = 1;
    for (let at = 0; at < grain.data.length; at += 1) {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      grain.data[at] = at % 4 === 3 ? 255 : 160 + (state % 96);
    }
    context.putImageData(grain, 0, 0);
    context.font = "160px sans-serif";
    context.fillText("Henvisning: brystsmerter siden kl. 14", 200, 600);
    return canvas.toDataURL("image/jpeg", 0.92).slice("data:image/jpeg;base64,".length);
  });
  const jpeg = Buffer.from(drawn, "base64");
  return Buffer.concat([jpeg.subarray(0, 2), onItsSide, jpeg.subarray(2)]);
};

const place = "63.4305N 10.3951E";
/** An Exif segment: turned a quarter, and a table of the place. */
const onItsSide = ((): Buffer => {
  const tiff = Buffer.alloc(56);
  tiff.write("II*\0", 0, "latin1");
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  tiff.set([0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0], 10);
  tiff.set([0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0], 22);
  tiff.writeUInt16LE(1, 38);
  tiff.set([1, 0, 2, 0, 2, 0, 0, 0, 78, 0, 0, 0], 40);
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff, Buffer.from(place, "latin1")]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
})();

const measuresOf = (jpeg: Buffer): readonly [width: number, height: number] => {
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const mark = jpeg[at + 1] ?? 0;
    if (mark === 0xc0 || mark === 0xc2) return [jpeg.readUInt16BE(at + 7), jpeg.readUInt16BE(at + 5)];
  }
  throw new Error("a JPEG without measures");
};

const attached = (saved: string): ReadonlyArray<{ readonly data: string; readonly size: number; readonly title: string }> =>
  saved.trim().split("\n").flatMap((line) => JSON.parse(line).entry).flatMap(({ resource }) => (resource.resourceType === "DocumentReference" ? [resource.content[0].attachment] : []));

test("[SHR1][SHR2][SHR3][PHP1] by keyboard: 12 megapixels with its place in it ends small, upright and without the place; it stands after a reload with no server, opens large, and is in the file", async ({ page, server }) => {
  await page.goto(`${server.url}/settings`);
  await readyWithoutNetwork(page);
  await page.goto(`${server.url}/intake`);
  await takeIn(page, "Kari Nordmann");
  await server.stop();
  await chartOf(page);
  await page.keyboard.press("w");
  const choose = page.getByLabel("Velg et bilde");
  await expect(choose).toBeFocused();
  await choose.setInputFiles({ name: "side 1.jpg", mimeType: "image/jpeg", buffer: Buffer.from("this is a letter, not a picture") });
  await expect(page.getByText(/^Dette er ikke et bilde som kan åpnes/)).toBeVisible();
  await choose.setInputFiles({ name: "IMG_1.HEIC", mimeType: "image/heic", buffer: Buffer.from("....ftypheic") });
  await expect(page.getByText(/kan ikke lese HEIC-bilder/)).toBeVisible();
  const original = await fromTelephone(page);
  expect(original.length).toBeGreaterThan(3_000_000);
  expect(original.includes(place)).toBe(true);
  await choose.setInputFiles({ name: "side 1.jpg", mimeType: "image/jpeg", buffer: original });
  await expect(page.getByRole("img", { name: "Bildet som blir lagret" })).toBeVisible();
  await expect(page.getByText(/Ikke lagret ennå/)).toBeVisible();
  await expect(page.locator('input[value="paper"]')).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Henvisning fra fastlegen");
  await page.keyboard.press("Enter");
  await expect(timeline(page).getByText("Foto: papir")).toBeVisible();
  await page.reload();
  const small = timeline(page).getByRole("img", { name: "Foto: papir. Henvisning fra fastlegen" });
  await expect(small).toBeVisible();
  expect(await small.evaluate((one: HTMLImageElement) => one.naturalHeight > one.naturalWidth)).toBe(true);
  await page.getByRole("button", { name: /^Vis stort/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Foto: papir" })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("r");
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Lagre som FHIR" }).click()]);
  const [one] = attached(readFileSync(await file.path(), "utf8"));
  const kept = Buffer.from(one?.data ?? "", "base64");
  expect([kept.length, one?.title]).toEqual([one?.size, "Henvisning fra fastlegen"]);
  expect(kept.length).toBeLessThanOrEqual(150 * 1024);
  expect(kept.includes("Exif") || kept.includes(place)).toBe(false);
  const [width, height] = measuresOf(kept);
  expect(width / height).toBeCloseTo(3 / 4, 2);
  expect(height).toBeLessThanOrEqual(1600);
});

/** A picture drawn here, as a file. */
const drawnFile = async (page: Page, width: number, height: number): Promise<Buffer> =>
  Buffer.from(
    await page.evaluate(([w, h]) => {
      const canvas = document.createElement("canvas");
      Object.assign(canvas, { width: w, height: h });
      return canvas.toDataURL("image/png").slice("data:image/png;base64,".length);
    }, [width, height]),
    "base64",
  );

test("[PHP2][PDR1] a picture that is not saved yet stands again with its words after a reload, and is gone when it is given up", async ({ page, server }) => {
  await page.goto(`${server.url}/intake`);
  await takeIn(page, "Kari Nordmann");
  await chartOf(page);
  await page.keyboard.press("w");
  await page.getByLabel("Velg et bilde").setInputFiles({ name: "a.jpg", mimeType: "image/jpeg", buffer: await fromTelephone(page) });
  const preview = page.getByRole("img", { name: "Bildet som blir lagret" });
  await expect(preview).toBeVisible();
  const kept = await preview.getAttribute("src");
  await page.getByRole("textbox", { name: "Ord om bildet" }).fill("Henvisning");
  // A key counts as typed when the page has heard it; the draft's file has a moment until the system has it (drafts.spec.ts).
  await page.waitForTimeout(500);
  await page.reload();
  await expect(preview).toHaveAttribute("src", kept ?? "");
  await expect(page.getByRole("textbox", { name: "Ord om bildet" })).toHaveValue("Henvisning");
  await page.keyboard.press("Escape");
  await expect(preview).toHaveCount(0);
  await page.waitForTimeout(500);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: /Kari Nordmann/ })).toBeVisible();
  await expect(preview).toHaveCount(0);
});

test("a photo for which the disk has no room says so, keeps picture and words, and loses nothing written before; with room it is saved", async ({ page, server }) => {
  await page.goto(`${server.url}/intake`);
  await takeIn(page, "Kari Nordmann");
  await chartOf(page);
  await page.keyboard.press("w");
  await page.getByLabel("Velg et bilde").setInputFiles({ name: "a.png", mimeType: "image/png", buffer: await drawnFile(page, 800, 600) });
  await expect(page.getByText(/^800 × 600/)).toBeVisible();
  await page.getByRole("textbox", { name: "Ord om bildet" }).fill("Henvisning");
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: server.url, quotaSize: 1 });
  await page.getByRole("button", { name: "Lagre bildet" }).click();
  const alarm = page.getByText(/^Disken er full\. Det siste er IKKE lagret/);
  const preview = page.getByRole("img", { name: "Bildet som blir lagret" });
  await expect(alarm).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await expect(preview).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Ord om bildet" })).toHaveValue("Henvisning");
  await expect(timeline(page).getByText("Kari Nordmann")).toBeVisible();
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: server.url });
  await page.getByRole("button", { name: "Lagre bildet" }).click();
  await expect(preview).toHaveCount(0);
  await expect(alarm).toHaveCount(0);
  await page.reload();
  await expect(timeline(page).getByRole("img", { name: /^Foto.*Henvisning/ }).first()).toBeVisible();
  await expect(timeline(page).getByText("Kari Nordmann")).toBeVisible();
  await expect(preview).toHaveCount(0);
});

test.describe("by touch alone", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test("taken, saved, undone: it is gone from sight, and a tap shows what was struck", async ({ page, server }) => {
    await page.goto(`${server.url}/intake`);
    await takeIn(page, "Kari Nordmann");
    await page.getByRole("link", { name: "Åpne kontakten" }).tap();
    await page.getByRole("button", { name: "Foto", exact: true }).tap();
    await page.getByRole("button", { name: "Lagre bildet" }).tap();
    await expect(page.getByText("Ta eller velg et bilde først.")).toBeVisible();
    const small = Buffer.from(await page.evaluate(() => {
      const canvas = document.createElement("canvas");
      Object.assign(canvas, { width: 320, height: 200 });
      return canvas.toDataURL("image/png").slice("data:image/png;base64,".length);
    }), "base64");
    await page.getByLabel("Velg et bilde").setInputFiles({ name: "a.png", mimeType: "image/png", buffer: small });
    await expect(page.getByText(/^320 × 200/)).toBeVisible();
    await page.locator('.chip:has(input[value="wound"])').tap();
    await page.getByRole("button", { name: "Lagre bildet" }).tap();
    await expect(timeline(page).getByRole("img", { name: "Foto: sår" })).toBeVisible();
    await page.getByRole("button", { name: "Angre", exact: true }).tap();
    await expect(timeline(page).getByRole("img", { name: "Foto: sår" })).toHaveCount(0);
    await page.getByRole("button", { name: "Vis det strøkne bildet" }).tap();
    await expect(timeline(page).getByRole("img", { name: "Foto: sår" })).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
  });
});
