// What happened, newest first. Nothing leaves it: a struck line stays, struck through, with who, when and why.
import type { LogRecord } from "#core/log/record.ts";
import { minuteMs, type EpochMs } from "#core/time.ts";
import { timelineOf, type TimelineEntry } from "#projections/timeline.ts";
import { useWardState } from "../../app-context.tsx";
import { timeOf } from "../../formats.ts";
import { actorText, type TextContext } from "./fact-text.ts";
import { TimelineLine } from "./timeline-line.tsx";
import type { Chart } from "./use-chart.ts";

export const Timeline = ({ chart }: { readonly chart: Chart }) => {
  const { words } = chart.text;
  const { unknown } = useWardState();
  const entries = timelineOf(chart.file, unknown);
  return (
    <section className="timeline" aria-labelledby="timeline">
      <h2 id="timeline" tabIndex={-1}>
        {words.visit.timeline}
      </h2>
      <ol>
        {entries.map((entry) => (
          <li key={entry.is === "line" ? entry.line.id : entry.record.id} className="line" data-struck={entry.is === "line" && entry.line.struck !== null}>
            <Times entry={entry} text={chart.text} />
            {entry.is === "line" ? <TimelineLine entry={entry} chart={chart} /> : <UnknownLine record={entry.record} text={chart.text} />}
          </li>
        ))}
      </ol>
    </section>
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
