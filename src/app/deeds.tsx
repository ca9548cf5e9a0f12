/**
 * Doing things: every page asks here, and what came of it is said in one place, with an undo.
 *
 * - DEED1 What was done can be undone from the notice and with Z for as long as nothing else was done.
 * - DEED2 A fault says what is not saved and stays until somebody closes it; what went well goes away by itself after 12 s.
 * - DEED3 One undo at a time: one that is asked for while another is being saved, or with nothing to undo, does and says nothing.
 * - DEED4 An undo that is asked for while a deed is being saved waits for it and takes that one back, never the one before it;
 *   where that deed was not saved, nothing is undone.
 * - DEED5 An undo takes back the very deed that its message names, and says which patient's and what; a message goes away
 *   as soon as something newer is done, on whatever page.
 */
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { err } from "#core/result.ts";
import type { VisitCommand } from "#core/visit/commands.ts";
import type { VisitId } from "#core/visit/events.ts";
import type { Language, Words } from "#i18n/words.ts";
import { fileOf } from "#projections/ward-state.ts";
import { useActor, useApp, useWords } from "./app-context.tsx";
import { timeOf } from "./formats.ts";
import type { EpochMs } from "#core/time.ts";
import { useOpenFeed, type OpenFeed } from "./open-feed.ts";
import { undoableIn, type Arrival, type Asked, type AskFault, type Undoable, type WardFeed } from "./ward-feed.ts";

export interface NextWay {
  readonly to: string;
  readonly word: string;
}

/** What can be taken back, and as what it was said: the patient's number and what was done. */
export interface Deed extends Undoable {
  readonly said: string;
  /** Where people go next, once this is done. */
  readonly way?: NextWay;
}

export interface Notice {
  readonly key: number;
  readonly kind: "done" | "fault";
  readonly text: string;
  readonly deed: Deed | null;
}

export interface Deeds {
  readonly notice: Notice | null;
  readonly closeNotice: () => void;
  /** Says in the notice what was done, once it is saved; with an empty text nothing is said. */
  readonly ask: (visit: VisitId, commands: ReadonlyArray<VisitCommand>, done: string, way?: NextWay) => Promise<Asked>;
  readonly register: (arrival: Arrival) => Promise<Asked>;
  readonly registerMany: (arrivals: ReadonlyArray<Arrival>, done: string) => Promise<Asked>;
  readonly tell: (facts: Parameters<WardFeed["tell"]>[0], done: string) => Promise<Asked>;
  /** Of the deed that is named, or else of the latest. */
  readonly undo: (named?: Deed | null) => Promise<void>;
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
  const openFeed = useOpenFeed();

  useEffect(() => {
    if (notice?.kind !== "done") return undefined;
    const timer = setTimeout(() => setNotice((now) => (now?.key === notice.key ? null : now)), noticeMs);
    return () => clearTimeout(timer);
  }, [notice]);

  const show = useCallback((kind: Notice["kind"], text: string, deed: Deed | null) => {
    setNotice((before) => ({ key: (before?.key ?? 0) + 1, kind, text, deed }));
  }, []);
  const hush = useCallback(() => setNotice((now) => (now?.kind === "done" ? null : now)), []);

  const settle = useCallback(
    async (asking: (open: WardFeed) => Promise<Asked>, done: string, deedIn: DeedIn): Promise<Asked> => {
      const open = await openFeed();
      const asked = open === null ? notSaved("the book is not open") : await asking(open).catch((bug: unknown) => notSaved(String(bug)));
      if (!asked.ok) show("fault", faultText(asked.error, words, prefs.language, clock.nowMs()), null);
      else if (done === "") hush();
      else show("done", done, deedIn(asked.value));
      return asked;
    },
    [openFeed, show, hush, words, prefs.language, clock],
  );

  const { give, undo, forget } = useUndo(settle, openFeed);

  const deeds = useMemo<Deeds>(
    () => ({
      notice,
      closeNotice: () => setNotice(null),
      ask: (visit, commands, done, way) => {
        hush();
        const said = withNumber(feed === null ? null : fileOf(feed.state(), visit)?.visit.number, done);
        return give((open) => open.ask(visit, commands, actor), said, (written) => deedOf(written, said, way));
      },
      register: (arrival) => {
        hush();
        return give((open) => open.register(arrival, actor), "", (written) => arrivalDeed(written, words));
      },
      registerMany: (arrivals, done) => give((open) => open.registerMany(arrivals, actor), done, noDeed),
      tell: async (facts, done) => {
        const asked = await settle((open) => open.tell(facts, actor), done, noDeed);
        if (asked.ok && done !== "") forget();
        return asked;
      },
      undo,
      say: (text) => show("done", text, null),
    }),
    [notice, settle, give, undo, forget, show, hush, actor, feed, words],
  );
  return <DeedsContext value={deeds}>{children}</DeedsContext>;
};

type Written = Extract<Asked, { ok: true }>["value"];
type DeedIn = (written: Written) => Deed | null;

const noDeed: DeedIn = () => null;

const deedOf = (written: Written, said: string, way?: NextWay): Deed | null => {
  const undoable = undoableIn(written);
  return undoable === null ? null : { ...undoable, said, ...(way === undefined ? {} : { way }) };
};

/** The deed that took a patient in, or a call: nothing of it is said in the notice, the number stands in the page. */
export const arrivalDeed = (written: Written, { intake }: Words): Deed | null => {
  const begun = written.find(({ record: { event } }) => event.type === "v1.Arrived" || event.type === "v1.CallTaken")?.record.event;
  return begun !== undefined && "number" in begun ? deedOf(written, intake.registered(begun.number)) : null;
};

const withNumber = (number: string | null | undefined, done: string): string =>
  done === "" || number === null || number === undefined || done.includes(number) ? done : `${number}: ${done}`;

type Settle = (asking: (open: WardFeed) => Promise<Asked>, done: string, deedIn: DeedIn) => Promise<Asked>;

interface Undo {
  readonly give: Settle;
  readonly undo: Deeds["undo"];
  readonly forget: () => void;
}

/** `give` saves a deed about patients: an undo means it from the moment it is asked, not from when it is saved. */
const useUndo = (settle: Settle, openFeed: OpenFeed): Undo => {
  const { clock } = useApp();
  const actor = useActor();
  const { frame } = useWords();
  const isUndoing = useRef(false);
  const beingSaved = useRef<Promise<Asked> | null>(null);
  const latest = useRef<{ readonly in: WardFeed; readonly deed: Deed } | null>(null);
  const forget = useCallback(() => {
    latest.current = null;
  }, []);
  const give = useCallback<Settle>(
    async (asking, done, deedIn) => {
      let writtenIn: WardFeed | null = null;
      const saving = settle((feed) => asking((writtenIn = feed)), done, deedIn);
      beingSaved.current = saving;
      const asked = await saving;
      if (beingSaved.current === saving) beingSaved.current = null;
      const deed = asked.ok ? deedIn(asked.value) : null;
      if (asked.ok) latest.current = deed === null || writtenIn === null ? null : { in: writtenIn, deed };
      return asked;
    },
    [settle],
  );
  const undo = useCallback(
    async (named?: Deed | null): Promise<void> => {
      if (isUndoing.current) return;
      isUndoing.current = true;
      const meant = await beingSaved.current;
      const feed = await openFeed();
      const newest = meant?.ok === false || latest.current?.in !== feed ? null : (latest.current?.deed ?? null);
      const deed = named ?? newest;
      if (deed !== null) {
        const atMs = clock.nowMs();
        const commands = deed.records.map((target) => ({ type: "Undo", target, atMs }) as const);
        const asked = await settle((open) => open.ask(deed.visit, commands, actor), frame.undone(deed.said), noDeed);
        if (asked.ok && latest.current?.deed.records[0] === deed.records[0]) latest.current = null;
      }
      isUndoing.current = false;
    },
    [settle, openFeed, clock, actor, frame],
  );
  return { give, undo, forget };
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
