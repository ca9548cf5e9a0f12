// The evening as it is lived, in Firefox and in WebKit: the server taken away, the browser killed, the records given out.
import { scales } from "#core/clinical/scales.ts";
import { pageWordsOf } from "#i18n/pages/page-words.ts";
import { loadWords } from "#i18n/load-words.ts";
import type { Language, Words } from "#i18n/words.ts";
import { expect, test } from "./fixtures.ts";
import type { Page, Role } from "./window.ts";

const evening = [["Kari Nordmann", 2], ["Ukjent mann, ca. 40", 1], ["Ola Hansen", 3], ["Åse Bjørnø", 3], ["Anne Berg", 2]] as const;
const names = evening.map(([name]) => name);

const says = (page: Page, words: string) => expect.poll(page.text).toContain(words);
const clickOn = (page: Page, role: Role, name: string) => expect.poll(() => page.click(role, name)).toBe(true);

/** The settings page says it only after the worker has looked that every file is there. */
const waitUntilReady = async (page: Page, url: string, language: Language): Promise<void> => {
  await page.open(`${url}/settings?lang=${language}`);
  await says(page, (await loadWords(language)).frame.offlineReady(""));
};

const numberIn = (text: string, { intake }: Words): string | null => new RegExp(intake.registered("(\\S+)")).exec(text)?.[1] ?? null;

const takeIn = async (page: Page, name: string, level: number, words: Words): Promise<string> => {
  const before = numberIn(await page.text(), words);
  await expect.poll(() => page.isFocused(words.fields.name.label)).toBe(true);
  await page.type(name);
  await page.press(`Alt+${level}`);
  await page.press("Control+Enter");
  await expect.poll(async () => [null, before].includes(numberIn(await page.text(), words))).toBe(false);
  await says(page, words.intake.savedHere);
  return numberIn(await page.text(), words) ?? "";
};

/** Everybody of the evening with number and level, and nobody else. */
const boardShows = async (page: Page, numbers: ReadonlyArray<string>, language: Language): Promise<void> => {
  const levelName = (level: number): string => scales.no3.levels.find((one) => one.level === level)?.name[language] ?? "";
  for (const [index, [name, level]] of evening.entries()) {
    const rowOf = async () => (await page.texts("row")).find((row) => row.includes(name)) ?? "";
    await expect.poll(rowOf).toContain(numbers[index]);
    expect(await rowOf()).toContain(levelName(level));
  }
};

const bookIsOpen = async (page: Page, { frame }: Words): Promise<void> => {
  await expect.poll(page.text).toMatch(/\S/);
  await expect.poll(page.text).not.toContain(frame.opening);
};

test("install, lose the server, take five in by keyboard, reload, be killed, open again: all five are there", async ({ engine, server }) => {
  const words = await loadWords("en");
  let page = await engine.start();
  await waitUntilReady(page, server.url, "en");
  await server.stop();
  await page.open(`${server.url}/intake?lang=en`);
  const numbers: Array<string> = [];
  for (const [name, level] of evening) numbers.push(await takeIn(page, name, level, words));
  expect(new Set(numbers).size).toBe(names.length);
  await page.open(`${server.url}/?lang=en`);
  await boardShows(page, numbers, "en");
  await page.open(`${server.url}/?lang=en`);
  await boardShows(page, numbers, "en");
  await engine.kill();
  page = await engine.start();
  await page.open(`${server.url}/?lang=en`);
  await boardShows(page, numbers, "en");
});

test("på norsk: every letter of a fast hand is there, the files can be saved, and a drill leaves the book alone", async ({ engine, server }) => {
  const words = pageWordsOf(await loadWords("nb"), "nb");
  const { recovery, frame, drill, fields } = words;
  const page = await engine.start();
  await waitUntilReady(page, server.url, "nb");
  await server.stop();

  await page.open(`${server.url}/intake?lang=nb`);
  await expect.poll(() => page.isFocused(fields.name.label)).toBe(true);
  const long = "Åse Bjørnø som kom gående fra skøytebanen og ikke vil si hvor hun bor ".repeat(3).trim();
  await page.type(long);
  await expect.poll(() => page.value(fields.name.label)).toBe(long);
  await page.press("Control+Enter");
  await says(page, words.intake.savedHere);
  const number = numberIn(await page.text(), words) ?? "no number";

  await page.open(`${server.url}/recovery`);
  await bookIsOpen(page, words);
  await clickOn(page, "button", recovery.fhir);
  await says(page, ".json");
  await clickOn(page, "button", recovery.csv);
  const whole = () => [...engine.saved()].filter(([name, text]) => /\.(?:csv|json)$/.test(name) && text.includes(number)).length;
  await expect.poll(whole).toBe(3);

  await page.open(`${server.url}/drill`);
  await bookIsOpen(page, words);
  await clickOn(page, "button", drill.start);
  await says(page, "Tariq Furuskog");
  expect(await page.text()).toContain(frame.drillMark);
  expect(await page.text()).not.toContain("Åse Bjørnø");
  await page.open(`${server.url}/drill`);
  await bookIsOpen(page, words);
  await clickOn(page, "button", drill.leave);
  await says(page, "Åse Bjørnø");
  expect(await page.text()).not.toContain("Tariq Furuskog");
});

interface Gives {
  readonly promise: "keptNot" | "keptCannot";
  readonly copies: "both" | "one";
}

const gives: Readonly<Record<string, Gives>> = { firefox: { promise: "keptNot", copies: "both" }, webkit: { promise: "keptCannot", copies: "one" } };

test("what this engine gives and does not give is said in words", async ({ engine, server }) => {
  const { settings, care, frame } = pageWordsOf(await loadWords("en"), "en");
  const { promise, copies } = gives[engine.name] ?? { promise: "keptNot", copies: "both" };
  const page = await engine.start();
  await page.open(`${server.url}/settings?lang=en`);
  await says(page, settings[promise]);
  await says(page, care[copies]);
  expect((await page.text()).includes(frame.noFiles)).toBe(copies === "one");
});

test("a form that was not registered when the browser was killed comes back, where there are files to keep it", async ({ engine, server }) => {
  const words = await loadWords("en");
  const name = words.fields.name.label;
  let page = await engine.start();
  await waitUntilReady(page, server.url, "en");
  await server.stop();
  await page.open(`${server.url}/intake?lang=en`);
  await bookIsOpen(page, words);
  await expect.poll(() => page.isFocused(name)).toBe(true);
  await page.type("Half Written");
  await expect.poll(() => page.value(name)).toBe("Half Written");
  await engine.kill();
  page = await engine.start();
  await page.open(`${server.url}/intake?lang=en`);
  await bookIsOpen(page, words);
  const { copies } = gives[engine.name] ?? { copies: "both" };
  await expect.poll(() => page.value(name)).toBe(copies === "both" ? "Half Written" : "");
  expect((await page.text()).includes(words.frame.noFiles)).toBe(copies === "one");
});
