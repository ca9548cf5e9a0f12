/**
 * In the chart: who in the journal's list this patient may be, beside those who may be taken in twice.
 *
 * - SIC1 One press answers what nobody was asked, from a document, and nothing else; what that is stands beside it, and it can be undone.
 */
import { useDeferredValue, useMemo } from "react";
import { detailNames, type DetailAnswers } from "#core/visit/details.ts";
import { answerOf } from "#core/visit/visit.ts";
import { filledInChart } from "#forms/snapshot-fill.ts";
import { inSnapshot, soughtInChart } from "#projections/in-snapshot.ts";
import { useApp } from "../../app-context.tsx";
import { ListAge } from "../../snapshot/list-age.tsx";
import { SnapshotHit } from "../../snapshot/snapshot-hit.tsx";
import { useSnapshot } from "../../snapshot/use-snapshot.ts";
import { detailLabel } from "./fact-text.ts";
import type { Chart } from "./use-chart.ts";
import { useOnce } from "./use-once.ts";
import "./identity.css";

const nobody: ReturnType<typeof inSnapshot> = { found: [], more: 0 };

export const SnapshotInChart = ({ chart }: { readonly chart: Chart }) => {
  const { file, text, act, phase } = chart;
  const { clock } = useApp();
  const once = useOnce();
  const list = useSnapshot(true);
  const snapshot = list === "unread" ? null : list;
  const visit = useDeferredValue(file.visit);
  const { found, more } = useMemo(() => (snapshot === null ? nobody : inSnapshot(snapshot.cards, soughtInChart(visit), clock.nowMs())), [snapshot, visit, clock]);
  if (snapshot === null || found.length === 0 || phase.is === "void") return null;
  const words = text.words.snapshot;
  const missing = found.map(({ person }) => filledInChart(person, (name) => answerOf(file.visit, name) !== undefined));
  const take = (details: DetailAnswers): void => once(() => act((atMs) => ({ type: "SetDetails", details, atMs }), words.doneFilled));
  return (
    <section className="card same-card no-print" aria-label={words.inJournal}>
      <h2>
        <ListAge asOfMs={snapshot.asOfMs} />
      </h2>
      <ul className="same-list">
        {found.map(({ person, by }, place) => {
          const details = missing[place] ?? {};
          const labels = detailNames.filter((name) => details[name] !== undefined).map((name) => detailLabel(name, text.words).toLowerCase());
          return (
            <li key={place}>
              <SnapshotHit person={person} by={by} isWhole={labels.length === 0} action={words.fillIn} {...(labels.length === 0 ? {} : { fills: `${words.fillsIn}: ${labels.join(", ")}.` })} onTake={() => take(details)} />
            </li>
          );
        })}
      </ul>
      {more > 0 && (
        <p className="small">
          {more} {words.moreInJournal}
        </p>
      )}
    </section>
  );
};
