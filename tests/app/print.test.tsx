// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { known } from "#core/answer.ts";
import { epochMs } from "#core/time.ts";
import { temporaryNumber } from "#core/visit/temporary-number.ts";
import { addMinutes } from "#core/time.ts";
import { numberOf, takeIn, visitId, type Patient } from "./board-ward.ts";
import { kari, openPage } from "./visit-stage.tsx";

const ola: Patient = { id: "ola", agoMin: 10, name: "Ola Ås" };
const gone: Patient = { id: "gone", agoMin: 90, name: "Per Vindrose", level: 3, done: [{ type: "Leave", how: "admitted", to: "Medisin" }] };
let chosen = "";
const at = (query: string) => (): string => `/print${query}`;

it("[PRT1] shows the board unless told otherwise, and P prints it", async () => {
  const printed = vi.spyOn(window, "print").mockImplementation(() => undefined);
  const { user, feed } = await openPage(at(""), [kari, ola]);
  const rows = within(screen.getByRole("table", { name: "The board now" })).getAllByRole("row").map((row) => row.textContent);
  expect(rows.filter((row) => row?.includes(numberOf(feed, "kari")) === true)).toEqual([expect.stringMatching(/Kari Nordmann.*Chest pain.*16:18.*40 min/)]);
  await user.keyboard("p");
  await user.click(screen.getByRole("button", { name: "Print" }));
  expect(printed).toHaveBeenCalledTimes(2);
});

it("[PRT1] every visit on a page of its own, from first to last, or only those who are here", async () => {
  const { user } = await openPage(at("?what=charts"), [gone, kari, ola]);
  expect((await screen.findAllByText(/^Visit \d of 3|· Visit \d of 3/)).length).toBe(3);
  expect(screen.getAllByRole("article").map((chart) => within(chart).getByRole("table").textContent)).toEqual([
    expect.stringContaining("Left: Admitted, to Medisin"), expect.stringContaining("Chest pain"), expect.stringContaining("Ola Ås"),
  ]);
  await user.click(screen.getByRole("link", { name: "Those who are here" }));
  expect(screen.getAllByRole("article").length).toBe(2);
});

it("[PRT1] chosen visits alone, one a page or compact, until all are asked for", async () => {
  const { user, feed } = await openPage(() => `/print?what=charts&numbers=${chosen}`, [gone, kari, ola], {
    before: async (given, clock) => {
      await takeIn(given, clock, [gone, kari, ola]);
      chosen = ["kari", "gone"].map((id) => numberOf(given, id).toLowerCase()).join(".");
    },
  });
  const names = (): ReadonlyArray<string> => screen.getAllByRole("article").map((chart) => /Per Vindrose|Kari Nordmann|Ola Ås/.exec(chart.textContent ?? "")?.[0] ?? "");
  await screen.findAllByRole("article");
  expect(screen.getAllByText(/· Visit \d of 2/).length).toBe(2);
  expect(screen.getByRole("link", { name: "The chosen (2)" })).toHaveAttribute("aria-current", "page");
  await user.click(screen.getByRole("link", { name: "Visits, compact" }));
  expect(names()).toEqual(["Per Vindrose", "Kari Nordmann"]);
  await user.click(screen.getByRole("link", { name: "All" }));
  expect(names().length).toBe(feed.state().visits.size);
});

it("[PRT5] a chosen number that is not in the book, or is none, is said, and not left out in silence", async () => {
  await openPage((number) => `/print?what=charts&numbers=${number}.${temporaryNumber({ wardCode: "TR", letter: "A", serial: 17 })}`, [kari]);
  expect(await screen.findByRole("heading", { name: /TRA-017/ })).toBeVisible();
  expect(screen.queryAllByRole("article")).toEqual([]);
  cleanup();
  await openPage((number) => `/print?what=charts&numbers=${number}.17`, [kari]);
  expect(await screen.findByRole("searchbox", { name: "Find a visit" })).toHaveValue("17");
});

it("[PRT1] all visits on few pages", async () => {
  await openPage(at("?what=compact"), [gone, kari]);
  const [first] = await screen.findAllByRole("article");
  expect(first).toHaveTextContent(/Per Vindrose.*Left 16:58: Admitted, to Medisin/);
});

// The compact sheet once said "16:58 Observations", and not one value.
it("[PRT1] on few pages every value of a look, its score and every word of a note stand", async () => {
  const look = { measured: { respirationPerMin: 22, spo2Pct: 94, systolicMmHg: 112, diastolicMmHg: 70, pulsePerMin: 96, tempC: 38.4 }, breathing: "oxygen", consciousness: "A" } as const;
  const done = [{ type: "Observe", found: look }, { type: "WriteNote", note: { situation: "Cold and clammy" } }] as const;
  await openPage(at("?what=compact"), [{ ...kari, done }]);
  const [first] = await screen.findAllByRole("article");
  expect(first).toHaveTextContent(/Breathing rate: 22 \/min.*Blood pressure: 112\/70 mmHg.*NEWS2: 7, high.*Situation: Cold and clammy/);
});

it("[PRT1] one visit by its number as people type it, with the whole identity number and what nobody asked", async () => {
  const { feed } = await openPage((number) => `/print?visit=${number.toLowerCase().replaceAll("-", "")}`, [{ ...kari, done: [{ type: "SetDetails", details: { nationalNumber: known("14835841481") } }] }]);
  const chart = screen.getByRole("article");
  expect(chart).toHaveTextContent("148358 41481");
  expect(chart).toHaveTextContent(/Not asked:.*Sex.*Arrived by/);
  expect(screen.getByText(`${numberOf(feed, "kari")} Kari Nordmann`)).toBeVisible();
});

it("[PRT1] a label of whom only an age is known says the age, not a birth", async () => {
  const told = { is: "age", months: 360, toldMs: epochMs(Date.UTC(2026, 10, 23, 15, 58)) } as const;
  const { feed } = await openPage((number) => `/print?label=${number}`, [{ ...kari, done: [{ type: "SetDetails", details: { born: known(told) } }] }]);
  expect(screen.getByRole("article", { name: `Label ${numberOf(feed, "kari")}` })).toHaveTextContent(/Kari Nordmann30 yArrived/);
});

it("[PRT1] a label with number, level, name, born and arrival", async () => {
  const { feed } = await openPage((number) => `/print?label=${number}`, [{ ...kari, done: [{ type: "SetDetails", details: { born: known({ is: "year", year: 1972 }) } }] }]);
  const label = screen.getByRole("article", { name: `Label ${numberOf(feed, "kari")}` });
  expect(label).toHaveTextContent(new RegExp(`${numberOf(feed, "kari")}2Kari Nordmannb\\. 1972 .*Arrived 23 Nov 16:18`));
});

it("[PRT1] a number that is none leads to the find", async () => {
  await openPage(at("?label=17"));
  expect(screen.getByRole("searchbox", { name: "Find a visit" })).toHaveValue("17");
});

it("[PRT2] a level is sign, number, name and the word of its colour, and an overrun is written out", async () => {
  await openPage(at("?what=board"), [kari, ola]);
  const board = screen.getByRole("table", { name: "The board now" });
  expect(board).toHaveTextContent("2 Urgent (yellow)");
  expect(board).toHaveTextContent("? Not triaged");
  expect(board).toHaveTextContent("! 10 min over");
  expect(board.querySelectorAll("[data-colour]").length).toBe(0);
  expect(board.querySelectorAll("svg").length).toBe(1);
});

it("[PRT2] a struck line stays on paper, struck through, with who and why", async () => {
  const { feed, clock } = await openPage((number) => `/print?visit=${number}`);
  const target = feed.state().visits.get(visitId("kari"))?.records.find(({ event }) => event.type === "v1.TriageSet")?.id;
  if (target === undefined) throw new Error("nobody triaged");
  await feed.ask(visitId("kari"), [{ type: "Correct", target, why: "Wrong key", instead: null, atMs: addMinutes(clock.nowMs(), 0) }], { name: "Ola Vik", role: "nurse" });
  const line = (await screen.findByText(/Struck by Ola Vik 16:58: Wrong key/)).closest("td");
  expect(line?.querySelector("s")).toHaveTextContent("2 Urgent");
});

it("[PRT3] every page says whose it is and when it was printed, and that it is a drill", async () => {
  await openPage(at("?what=charts"), [kari, ola], { profile: "drill" });
  await screen.findAllByRole("article");
  const heads = [...document.querySelectorAll("thead .sheet-head")].map((head) => head.textContent);
  expect(heads.length).toBe(2);
  for (const head of heads) expect(head).toMatch(/Legevakt · DRILL\. Nobody here exists\.Printed Monday 23 November 2026 16:58 · Visit \d of 2/);
});

it("[PRT4] a list of everybody waits until those who left long ago are there", async () => {
  await openPage(at("?what=charts"), [gone, kari]);
  expect(screen.queryAllByRole("article")).toEqual([]);
  expect(screen.getByText("Fetching those who left long ago …")).toBeVisible();
  expect((await screen.findAllByRole("article")).length).toBe(2);
});

it("says what will be here while nobody has come", async () => {
  await openPage(at("?what=charts"), []);
  expect(await screen.findByText(/No visits to print yet/)).toBeVisible();
});
