/**
 * What to take care of, always in sight beside the patient's name: allergies first, whatever is known or not known of them.
 *
 * - ALB1 Allergies have four states in words and sign: not asked, asked and not known, none known, and which.
 * - ALB3 "None known" from somebody who was not sure has the sign of what is not known, and never the tick.
 * - ALB2 A list that united from several who did not know of each other says so.
 */
import { CheckmarkIcon, ExclamationmarkTriangleIcon, QuestionmarkIcon } from "@navikt/aksel-icons";
import { answersTo } from "#core/visit/sayings.ts";
import { answerOf } from "#core/visit/visit.ts";
import { chartForm } from "#forms/chart-form.ts";
import { isUnsure } from "#forms/sayings.ts";
import { flagsOf } from "#projections/flags-of.ts";
import { DetailForm } from "./detail-form.tsx";
import { detailLabel, standingText } from "./fact-text.ts";
import { FlagSigns } from "./flag-signs.tsx";
import { isOpenAlone, SectionRows } from "./section-rows.tsx";
import type { Chart } from "./use-chart.ts";
import "./details.css";

const [alerts] = chartForm;

export const AlertsBlock = ({ chart }: { readonly chart: Chart }) => (
  <div className="alerts">
    <AllergyLine chart={chart} />
    <FlagLine chart={chart} />
  </div>
);

/** The rest of what to take care of, where there is room for it. */
export const AlertRows = ({ chart }: { readonly chart: Chart }) => <SectionRows chart={chart} of={alerts} but={["allergies", "flags"]} heading="h2" />;

const AllergyLine = ({ chart }: { readonly chart: Chart }) => {
  const { file, show, text } = chart;
  const { words } = text;
  const answer = answerOf(file.visit, "allergies");
  const isUnited = (file.visit.heard.allergies ?? []).filter(({ value }) => value.is === "known").length > 1;
  if (isOpenAlone(chart, "allergies")) {
    return (
      <div className="allergy-form">
        <h2>{detailLabel("allergies", words)}</h2>
        <DetailForm chart={chart} names={["allergies"]} />
      </div>
    );
  }
  const isDoubtedNone = answer?.is === "none" && isUnsure("allergies", answer, answersTo(file.visit, "allergies"));
  const state = isDoubtedNone ? "unknown" : (answer?.is ?? "notAsked");
  return (
    <button type="button" id="edit-allergies" className="allergy-line" data-state={state} onClick={() => show({ is: "details", names: ["allergies"] })}>
      {signs[state]}
      <span>
        {detailLabel("allergies", words)}: <strong>{answer === undefined ? words.chartForm.notAsked : standingText("allergies", file.visit, text)}</strong>
        {isUnited && <span className="small"> {words.chartForm.united}</span>}
      </span>
    </button>
  );
};

const signs = {
  notAsked: <QuestionmarkIcon aria-hidden />,
  unknown: <QuestionmarkIcon aria-hidden />,
  none: <CheckmarkIcon aria-hidden />,
  known: <ExclamationmarkTriangleIcon aria-hidden />,
};

const FlagLine = ({ chart: { file, text, show } }: { readonly chart: Chart }) => {
  const flags = flagsOf(file.visit);
  if (flags.length === 0) return null;
  return (
    <button type="button" className="flag-line" onClick={() => show({ is: "details", names: alerts.fields })}>
      <span className="unseen">{detailLabel("flags", text.words)}: </span>
      <FlagSigns flags={flags} words={text.words} hasWords />
    </button>
  );
};
