// Who it is and how it stands with them: the part of the chart that is in sight whatever else is open.
import { useState } from "react";
import { maskNationalNumber } from "#core/identity/national-number.ts";
import { latest, type Standing } from "#core/visit/standing.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { answerOf, triageOf } from "#core/visit/visit.ts";
import { numbersOf } from "#projections/by-number.ts";
import { timeOf } from "../../formats.ts";
import { LevelTag } from "../../ui/level-tag.tsx";
import { AlertRows, AlertsBlock } from "./alerts-block.tsx";
import { arrivalText, spacedNumber } from "./fact-text.ts";
import { FactRow } from "./fact-row.tsx";
import { StandingNow } from "./standing-now.tsx";
import type { Chart } from "./use-chart.ts";
import { ageAndSex, nameText } from "./who-text.ts";

interface WhoCardProps {
  readonly chart: Chart;
  readonly number: TemporaryNumber;
}

export const WhoCard = ({ chart, number }: WhoCardProps) => {
  const { file, text, show } = chart;
  const { words, nowMs, language } = text;
  const { visit } = file;
  return (
    <section className="card who-card">
      <header>
        <h1>
          <span className="who-number number">{number}</span>{" "}
          <span className="who-name">{nameText(visit, words)}</span>
        </h1>
        {visit.joined !== null && (
          <p>
            {words.identity.also} <strong className="number">{numbersOf(visit).slice(1).join(", ")}</strong>
          </p>
        )}
        <p>{ageAndSex(visit, nowMs, words)}</p>
        <Reason chart={chart} />
        <NationalNumber chart={chart} />
      </header>
      <div className="who-level">
        <LevelTag triage={triageOf(visit)?.value ?? null} />
      </div>
      <AlertsBlock chart={chart} />
      <StandingNow chart={chart} />
      <dl className="fact-tiles">
        {visit.phone !== null && <FactRow label={words.telephone.rangAt}>{timeOf(visit.phone.atMs, nowMs, language)}</FactRow>}
        {visit.arrivedAtMs !== null && <FactRow label={words.visit.arrivedAt}>{timeOf(visit.arrivedAtMs, nowMs, language)}</FactRow>}
        <FactRow label={words.visit.place} edit={{ id: "edit-place", label: words.visit.editDetail(words.visit.place), onEdit: () => show({ is: "panel", verb: "move", byKey: false }) }}>
          {saidOf(visit.place) ?? <span className="soft">{words.visit.none}</span>}
        </FactRow>
        <FactRow label={words.visit.clinician} edit={{ id: "edit-clinician", label: words.visit.editDetail(words.visit.clinician), onEdit: () => show({ is: "panel", verb: "assign", byKey: false }) }}>
          {saidOf(visit.clinician) ?? <span className="soft">{words.visit.none}</span>}
        </FactRow>
      </dl>
      <AlertRows chart={chart} />
    </section>
  );
};

const saidOf = (standing: Standing<string | null> | null): string | null => (standing === null ? null : latest(standing).value);

const Reason = ({ chart: { file, text } }: Pick<WhoCardProps, "chart">) => {
  const [reason, mode] = [answerOf(file.visit, "reason"), answerOf(file.visit, "arrivedBy")];
  return (
    <p className="who-reason">
      {reason?.is === "known" && <strong>{reason.value}</strong>}
      {mode?.is === "known" && <span className="soft"> {arrivalText(mode.value, text.words)}</span>}
    </p>
  );
};

const NationalNumber = ({ chart: { file, text } }: Pick<WhoCardProps, "chart">) => {
  const { visit } = text.words;
  const [isShown, setShown] = useState(false);
  const answer = answerOf(file.visit, "nationalNumber");
  if (answer?.is !== "known") return null;
  return (
    <button type="button" className="who-national" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
      <span className="number">{isShown ? spacedNumber(answer.value) : maskNationalNumber(answer.value)}</span>{" "}
      <span className="small">{isShown ? visit.hideNumber : visit.showNumber}</span>
    </button>
  );
};
