// @vitest-environment jsdom
// Keys with the times they were pressed at: a scanner sends one every few milliseconds, a quick hand one every fifty.
import { afterEach, beforeEach, expect, it, onTestFinished } from "vitest";
import { fastestHandMs, holdMs, listenForScans, type ScanSpot } from "#app/scan/burst.ts";

interface Taken {
  readonly text: string;
  readonly spot: ScanSpot;
}

let nowMs = 0;
let stop = (): void => undefined;
let due: Array<{ readonly atMs: number; readonly work: () => void }> = [];
let taken: Taken[] = [];
let commands: string[] = [];
let wants: (text: string) => boolean = () => true;
const heard = (event: KeyboardEvent): void => {
  if (!(event.target instanceof HTMLInputElement) && !event.defaultPrevented) commands.push(event.key);
};

beforeEach(() => {
  [nowMs, due, taken, commands] = [1_000, [], [], []];
  wants = () => true;
  document.body.innerHTML = '<button>x</button><form><input name="name"><input name="other"></form>';
  document.addEventListener("keydown", heard);
  stop = listenForScans({
    take: (text, spot, end) => {
      const isTaken = (end === "key" || text.startsWith("VB")) && wants(text);
      if (isTaken) taken.push({ text, spot });
      return isTaken;
    },
    wait: (ms, work) => {
      const one = { atMs: nowMs + ms, work };
      due = [...due, one];
      return () => {
        due = due.filter((other) => other !== one);
      };
    },
  });
});
afterEach(() => {
  stop();
  document.removeEventListener("keydown", heard);
});

const pass = (ms: number): void => {
  nowMs += ms;
  const ripe = due.filter(({ atMs }) => atMs <= nowMs);
  due = due.filter(({ atMs }) => atMs > nowMs);
  for (const { work } of ripe) work();
};
/** As the browser does it: a letter stands in the field unless somebody took the key. */
const press = (key: string, afterMs: number, more: KeyboardEventInit = {}): boolean => {
  pass(afterMs);
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  Object.defineProperty(event, "timeStamp", { value: nowMs });
  const target = document.activeElement ?? document.body;
  const isLeft = target.dispatchEvent(event);
  if (isLeft && key.length === 1 && target instanceof HTMLInputElement) target.setRangeText(key, target.selectionStart ?? 0, target.selectionEnd ?? 0, "end");
  return isLeft;
};
const type = (text: string, eachMs: number): void => Array.from(text).forEach((key) => void press(key, eachMs));
const field = (name: string): HTMLInputElement => document.querySelector<HTMLInputElement>(`[name=${name}]`)!;

it("[BUR1][BUR3] a scan on a page is one text, and none of its letters a command", () => {
  type("TRA-014-K", 6);
  expect(press("Enter", 6)).toBe(false);
  pass(1_000);
  expect(taken).toEqual([{ text: "TRA-014-K", spot: null }]);
  expect(commands).toEqual([]);
});

it.each([2, 12, 34])("[BUR1] a scanner that sends a sign every %i ms is heard, with shift and caps between, and with Tab at its end", (ms) => {
  for (const key of "VBTRA014K") {
    press("Shift", 0);
    press(key, ms);
  }
  press("Tab", ms);
  expect(taken.map(({ text }) => text)).toEqual(["VBTRA014K"]);
});

it("[BUR3] what a hand presses is a command, in its order and at most forty milliseconds later", () => {
  press("t", 500);
  pass(holdMs - 1);
  expect(commands).toEqual([]);
  pass(1);
  expect(commands).toEqual(["t"]);
  type("jjc", 50);
  pass(holdMs);
  expect(commands).toEqual(["t", "j", "j", "c"]);
  expect(press("Enter", 200)).toBe(true);
  expect(taken).toEqual([]);
});

it.each([["five quick signs", 5, 10], ["ten at the pace of the fastest hand", 10, fastestHandMs]])("[BUR1] %s and Enter are typing", (_, count, ms) => {
  type("abcdefghij".slice(0, count), ms);
  press("Enter", ms);
  pass(holdMs);
  expect(taken).toEqual([]);
  expect(commands.filter((key) => key !== "Enter").join("")).toBe("abcdefghij".slice(0, count));
});

it("[BUR1] one slow sign in the middle, or a slow Enter, makes it typing", () => {
  type("abc", 5);
  type("defgh", 60);
  press("Enter", 5);
  type("abcdefgh", 5);
  press("Enter", 60);
  pass(holdMs);
  expect(taken).toEqual([]);
  expect(commands.filter((key) => key.length === 1).join("")).toBe("abcdefghabcdefgh");
});

it("[BUR2] in a field a scan leaves it as it stood, cursor and all, and no Enter", () => {
  const name = field("name");
  name.value = "Kari Nordmann";
  name.focus();
  name.setSelectionRange(4, 9);
  let inputs = 0;
  name.addEventListener("input", () => { inputs += 1; });
  type("VBTRA014K", 4);
  expect(name.value).toContain("VBTRA014K");
  expect(press("Enter", 4)).toBe(false);
  expect([name.value, name.selectionStart, name.selectionEnd, inputs]).toEqual(["Kari Nordmann", 4, 9, 1]);
  expect(taken).toEqual([{ text: "VBTRA014K", spot: name }]);
});

it("[BUR2] what was typed by hand before the scan stays in the field", () => {
  field("name").focus();
  type("Kar", 120);
  pass(200);
  type("VBTRA014K", 4);
  press("Enter", 4);
  expect(field("name").value).toBe("Kar");
});

it("[BUR2] a scan that nobody wants in a field stays there, and its Enter is the field's", () => {
  wants = () => false;
  field("name").focus();
  type("REQ-4711-26", 4);
  expect(press("Enter", 4)).toBe(true);
  expect(field("name").value).toBe("REQ-4711-26");
});

it("[BUR3] what was held and is no scan goes where the first letter led, to the last sign and Enter", () => {
  wants = () => false;
  const leads = (event: KeyboardEvent): void => { if (event.key === "o" && event.target === document.body) { event.preventDefault(); field("other").focus(); } };
  document.addEventListener("keydown", leads);
  // It stood on the page of the tests after it, and took their letters.
  onTestFinished(() => document.removeEventListener("keydown", leads));
  let submitted = "";
  document.querySelector("form")!.requestSubmit = () => { submitted = field("other").value; };
  type("o22 94 112/70", 3);
  press("Enter", 3);
  expect(field("other").value).toBe("22 94 112/70");
  expect(submitted).toBe("22 94 112/70");
});

it("[BUR4] our own code is heard without an end, and another is not", () => {
  type("VBTRA014K", 5);
  pass(holdMs);
  expect(taken.map(({ text }) => text)).toEqual(["VBTRA014K"]);
  type("REQ471126", 5);
  pass(holdMs);
  expect(taken).toHaveLength(1);
  expect(commands.join("")).toBe("REQ471126");
});

it("[BUR5] a key that is held down, and one with Ctrl, pass at once and break what was before them", () => {
  type("jjjjj", 30);
  for (let count = 0; count < 10; count += 1) expect(press("j", 30, { repeat: true })).toBe(true);
  press("Enter", 30);
  expect(press("p", 5, { ctrlKey: true })).toBe(true);
  expect(taken).toEqual([]);
  expect(commands.filter((key) => key === "j")).toHaveLength(15);
});

it("[BUR5] space on a button is the button's", () => {
  document.querySelector("button")!.focus();
  expect(press(" ", 300)).toBe(true);
});
