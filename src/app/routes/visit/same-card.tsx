/**
 * In the chart: who may be the same patient, taken in twice; and the way to join them, whether anybody was found or not.
 *
 * - SMC1 It shows and asks; nothing is joined from it without the panel's second person.
 */
import { epochMs } from "#core/time.ts";
import { metAtMs } from "#core/visit/visit.ts";
import { possiblySame, soughtOfVisit } from "#projections/possible-same.ts";
import { useDeferredValue, useMemo } from "react";
import { useWardState } from "../../app-context.tsx";
import { SameLine } from "./same-line.tsx";
import type { Chart } from "./use-chart.ts";
import "./identity.css";

export const SameCard = ({ chart }: { readonly chart: Chart }) => {
  const { file, show, text, phase } = chart;
  const { identity } = text.words;
  const found = useSame(chart);
  const { joined } = file.visit;
  if (phase.is === "void") return null;
  const others = joined?.ones.filter(({ id }) => id !== file.visit.id) ?? [];
  return (
    <section className="card same-card no-print" aria-labelledby="same">
      <h2 id="same">{joined !== null ? identity.joined : found.length > 0 ? identity.maybeTwice : identity.registeredTwice}</h2>
      {joined !== null && (
        <p>
          {identity.also} <strong className="number">{others.map(({ number }) => number ?? "–").join(", ")}</strong>
        </p>
      )}
      {found.length > 0 && (
        <ul className="same-list">
          {found.map((same) => (
            <li key={same.file.visit.id}>
              <SameLine same={same} text={text} />
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        <button type="button" id="verb-join" className="button" aria-keyshortcuts="J" onClick={() => show({ is: "panel", verb: "join", byKey: false })}>
          {identity.join} <kbd aria-hidden="true">J</kbd>
        </button>
        {joined !== null && (
          <button type="button" id="verb-part" className="button" onClick={() => show({ is: "panel", verb: "part", byKey: false })}>
            {identity.part}
          </button>
        )}
      </div>
    </section>
  );
};

/** Off the keystroke: the chart is drawn first. */
export const useSame = ({ file: { visit } }: Pick<Chart, "file">) => {
  const state = useDeferredValue(useWardState());
  // As of the day they came, like everybody they are held against: a tick of the clock looks at nobody anew.
  return useMemo(() => possiblySame(state, soughtOfVisit(visit, metAtMs(visit) ?? epochMs(0)), visit.id), [state, visit]);
};
