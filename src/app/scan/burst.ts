/**
 * A hand scanner is a keyboard that types faster than a hand: told from typing by its speed and by nothing else.
 *
 * - BUR1 Six signs or more, each within 35 ms of the one before, and Enter or Tab as fast behind them, are a scan. What is slower, by one
 *   sign only, is typing.
 * - BUR2 In a field a scan leaves no letter and no Enter behind: the field stands as before its first sign. A scan that nobody wants there stays, as typed.
 * - BUR3 Outside a field no letter of a scan is a command. A letter that a hand pressed is, at most 40 ms later, and in the order pressed.
 * - BUR4 Our own code is a scan without its Enter too: nobody types one so fast.
 * - BUR5 Keys that are held down, or pressed with Ctrl, Alt or Meta, are never part of a scan.
 */
import { flushSync } from "react-dom";
import { isTyping } from "../keys.ts";

export const fastestHandMs = 35;
export const holdMs = 40;
const fewestSigns = 6;

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Where a scan came in: the field that had the keys, or null. */
export type ScanSpot = Field | null;

export interface ScanListener {
  /** Whether it is taken; what is not taken was typing. */
  readonly take: (text: string, spot: ScanSpot, end: "key" | "none") => boolean;
  /** Runs the work later; answers how to call it off. */
  readonly wait?: (ms: number, work: () => void) => () => void;
}

interface Burst {
  readonly text: string;
  readonly lastMs: number;
  readonly spot: ScanSpot;
  readonly stood: { readonly value: string; readonly from: number | null; readonly to: number | null };
}

/** Our own presses of what was held: they are let through. */
const anew = new WeakSet<Event>();

export const listenForScans = ({ take, wait = waitReally }: ScanListener): (() => void) => {
  let burst: Burst | null = null;
  const held = heldKeys(wait);
  const stop = (): void => {
    const ended = burst;
    burst = null;
    if (ended !== null && ended.spot === null && take(ended.text, null, "none")) held.drop();
    else held.letGo();
  };
  const end = (event: KeyboardEvent): void => {
    const ended = burst;
    burst = null;
    if (ended !== null && isFast(ended, event) && ended.text.length >= fewestSigns && take(ended.text, ended.spot, "key")) {
      swallow(event);
      held.drop();
      restore(ended);
      return;
    }
    const { activeElement } = document;
    held.letGo();
    if (document.activeElement === activeElement || event.key !== "Enter") return;
    // The letter before it has moved the keys elsewhere: this one is meant for there.
    swallow(event);
    pressAnew(event);
  };
  const press = (event: KeyboardEvent): void => {
    if (anew.has(event) || ["Shift", "CapsLock"].includes(event.key)) return;
    const isEnd = event.key === "Enter" || event.key === "Tab";
    const isSign = event.key.length === 1 && !(event.key === " " && held.isEmpty() && !isTyping(event.target));
    if (event.repeat || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || !(isEnd || isSign)) {
      burst = null;
      held.letGo();
      return;
    }
    if (isEnd) return end(event);
    const spot = fieldOf(event.target);
    burst = burst !== null && isFast(burst, event) && burst.spot === spot ? { ...burst, text: burst.text + event.key, lastMs: event.timeStamp } : begun(event, spot);
    if (!isTyping(event.target)) held.hold(event, stop);
  };
  const touch = (): void => {
    burst = null;
    held.letGo();
  };
  window.addEventListener("keydown", press, true);
  window.addEventListener("pointerdown", touch, true);
  return () => {
    window.removeEventListener("keydown", press, true);
    window.removeEventListener("pointerdown", touch, true);
    touch();
  };
};

interface HeldKeys {
  readonly isEmpty: () => boolean;
  readonly hold: (event: KeyboardEvent, whenDue: () => void) => void;
  /** Pressed now, in their order. */
  readonly letGo: () => void;
  readonly drop: () => void;
}

const heldKeys = (wait: Required<ScanListener>["wait"]): HeldKeys => {
  let keys: ReadonlyArray<KeyboardEvent> = [];
  let callOff = (): void => undefined;
  const taken = (): ReadonlyArray<KeyboardEvent> => {
    callOff();
    const all = keys;
    keys = [];
    return all;
  };
  return {
    isEmpty: () => keys.length === 0,
    hold: (event, whenDue) => {
      swallow(event);
      keys = [...keys, event];
      callOff();
      callOff = wait(holdMs, whenDue);
    },
    letGo: () => taken().forEach(pressAnew),
    drop: () => void taken(),
  };
};

const isFast = ({ lastMs }: Burst, { timeStamp }: KeyboardEvent): boolean => timeStamp - lastMs < fastestHandMs;

const begun = (event: KeyboardEvent, spot: ScanSpot): Burst => ({
  text: event.key,
  lastMs: event.timeStamp,
  spot,
  stood: { value: spot?.value ?? "", from: spot?.selectionStart ?? null, to: spot?.selectionEnd ?? null },
});

const fieldOf = (target: EventTarget | null): ScanSpot =>
  isTyping(target) && (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) ? target : null;

const restore = ({ spot, stood: { value, from, to } }: Burst): void => {
  if (spot === null || spot.value === value) return;
  // Not `spot.value = …`: React takes that for its own doing, and would not hear of it.
  spot.setRangeText(value, 0, spot.value.length, "end");
  spot.dispatchEvent(new InputEvent("input", { bubbles: true }));
  if (from !== null && spot.isConnected) spot.setSelectionRange(from, to);
};

const swallow = (event: Event): void => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

/** As the browser would: the page's commands first, and what nobody takes does what a key does in a field or on a button. */
const pressAnew = ({ key, code, shiftKey, target }: KeyboardEvent): void => {
  const active = document.activeElement ?? document.body;
  const to = target instanceof Element && target.isConnected && active === document.body ? target : active;
  const event = new KeyboardEvent("keydown", { key, code, shiftKey, bubbles: true, cancelable: true, composed: true });
  anew.add(event);
  // At once: what a letter opens must be there to take the next one.
  const isLeft = flushSync(() => to.dispatchEvent(event));
  if (!isLeft) return;
  const field = fieldOf(to);
  if (key === "Enter") {
    if (to instanceof HTMLInputElement) to.form?.requestSubmit();
    else if (to instanceof HTMLElement && to.matches("button, a[href], summary")) to.click();
  } else if (field !== null) {
    field.setRangeText(key, field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true, data: key }));
  }
};

/** Twice: keys that were pressed while the page was busy come before it. */
const waitReally = (ms: number, work: () => void): (() => void) => {
  let timer = setTimeout(() => {
    timer = setTimeout(work);
  }, ms);
  return () => clearTimeout(timer);
};
