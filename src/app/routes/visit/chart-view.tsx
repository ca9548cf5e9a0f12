/**
 * The chart: who it is on the left, what happened on the right, and the one-key deeds above it.
 *
 * - CHV1 O, G, B, F, P, W, I, T, U, M, D, C, S, E, A, V, L and X do from the keyboard what the buttons do; Escape closes what is open, and focus goes back.
 * - CHV2 A deed is written at the time typed beside it: a late entry stands in its true place.
 * - CHV3 After the end the chart stays open: what happened before is still written, what came after is refused with the time.
 * - CHV4 Any line can be corrected or struck with a reason, and brought back again.
 */
import { useEffect } from "react";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { detailNames } from "#core/visit/details.ts";
import { triageOf } from "#core/visit/visit.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { alertFields } from "#forms/chart-form.ts";
import { useKeys } from "../../keys.ts";
import { useNavigate, useSearch } from "../../router/way.ts";
import { letterAddress } from "../print/print-choice.ts";
import { AwaitedCard, firstAwaited } from "./awaited-card.tsx";
import { Composer, seenAgain } from "./composer.tsx";
import { DetailList } from "./detail-list.tsx";
import { DetailPanel } from "./detail-panel.tsx";
import { Disagreements } from "./disagreements.tsx";
import { LetterCard } from "./letter-card.tsx";
import { LooksCard } from "./looks-card.tsx";
import type { PanelVerb } from "./open-part.ts";
import { PaperLinks } from "./paper-links.tsx";
import { arrivalOf, calledBack, isByPhone } from "./phone-deeds.tsx";
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
  const navigate = useNavigate();
  const isToConclude = useSearch().get("open") === "conclude";
  useEffect(() => {
    if (isToConclude) show({ is: "panel", verb: "conclude", byKey: true });
  }, [isToConclude, show]);
  const panel = (verb: PanelVerb) => () => show({ is: "panel", verb, byKey: true });
  const arrival = arrivalOf(file.visit);
  const isPhone = isByPhone(chart.phase);
  useKeys(isPhone ? {
    o: panel("observe"),
    i: panel("note"),
    t: panel("triage"),
    e: () => show({ is: "details", names: detailNames }),
    v: panel("callEnd"),
    b: () => void act(calledBack(true), text.words.telephone.calledBack),
    h: arrival === null ? undefined : () => void act(arrival, text.words.telephone.doneHere),
  } : {
    o: panel("observe"),
    g: panel("medicine"),
    b: panel("order"),
    f: () => show({ is: "result", order: firstAwaited(chart) }),
    p: panel("procedure"),
    w: panel("photo"),
    i: panel("note"),
    t: panel("triage"),
    u: triage === null ? undefined : () => void act(seenAgain(triage.value), visit.doneSeenAgain),
    m: panel("move"),
    d: panel("assign"),
    c: () => void act((atMs) => ({ type: "CallIn", atMs }), visit.doneCalledIn),
    s: () => void act((atMs) => ({ type: "BeginCare", atMs }), visit.doneSeen),
    e: () => show({ is: "details", names: detailNames }),
    v: panel("conclude"),
    l: () => navigate(letterAddress(number, "discharge")),
    a: () => show({ is: "details", names: alertFields }),
    x: panel("leave"),
  });
  return (
    <div className="chart">
      <aside className="chart-who" aria-label={visit.who}>
        <WhoCard chart={chart} number={number} />
        <AwaitedCard chart={chart} />
        <Disagreements chart={chart} />
        <LetterCard chart={chart} number={number} />
        <DetailList chart={chart} />
        <PaperLinks number={number} />
      </aside>
      <div className="chart-what">
        <Composer chart={chart} />
        <DetailPanel chart={chart} />
        <LooksCard visit={file.visit} text={text} />
        <Timeline chart={chart} />
      </div>
    </div>
  );
};
