/**
 * What a person's hands do, as the page hears it: every key and every press that a browser itself made, and what it was done to.
 * A journey is counted by this and not by how it is written.
 */
import type { Page } from "@playwright/test";
import type { Act } from "../../../bench/klm.ts";

interface Heard {
  readonly acts: ReadonlyArray<Act>;
  /** Since the last of them, by the page's clock. */
  readonly sinceLastMs: number;
}

interface Listener {
  readonly vaktbokActs: { readonly take: () => Heard; readonly begin: () => void; readonly scan: (isOn: boolean) => void };
}

export const listenToHands = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    let acts: Array<{ readonly is: "key" | "mouse" | "touch" | "scan"; readonly control: string; readonly beginsValue: boolean }> = [];
    let lastMs = performance.now();
    let isScanning = false;
    let chords = 0;
    const nameOf = (target: EventTarget | null): string => {
      if (!(target instanceof Element)) return "the page";
      const control = target.closest("button, a, label, input, textarea, summary, [role=button]");
      if (control === null) return "the page";
      const input = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement ? control : control.querySelector("input");
      return input === null ? (control.textContent ?? "").trim() : input.name === "" ? input.id : input.type === "radio" || input.type === "checkbox" ? `${input.name} ${input.value}` : input.name;
    };
    const hear = (is: "key" | "mouse" | "touch", control: string, beginsValue = false): void => {
      if (isScanning) return;
      acts.push({ is, control, beginsValue });
      lastMs = performance.now();
    };
    const makesChord = ["Control", "Alt", "Meta"];
    /** A field that is only passed by is not decided on. */
    const passes = ["Enter", "Tab"];
    addEventListener("keydown", (event) => {
      if (!event.isTrusted || event.repeat) return;
      const isTyping = event.target instanceof HTMLTextAreaElement || (event.target instanceof HTMLInputElement && !["radio", "checkbox"].includes(event.target.type));
      if (makesChord.includes(event.key)) chords += 1;
      const isChord = makesChord.includes(event.key) || event.ctrlKey || event.altKey || event.metaKey;
      const inChoice = event.target instanceof HTMLInputElement && !isTyping;
      const before = acts.at(-1)?.control ?? "";
      const own = isTyping ? nameOf(event.target) : inChoice && !/^\d$/.test(event.key) ? event.target.name : `key ${event.key}`;
      const control = isChord ? `chord ${chords}` : passes.includes(event.key) && before !== "" ? before : own;
      const beginsValue = isTyping && event.key === " " && event.target instanceof HTMLInputElement && event.target.name === "line";
      hear("key", control, beginsValue);
      // A capital that was typed without its Shift being heard.
      if (isTyping && /^\p{Lu}$/u.test(event.key) && !event.shiftKey) hear("key", control);
    }, { capture: true });
    addEventListener("pointerdown", (event) => {
      if (event.isTrusted) hear(event.pointerType === "touch" ? "touch" : "mouse", nameOf(event.target));
    }, { capture: true });
    Object.assign(window, {
      vaktbokActs: {
        take: () => ({ acts, sinceLastMs: performance.now() - lastMs }),
        begin: () => {
          acts = [];
          lastMs = performance.now();
        },
        scan: (isOn: boolean) => {
          isScanning = isOn;
          if (!isOn) acts.push({ is: "scan", control: "the scanner", beginsValue: false });
          lastMs = performance.now();
        },
      },
    });
  });
};

export const begin = (page: Page): Promise<void> => page.evaluate(() => (window as unknown as Listener).vaktbokActs.begin());

export const heard = (page: Page): Promise<Heard> => page.evaluate(() => (window as unknown as Listener).vaktbokActs.take());

/** A hand scanner types a key every eight milliseconds, by the keys' own clock; it is one act of the person who holds it. */
export const scan = async (page: Page, text: string): Promise<void> => {
  await page.evaluate(() => (window as unknown as Listener).vaktbokActs.scan(true));
  await typeAsScanner(page, text);
  await page.evaluate(() => (window as unknown as Listener).vaktbokActs.scan(false));
};

/** On a busy machine a scan came before the program listened for any. */
export const typeAsScanner = async (page: Page, code: string): Promise<void> => {
  await page.locator("html[data-hears-scans]").waitFor({ state: "attached" });
  const session = await page.context().newCDPSession(page);
  const beganS = Date.now() / 1000;
  const keys = [...Array.from(code, (key) => ({ key, text: key })), { key: "Enter", text: "\r" }];
  const presses = keys.flatMap((key, place) => [{ type: "keyDown" as const, ...key, timestamp: beganS + place * 0.008 }, { type: "keyUp" as const, key: key.key, timestamp: beganS + place * 0.008 + 0.002 }]);
  await Promise.all(presses.map((press) => session.send("Input.dispatchKeyEvent", press)));
  await session.detach();
};
