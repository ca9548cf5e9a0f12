/**
 * What happened, newest first. Nothing leaves it: a struck line stays, struck through, with who, when and why.
 *
 * - TLV1 Of a long story the newest hundred lines are drawn; one press draws all of them, and so do a correction that was begun in an older line, and a printer.
 */
import { memo, useEffect, useMemo, useRef, useState } from "react";
import type { LogRecord } from "#core/log/record.ts";
import { minuteMs, type EpochMs } from "#core/time.ts";
import { timelineOf, type TimelineEntry } from "#projections/timeline.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { useWardState } from "../../app-context.tsx";
import { timeOf } from "../../formats.ts";
import { usePrinting } from "../../ui/use-printing.ts";
import { actorText, type TextContext } from "./fact-text.ts";
import { TimelineLine, type LineWays } from "./timeline-line.tsx";
import type { Chart } from "./use-chart.ts";

const drawnFirst = 100;

const idOf = (entry: TimelineEntry): string => (entry.is === "line" ? entry.line.id : entry.record.id);

export const Timeline = ({ chart }: { readonly chart: Chart }) => {
  const { file, open, dayText } = chart;
  const { words } = dayText;
  const { unknown } = useWardState();
  const entries = useMemo(() => timelineOf(file, unknown), [file, unknown]);
  const corrected = open.is === "correction" ? open.line : null;
  const [isWhole, setWhole] = useState(false);
  const isPrinting = usePrinting();
  const isShort = !isWhole && !isPrinting && entries.length > drawnFirst && !entries.slice(drawnFirst).some((entry) => idOf(entry) === corrected);
  const ways = useLineWays(chart);
  return (
    <section className="timeline" aria-labelledby="timeline">
      <h2 id="timeline" tabIndex={-1}>
        {words.visit.timeline}
      </h2>
      <ol>
        {(isShort ? entries.slice(0, drawnFirst) : entries).map((entry) => (
          <Line key={idOf(entry)} entry={entry} file={file} text={dayText} ways={ways} correcting={idOf(entry) === corrected ? chart : null} />
        ))}
      </ol>
      {isShort && (
        <button type="button" className="button timeline-more no-print" onClick={() => setWhole(true)}>
          {words.clinical.olderLines} ({entries.length - drawnFirst})
        </button>
      )}
    </section>
  );
};

interface LineProps {
  readonly entry: TimelineEntry;
  readonly file: VisitFile;
  readonly text: TextContext;
  readonly ways: LineWays;
  /** The chart while this line is being corrected. */
  readonly correcting: Chart | null;
}

/** Drawn anew only when something of it changed: not for a key in a panel, and not for a minute that went by. */
const Line = memo(({ entry, file, text, ways, correcting }: LineProps) => (
  <li className="line" data-struck={entry.is === "line" && entry.line.struck !== null}>
    <Times entry={entry} text={text} />
    {entry.is === "line" ? <TimelineLine entry={entry} file={file} text={text} ways={ways} correcting={correcting} /> : <UnknownLine record={entry.record} text={text} />}
  </li>
));
Line.displayName = "Line";

/** The same for as long as the chart is open, whatever else changes in it. */
const useLineWays = (chart: Chart): LineWays => {
  const latest = useRef(chart);
  useEffect(() => {
    latest.current = chart;
  });
  return useMemo(
    () => ({
      correct: (line) => latest.current.show({ is: "correction", line }),
      bringBack: (strike) => void latest.current.act((atMs) => ({ type: "Undo", target: strike, atMs }), latest.current.text.words.visit.doneBack),
    }),
    [],
  );
};

const UnknownLine = ({ record, text: { words } }: { readonly record: LogRecord; readonly text: TextContext }) => (
  <div className="line-body">
    <p>{words.visit.eventUnknown}</p>
    <p className="line-who">
      {actorText(record.actor, words)}
      {record.event.type === "unknown" && record.event.was !== "" && <> · {record.event.was}</>}
    </p>
  </div>
);

const Times = ({ entry, text: { words, nowMs, language } }: { readonly entry: TimelineEntry; readonly text: TextContext }) => {
  const { atMs, wroteMs } = entry.is === "line" ? entry.line : entry.record;
  return (
    <div className="line-times">
      <time dateTime={new Date(atMs).toISOString()}>{timeOf(atMs, nowMs, language)}</time>
      {isToldLater(atMs, wroteMs) && <span>{words.visit.wroteAt(timeOf(wroteMs, nowMs, language))}</span>}
    </div>
  );
};

/** Within the minute the two times are one to everybody but the log. */
const isToldLater = (atMs: EpochMs, wroteMs: EpochMs): boolean => Math.abs(wroteMs - atMs) >= minuteMs;
