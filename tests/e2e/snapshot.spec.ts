// The journal's list of who was in the house: taken before the outage, and at the door after it, by key and by touch.
import type { Page } from "@playwright/test";
import { bundle } from "../forms/snapshot-files.ts";
import { violationsOn } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { readyWithoutNetwork } from "./hands.ts";

const house = [
  "Navn;Fødselsnummer;Født;Kjønn;Avdeling;Seng;Allergier",
  "Kari Marie Nordmann;12835700052;12.03.1957;K;Kirurgisk 3;12;Penicillin, nøtter",
  ";;1960;M;Kirurgisk 3;13;",
  ...Array.from({ length: 498 }, (_, place) => `Person Nummer${String(place)} Etternavn;;${String(1930 + (place % 80))};K;Medisinsk ${String(place % 9)};;ingen kjente`),
].join("\r\n");

const section = (page: Page) => page.getByRole("region", { name: "Hvem er i huset (fra journalen)" });
const give = (page: Page, name: string, text: string): Promise<void> =>
  page.getByLabel("Velg liste fra journalen").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const hint = (page: Page) => page.getByRole("region", { name: "I journalen" });

test("a CSV of five hundred is seen, dated and saved; with no server two letters and a birth find her, Alt+J fills in, and a reload loses nothing", async ({ server, page, watch, context }) => {
  watch(context);
  await page.goto(`${server.url}/settings`);
  await readyWithoutNetwork(page);
  await expect(page.getByRole("region", { name: "Hvem er i huset (fra journalen)" })).toContainText("Ingen liste her ennå.");
  await page.goto(`${server.url}/import`);
  await give(page, "huset.csv", house);
  await expect(section(page)).toContainText("499 personer");
  await expect(section(page).getByRole("row", { name: /3 hele raden Verken navn eller nummer/ })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await section(page).getByRole("button", { name: "Lagre lista" }).click();
  await expect(section(page)).toContainText("Skriv når lista ble hentet fra journalen.");
  await field(page, "Slik det var (når lista ble hentet)").fill("-45");
  await page.keyboard.press("Enter");
  await expect(section(page)).toContainText(/Nå: 499 personer, slik det var .*, for 45 min siden/);

  await server.stop();
  await page.goto(`${server.url}/intake`);
  await expect(page.locator("#shell")).toHaveCount(0);
  await field(page, "Født eller alder").fill("120357");
  await field(page, "Navn").pressSequentially("ka");
  await expect(hint(page)).toContainText(/Kari Marie Nordmann.*128357 •••••.*Kirurgisk 3 12.*Penicillin, nøtter/);
  await expect(hint(page)).not.toContainText("00052");
  await page.keyboard.press("Alt+KeyJ");
  await expect(field(page, "Navn")).toHaveValue("Kari Marie Nordmann");
  await expect(field(page, "Årsak til kontakt")).toBeFocused();
  await page.keyboard.type("Fall");
  await expect(hint(page)).toContainText("Følger med fra journalen: allergier Penicillin, nøtter");
  expect(await violationsOn(page)).toEqual([]);

  await page.reload();
  await expect(page.locator("#shell")).toHaveCount(0);
  await expect(hint(page)).toContainText("Følger med fra journalen: allergier Penicillin, nøtter");
  await expect(field(page, "Årsak til kontakt")).toHaveValue("Fall");
  await field(page, "Årsak til kontakt").press("Control+Enter");
  await expect(page.getByText("Lagret her").last()).toBeVisible();
  await page.getByRole("link", { name: "Åpne kontakten" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Kari Marie Nordmann/ })).toBeVisible();
  await expect(page.locator("#edit-allergies")).toContainText("Penicillin, nøtter");
  await expect(page.getByText("128357 •••••").first()).toBeVisible();
});

// The journal knew of no allergies, and what its list filled in at the door erased the penicillin that she had told of by telephone.
test("[CLA5] what was told by telephone stands when the journal's list knows of no allergies", async ({ page, server }) => {
  await page.goto(`${server.url}/import`);
  await give(page, "huset.csv", "navn;født;allergier\nKari Nordmann;12.03.1957;ingen kjente\n");
  await field(page, "Slik det var (når lista ble hentet)").fill("-45");
  await page.keyboard.press("Enter");
  await expect(section(page)).toContainText(/Nå: 1 person, slik det var/);

  await page.goto(`${server.url}/calls`);
  await page.getByRole("textbox", { name: "Navn", exact: true }).fill("Kari Nordmann");
  await page.getByRole("textbox", { name: "Årsak" }).fill("Utslett");
  await page.locator('.chip:has(input[value="comeIn"])').click();
  await page.getByRole("button", { name: "Lagre samtalen" }).click();
  const given = (await page.locator(".registered-number").textContent()) ?? "";
  await page.goto(`${server.url}/visit/${given}`);
  await page.locator("#edit-allergies").click();
  await page.keyboard.type("Penicillin");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Lagre", exact: true }).click();
  await expect(page.locator("#edit-allergies")).toContainText("Penicillin");

  await page.goto(`${server.url}/intake`);
  await field(page, "Født eller alder").fill("120357");
  await field(page, "Navn").pressSequentially("Kari Nordmann");
  await expect(hint(page)).toContainText("Kari Nordmann");
  await page.keyboard.press("Alt+KeyJ");
  await expect(hint(page)).toContainText("Følger med fra journalen: allergier ingen kjente");
  await page.keyboard.press("Alt+Enter");
  await expect(page.getByText(`${given}: Er her, på tavla`)).toBeVisible();
  await page.goto(`${server.url}/visit/${given}`);
  await expect(page.locator("#edit-allergies")).toContainText("Penicillin");
  await expect(page.getByText("Ved ankomst ble det sagt «ingen». Gjelder: allergier")).toBeVisible();
});

test.describe("by touch, on a phone", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("FHIR tells its own time, a tap fills in at the door, and one fills in what is missing in a chart", async ({ server, page, watch, context }) => {
    watch(context);
    const asOf = new Date(Date.now() - 5 * 3_600_000).toISOString();
    await page.goto(`${server.url}/import`);
    await give(page, "huset.json", JSON.stringify({ ...bundle(), timestamp: asOf }));
    await expect(section(page)).toContainText("Fila sier det selv.");
    await section(page).getByRole("button", { name: "Lagre lista" }).tap();
    await expect(section(page)).toContainText(/for 5 t siden\. Folk er flyttet og skrevet ut siden da\./);

    await page.goto(`${server.url}/intake`);
    await expect(page.locator("#shell")).toHaveCount(0);
    await field(page, "Fødselsnummer").fill("128357");
    await expect(hint(page)).toContainText(/for 5 t siden/);
    await hint(page).getByRole("button", { name: /Kari Marie Nordmann/ }).tap();
    await expect(field(page, "Navn")).toHaveValue("Kari Marie Nordmann");
    await hint(page).getByRole("button", { name: "Ta bort" }).tap();
    await page.getByRole("button", { name: "Registrer" }).tap();
    await expect(page.getByText("Lagret her").last()).toBeVisible();
    await page.getByRole("link", { name: "Åpne kontakten" }).tap();
    const missing = hint(page).getByRole("button", { name: /Fyller inn: allergier/ });
    await missing.scrollIntoViewIfNeeded();
    // Lines of the story that came into sight take their room first; no finger is as quick as that.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await missing.tap();
    await expect(page.locator("#edit-allergies")).toContainText("Penicillin, Peanøtt");
    await expect(hint(page)).toContainText("Alt er fylt inn");
    expect(await violationsOn(page)).toEqual([]);
  });
});
