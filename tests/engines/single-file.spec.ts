// The one file from a folder on the disk, without any server: what was registered is there after a kill, or the page says that it forgets.
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { loadWords } from "#i18n/load-words.ts";
import { expect, test } from "./fixtures.ts";

test("from a file on the disk the book is there after the browser was killed", async ({ engine, server }) => {
  await server.stop();
  const stick = mkdtempSync(join(tmpdir(), "vaktbok-stick-"));
  copyFileSync(join(process.env["DIST"] ?? "dist", "vaktbok.html"), join(stick, "vaktbok.html"));
  const { href } = pathToFileURL(join(stick, "vaktbok.html"));
  const words = await loadWords("en");
  const before = await engine.start();
  await before.open(`${href}?lang=en#/intake`);
  await expect.poll(() => before.click("textbox", words.fields.name.label)).toBe(true);
  await expect.poll(() => before.isFocused(words.fields.name.label)).toBe(true);
  await before.type("Kari Nordmann");
  await before.press("Control+Enter");
  await expect.poll(before.text).toContain(words.intake.savedHere);
  await engine.kill();
  const after = await engine.start();
  await after.open(`${href}?lang=en#/`);
  await expect.poll(async () => (await after.texts("row")).join("\n")).toContain("Kari Nordmann");
  await expect.poll(after.text).toContain(words.frame.noFiles);
  rmSync(stick, { recursive: true });
});
