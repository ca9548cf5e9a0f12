// How it stands now: the wait against its limit, or the phase after it. The board's own row, so that both say the same wait.
import { minutesBetween } from "#core/time.ts";
import { boardOf, isAhead, waitOf, type BoardRow } from "#projections/board.ts";
import { useWardState } from "../../app-context.tsx";
import { timeOf } from "../../formats.ts";
import { leavingWithTo } from "./fact-text.ts";
import { PhoneStanding } from "./phone-standing.tsx";
import type { Chart } from "./use-chart.ts";

export const StandingNow = ({ chart }: { readonly chart: Chart }) => {
  const { phase, file, text } = chart;
  const { words, nowMs, language } = text;
  const state = useWardState();
  const { visit } = words;
  if (phase.is === "void") return <p className="standing standing-void">{visit.isVoid}</p>;
  if (phase.is === "left") {
    return (
      <p className="standing" role="status">
        <strong>{visit.leftAt(timeOf(phase.atMs, nowMs, language))}</strong>
        <span>{leavingWithTo(phase.how, phase.to, words)}</span>
        <span className="soft small">{visit.lateStillOpen}</span>
      </p>
    );
  }
  if ((phase.is === "onPhone" || phase.is === "callOver") && file.visit.phone !== null) return <PhoneStanding phone={file.visit.phone} text={text} />;
  const board = boardOf(state, nowMs);
  const row = [...board.overdue, ...board.waiting, ...board.inCare].find(({ id }) => id === file.visit.id);
  if (row === undefined) return null;
  if (phase.is === "inCare") {
    return (
      <p className="standing" role="status">
        <strong>{visit.inCareSince(timeOf(phase.atMs, nowMs, language))}</strong>
        <span className="soft">{visit.waitedBefore(waitOf(row, nowMs).waitedMin)}</span>
      </p>
    );
  }
  return <Waiting row={row} chart={chart} />;
};

const Waiting = ({ row, chart: { phase, text } }: { readonly row: BoardRow; readonly chart: Chart }) => {
  const { words, nowMs, language } = text;
  const { visit } = words;
  const { waitedMin, leftMin } = waitOf(row, nowMs);
  const limitMin = minutesBetween(row.arrivedAtMs, row.dueAtMs);
  const isOver = nowMs >= row.dueAtMs;
  const overMin = minutesBetween(row.dueAtMs, nowMs);
  return (
    <div className="standing" data-over={isOver}>
      {phase.is === "calledIn" && <strong>{visit.calledInAt(timeOf(phase.atMs, nowMs, language))}</strong>}
      <p>
        <strong className="number">{visit.waiting(waitedMin)}</strong> <span className="soft">{visit.limit(limitMin)}</span>
      </p>
      <progress className="wait-bar" max={Math.max(limitMin, 1)} value={Math.min(waitedMin, Math.max(limitMin, 1))} aria-hidden="true" />
      <p className="standing-left">
        {isOver ? visit.minutesOver(overMin) : visit.minutesLeft(leftMin ?? 0)}
        {isAhead(row, nowMs) && <strong> ? {words.board.clockInDoubt}</strong>}
        {row.triage === null && <span className="soft"> {visit.untriagedLimit}</span>}
      </p>
    </div>
  );
};
