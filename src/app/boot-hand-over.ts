/**
 * The moment the program takes over from the page that was drawn ahead.
 *
 * - OVER1 Every letter, the chosen level, the focus and the place in the text stand in React's form as they stood in the drawn one.
 * - OVER2 The drawn form stands until the book is open, so that no scale changes under a finger.
 * - OVER3 Never do two forms stand in the page at once.
 * - OVER4 What was typed in the drawn form is a draft from here on; one that lay on the shelf is looked for only after it.
 */
import type { HeldDoor } from "./boot-door.ts";
import { letKeyGo } from "./boot-keys.ts";
import { drawnPage } from "./drawn-page.ts";
import { keepDraft } from "./drafts/drafts.ts";
import { fillForm } from "./drafts/native-form.ts";
import { newDraftId } from "./new-id.ts";
import { answersIn } from "./routes/intake/door-answers.ts";
import { doorForm } from "./routes/intake/door-draft.ts";
import { holdArrival } from "./routes/intake/held-arrivals.ts";

export const handOver = (shell: HTMLElement, root: HTMLElement, door: HeldDoor | undefined): void => {
  if (door === undefined) {
    show(shell, root);
    letKeyGo();
  } else door.whenQuiet(() => handOverDoor(shell, root, door));
};

const show = (shell: HTMLElement, root: HTMLElement): void => {
  root.hidden = false;
  shell.replaceWith(root);
  performance.mark("vaktbok-program");
  window.dispatchEvent(new Event(handedOverName));
};

const handedOverName = "vaktbok-handed-over";

/** Resolves when no drawn form stands any more, and what was typed in it is in React's. */
export const handedOver = (): Promise<void> =>
  new Promise((resolve) => {
    if (drawnPage() === null) resolve();
    else window.addEventListener(handedOverName, () => resolve(), { once: true });
  });

const handOverDoor = (shell: HTMLElement, root: HTMLElement, { form: from, held }: HeldDoor): void => {
  const answers = answersIn(from);
  const focus = focusIn(from);
  const scrollY = window.scrollY;
  show(shell, root);
  for (const one of held) if (one.is !== "go") holdArrival(one.is === "register" ? one.answers : {});
  const to = root.querySelector<HTMLFormElement>("form#door");
  if (to === null) {
    keepDraft({ id: newDraftId(), form: doorForm, fields: answers });
    return;
  }
  fillForm(to, answers);
  focus?.(to);
  window.scrollTo({ top: scrollY });
  const way = held.find((one) => one.is === "go");
  if (way !== undefined) [...root.querySelectorAll<HTMLAnchorElement>(".frame-nav a")].find(({ href }) => href === way.href)?.click();
};

/** Which control had the focus, told in a way that finds its double in another form of the same make. */
const focusIn = (form: HTMLFormElement): ((to: HTMLFormElement) => void) | null => {
  const active = document.activeElement;
  const place = [...form.querySelectorAll("input, button")].findIndex((one) => one === active);
  if (place === -1) return null;
  const text = active instanceof HTMLInputElement && active.type === "text" ? active : null;
  const from = text?.selectionStart ?? null;
  const till = text?.selectionEnd ?? null;
  const direction = text?.selectionDirection ?? "none";
  return (to) => {
    const double = [...to.querySelectorAll<HTMLElement>("input, button")][place];
    double?.focus({ preventScroll: true });
    if (double instanceof HTMLInputElement && from !== null && till !== null) double.setSelectionRange(from, till, direction);
  };
};
