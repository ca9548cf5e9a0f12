/**
 * The journeys that are counted: each by keyboard alone and by touch alone, from a ready page to what proves that it is saved, with
 * what the same would be on a paper form. The journeys' spec runs them; the bench counts them.
 */
import { expect, type Locator, type Page } from "@playwright/test";
import { takeIn } from "../hands.ts";
import { scan } from "./acts.ts";
import type { Paper } from "../../../bench/klm.ts";

export interface Journey {
  readonly name: string;
  /** Everything that stands there before a hand moves. */
  readonly ready: (page: Page, url: string) => Promise<void>;
  readonly byKeys: (page: Page) => Promise<void>;
  readonly byTouch: (page: Page) => Promise<void>;
  /** What shows that it is saved. */
  readonly done: (page: Page) => Locator;
  readonly paper: Paper;
}

const registered = (page: Page): Locator => page.locator(".registered-number");
const chip = (page: Page, name: string, value: string): Locator => page.locator(`.chip:has(input[name="${name}"][value="${value}"])`);
const tile = (page: Page, level: number): Locator => page.locator(`.tile:has(input[value="${level}"])`);
const button = (page: Page, name: string | RegExp): Locator => page.getByRole("button", { name }).and(page.locator(":visible"));

/** As it stands after the patient before: the form empty, the first field in hand. */
const atTheDoor = async (page: Page, url: string): Promise<void> => {
  await page.goto(`${url}/intake`);
  await expect(page.locator("#shell")).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Navn" })).toBeFocused();
};

const inAChart = async (page: Page, url: string): Promise<void> => {
  await atTheDoor(page, url);
  await page.getByRole("textbox", { name: "Navn" }).fill("Ola Nordmann");
  await button(page, /^Registrer/).click();
  await page.getByRole("link", { name: "Åpne kontakten" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Ola Nordmann/ })).toBeVisible();
};

const tabTo = async (page: Page, field: string): Promise<void> => {
  for (let stops = 0; stops < 20 && (await page.evaluate(() => (document.activeElement instanceof HTMLInputElement ? document.activeElement.name : ""))) !== field; stops += 1) await page.keyboard.press("Tab");
};

/** As a hurried hand types it; a capital is a key more. */
const name = "ola nordmann";
const number = "13097248022";
const measured = "22 94 112/70 96 38,4 a vas4";
const looked = { measured, said: `${measured} blek`, of: ["22", "94", "112", "70", "96", "38,4", "4", "blek"] } as const;

const unknownRed: Journey = {
  name: "unknown red patient",
  ready: atTheDoor,
  byKeys: async (page) => {
    await page.keyboard.press("Alt+1");
    await page.keyboard.press("Control+Enter");
  },
  byTouch: async (page) => {
    await tile(page, 1).tap();
    await button(page, "Brystsmerter").tap();
    await button(page, /^Registrer/).tap();
  },
  done: registered,
  paper: { written: ["Ukjent", "brystsmerter"], ticks: 1 },
};

const minimal: Journey = {
  name: "minimal intake: name, reason, how they came, level",
  ready: atTheDoor,
  byKeys: async (page) => {
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await page.keyboard.type("br");
    await page.keyboard.press("Enter");
    await page.keyboard.press("a");
    await page.keyboard.press("2");
    await page.keyboard.press("Control+Enter");
  },
  byTouch: async (page) => {
    await page.keyboard.type(name);
    await tile(page, 2).tap();
    await button(page, "Brystsmerter").tap();
    await chip(page, "arrivedBy", "ambulance").tap();
    await button(page, /^Registrer/).tap();
  },
  done: registered,
  paper: { written: ["Ola Nordmann", "brystsmerter"], ticks: 2 },
};

const observed = (page: Page): Locator => page.getByRole("region", { name: "Målinger over tid" }).getByRole("img", { name: /^Puls/ });

const fullPaper: Paper = { written: ["Ola Nordmann", number, "13.09.72", "brystsmerter", ...looked.of], ticks: 4 };

const full: Journey = {
  name: "full intake: 16 fields with observations",
  ready: atTheDoor,
  byKeys: async (page) => {
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await page.keyboard.type("br");
    await page.keyboard.press("Enter");
    await page.keyboard.press("a");
    await page.keyboard.press("2");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.type(number);
    await page.keyboard.press("Control+Shift+Enter");
    await expect(page.getByRole("textbox", { name: "Alt på én linje" })).toBeFocused();
    await page.keyboard.type(looked.said);
    await page.keyboard.press("Enter");
  },
  byTouch: async (page) => {
    await page.keyboard.type(name);
    await page.getByRole("textbox", { name: "Fødselsnummer" }).tap();
    await page.keyboard.type(number);
    await tile(page, 2).tap();
    await button(page, "Brystsmerter").tap();
    await chip(page, "arrivedBy", "ambulance").tap();
    await button(page, "Ta inn og mål").tap();
    await expect(page.getByRole("textbox", { name: "Alt på én linje" })).toBeFocused();
    await page.keyboard.type(looked.measured);
    await button(page, "blek").tap();
    await button(page, "Lagre målingene").tap();
  },
  done: observed,
  paper: fullPaper,
};

const medicine: Journey = {
  name: "medicine with second check",
  ready: inAChart,
  byKeys: async (page) => {
    await page.keyboard.press("g");
    await expect(page.getByRole("textbox", { name: "Medisin, dose og vei på én linje" })).toBeFocused();
    await page.keyboard.type("morfin 2,5 mg iv");
    await tabTo(page, "checkedBy");
    await page.keyboard.type("ob");
    await page.keyboard.press("Enter");
  },
  byTouch: async (page) => {
    await button(page, "Gi medisin").tap();
    await page.keyboard.type("morfin 2,5 mg iv");
    await page.locator("input[name=checkedBy]").tap();
    await page.keyboard.type("ob");
    await button(page, "Lagre som gitt").tap();
  },
  done: (page) => page.getByRole("region", { name: "Tidslinje" }).getByText("Gitt"),
  paper: { written: ["morfin", "2,5 mg", "iv", "16.58", "ob"], ticks: 0 },
};

/** Was here before, under this number, and has left: what a scan of it is for. */
const knownBefore = async (page: Page, url: string): Promise<void> => {
  await atTheDoor(page, url);
  await page.getByRole("textbox", { name: "Fødselsnummer" }).fill(number);
  await takeIn(page, "Ola Nordmann");
  await page.getByRole("link", { name: "Åpne kontakten" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Ola Nordmann/ })).toBeVisible();
  await page.keyboard.press("x");
  await expect(page.locator(".leave-tile").first()).toBeVisible();
  await page.keyboard.press("1");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Tidslinje" }).getByText(/^Avsluttet/)).toBeVisible();
  await atTheDoor(page, url);
};

const scanned: Journey = {
  name: "full intake, the identity scanned",
  ready: knownBefore,
  byKeys: async (page) => {
    await scan(page, number);
    await expect(page.getByRole("textbox", { name: "Navn", exact: true })).toHaveValue("Ola Nordmann");
    await page.keyboard.press("Enter");
    await page.keyboard.type("br");
    await page.keyboard.press("Enter");
    await page.keyboard.press("a");
    await page.keyboard.press("2");
    await page.keyboard.press("Control+Shift+Enter");
    await expect(page.getByRole("textbox", { name: "Alt på én linje" })).toBeFocused();
    await page.keyboard.type(looked.said);
    await page.keyboard.press("Enter");
  },
  byTouch: async (page) => {
    await scan(page, number);
    await expect(page.getByRole("textbox", { name: "Navn", exact: true })).toHaveValue("Ola Nordmann");
    await tile(page, 2).tap();
    await button(page, "Brystsmerter").tap();
    await chip(page, "arrivedBy", "ambulance").tap();
    await button(page, "Ta inn og mål").tap();
    await expect(page.getByRole("textbox", { name: "Alt på én linje" })).toBeFocused();
    await page.keyboard.type(looked.measured);
    await button(page, "blek").tap();
    await button(page, "Lagre målingene").tap();
  },
  done: observed,
  paper: fullPaper,
};

/** Taken in twice: as somebody unknown, and by name. */
const takenInTwice = async (page: Page, url: string): Promise<void> => {
  await atTheDoor(page, url);
  await takeIn(page, "Ola Nordmann");
  await takeIn(page, "Ola Nordman");
  await page.getByRole("link", { name: "Åpne kontakten" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Ola Nordman/ })).toBeVisible();
};

const merge: Journey = {
  name: "merge of two, with a second person",
  ready: takenInTwice,
  byKeys: async (page) => {
    await page.keyboard.press("j");
    await expect(page.getByRole("table", { name: "Side om side" })).toBeVisible();
    await tabTo(page, "confirmedBy");
    await page.keyboard.type("berg");
    await page.keyboard.press("Enter");
  },
  byTouch: async (page) => {
    await button(page, /^Slå sammen/).first().tap();
    await expect(page.getByRole("table", { name: "Side om side" })).toBeVisible();
    await page.getByRole("textbox", { name: /Bekreftet av/ }).tap();
    await page.keyboard.type("berg");
    await page.getByRole("form", { name: /Samme pasient/ }).getByRole("button", { name: "Slå sammen" }).tap();
  },
  done: (page) => page.getByRole("region", { name: "Slått sammen" }),
  paper: { written: ["LGV-001-F er samme som LGV-002-K", "berg"], ticks: 0 },
};

const letter: Journey = {
  name: "discharge with letter: assessment, code, advice, home, the letter shown",
  ready: inAChart,
  byKeys: async (page) => {
    await page.keyboard.press("v");
    await expect(page.getByRole("textbox", { name: "Vurdering" })).toBeFocused();
    await page.keyboard.type("forstuet ankel");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("region", { name: "Tidslinje" }).getByText("forstuet ankel")).toBeVisible();
    await page.keyboard.press("x");
    await expect(page.locator(".leave-tile").first()).toBeVisible();
    await page.keyboard.press("1");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: "Tidslinje" }).getByText(/^Avsluttet/)).toBeVisible();
    await page.keyboard.press("l");
  },
  byTouch: async (page) => {
    await button(page, /^Vurdering/).tap();
    await page.keyboard.type("forstuet ankel");
    await button(page, "Lagre vurderingen").tap();
    await button(page, /^Avslutt/).first().tap();
    await page.locator('.leave-tile:has(input[value="home"])').tap();
    await button(page, "Avslutt kontakten").tap();
    await page.locator(".notice").getByText("Epikrise").tap();
  },
  done: (page) => page.getByRole("article", { name: "Epikrise" }),
  paper: { written: ["Ola Nordmann", number, "brystsmerter", "forstuet ankel", "hjem", "Dr. Berg"], ticks: 1 },
};

export const journeys: ReadonlyArray<Journey> = [unknownRed, minimal, full, scanned, medicine, merge, letter];
