/**
 * What a row's patient waits for from others: how many results and for how long, and a critical one that came.
 *
 * - AWB1 It lies over the row and makes no row higher; a row with none of it is as it was.
 * - AWB2 A critical result stands first, with a sign and a word, and in alarm while nobody read it back.
 */
import { HourglassBottomFilledIcon } from "@navikt/aksel-icons";
import type { Visit } from "#core/visit/visit.ts";
import { criticalOf } from "#projections/orders.ts";
import type { RowTime } from "#projections/row-time.ts";
import { usePageWords } from "../../page-words.ts";

interface AwaitsTagProps {
  readonly visit: Visit;
  readonly time: Pick<RowTime, "awaits" | "awaitsMin">;
}

export const AwaitsTag = ({ visit, time: { awaits, awaitsMin } }: AwaitsTagProps) => {
  const { board } = usePageWords();
  const critical = criticalOf(visit);
  if (awaits === 0 && critical === null) return null;
  return (
    <span className="board-awaits">
      {critical !== null && (
        <span className="board-critical" data-open={!critical.isReadBack || undefined}>
          <span aria-hidden="true">‼</span>
          <span className="unseen">{critical.isReadBack ? board.critical : board.criticalNotReadBack}</span>
        </span>
      )}
      {awaits > 0 && (
        <>
          <span className="unseen">{board.awaits(awaits, awaitsMin)}</span>
          <span className="number" aria-hidden="true">
            <HourglassBottomFilledIcon aria-hidden />
            {awaits} · {awaitsMin}
            <span className="board-awaits-unit"> min</span>
          </span>
        </>
      )}
    </span>
  );
};
