// The figures of the board: in its head on narrow screens, in a rail beside it on wide ones. The same markup in both.
import { memo, useMemo } from "react";
import { scales } from "#core/clinical/scales.ts";
import type { EpochMs } from "#core/time.ts";
import { settingsOf } from "#core/ward/ward.ts";
import type { Board } from "#projections/board.ts";
import { countsOf } from "#projections/counts.ts";
import { levelWaitsOf, type LevelWaits } from "#projections/level-waits.ts";
import { useApp, useWardState, useWords } from "../../app-context.tsx";
import { LevelSign } from "../../ui/level-sign.tsx";

export const Figures = memo(({ board, nowMs }: { readonly board: Board; readonly nowMs: EpochMs }) => {
  const words = useWords();
  const counts = useMemo(() => countsOf(board, nowMs), [board, nowMs]);
  const waits = useMemo(() => levelWaitsOf(board, nowMs), [board, nowMs]);
  const { ward } = useWardState();
  const { levels } = scales[settingsOf(ward).scale];
  const shown = waits.filter(({ level, waiting }) => waiting > 0 || level === null || levels.some((one) => one.level === level));
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
      </dl>
      <ul className="board-figures-levels" aria-label={words.board.levelWaits}>
        {shown.map((waitsOfLevel) => (
          <LevelFigure key={waitsOfLevel.level} {...waitsOfLevel} colour={levels.find((one) => one.level === waitsOfLevel.level)?.colour} />
        ))}
      </ul>
      <p className="board-figures-care">
        {words.board.inCare} <b className="number">{counts.inCare}</b>
      </p>
    </section>
  );
});
Figures.displayName = "Figures";

const LevelFigure = ({ level, waiting, overdue, longestMin, colour }: LevelWaits & { readonly colour: string | undefined }) => {
  const words = useWords();
  const { prefs } = useApp();
  const { ward } = useWardState();
  const name = scales[settingsOf(ward).scale].levels.find((one) => one.level === level)?.name[prefs.language];
  return (
    <li data-none={waiting === 0 || undefined}>
      <span className="level" data-colour={colour}>
        {level === null ? <span aria-hidden="true">?</span> : <LevelSign level={level} />}
        {level}
        <span className="board-figure-name">{level === null ? words.levels.untriaged : (name ?? words.levels.levelWord(level))}</span>
      </span>
      <b className="number">{waiting}</b>
      <span className="board-figure-more">
        {longestMin !== null && words.board.longest(longestMin)}
        {overdue > 0 && <strong> {words.board.lateOf(overdue)}</strong>}
      </span>
    </li>
  );
};
