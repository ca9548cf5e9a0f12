// A whole look with gloves on: by touch alone, on a phone, with no keyboard on the screen.
import { violationsOn } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { board, takeIn } from "./hands.ts";

test.describe("by touch alone", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test("big keys, one value after another, remembered after a reload", async ({ page, server }) => {
    await page.goto(`${server.url}/intake`);
    await takeIn(page, "Kari Nordmann");
    await page.getByRole("link", { name: "Tavle" }).tap();
    await board(page).getByText("Kari Nordmann").tap();
    await page.getByRole("link", { name: /Åpne kontakten/ }).tap();
    await page.getByRole("button", { name: "Mål" }).tap();
    await page.getByRole("button", { name: "Store taster" }).tap();
    const keys = page.getByRole("group", { name: "Store taster" });
    const press = async (...names: ReadonlyArray<string>): Promise<void> => {
      for (const name of names) await keys.getByRole("button", { name, exact: true }).tap();
    };
    const size = await keys.getByRole("button", { name: "5", exact: true }).boundingBox();
    expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(64);
    await press("2", "2", "Neste", "9", "4", "Neste", "Oksygen", "1", "1", "2", "Skråstrek", "7", "0", "Neste");
    expect(await violationsOn(page)).toEqual([]);
    await press("Hopp over", "3", "8", "Komma", "4", "Neste", "A Våken", "Lagre målingene");
    const looks = page.getByRole("region", { name: "Målinger over tid" });
    await expect(looks.getByText("≥ 6, ufullstendig")).toBeVisible();
    await page.reload();
    await page.getByRole("button", { name: "Mål", exact: true }).tap();
    await expect(keys).toBeVisible();
  });
});
