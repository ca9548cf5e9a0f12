/**
 * The chart: who it is on the left, what happened on the right, and the one-key deeds above it.
 *
 * - CHV1 O, G, I, T, U, M, D, C, S, E, X and J do from the keyboard what the buttons do; Escape closes what is open, and focus goes back.
 * - CHV2 A deed is written at the time typed beside it: a late entry stands in its true place.
 * - CHV3 After the end the chart stays open: what happened before is still written, what came after is refused with the time.
 * - CHV4 Any line can be corrected or struck with a reason, and brought back again.
 */
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { detailNames } from "#core/visit/details.ts";
import { triageOf } from "#core/visit/visit.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { useKeys } from "../../keys.ts";
import { Composer, seenAgain } from "./composer.tsx";
import { DetailList } from "./detail-list.tsx";
import { Disagreements } from "./disagreements.tsx";
import { LooksCard } from "./looks-card.tsx";
import type { PanelVerb } from "./open-part.ts";
import { PaperLinks } from "./paper-links.tsx";
import { SameCard } from "./same-card.tsx";
import { Timeline } from "./timeline.tsx";
import { useChart } from "./use-chart.ts";
import { WhoCard } from "./who-card.tsx";

interface ChartViewProps {
  readonly file: VisitFile;
  readonly number: TemporaryNumber;
}

export const ChartView = ({ file, number }: ChartViewProps) => {
  const chart = useChart(file);
  const { act, show, text } = chart;
  const { visit } = text.words;
  const triage = triageOf(file.visit);
  const panel = (verb: PanelVerb) => () => show({ is: "panel", verb, byKey: true });
  useKeys({
    o: panel("observe"),
    g: panel("medicine"),
    i: panel("note"),
    t: panel("triage"),
    u: triage === null ? undefined : () => void act(seenAgain(triage.value), visit.doneSeenAgain),
    m: panel("move"),
    d: panel("assign"),
    c: () => void act((atMs) => ({ type: "CallIn", atMs }), visit.doneCalledIn),
    s: () => void act((atMs) => ({ type: "BeginCare", atMs }), visit.doneSeen),
    e: () => show({ is: "details", names: detailNames }),
    x: panel("leave"),
    j: panel("join"),
  });
  return (
    <div className="chart">
      <aside className="chart-who" aria-label={visit.who}>
        <WhoCard chart={chart} number={number} />
        <Disagreements chart={chart} />
        <DetailList chart={chart} />
        <SameCard chart={chart} />
        <PaperLinks number={number} />
      </aside>
      <div className="chart-what">
        <Composer chart={chart} />
        <LooksCard visit={file.visit} text={text} />
        <Timeline chart={chart} />
      </div>
    </div>
  );
};
