// Who it is and how it stands, on paper: the head of a chart, long or compact.
import type { ReactNode } from "react";
import { latest } from "#core/visit/standing.ts";
import { answerOf, phaseOf, triageOf, type Visit } from "#core/visit/visit.ts";
import { chartFields } from "#forms/chart-form.ts";
import { disagreementsOf } from "#projections/disagreements.ts";
import { timeOf } from "../../formats.ts";
import { detailLabel, leavingWithTo, standingText, type TextContext } from "../visit/fact-text.ts";
import { claimTexts } from "../visit/claim-text.ts";
import { phoneStateText } from "../visit/phone-standing.tsx";
import { PaperLevel } from "./paper-level.tsx";

interface VisitFactsProps {
  readonly visit: Visit;
  readonly text: TextContext;
}

export const VisitFacts = ({ visit, text }: VisitFactsProps) => {
  const { words, nowMs, language } = text;
  const { print } = words;
  const place = visit.place === null ? null : latest(visit.place).value;
  const clinician = visit.clinician === null ? null : latest(visit.clinician).value;
  return (
    <dl className="paper-facts">
      {chartFields
        // That nobody asked about allergies is worth a line on paper too.
        .filter((name) => name === "allergies" || answerOf(visit, name) !== undefined)
        .map((name) => (
          <Fact key={name} label={detailLabel(name, words)}>
            {standingText(name, visit, text)}
          </Fact>
        ))}
      <Fact label={print.level}>
        <PaperLevel triage={triageOf(visit)?.value ?? null} text={text} />
      </Fact>
      {visit.arrivedAtMs !== null && <Fact label={print.arrived}>{timeOf(visit.arrivedAtMs, nowMs, language)}</Fact>}
      {place !== null && <Fact label={print.where}>{place}</Fact>}
      {clinician !== null && <Fact label={print.clinician}>{clinician}</Fact>}
      <Fact label={print.state}>{stateText(visit, text)}</Fact>
      {disagreementsOf(visit).map((disputed) => {
        const { label, claims } = claimTexts(disputed, text);
        return (
          <Fact key={label} label={`! ${print.disagree} ${label.toLowerCase()}`}>
            {claims.join(" / ")}
          </Fact>
        );
      })}
    </dl>
  );
};

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

const stateText = (visit: Visit, text: TextContext): string => {
  const { words, nowMs, language } = text;
  const phase = phaseOf(visit);
  switch (phase.is) {
    case "void":
      return words.visit.isVoid;
    case "onPhone":
    case "callOver":
      return visit.phone === null ? "" : phoneStateText(visit.phone, text);
    case "waiting":
      return words.print.waiting;
    case "calledIn":
      return words.visit.calledInAt(timeOf(phase.atMs, nowMs, language));
    case "inCare":
      return words.visit.inCareSince(timeOf(phase.atMs, nowMs, language));
    case "left":
      return `${words.visit.leftAt(timeOf(phase.atMs, nowMs, language))}: ${leavingWithTo(phase.how, phase.to, words)}`;
  }
};
