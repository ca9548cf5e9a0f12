// Two visits beside each other, so that two people can see whether they are one. What differs is said in words, not by colour alone.
import { detailNames } from "#core/visit/details.ts";
import { answerOf, triageOf, type Visit } from "#core/visit/visit.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { timeOf } from "../../formats.ts";
import { detailLabel, levelText, standingText, type TextContext } from "./fact-text.ts";
import { nameText } from "./who-text.ts";

interface SideBySideProps {
  readonly files: readonly [VisitFile, VisitFile];
  readonly text: TextContext;
}

export const SideBySide = ({ files: [{ visit: one }, { visit: other }], text }: SideBySideProps) => {
  const { words, nowMs, language } = text;
  const level = (visit: Visit): string => {
    const triage = triageOf(visit);
    return triage === null ? words.levels.untriaged : levelText(triage.value, text);
  };
  const came = ({ arrivedAtMs }: Visit): string => (arrivedAtMs === null ? "" : timeOf(arrivedAtMs, nowMs, language));
  const asked = detailNames.filter((name) => name !== "name" && (answerOf(one, name) !== undefined || answerOf(other, name) !== undefined));
  return (
    <table className="side-by-side">
      <caption>{words.identity.sideBySide}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{words.identity.sideBySide}</span>
          </th>
          <th scope="col" className="number">{one.number}</th>
          <th scope="col" className="number">{other.number}</th>
        </tr>
      </thead>
      <tbody>
        <Row label={words.fields.name.label} values={[nameText(one, words), nameText(other, words)]} differs={words.identity.differs} areKnown={areKnown(one, other, "name")} />
        {asked.map((name) => (
          <Row
            key={name}
            label={detailLabel(name, words)}
            values={[standingText(name, one, text), standingText(name, other, text)]}
            differs={words.identity.differs}
            areKnown={areKnown(one, other, name)}
          />
        ))}
        <Row label={words.visit.triage} values={[level(one), level(other)]} differs={words.identity.differs} areKnown={one.triage !== null && other.triage !== null} />
        <Row label={words.visit.arrivedAt} values={[came(one), came(other)]} differs={words.identity.differs} areKnown={false} />
      </tbody>
    </table>
  );
};

/** Only what both say can differ. */
const areKnown = (one: Visit, other: Visit, name: (typeof detailNames)[number]): boolean => answerOf(one, name)?.is === "known" && answerOf(other, name)?.is === "known";

interface RowProps {
  readonly label: string;
  readonly values: readonly [string, string];
  readonly differs: string;
  readonly areKnown: boolean;
}

const Row = ({ label, values: [one, other], differs, areKnown: can }: RowProps) => {
  const isDifferent = can && one !== other;
  return (
    <tr data-differs={isDifferent}>
      <th scope="row">
        {label}
        {isDifferent && <span className="differs">≠ {differs}</span>}
      </th>
      <td>{one}</td>
      <td>{other}</td>
    </tr>
  );
};
