/**
 * The door form before the program is here, held until React's own can take over. What a person does meanwhile is either
 * kept by the browser itself (letters, choices) or held here (Register, Unknown, a way out).
 *
 * - HOLD2 Register pressed before the program is here empties the form for the next patient and is done once, afterwards.
 */
import type { DoorAnswers } from "#forms/door.ts";
import { answersIn, chooseLevel } from "./routes/intake/door-answers.ts";
import { markReason, onDoorKey, toggleReason } from "./routes/intake/door-keys.ts";

export type Held =
  | { readonly is: "register"; readonly answers: DoorAnswers }
  | { readonly is: "unknown" }
  | { readonly is: "go"; readonly href: string };

export interface HeldDoor {
  readonly form: HTMLFormElement;
  readonly held: ReadonlyArray<Held>;
  /** Calls back when no finger, key or composed letter is half done: what is begun in one form must not end in another. */
  readonly whenQuiet: (then: () => void) => void;
}

declare global {
  interface Window {
    /** Left by the boot script for the program that takes over. */
    vaktbokDoor?: HeldDoor;
  }
}

export const holdDoor = (): void => {
  const shell = document.getElementById("shell");
  const form = shell?.querySelector("form");
  if (!shell || !form) return;
  window.vaktbokDoor = hold(shell, form);
  // The page asks the browser to focus; where the form was put in afterwards, the browser may have let it be.
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) form.querySelector<HTMLElement>("[data-first]")?.focus({ preventScroll: true });
  });
};

const hold = (shell: HTMLElement, form: HTMLFormElement): HeldDoor => {
  const held: Array<Held> = [];
  const keep = (one: Held): void => {
    held.push(one);
    shell.querySelector("[data-held]")?.removeAttribute("hidden");
  };
  shell.addEventListener("input", () => markReason(form));
  shell.addEventListener("submit", (event) => {
    event.preventDefault();
    keep({ is: "register", answers: answersIn(form) });
    form.reset();
    form.querySelector<HTMLElement>("[data-first]")?.focus();
  });
  shell.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const link = event.target.closest("a");
    const button = event.target.closest<HTMLElement>("button[type=button]");
    if (link !== null) {
      event.preventDefault();
      held.push({ is: "go", href: link.href });
    } else if (button?.dataset["reason"] !== undefined) toggleReason(button, button.dataset["reason"]);
    else if (button !== null && form.contains(button)) keep({ is: "unknown" });
  });
  return { form, held, whenQuiet: watchHands(form) };
};

/** Keys go to this form alone: the program behind it must not act on them before it is seen. */
const watchHands = (form: HTMLFormElement): HeldDoor["whenQuiet"] => {
  const begun = new Set<string>();
  let waiting: (() => void) | null = null;
  const watch = new AbortController();
  const on = (name: keyof WindowEventMap, heard: (event: Event) => void): void =>
    window.addEventListener(name, heard, { capture: true, signal: watch.signal });
  const settle = (): void => {
    const then = waiting;
    if (then === null || begun.size > 0) return;
    waiting = null;
    watch.abort();
    then();
  };
  // After the turn that ends it: the click or the letter itself comes behind the event that ends the press.
  const end = (what: string) => (): void => {
    begun.delete(what);
    setTimeout(settle);
  };
  on("pointerdown", () => begun.add("press"));
  on("pointerup", end("press"));
  on("pointercancel", end("press"));
  on("compositionstart", () => begun.add("compose"));
  on("compositionend", end("compose"));
  on("blur", (event) => event.target === window && begun.clear());
  on("keyup", end("key"));
  on("keydown", (event) => {
    if (!(event instanceof KeyboardEvent)) return;
    event.stopImmediatePropagation();
    const isTyping = event.target instanceof HTMLInputElement && event.target.type === "text";
    if (!isTyping) begun.add("key");
    const digit = /^(?:Digit|Numpad)([1-5])$/.exec(event.code)?.[1];
    if (digit !== undefined && !event.ctrlKey && !event.metaKey && (event.altKey || !isTyping)) {
      event.preventDefault();
      chooseLevel(form, digit);
    } else if (event.target instanceof Node && form.contains(event.target)) onDoorKey(event, form);
  });
  return (then) => {
    waiting = then;
    settle();
  };
};
