/**
 * The rescue page: saves everything of the book on this device to one file, when the program itself is broken. It uses
 * nothing of the program: no framework, no store of ours, no key. "Redd" is Norwegian for "save".
 *
 * - RDD1 The file holds every book of this device but the drills, and what could not be read is said by its number.
 * - RDD2 Nothing is deleted and nothing is sent: the file is given to the browser and to nobody else.
 */
import { rescueWords, type RescueWords } from "#i18n/rescue.ts";
import { everythingFound } from "./found.ts";
import { chosenLanguage } from "./language.ts";
import { openRawWriter, rawFirstLine } from "./raw-lines.ts";
import "./redd.css";

/** So much text is handed to the browser at a time, which may put it on the disk. */
const lumpLength = 4_000_000;

interface Saved {
  readonly blob: Blob;
  readonly books: number;
  readonly rows: number;
  readonly files: number;
  readonly unread: number;
}

const utf8 = new TextEncoder();
const sha256 = async (text: string): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", utf8.encode(text))), (byte) => byte.toString(16).padStart(2, "0")).join("");

const gather = async (onRows: (rows: number) => void): Promise<Saved> => {
  const writer = openRawWriter(sha256);
  const lumps: Blob[] = [];
  let text = rawFirstLine(Date.now());
  let [rows, unread] = [0, 0];
  const [books, files] = [new Set<string>(), new Set<string>()];
  for await (const part of everythingFound()) {
    text += await writer.line(part);
    if (part.is === "rows") {
      rows += part.rows.length;
      if (part.store === "records") books.add(part.database);
      onRows(rows);
    }
    if (part.is === "file") files.add(part.path);
    if (part.is === "unread") unread += 1;
    if (text.length > lumpLength) {
      lumps.push(new Blob([text]));
      text = "";
    }
  }
  lumps.push(new Blob([text + (await writer.end())]));
  return { blob: new Blob(lumps, { type: "application/octet-stream" }), books: books.size, rows, files: files.size, unread };
};

const two = (number: number): string => String(number).padStart(2, "0");
const fileName = (now: Date): string =>
  `vaktbok-redd-${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}-${two(now.getHours())}${two(now.getMinutes())}.vaktbok-raw`;

const element = <K extends keyof HTMLElementTagNameMap>(tag: K, text: string, className = ""): HTMLElementTagNameMap[K] => {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = className;
  return made;
};

const handOver = (blob: Blob, name: string): void => {
  const link = element("a", "");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
};

const say = (place: HTMLElement, ...lines: ReadonlyArray<string>): void => place.replaceChildren(...lines.map((line) => element("p", line)));

const save = async (words: RescueWords, button: HTMLButtonElement, account: HTMLElement): Promise<void> => {
  button.disabled = true;
  say(account, words.reading(0));
  try {
    const { blob, books, rows, files, unread } = await gather((count) => say(account, words.reading(count)));
    if (rows + files + unread === 0) {
      say(account, words.nothing);
      return;
    }
    const name = fileName(new Date());
    handOver(blob, name);
    say(account, words.handed(name), words.holds(books, rows, files), ...(unread === 0 ? [] : [words.unread(unread)]), words.next);
    button.textContent = words.again;
  } catch (thrown) {
    // Whatever it was, the person at the page must hear of it, and that nothing is lost by it.
    say(account, words.failed(thrown instanceof Error ? thrown.name : "?"));
  } finally {
    button.disabled = false;
  }
};

const draw = (place: HTMLElement): void => {
  const language = chosenLanguage(localStorage.getItem("vaktbok-prefs"), location.search);
  const words = rescueWords[language];
  document.documentElement.lang = language;
  document.title = `${words.title} · Vaktbok`;
  const button = element("button", words.save);
  button.type = "button";
  const account = element("div", "", "redd-account");
  account.setAttribute("role", "status");
  button.addEventListener("click", () => void save(words, button, account));
  const back = element("a", words.back);
  back.href = document.documentElement.dataset["form"] === "file" ? location.pathname : "./";
  const parts = [element("h1", words.title), element("p", words.what), element("p", words.secret, "redd-secret"), button, account, back];
  place.replaceChildren(...parts);
  place.className = "redd";
};

/** In the one file this page is the same file with `#redd`: then the program finds nothing to draw itself into. */
const placeInFile = (): HTMLElement | null => {
  if (document.documentElement.dataset["form"] !== "file") return null;
  window.addEventListener("hashchange", () => { if (location.hash === "#redd") location.reload(); });
  if (location.hash !== "#redd") return null;
  const place = document.createElement("main");
  document.getElementById("shell")?.remove();
  document.getElementById("root")?.remove();
  document.body.prepend(place);
  return place;
};

const place = document.getElementById("redd") ?? placeInFile();
if (place !== null) draw(place);
