// Somebody who has left and whom a search found: marked, and a way to their chart.
import { memo, type Ref } from "react";
import { minutesBetween } from "#core/time.ts";
import { phaseOf, triageOf } from "#core/visit/visit.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { usePageWords } from "../../page-words.ts";
import { useApp } from "../../app-context.tsx";
import { timeOf } from "../../formats.ts";
import { LevelTag } from "../../ui/level-tag.tsx";
import { BlockHead } from "./block-head.tsx";
import type { Act } from "./board-line.tsx";
import type { BlockSizes } from "./lines.ts";
import { ageAndSex, leavingName, nameOf, numberOf, reasonOf } from "./row-words.ts";

interface LeftLineProps {
  readonly file: VisitFile;
  readonly sizes: BlockSizes | null;
  readonly isChosen: boolean;
  readonly act: Act;
  readonly place?: number;
  readonly rowRef?: Ref<HTMLDivElement>;
}

export const LeftLine = memo(({ file, sizes, isChosen, act, place, rowRef }: LeftLineProps) => {
  const words = usePageWords();
  const { clock, prefs } = useApp();
  const { visit } = file;
  const phase = phaseOf(visit);
  const name = nameOf(visit, words);
  const nowMs = clock.nowMs();
  if (phase.is !== "left") return null;
  const waitedUntilMs = visit.seen?.[0].atMs ?? phase.atMs;
  return (
    <div role="row" ref={rowRef} className="board-line" data-index={place} aria-rowindex={place === undefined ? undefined : place + 2} data-block="left" data-first={sizes === null ? undefined : true} data-chosen={isChosen || undefined}>
      <div role="cell" className="board-level">
        <LevelTag triage={triageOf(visit)?.value ?? null} />
      </div>
      <div role="cell" className="board-patient">
        {sizes !== null && <BlockHead block="left" sizes={sizes} />}
        <button type="button" className="board-open" data-visit={visit.id} onClick={() => act(visit.id, "chart")}>
          <b className="number">{numberOf(visit, words)}</b> <span data-empty={name === null || undefined}>{name ?? words.board.noName}</span>
        </button>
      </div>
      <div role="cell" className="board-age">
        {ageAndSex(visit, nowMs, words)}
      </div>
      <div role="cell" className="board-reason">
        {reasonOf(visit)}
      </div>
      <div role="cell" className="board-place" />
      <div role="cell" className="board-who" />
      <div role="cell" className="board-wait-cell">
        <span className="board-wait soft number">{visit.arrivedAtMs !== null && words.board.min(minutesBetween(visit.arrivedAtMs, waitedUntilMs))}</span>
      </div>
      <div role="cell" className="board-next">
        {leavingName(phase.how, words)} {timeOf(phase.atMs, nowMs, prefs.language)}
      </div>
    </div>
  );
});
LeftLine.displayName = "LeftLine";
