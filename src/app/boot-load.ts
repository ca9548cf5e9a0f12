// Brings the program after the first paint, a piece a turn, so that a key pressed meanwhile waits for one piece at most.
import type { Language } from "#i18n/words.ts";


/** A tab in the background never paints; it must not wait for it. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.hidden) resolve();
    else requestAnimationFrame(() => void setTimeout(resolve));
    document.addEventListener("visibilitychange", () => resolve(), { once: true });
  });

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The build puts every language among the pieces, named after its code; a start takes this device's own. */
export const piecesFor = (language: Language, pieces: string): ReadonlyArray<string> =>
  pieces.split(" ").filter((piece) => (/\/words-([a-z]+)-[^/]*$/.exec(piece)?.[1] ?? language) === language);

/** The style comes first: it is whole before the program can show anything. */
export const loadInPieces = async (style: string, pieces: ReadonlyArray<string>): Promise<void> => {
  await painted();
  const styled = loadStyle(style);
  for (const href of pieces) {
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.href = href;
    document.head.append(link);
  }
  await styled;
  for (const piece of pieces) {
    // A script's own imports are told from where it lies; the pieces are told from the page.
    await import(/* @vite-ignore */ new URL(piece, document.baseURI).href);
    await turn();
  }
};

const loadStyle = (href: string): Promise<void> =>
  new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    link.addEventListener("load", () => resolve(), { once: true });
    link.addEventListener("error", () => resolve(), { once: true });
    document.head.append(link);
  });
