/**
 * The chart: who it is on the left, what happened on the right, and the one-key deeds above it.
 *
 * - CHV1 O, G, B, F, P, W, I, T, U, M, D, C, S, E, A, V, L, J, X and Y do from the keyboard what the buttons do; Escape closes what is open, and focus goes back.
 * - CHV2 A deed is written at the time typed beside it: a late entry stands in its true place.
 * - CHV3 After the end the chart stays open: what happened before is still written, what came after is refused with the time.
 * - CHV4 Any line can be corrected or struck with a reason, and brought back again.
 */
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { AwaitedCard } from "./awaited-card.tsx";
import { useChartKeys } from "./chart-keys.ts";
import { useSaveKey } from "./use-save-key.ts";
import { Composer } from "./composer.tsx";
import { DetailList } from "./detail-list.tsx";
import { DetailPanel } from "./detail-panel.tsx";
import { Disagreements } from "./disagreements.tsx";
import { LetterCard } from "./letter-card.tsx";
import { LooksCard } from "./looks-card.tsx";
import { PaperLinks } from "./paper-links.tsx";
import { SameCard } from "./same-card.tsx";
import { SnapshotInChart } from "./snapshot-in-chart.tsx";
import { Timeline } from "./timeline.tsx";
import { useChart } from "./use-chart.ts";
import { WhoCard } from "./who-card.tsx";

interface ChartViewProps {
  readonly file: VisitFile;
  readonly number: TemporaryNumber;
}

export const ChartView = ({ file, number }: ChartViewProps) => {
  const chart = useChart(file);
  const { text } = chart;
  const { visit } = text.words;
  useChartKeys(chart, number);
  useSaveKey();
  return (
    <div className="chart">
      <aside className="chart-who" aria-label={visit.who}>
        <WhoCard chart={chart} number={number} />
        <AwaitedCard chart={chart} />
        <Disagreements chart={chart} />
        <LetterCard chart={chart} number={number} />
        <DetailList chart={chart} />
        <SnapshotInChart chart={chart} />
        <SameCard chart={chart} />
        <PaperLinks number={number} />
      </aside>
      <div className="chart-what">
        <Composer chart={chart} />
        <DetailPanel chart={chart} />
        <LooksCard visit={file.visit} text={chart.dayText} />
        <Timeline chart={chart} />
      </div>
    </div>
  );
};
