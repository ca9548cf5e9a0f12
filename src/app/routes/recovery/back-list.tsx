/**
 * Every visit on its way back: how far it has come, and what is missing before it can be found in the journal.
 *
 * - BKL1 What is missing stands in words and in red; what is doubtful is never counted as done.
 */
import { useMemo } from "react";
import { nothingBack, type GivingBack } from "#core/recovery/giving-back.ts";
import { isDone } from "#core/recovery/item.ts";
import { valueOf } from "#core/answer.ts";
import { answerOf, metAtMs, phaseOf } from "#core/visit/visit.ts";
import { backVisitOf, handOn, type BackVisit } from "#projections/back-entry.ts";
import { carryListOf, type CarryRow } from "#projections/carry-list.ts";
import { disagreeing } from "#projections/disagreements.ts";
import { tallyOf } from "#projections/tally.ts";
import { useApp, useNow, useWardState } from "../../app-context.tsx";
import { timeOf } from "../../formats.ts";
import { usePageWords } from "../../page-words.ts";
import { Link } from "../../router/link.tsx";
import type { Item } from "#core/recovery/item.ts";
import { whichParam } from "../visit/which-visit.tsx";
import { CloseBack } from "./close-back.tsx";
import { useGivingBack, useItems } from "./use-giving-back.ts";
import "./back.css";

export const BackList = () => {
  const { back: words } = usePageWords();
  const state = useWardState();
  const rows = useMemo(() => carryListOf(state).filter(({ is }) => is !== "struck"), [state]);
  const files = useMemo(() => rows.map(({ file }) => file), [rows]);
  const back = useGivingBack();
  const { items, hasFailed } = useItems(files);
  const doubtful = useMemo(() => new Set(disagreeing(state).map(({ file }) => file.visit.id)), [state]);
  const counted = useMemo(() => countedOf(files, items, back), [files, items, back]);
  const isCounted = back !== null && counted.size === rows.length;
  const done = [...counted.values()].filter(({ isBack }) => isBack).length;
  return (
    <section className="stack" aria-labelledby="back-title">
      <div className="page-head">
        <h2 id="back-title">{words.listTitle}</h2>
        <p role="status">{!isCounted ? (hasFailed ? words.notCounted : words.counting) : <><strong className="number">{done}</strong> {words.of} <strong className="number">{rows.length}</strong> {words.visitsBack}</>}</p>
      </div>
      {isCounted && <CloseBack tally={tallyOf([...counted.values()])} back={back} />}
      <p className="soft">{words.listText}</p>
      <ul className="back-list">
        {rows.map((row) => (
          <Row key={row.file.visit.id} row={row} of={counted.get(row.file) ?? null} isDoubtful={doubtful.has(row.file.visit.id)} />
        ))}
      </ul>
    </section>
  );
};

type Files = ReadonlyArray<CarryRow["file"]>;

const countedOf = (files: Files, items: ReadonlyMap<Files[number], ReadonlyArray<Item>>, back: GivingBack | null): ReadonlyMap<Files[number], BackVisit> =>
  new Map(files.flatMap((file) => {
    const own = items.get(file);
    return own === undefined || back === null ? [] : [[file, backVisitOf(file, own, back.visits.get(file.visit.id) ?? nothingBack)] as const];
  }));

interface RowProps {
  readonly row: CarryRow;
  /** null while it is counted. */
  readonly of: BackVisit | null;
  readonly isDoubtful: boolean;
}

const Row = ({ row: { file }, of, isDoubtful }: RowProps) => {
  const { back: words, recovery } = usePageWords();
  const { prefs } = useApp();
  const nowMs = useNow();
  const { visit } = file;
  const typed = of === null ? 0 : of.entries.filter(({ standing }) => standing.is === "keyed" || isDone(standing)).length;
  const hand = of === null ? null : handOn(of);
  const cameMs = metAtMs(visit);
  const name = valueOf(answerOf(visit, "name"));
  const lacks = [
    ...(valueOf(answerOf(visit, "nationalNumber")) === null ? [words.noNumber] : []),
    ...(name === null ? [words.noName] : []),
    ...(isDoubtful ? [words.disagree] : []),
  ];
  const state = of === null ? "" : of.isBack ? words.back : hand !== null ? `${words.inHandOf} ${hand.by.name}` : typed > 0 && typed === of.entries.length ? words.keyed : words.captured;
  return (
    <li data-back={of?.isBack === true} data-phase={phaseOf(visit).is}>
      <Link className="back-row" to={`/recovery/${visit.number ?? "-"}?${whichParam}=${visit.id}`}>
        <span className="number back-number">{visit.number ?? visit.id}</span>
        <span className="back-name">{name ?? <span className="soft">{recovery.unknownName}</span>}</span>
        <span className="number soft back-came">{cameMs === null ? "" : timeOf(cameMs, nowMs, prefs.language)}</span>
        <span className="back-state">
          {of !== null && (
            <>
              <progress value={typed} max={Math.max(1, of.entries.length)} aria-hidden="true" />
              <span className="number">
                {typed} {words.of} {of.entries.length}
              </span>
            </>
          )}
          <span className={of?.isBack === true ? "back-done" : "soft"}>{state}</span>
        </span>
        {lacks.length > 0 && of?.isBack !== true && <span className="back-lacks">{`${words.missing}: ${lacks.join(", ")}`}</span>}
      </Link>
    </li>
  );
};
