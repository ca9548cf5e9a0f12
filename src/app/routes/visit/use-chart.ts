/**
 * The chart's one state and its one way of doing: what is open, the time typed beside the deeds, and the deed itself.
 *
 * - CHD1 What was begun in a part of the chart before a kill, or before somebody went elsewhere, opens that part again as it stood.
 * - CHD2 A part that is closed, by Escape or because it was saved, has no draft any more.
 * - CHD3 A correction that was saved before the kill is over, and opens nothing.
 */
import { useEffect, useMemo, useRef, useState } from "react";
import type { EpochMs } from "#core/time.ts";
import type { VisitCommand } from "#core/visit/commands.ts";
import { struckRecords } from "#core/visit/strikes.ts";
import { metAtMs, phaseOf, type Phase } from "#core/visit/visit.ts";
import { readHappenedAt, type Happened, type HappenedMoment } from "#forms/happened-at.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { useApp, useNow } from "../../app-context.tsx";
import { useDeeds, type NextWay } from "../../deeds.tsx";
import { claimDraft, draftsBegun, endFormDraft } from "../../drafts/drafts.ts";
import { endPicture } from "../../drafts/picture-draft.ts";
import { useTextDraft } from "../../drafts/use-draft.ts";
import { localDate, offsetMinAt, timeOf } from "../../formats.ts";
import { usePageWords } from "../../page-words.ts";
import { useSearch } from "../../router/way.ts";
import type { TextContext } from "./fact-text.ts";
import { chartDrafts, draftForm, doParam, nothingOpen, openerId, panelAsked, partOfDraft, type OpenPart } from "./open-part.ts";

export interface Chart {
  readonly file: VisitFile;
  readonly phase: Phase;
  readonly open: OpenPart;
  readonly show: (part: OpenPart) => void;
  readonly close: () => void;
  readonly typedTime: string;
  readonly typeTime: (text: string) => void;
  readonly momentAt: (nowMs: EpochMs) => HappenedMoment;
  /** What the typed time reads as. */
  readonly happened: Happened;
  /** Does it, or several in one go, at the typed time, and says so once it is saved. */
  readonly act: (commandAt: (atMs: EpochMs) => VisitCommand | ReadonlyArray<VisitCommand>, done: string, way?: NextWay) => Promise<void>;
  readonly text: TextContext;
  /** The same until the date changes, for what says nothing of minutes: it is not drawn anew for a minute that went by. */
  readonly dayText: TextContext;
}

export const useChart = (file: VisitFile): Chart => {
  const words = usePageWords();
  const { clock, prefs } = useApp();
  const { ask } = useDeeds();
  const nowMs = useNow();
  const asked = useSearch().get(doParam);
  const [open, show] = useState<OpenPart>(() => panelAsked(asked));
  const { text: typedTime, type: typeTime } = useTextDraft(`${chartDrafts(file.visit.id)}time`, "");
  const close = (): void => {
    endFormDraft(draftForm(file.visit.id, open));
    endPicture(draftForm(file.visit.id, open));
    show(nothingOpen);
  };
  const phase = phaseOf(file.visit);
  useBegunPart(file, show);
  useFocusReturn(open);
  useEscape(close);

  const momentAt = (at: EpochMs): HappenedMoment => ({
    nowMs: at,
    offsetMinAt,
    arrivedAtMs: metAtMs(file.visit),
    endedAtMs: phase.is === "left" ? phase.atMs : null,
  });
  const act = async (commandAt: (atMs: EpochMs) => VisitCommand | ReadonlyArray<VisitCommand>, done: string, way?: NextWay): Promise<void> => {
    const at = clock.nowMs();
    const { atMs } = readHappenedAt(typedTime, momentAt(at));
    const answer = await ask(file.visit.id, [commandAt(atMs)].flat(), typedTime.trim() === "" ? done : `${done}, ${timeOf(atMs, at, prefs.language)}`, way);
    if (!answer.ok) return;
    typeTime("");
    close();
  };
  const { language } = prefs;
  const dayMs = useDay(nowMs);
  const dayText = useMemo((): TextContext => ({ words, language, nowMs: dayMs, isNumberShown: false }), [words, language, dayMs]);
  return {
    file, phase, open, show, close, typedTime, typeTime, momentAt, act,
    happened: readHappenedAt(typedTime, momentAt(nowMs)),
    text: { words, language, nowMs, isNumberShown: false },
    dayText,
  };
};

/** The first moment of this day that the chart was open in. */
const useDay = (nowMs: EpochMs): EpochMs => {
  const [dayMs, setDayMs] = useState(nowMs);
  if (localDate(dayMs) === localDate(nowMs)) return dayMs;
  setDayMs(nowMs);
  return nowMs;
};

/** Where somebody has opened another part meanwhile, what was begun waits in its own. */
const useBegunPart = (file: VisitFile, show: (change: (now: OpenPart) => OpenPart) => void): void => {
  const first = useRef(file);
  useEffect(() => {
    const { visit, records } = first.current;
    void draftsBegun(chartDrafts(visit.id)).then(async (drafts) => {
      const struck = struckRecords(records);
      for (const { form } of drafts) {
        const part = partOfDraft(visit.id, form);
        if (part?.is === "correction" && struck.has(part.line)) {
          await claimDraft(form);
          endFormDraft(form);
        } else if (part !== null) return show((now) => (now.is === "nothing" ? part : now));
      }
    });
  }, [show]);
};

/** When a part closes, focus goes back to what opened it; where that is gone, to the timeline. */
const useFocusReturn = (open: OpenPart): void => {
  const before = useRef<OpenPart>(open);
  useEffect(() => {
    const opener = open.is === "nothing" ? openerId(before.current) : null;
    before.current = open;
    const back = opener === null ? null : (document.getElementById(opener) ?? document.getElementById("timeline"));
    back?.focus({ preventScroll: true });
    // A long panel that is gone leaves the page far down: only as far as it takes to see where one is.
    back?.scrollIntoView?.({ block: "nearest" });
  }, [open]);
};

/** Escape closes from inside a field too, where single-letter keys rest. */
const useEscape = (close: () => void): void => {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && document.querySelector("dialog[open]") === null) latest.current();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
};
