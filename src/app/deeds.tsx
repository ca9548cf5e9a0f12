/**
 * Doing things: every page asks here, and what came of it is said in one place, with an undo.
 *
 * - DEED1 What was done can be undone from the notice and with Z for as long as nothing else was done.
 * - DEED2 A fault says what is not saved and stays until somebody closes it; what went well goes away by itself after 12 s.
 * - DEED3 One undo at a time: one that is asked for while another is being saved, or with nothing to undo, does and says nothing.
 * - DEED4 An undo that is asked for while a deed is being saved waits for it and takes that one back, never the one before it;
 *   where that deed was not saved, nothing is undone.
 */
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { err } from "#core/result.ts";
import type { VisitCommand } from "#core/visit/decide.ts";
import type { VisitId } from "#core/visit/events.ts";
import type { Words } from "#i18n/words.ts";
import { useActor, useApp, useWords } from "./app-context.tsx";
import { timeOf } from "./formats.ts";
import type { Language } from "#i18n/words.ts";
import type { EpochMs } from "#core/time.ts";
import type { Arrival, Asked, AskFault, WardFeed } from "./ward-feed.ts";

export interface Notice {
  readonly key: number;
  readonly kind: "done" | "fault";
  readonly text: string;
  readonly canUndo: boolean;
}

export interface Deeds {
  readonly notice: Notice | null;
  readonly closeNotice: () => void;
  /** Says in the notice what was done, once it is saved; with an empty text nothing is said. */
  readonly ask: (visit: VisitId, commands: ReadonlyArray<VisitCommand>, done: string) => Promise<Asked>;
  readonly register: (arrival: Arrival) => Promise<Asked>;
  readonly registerMany: (arrivals: ReadonlyArray<Arrival>, done: string) => Promise<Asked>;
  readonly tell: (facts: Parameters<WardFeed["tell"]>[0], done: string) => Promise<Asked>;
  readonly undo: () => Promise<void>;
  readonly say: (text: string) => void;
}

const DeedsContext = createContext<Deeds | null>(null);

export const useDeeds = (): Deeds => {
  const deeds = useContext(DeedsContext);
  if (deeds === null) throw new Error("a deed was done outside the app");
  return deeds;
};

const noticeMs = 12_000;

export const DeedsProvider = ({ children }: { readonly children: ReactNode }) => {
  const { book, clock, prefs } = useApp();
  const actor = useActor();
  const words = useWords();
  const [notice, setNotice] = useState<Notice | null>(null);
  const feed = book.is === "open" ? book.feed : null;

  useEffect(() => {
    if (notice?.kind !== "done") return undefined;
    const timer = setTimeout(() => setNotice((now) => (now?.key === notice.key ? null : now)), noticeMs);
    return () => clearTimeout(timer);
  }, [notice]);

  const show = useCallback((kind: Notice["kind"], text: string, canUndo: boolean) => {
    setNotice((before) => ({ key: (before?.key ?? 0) + 1, kind, text, canUndo }));
  }, []);

  const settle = useCallback(
    async (asking: (open: WardFeed) => Promise<Asked>, done: string, canUndo: boolean): Promise<Asked> => {
      const asked = feed === null ? notSaved("the book is not open") : await asking(feed).catch((bug: unknown) => notSaved(String(bug)));
      if (!asked.ok) show("fault", faultText(asked.error, words, prefs.language, clock.nowMs()), false);
      else if (done !== "") show("done", done, canUndo);
      return asked;
    },
    [feed, show, words, prefs.language, clock],
  );

  const { give, undo } = useUndo(settle);

  const deeds = useMemo<Deeds>(
    () => ({
      notice,
      closeNotice: () => setNotice(null),
      ask: (visit, commands, done) => give((open) => open.ask(visit, commands, actor), done, true),
      register: (arrival) => give((open) => open.register(arrival, actor), "", true),
      registerMany: (arrivals, done) => give((open) => open.registerMany(arrivals, actor), done, false),
      tell: (facts, done) => settle((open) => open.tell(facts, actor), done, false),
      undo,
      say: (text) => show("done", text, false),
    }),
    [notice, settle, give, undo, show, actor],
  );
  return <DeedsContext value={deeds}>{children}</DeedsContext>;
};

type Settle = (asking: (open: WardFeed) => Promise<Asked>, done: string, canUndo: boolean) => Promise<Asked>;

/** `give` saves a deed about patients: an undo means it from the moment it is asked, not from when it is saved. */
const useUndo = (settle: Settle): { readonly give: Settle; readonly undo: () => Promise<void> } => {
  const { book, clock } = useApp();
  const actor = useActor();
  const { frame } = useWords();
  const isUndoing = useRef(false);
  const beingSaved = useRef<Promise<Asked> | null>(null);
  const feed = book.is === "open" ? book.feed : null;
  const give = useCallback<Settle>(
    async (asking, done, canUndo) => {
      const saving = settle(asking, done, canUndo);
      beingSaved.current = saving;
      const asked = await saving;
      if (beingSaved.current === saving) beingSaved.current = null;
      return asked;
    },
    [settle],
  );
  const undo = useCallback(async (): Promise<void> => {
    if (isUndoing.current) return;
    isUndoing.current = true;
    const meant = await beingSaved.current;
    const last = meant?.ok === false ? null : (feed?.undoable() ?? null);
    if (last !== null) {
      const atMs = clock.nowMs();
      const asked = await settle((open) => open.ask(last.visit, last.records.map((target) => ({ type: "Undo", target, atMs })), actor), frame.undone, false);
      if (asked.ok) feed?.forgetUndoable();
    }
    isUndoing.current = false;
  }, [settle, feed, clock, actor, frame.undone]);
  return { give, undo };
};

/** A bug while saving is said as what it means for the ward: the last is not saved. The form keeps what was typed. */
const notSaved = (detail: string): Asked => err({ type: "StoreLost", detail });

const faultText = (fault: AskFault, words: Words, language: Language, nowMs: EpochMs): string => {
  switch (fault.type) {
    case "DiskFull":
      return words.faults.diskFull;
    case "StoreLost":
      return words.faults.storeLost;
    case "NewerData":
      return words.faults.newerData;
    case "VisitIsOver":
      return words.faults.visitIsOver(timeOf(fault.atMs, nowMs, language));
    case "AlreadySo":
      return words.faults.alreadySo;
    case "NoSuchVisit":
      return words.faults.noSuchVisit;
    case "NothingToStrike":
      return words.faults.nothingToStrike;
    case "NothingSaid":
      return words.faults.nothingSaid;
  }
};
