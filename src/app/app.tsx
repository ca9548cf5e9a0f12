/**
 * The whole app: looks, book, frame, pages. A page can be opened from any address of the public surface.
 */
import { Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { loadWords, wordsHere } from "#i18n/load-words.ts";
import type { Words } from "#i18n/words.ts";
import { AppProvider, type AppParts, type Book, type BookSwitch } from "./app-context.tsx";
import { beginBook, bookName, olderBooks, type BookShelf } from "./book-name.ts";
import { createClock } from "./clock.ts";
import { DeedsProvider } from "./deeds.tsx";
import { Frame } from "./frame/frame.tsx";
import { BackPage, BoardPage, CallsPage, DisagreementsPage, DowntimePage, DrillPage, ImportPage, LaterPage, PrintPage, RecoveryPage, RescuePage, Scanner, SettingsPage, VisitPage, WallPage } from "./pages.tsx";
import { here, openScreen } from "./place.ts";
import { showPrefs, writePrefs, type Prefs } from "./prefs.ts";
import { readProfile, writeProfile } from "./profile.ts";
import { BrowserWay } from "./router/browser-way.tsx";
import { Route, Routes } from "./router/routes.tsx";
import { createPace } from "./routes/drill/pace.ts";
import { IntakePage } from "./routes/intake/intake-page.tsx";
import { BrokenPage } from "./ui/broken-page.tsx";
import { useBook } from "./use-book.ts";
import { openBook, openBookOfTab, outlets } from "./wiring/wiring.ts";

const profile = readProfile(sessionStorage);
const device = { wallMs: () => Date.now(), steadyMs: () => performance.now() };
const pace = profile === "drill" ? createPace(device) : null;
const clock = createClock(pace ?? device);

/** Begun before anything is drawn: the disk works while React does. */
const shelf: BookShelf = { profile, mark: here.mark, memories: [localStorage, sessionStorage] };
const name = bookName(shelf);
const opening = openBook(name, profile, clock, pace);

const leaveFor = (to: Exclude<BookSwitch, "tabOnly">): void => {
  if (to === "newBook") beginBook(shelf, name);
  else writeProfile(sessionStorage, to);
  openScreen("/");
};

/** Words are always those of the language in `prefs`: the two change as one. */
export interface Spoken {
  readonly prefs: Prefs;
  readonly words: Words;
}

interface AppProps {
  readonly first: Spoken;
  /** Told after the page that shows this book is drawn. */
  readonly onBook: (book: Book) => void;
}

export const App = ({ first, onBook }: AppProps) => {
  const { prefs, words, setPrefs } = usePrefs(first);
  const [book, setBook] = useBook(opening);
  useEffect(() => onBook(book), [book, onBook]);

  // In place, without a reload: what was begun in this tab, and could not be saved, is still here.
  const switchTo = useCallback((to: BookSwitch) => void (to === "tabOnly" ? openBookOfTab(clock).then(setBook) : leaveFor(to)), [setBook]);

  const parts = useMemo<AppParts>(
    () => ({ profile, book, clock, prefs, words, setPrefs, outlets, switchTo, olderBooks: olderBooks(shelf) }),
    [book, prefs, words, setPrefs, switchTo],
  );
  return (
    <AppProvider value={parts}>
      <BrokenPage words={words}>
        <DeedsProvider>
          <BrowserWay>
            <Suspense fallback={null}>
              <Routes>
                <Route element={<Frame />}>
                  <Route index element={<BoardPage />} />
                  <Route path="intake" element={<IntakePage />} />
                  <Route path="visit/:number" element={<VisitPage />} />
                  <Route path="calls" element={<CallsPage />} />
                  <Route path="disagreements" element={<DisagreementsPage />} />
                  <Route path="downtime" element={<DowntimePage />} />
                  <Route path="recovery" element={<RecoveryPage />} />
                  <Route path="recovery/:number" element={<BackPage />} />
                  <Route path="import" element={<ImportPage />} />
                  <Route path="drill" element={<DrillPage />} />
                  <Route path="rescue" element={<RescuePage />} />
                  <Route path="print" element={<PrintPage />} />
                  <Route path="settings" element={<SettingsPage />} />
                  <Route path="*" element={<LaterPage />} />
                </Route>
                <Route path="wall" element={<WallPage />} />
              </Routes>
            </Suspense>
            <Suspense fallback={null}>
              <Scanner />
            </Suspense>
          </BrowserWay>
        </DeedsProvider>
      </BrokenPage>
    </AppProvider>
  );
};

const usePrefs = (first: Spoken): Spoken & Pick<AppParts, "setPrefs"> => {
  const [spoken, setSpoken] = useState(first);
  const setPrefs = useCallback((change: Partial<Prefs>): void => {
    const { language } = change;
    const take = (words?: Words): void => setSpoken((before) => ({ prefs: { ...before.prefs, ...change }, words: words ?? before.words }));
    const here = language === undefined ? undefined : wordsHere(language);
    // Fetched right after the start; one that cannot be had before that leaves the page in the language that it has.
    if (language !== undefined && here === undefined) void loadWords(language).then(take, () => undefined);
    else take(here);
  }, []);
  const { prefs } = spoken;
  useEffect(() => {
    showPrefs(document.documentElement, prefs);
    writePrefs(localStorage, prefs);
  }, [prefs]);
  return { ...spoken, setPrefs };
};
