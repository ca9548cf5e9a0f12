// The figures of the board: in its head on narrow screens, in a rail beside it on wide ones. The same markup in both.
import { memo, useMemo } from "react";
import { meaningOf, scales } from "#core/clinical/scales.ts";
import type { EpochMs } from "#core/time.ts";
import { settingsOf } from "#core/ward/ward.ts";
import type { Board } from "#projections/board.ts";
import { countsOf } from "#projections/counts.ts";
import { disagreeing } from "#projections/disagreements.ts";
import { levelWaitsOf, type LevelWaits } from "#projections/level-waits.ts";
import { usePageWords } from "../../page-words.ts";
import { useApp, useWardState } from "../../app-context.tsx";
import { Link } from "../../router/link.tsx";
import { LevelSign } from "../../ui/level-sign.tsx";

export const Figures = memo(({ board, nowMs }: { readonly board: Board; readonly nowMs: EpochMs }) => {
  const words = usePageWords();
  const counts = useMemo(() => countsOf(board, nowMs), [board, nowMs]);
  const state = useWardState();
  const { scale } = settingsOf(state.ward);
  const { visits } = state;
  const disputed = useMemo(() => disagreeing({ visits }).length, [visits]);
  const waits = useMemo(() => levelWaitsOf(board, nowMs, scale), [board, nowMs, scale]);
  return (
    <section className="board-figures" aria-label={words.board.figures}>
      <dl className="board-figures-main">
        <div data-alarm={counts.overdue > 0 || undefined}>
          <dt>{words.board.overdue}</dt>
          <dd className="number">{counts.overdue}</dd>
        </div>
        <div>
          <dt>{words.board.longestWait}</dt>
          <dd className="number">{counts.longestWaitMin === null ? words.board.nobodyWaits : words.board.min(counts.longestWaitMin)}</dd>
        </div>
        {counts.looksDue > 0 && (
          <div data-alarm>
            <dt>{words.board.looksDue}</dt>
            <dd className="number">{counts.looksDue}</dd>
          </div>
        )}
        {disputed > 0 && (
          <div data-alarm>
            <dt>≠ {words.board.disagreement}</dt>
            <dd className="number">
              <Link to="/disagreements" aria-label={`${words.board.disagreement}: ${disputed}`}>
                {disputed}
              </Link>
            </dd>
          </div>
        )}
      </dl>
      <ul className="board-figures-levels" aria-label={words.board.levelWaits}>
        {waits.map((ofLevel) => (
          <LevelFigure key={Object.values(ofLevel.triaged ?? {}).join(" ")} {...ofLevel} />
        ))}
      </ul>
      <p className="board-figures-care">
        {words.board.inCare} <b className="number">{counts.inCare}</b>
      </p>
    </section>
  );
});
Figures.displayName = "Figures";

const LevelFigure = ({ triaged, waiting, overdue, longestMin }: LevelWaits) => {
  const words = usePageWords();
  const { prefs } = useApp();
  const { scale } = settingsOf(useWardState().ward);
  const meaning = triaged === null ? null : meaningOf(triaged);
  const isOther = triaged !== null && (triaged.scale !== scale || meaning === null);
  const name = triaged === null ? words.levels.untriaged : (meaning?.name[prefs.language] ?? words.levels.levelWord(triaged.level));
  return (
    <li data-none={waiting === 0 || undefined}>
      <span className="level" data-colour={meaning?.colour}>
        {triaged === null ? <span aria-hidden="true">?</span> : <LevelSign level={triaged.level} />}
        {triaged?.level}
        {isOther && <span className="board-figure-scale">{scales[triaged.scale].name}</span>}
        <span className="board-figure-name">{name}</span>
      </span>
      <b className="number">{waiting}</b>
      <span className="board-figure-more">
        {longestMin !== null && words.board.longest(longestMin)}
        {overdue > 0 && <strong> {words.board.lateOf(overdue)}</strong>}
      </span>
    </li>
  );
};
