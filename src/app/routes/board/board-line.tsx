/**
 * One patient on the board. Drawn anew only when the row itself or what its minutes say has changed.
 *
 * - LINE1 A row's text holds the temporary number, the level and the wait in minutes.
 * - LINE2 Everything is changed where it stands: the wait calls in, the level, the place and who open their choices, and a new
 *   look that is next is said with one tap: seen again, unchanged.
 * - LINE4 A time that is not of today stands with its date.
 * - LINE3 A tap on the row, or Enter, opens it in place; a second one opens the chart.
 */
import { memo, type Ref } from "react";
import type { EpochMs } from "#core/time.ts";
import type { VisitId } from "#core/visit/events.ts";
import type { BoardRow } from "#projections/board.ts";
import type { RowTime } from "#projections/row-time.ts";
import { usePageWords } from "../../page-words.ts";
import { useApp } from "../../app-context.tsx";
import { timeOf } from "../../formats.ts";
import { LevelSign } from "../../ui/level-sign.tsx";
import type { Block, BlockSizes } from "./lines.ts";
import { AwaitsTag } from "./awaits-tag.tsx";
import { BlockHead } from "./block-head.tsx";
import { PatientCell } from "./patient-cell.tsx";
import { RowPanel } from "./row-panel.tsx";
import { levelName, nextText, reasonOf } from "./row-words.ts";
import { WaitCell } from "./wait-cell.tsx";

export type RowAct = "tap" | "callIn" | "beginCare" | "seeAgain" | "level" | "place" | "who" | "leave" | "chart";
export type Act = (id: VisitId, what: RowAct) => void;

export interface LineProps {
  readonly row: BoardRow;
  readonly block: Block;
  readonly time: RowTime;
  /** The hour that it is: enough to know what is today, and a row is not drawn anew for less. */
  readonly hour: EpochMs;
  /** Given to the first row of a block only. */
  readonly sizes: BlockSizes | null;
  readonly isChosen: boolean;
  readonly isTabbable: boolean;
  readonly isOpen: boolean;
  readonly isFresh: boolean;
  readonly isGone: boolean;
  readonly act: Act;
  readonly place?: number;
  readonly rowRef?: Ref<HTMLDivElement>;
}

export const BoardLine = memo(({ row, block, time, hour, sizes, isChosen, isTabbable, isOpen, isFresh, isGone, act, place, rowRef }: LineProps) => {
  const words = usePageWords();
  const { prefs } = useApp();
  const timeText = (atMs: EpochMs): string => timeOf(atMs, hour, prefs.language);
  const tabIndex = isTabbable ? 0 : -1;
  const reason = reasonOf(row.visit);
  return (
    <div
      role="row"
      ref={rowRef}
      className="board-line"
      data-index={place}
      aria-rowindex={place === undefined ? undefined : place + 2}
      data-block={block}
      data-first={sizes === null ? undefined : true}
      data-chosen={isChosen || undefined}
      data-open={isOpen || undefined}
      data-fresh={isFresh || undefined}
      data-gone={isGone || undefined}
      data-colour={row.meaning?.colour}
    >
      <LevelCell row={row} tabIndex={tabIndex} act={act} />
      <PatientCell row={row} isOpen={isOpen} tabIndex={tabIndex} act={act}>
        {sizes !== null && <BlockHead block={block} sizes={sizes} />}
        <AwaitsTag visit={row.visit} time={time} />
      </PatientCell>
      <div role="cell" className="board-reason" data-empty={reason === "" || undefined}>
        {reason !== "" && <span>{reason}</span>}
      </div>
      <SlotCell kind="place" text={row.place} empty={words.board.noPlace} does={words.board.changePlace} {...{ row, tabIndex, act }} />
      <SlotCell kind="who" text={row.clinician} empty={words.board.noOne} does={words.board.changeWho} {...{ row, tabIndex, act }} />
      <WaitCell row={row} time={time} tabIndex={tabIndex} act={act} />
      <div role="cell" className="board-next" data-due={time.isNextDue || undefined}>
        <NextThing {...{ row, time, isGone, tabIndex, act, timeText }} />
        {row.hasDisagreement && <span className="board-flag">≠ {words.board.disagreement}</span>}
      </div>
      {isOpen && <RowPanel row={row} act={act} />}
    </div>
  );
});
BoardLine.displayName = "BoardLine";

interface CellProps {
  readonly row: BoardRow;
  readonly tabIndex: 0 | -1;
  readonly act: Act;
}

const LevelCell = ({ row, tabIndex, act }: CellProps) => {
  const words = usePageWords();
  const { prefs } = useApp();
  const name = row.triage === null ? words.levels.untriaged : levelName(row.triage.value, words, prefs.language);
  const label = `${row.triage === null ? "" : `${row.triage.value.level} `}${name}, ${words.board.changeLevel}`;
  return (
    <div role="cell" className="board-level">
      <button
        type="button"
        className="board-level-button"
        data-colour={row.meaning?.colour}
        tabIndex={tabIndex}
        aria-haspopup="dialog"
        aria-label={label}
        onClick={() => act(row.id, "level")}
      >
        {row.triage === null ? (
          <>
            <b>?</b> <span>{name}</span>
          </>
        ) : (
          <>
            <LevelSign level={row.triage.value.level} />
            <b>{row.triage.value.level}</b> <span>{name}</span>
          </>
        )}
      </button>
    </div>
  );
};

interface NextProps extends CellProps {
  readonly time: RowTime;
  readonly isGone: boolean;
  readonly timeText: (atMs: EpochMs) => string;
}

const NextThing = ({ row, time, isGone, tabIndex, act, timeText }: NextProps) => {
  const words = usePageWords();
  if (isGone) return words.board.gone;
  if (row.phase.is === "inCare") return words.board.inCareSince(timeText(row.phase.atMs));
  const text = nextText(time, words, timeText);
  if (time.next !== "lookAgain") return text;
  return (
    <button type="button" className="board-slot" tabIndex={tabIndex} aria-label={`${text}, ${words.board.seeAgain}`} onClick={() => act(row.id, "seeAgain")}>
      {text}
    </button>
  );
};

interface SlotProps extends CellProps {
  readonly kind: "place" | "who";
  readonly text: string | null;
  readonly empty: string;
  readonly does: string;
}

const SlotCell = ({ kind, text, empty, does, row: { id }, tabIndex, act }: SlotProps) => (
  <div role="cell" className={`board-${kind}`}>
    <button type="button" className="board-slot" data-empty={text === null || undefined} tabIndex={tabIndex} aria-haspopup="dialog" aria-label={`${text ?? empty}, ${does}`} onClick={() => act(id, kind)}>
      {text ?? empty}
    </button>
  </div>
);
