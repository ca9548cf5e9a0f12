// One patient on the wall: nothing that tells a stranger who it is.
import type { EpochMs } from "#core/time.ts";
import type { BoardRow } from "#projections/board.ts";
import { rowTimeOf, type RowTime } from "#projections/row-time.ts";
import { usePageWords } from "../../page-words.ts";
import { useApp } from "../../app-context.tsx";
import type { PageWords } from "#i18n/pages/page-words.ts";
import { LevelSign } from "../../ui/level-sign.tsx";
import { levelName, numberOf } from "./row-words.ts";

export const WallRow = ({ row, nowMs }: { readonly row: BoardRow; readonly nowMs: EpochMs }) => {
  const words = usePageWords();
  const { prefs } = useApp();
  const time = rowTimeOf(row, nowMs);
  const isLate = time.leftMin !== null && time.leftMin <= 0;
  return (
    <div role="row" className="wall-row" data-late={isLate || undefined} data-care={row.phase.is === "inCare" || undefined}>
      <div role="cell" className="wall-level" data-colour={row.meaning?.colour}>
        {row.triage === null ? <b aria-hidden="true">?</b> : <LevelSign level={row.triage.value.level} />}
        {row.triage !== null && <b>{row.triage.value.level}</b>}
        <span>{row.triage === null ? words.levels.untriaged : levelName(row.triage.value, words, prefs.language)}</span>
      </div>
      <div role="cell" className="number">
        {numberOf(row.visit, words)}
      </div>
      <div role="cell">{row.place ?? "–"}</div>
      <div role="cell" className="wall-wait number">
        {words.board.min(time.waitedMin)}
      </div>
      <div role="cell">{statusText(row, time, words)}</div>
    </div>
  );
};

const statusText = (row: BoardRow, time: RowTime, { board }: PageWords): string => {
  if (row.phase.is === "inCare") return board.statusInCare;
  if (row.phase.is === "calledIn") return board.statusCalledIn;
  return time.leftMin !== null && time.leftMin <= 0 ? board.overShort(-time.leftMin) : board.statusWaiting;
};
