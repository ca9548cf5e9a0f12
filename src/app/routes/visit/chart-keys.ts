// One key for each deed of the chart; of who only rang, other deeds.
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { detailNames } from "#core/visit/details.ts";
import { triageOf } from "#core/visit/visit.ts";
import { alertFields } from "#forms/chart-form.ts";
import { useKeys } from "../../keys.ts";
import { useNavigate } from "../../router/way.ts";
import { letterAddress } from "../print/print-choice.ts";
import { firstAwaited } from "./awaited-card.tsx";
import { seenAgain } from "./composer.tsx";
import type { PanelVerb } from "./open-part.ts";
import { useFormsInUse } from "./own-form-panel.tsx";
import { arrivalOf, calledBack, isByPhone } from "./phone-deeds.tsx";
import type { Chart } from "./use-chart.ts";

export const useChartKeys = (chart: Chart, number: TemporaryNumber): void => {
  const { act, show, text } = chart;
  const { visit } = text.words;
  const triage = triageOf(chart.file.visit);
  const navigate = useNavigate();
  const panel = (verb: PanelVerb) => () => show({ is: "panel", verb, byKey: true });
  const arrival = arrivalOf(chart.file.visit);
  const hasForms = useFormsInUse().length > 0;
  const isPhone = isByPhone(chart.phase);
  useKeys(isPhone ? {
    o: panel("observe"),
    i: panel("note"),
    t: panel("triage"),
    e: () => show({ is: "details", names: detailNames }),
    v: panel("callEnd"),
    y: hasForms ? panel("ownForm") : undefined,
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
    j: panel("join"),
    y: hasForms ? panel("ownForm") : undefined,
  });
};
