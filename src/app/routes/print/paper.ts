// What stands on every sheet: whose it is, when it was printed, and whether it is a drill.
import { openDowntime } from "#core/downtime/downtime.ts";
import { settingsOf } from "#core/ward/ward.ts";
import { useApp, useNow, useWardState } from "../../app-context.tsx";
import { clockTime, localDate, longDate, timeOf } from "../../formats.ts";
import { usePageWords } from "../../page-words.ts";
import type { TextContext } from "../visit/fact-text.ts";

export interface Paper {
  readonly ward: string;
  readonly printedAt: string;
  readonly downtime: string | null;
  readonly isDrill: boolean;
  /** On paper the national number stands whole: it is what the journal is found by. */
  readonly text: TextContext;
}

export const usePaper = (): Paper => {
  const words = usePageWords();
  const { prefs, profile } = useApp();
  const { language } = prefs;
  const state = useWardState();
  const nowMs = useNow();
  const downtime = openDowntime(state.downtimes);
  return {
    ward: settingsOf(state.ward).name,
    printedAt: words.print.printedAt(`${longDate(nowMs, language)} ${localDate(nowMs).slice(0, 4)} ${clockTime(nowMs)}`),
    downtime: downtime === null ? null : words.print.downtimeSince(timeOf(downtime.startedAtMs, nowMs, language)),
    isDrill: profile === "drill",
    text: { words, language, nowMs, isNumberShown: true },
  };
};
