/**
 * The device's clock does what clocks do in a long night: it is set back, it was a year ahead, it is changed for summer and winter,
 * it sleeps. The steady counter stays true, as in a browser; only what the wall says moves. Through all of it no wait is negative,
 * the log keeps its order, and who reads the page is told in words that a clock is in doubt.
 */
import type { BrowserContext, Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** 23 November 2026, 16:58 in Norway. */
const evening = Date.parse("2026-11-23T16:58:00+01:00");

/** In every page of the context from now on the wall says `startMs`; moved in an open page by `setWall` and `sleep`. */
const wallAt = async (context: BrowserContext, startMs: number): Promise<void> => {
  await context.addInitScript((start) => {
    const RealDate = Date;
    const steady = performance.now.bind(performance);
    const hands = { wallMs: start - steady(), sleptMs: 0 };
    const now = (): number => Math.round(hands.wallMs + steady());
    class ShownDate extends RealDate {
      constructor(...parts: ReadonlyArray<number>) {
        // As `new Date()` and as `new Date(ms)`: the app uses no other.
        super(...((parts.length === 0 ? [now()] : parts) as [number]));
      }
      static override now = now;
    }
    performance.now = () => steady() - hands.sleptMs;
    Object.assign(window, { Date: ShownDate, hands });
  }, startMs);
};

interface Hands {
  wallMs: number;
  sleptMs: number;
}
/** Somebody sets the clock. */
const moveWall = (page: Page, byMs: number): Promise<void> => page.evaluate((ms) => void ((window as unknown as { hands: Hands }).hands.wallMs += ms), byMs);
/** The device sleeps: the wall goes on, the counter stands still. */
const sleep = (page: Page, ms: number): Promise<void> =>
  page.evaluate((slept) => {
    const { hands } = window as unknown as { hands: Hands };
    hands.wallMs += slept;
    hands.sleptMs += slept;
  }, ms);

const board = (page: Page): Locator => page.getByRole("table", { name: "Tavle" });
const rowOf = (page: Page, name: string): Locator => board(page).getByRole("row").filter({ hasText: name });
const doubt = (page: Page, text: RegExp): Locator => page.locator("p[role=status]").filter({ hasText: text });
const goTo = (page: Page, name: string): Promise<void> => page.getByRole("navigation", { name: "Hovedmeny" }).getByRole("link", { name }).click();

const takeIn = async (page: Page, name: string): Promise<string> => {
  await goTo(page, "Ny pasient");
  await page.getByRole("textbox", { name: "Navn", exact: true }).fill(name);
  await page.locator('.tile:has(input[value="3"])').click();
  const number = page.locator(".registered-number");
  const before = await number.textContent({ timeout: 100 }).catch(() => null);
  await page.getByRole("button", { name: "Registrer" }).click();
  await expect(number).not.toHaveText(before ?? "");
  const given = (await number.textContent()) ?? "";
  await goTo(page, "Tavle");
  await expect(rowOf(page, name)).toBeVisible();
  return given;
};

const waits = (page: Page): Promise<ReadonlyArray<string>> => board(page).locator(".board-wait b").allTextContents();
const names = async (page: Page): Promise<ReadonlyArray<string>> =>
  (await board(page).getByRole("row").allTextContents()).flatMap((text) => /Pasient [A-D]/.exec(text)?.[0] ?? []);

/** The log as it lies on the disk: its headers are in the clear. */
const stampsInOrderWritten = (page: Page): Promise<ReadonlyArray<string>> =>
  page.evaluate(
    () =>
      new Promise<ReadonlyArray<string>>((resolve, reject) => {
        const opening = indexedDB.open("vaktbok-real");
        opening.addEventListener("error", () => reject(opening.error));
        opening.addEventListener("success", () => {
          const db = opening.result;
          const all = db.transaction("records").objectStore("records").getAll();
          all.addEventListener("success", () => {
            db.close();
            const rows = all.result as ReadonlyArray<{ readonly seq: number; readonly header: string }>;
            resolve(rows.toSorted((a, b) => a.seq - b.seq).map(({ header }) => (JSON.parse(header) as { readonly hlc: string }).hlc));
          });
        });
      }),
  );

const expectOrderKept = async (page: Page): Promise<void> => {
  const stamps = await stampsInOrderWritten(page);
  expect(stamps.length).toBeGreaterThan(1);
  expect(stamps).toEqual([...new Set(stamps)].toSorted());
};
const expectNoNegative = async (page: Page): Promise<void> => {
  const shown = await waits(page);
  expect(shown.length).toBeGreaterThan(0);
  for (const wait of shown) expect(wait).toMatch(/^\d+ min$/);
  expect(await board(page).textContent()).not.toMatch(/[-−]\d+ (min|over)/);
};

const openBoard = async (context: BrowserContext, url: string, wallMs: number): Promise<Page> => {
  await wallAt(context, wallMs);
  const page = await context.newPage();
  await page.goto(`${url}/`);
  await expect(page.getByRole("link", { name: "Ny pasient" }).first()).toBeVisible();
  return page;
};

const jumped = /Klokka på enheten har hoppet/;
const behind = /Klokka på enheten står før noe som er skrevet her/;

test("[CLK1] set back a day: the waits go on, the order holds, and the page says that the clock has jumped; after a start it says what it stands before", async ({ server, context }) => {
  const page = await openBoard(context, server.url, evening);
  const number = await takeIn(page, "Pasient A");
  await moveWall(page, 20 * minute);
  await takeIn(page, "Pasient B");
  await expect(rowOf(page, "Pasient A")).toContainText(/(19|2[01]) min/);
  await moveWall(page, -day);
  await expect(doubt(page, jumped)).toBeVisible({ timeout: 15_000 });
  await takeIn(page, "Pasient C");
  expect(await names(page)).toEqual(["Pasient A", "Pasient B", "Pasient C"]);
  await expect(rowOf(page, "Pasient A")).toContainText(/(19|2[0-2]) min/);
  await expectNoNegative(page);
  await expectOrderKept(page);
  await page.close();

  const later = await openBoard(context, server.url, evening + 21 * minute - day);
  await expect(doubt(later, behind)).toBeVisible();
  for (const name of ["Pasient A", "Pasient B", "Pasient C"]) await expect(rowOf(later, name)).toContainText(/(^|\D)0 min/);
  await expect(rowOf(later, "Pasient A")).toContainText("Klokka er usikker");
  await takeIn(later, "Pasient D");
  expect(await names(later)).toEqual(["Pasient A", "Pasient B", "Pasient C", "Pasient D"]);
  await expectNoNegative(later);
  await expectOrderKept(later);
  await later.goto(`${server.url}/visit/${number}`);
  await expect(later.getByText(/23\. nov\.? 16:58/).first()).toBeVisible();
  await expect(later.getByText("? Klokka er usikker")).toBeVisible();
  await later.goto(`${server.url}/wall`);
  await expect(later.getByRole("alert").filter({ hasText: behind })).toBeVisible();
});

test("[CLK3] forward a year, and a first start a year ahead that is set right: no wait is negative, and both are said", async ({ server, context }) => {
  const page = await openBoard(context, server.url, evening);
  await takeIn(page, "Pasient A");
  await moveWall(page, 365 * day);
  await expect(doubt(page, jumped)).toBeVisible({ timeout: 15_000 });
  await expect(rowOf(page, "Pasient A")).toContainText(/525(599|60\d) min/);
  await takeIn(page, "Pasient B");
  await expect(rowOf(page, "Pasient A")).toContainText("23. nov. ");
  await expectNoNegative(page);
  await page.close();

  const right = await openBoard(context, server.url, evening + 5 * minute);
  await expect(doubt(right, behind)).toBeVisible();
  await expect(rowOf(right, "Pasient B")).toContainText(/(^|\D)0 min/);
  await expect(rowOf(right, "Pasient B")).toContainText("Klokka er usikker");
  await takeIn(right, "Pasient C");
  expect(await names(right)).toEqual(["Pasient B", "Pasient A", "Pasient C"]);
  await expect(rowOf(right, "Pasient A")).toContainText(/[45] min/);
  await expectNoNegative(right);
  await expectOrderKept(right);
});

for (const [night, before] of [["spring", "2026-03-29T01:50:00+01:00"], ["autumn", "2026-10-25T02:50:00+02:00"]] as const) {
  test(`[CLK1] the ${night} night when the clocks are changed: a wait is as long as it was, and nothing is in doubt`, async ({ server, context }) => {
    const page = await openBoard(context, server.url, Date.parse(before));
    await takeIn(page, "Pasient A");
    await page.close();
    const after = await openBoard(context, server.url, Date.parse(before) + 30 * minute);
    await expect(rowOf(after, "Pasient A")).toContainText(/(29|30) min/);
    await expect(after.locator(".frame-clock")).toHaveText(night === "spring" ? /^03:2\d$/ : /^02:2\d$/);
    await takeIn(after, "Pasient B");
    expect(await names(after)).toEqual(["Pasient A", "Pasient B"]);
    await expect(after.locator(".frame-doubt")).toHaveCount(0);
    await expectNoNegative(after);
    await expectOrderKept(after);
  });
}

test("[CLK3] asleep for an hour: the wait is an hour longer, in order, and the time has its mark", async ({ server, context }) => {
  const page = await openBoard(context, server.url, evening);
  await takeIn(page, "Pasient A");
  await sleep(page, hour);
  await expect(rowOf(page, "Pasient A")).toContainText(/(59|6[01]) min/, { timeout: 15_000 });
  await expect(page.locator(".frame-doubt")).toContainText("Klokka?");
  await expect(page.locator(".frame-clock")).toHaveText(/^17:5[89]$/);
  await takeIn(page, "Pasient B");
  expect(await names(page)).toEqual(["Pasient A", "Pasient B"]);
  await expectNoNegative(page);
  await expectOrderKept(page);
});
