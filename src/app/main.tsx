// Starts the program behind the page that was drawn ahead, takes over from it when it can, and then sees to the next start.
// First of all: whatever starts a worker must find the door that lets its address through.
import "./trusted.ts";
import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import { settingsOf } from "#core/ward/ward.ts";
import { loadWords } from "#i18n/load-words.ts";
import { languages } from "#i18n/words.ts";
import type { Book } from "./app-context.tsx";
import { App } from "./app.tsx";
import { handOver } from "./boot-hand-over.ts";
import { keepHint } from "./boot-hint.ts";
import { drawnPage } from "./drawn-page.ts";
import { loadAllPages, loadPageAt } from "./pages.tsx";
import { addressOf, here, screenAt } from "./place.ts";
import { readPrefs } from "./prefs.ts";
import { readProfile } from "./profile.ts";
import { fetchTheRest } from "./wiring/wiring.ts";
// The browser offers an installation early and once: somebody must listen from the start.
import "./install.ts";
import "./styles/tokens.css";
import "./styles/base.css";
import "./ui/ui.css";

const root = document.getElementById("root");
let shell = drawnPage();
// Two forms with one set of labels must never stand in the page at once: React draws outside it until it takes over.
if (shell !== null) root?.remove();

let dressAnew = (): void => undefined;

const onBook = (book: Book): void => {
  const door = window.vaktbokDoor;
  if (root !== null && shell !== null && (door === undefined || book.is !== "opening")) {
    handOver(shell, root, door);
    shell = null;
    void seeToTheNextStart();
  }
  if (book.is === "open") keepHintOf(book.feed);
};

const seeToTheNextStart = async (): Promise<void> => {
  // A page or a language that cannot be had now is asked for again when somebody goes there.
  await loadAllPages().catch(() => undefined);
  await fetchTheRest().catch(() => undefined);
  await Promise.all(languages.map(loadWords)).catch(() => undefined);
  const [rest, update] = await Promise.all([import("./boot-rest.ts").catch(() => null), import("./update.ts").catch(() => null)]);
  await update?.registerWorker(`${here.home}sw.js`);
  if (rest !== null) dressAnew = rest.keepPagesDressed();
};

const keepHintOf = ({ state, subscribe }: Extract<Book, { is: "open" }>["feed"]): void => {
  const keep = (): void => {
    if (keepHint(localStorage, readProfile(sessionStorage), settingsOf(state().ward))) dressAnew();
  };
  keep();
  subscribe(keep);
};

// What is told from the page's address must not move along when that moves.
for (const link of document.querySelectorAll<HTMLLinkElement>("link:is([rel=icon], [rel=apple-touch-icon], [rel=manifest])")) link.setAttribute("href", link.href);

// However the screen was asked for, from here on it has one address.
const screen = screenAt(location);
if (!here.isFile && addressOf(screen) !== `${location.pathname}${location.search}`) history.replaceState(null, "", addressOf(screen));

const draw = async (into: HTMLElement): Promise<void> => {
  const prefs = readPrefs(localStorage, location.search, navigator.languages);
  const [words] = await Promise.all([loadWords(prefs.language), loadPageAt(screen)]);
  // As a transition: React then draws in slices and lets a key through between them.
  startTransition(() => createRoot(into).render(<App first={{ prefs, words }} onBook={onBook} />));
};

if (root !== null) void draw(root);
