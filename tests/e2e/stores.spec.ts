/**
 * Stores of other versions: what every kept version left in a browser opens in this one, an upgrade that was cut leaves all
 * as it was, and what a newer program has made is left alone.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, test, type Ward } from "./fixtures.ts";
import { board, takeIn } from "./hands.ts";
import { plantProfile, type ProfileCopy, readProfile } from "./profile-copy.ts";

const folder = "tests/golden/profiles";
const kept = readdirSync(folder).filter((name) => name.endsWith(".json.gz"));

interface Golden {
  /** Names that stand on the board. */
  readonly shows: ReadonlyArray<string>;
  readonly profile: ProfileCopy;
}

const golden = (name: string): Golden => JSON.parse(gunzipSync(readFileSync(join(folder, name))).toString()) as Golden; // Our own file, written by scripts/golden-profile.ts.

/** Of the origin, and not the program: nothing is opened there. */
const besides = async (page: Page, { url }: Ward): Promise<void> => {
  await page.goto(`${url}/icon.svg`);
};

const opensWith = async (page: Page, names: ReadonlyArray<string>): Promise<void> => {
  for (const name of names) await expect(board(page).getByText(name)).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
};

const rowsOf = ({ databases }: ProfileCopy, store: string): ReadonlyArray<unknown> =>
  databases.filter(({ name }) => name === "vaktbok-real").flatMap(({ stores }) => stores.filter(({ name }) => name === store).flatMap(({ rows }) => rows));

for (const name of kept) {
  test(`what ${name.replace(".json.gz", "")} left opens here, is written on, and opens again`, async ({ page, server }) => {
    const { shows, profile } = golden(name);
    await besides(page, server);
    await plantProfile(page, profile);
    await page.goto(`${server.url}/`);
    await opensWith(page, shows);
    await page.goto(`${server.url}/intake`);
    await takeIn(page, "Skrevet av den nye");
    await page.goto(`${server.url}/`);
    await opensWith(page, [...shows, "Skrevet av den nye"]);
    const now = rowsOf(await readProfile(page), "records");
    expect(now).toEqual(expect.arrayContaining([...rowsOf(profile, "records")]));
    expect(now.length).toBeGreaterThan(rowsOf(profile, "records").length);
  });
}

test("an upgrade of the store that is killed half way leaves every record as it was", async ({ profile, server }) => {
  const context = await profile.open();
  const writing = await context.newPage();
  await writing.goto(`${server.url}/intake`);
  await takeIn(writing, "Før oppgraderingen");
  let page = await context.newPage();
  await besides(page, server);
  await writing.close();
  const before = rowsOf(await readProfile(page), "records");
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open("vaktbok-real", 20);
        opening.addEventListener("upgradeneeded", () => {
          const { transaction, result } = opening;
          const later = result.createObjectStore("later", { autoIncrement: true });
          transaction?.objectStore("records").clear();
          // It never ends by itself: each row asks for the next.
          const next = (): void => later.add(new Uint8Array(1_000)).addEventListener("success", next);
          next();
          later.count().addEventListener("success", () => resolve());
        });
      }),
  );
  await profile.kill();
  page = await (await profile.open()).newPage();
  await page.goto(`${server.url}/`);
  await opensWith(page, ["Før oppgraderingen"]);
  expect(rowsOf(await readProfile(page), "records")).toEqual(before);
});

/** As a program would leave it whose rows mean something else. */
const raiseFormat = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open("vaktbok-real", 20);
        opening.addEventListener("upgradeneeded", () => void opening.transaction?.objectStore("meta").put({ name: "format", format: 2 }));
        opening.addEventListener("success", () => {
          opening.result.close();
          resolve();
        });
      }),
  );

test("[DXR5][WLG5] what a newer program has made is not written in, and the way to save it as it lies is offered", async ({ page, server }) => {
  await page.goto(`${server.url}/intake`);
  await takeIn(page, "Fra den nyere");
  await besides(page, server);
  await raiseFormat(page);
  const before = await readProfile(page);
  await page.goto(`${server.url}/intake`);
  await expect(page.getByRole("alert").filter({ hasText: "skrevet av en nyere utgave" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Redd" })).toHaveAttribute("href", "/redd.html");
  await page.getByRole("textbox", { name: "Navn", exact: true }).fill("Skal ikke inn");
  await page.getByRole("button", { name: "Registrer" }).click();
  await expect(page.getByText("Lagret her")).toHaveCount(0);
  await besides(page, server);
  const after = await readProfile(page);
  for (const store of ["records", "holds", "meta", "aside"]) expect(rowsOf(after, store), store).toEqual(rowsOf(before, store));
});

test("[DXR4] a tab of an older version lets go of a store that is upgraded beside it, says so, and keeps what is in its form", async ({ browser, server, watch }) => {
  const context = await browser.newContext({ locale: "nb-NO" });
  watch(context);
  const [old, other] = [await context.newPage(), await context.newPage()];
  await old.goto(`${server.url}/intake`);
  await takeIn(old, "Før");
  await old.getByRole("textbox", { name: "Navn", exact: true }).fill("Halvskrevet");
  await besides(other, server);
  // It would wait for ever if the old tab held on.
  await raiseFormat(other);
  const before = rowsOf(await readProfile(other), "records");
  await old.getByRole("button", { name: "Registrer" }).click();
  await expect(old.getByText("skrevet av en nyere utgave", { exact: false }).first()).toBeVisible();
  await expect(old.getByRole("textbox", { name: "Navn", exact: true })).toHaveValue("Halvskrevet");
  expect(rowsOf(await readProfile(other), "records")).toEqual(before);
  await context.close();
});
