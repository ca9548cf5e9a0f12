// One who may be the same, in one line: number, name, age, when they came or left, and why they are shown. Nothing of a national number.
import { phaseOf, type Visit } from "#core/visit/visit.ts";
import type { PossibleSame } from "#projections/possible-same.ts";
import { timeOf } from "../../formats.ts";
import { Link } from "../../router/link.tsx";
import type { TextContext } from "./fact-text.ts";
import { knownAgeAndSex, nameText } from "./who-text.ts";

interface SameLineProps {
  readonly same: PossibleSame;
  readonly text: Pick<TextContext, "words" | "nowMs" | "language">;
}

export const SameLine = ({ same: { file: { visit }, by }, text: { words, nowMs, language } }: SameLineProps) => {
  const { identity } = words;
  const phase = phaseOf(visit);
  const time = phase.is === "left" ? `${identity.left} ${timeOf(phase.atMs, nowMs, language)}` : visit.arrivedAtMs === null ? rangText(visit, { words, nowMs, language }) : `${identity.came} ${timeOf(visit.arrivedAtMs, nowMs, language)}`;
  const said = [nameText(visit, words), knownAgeAndSex(visit, nowMs, words), time].filter((part) => part !== "");
  const why = { number: identity.sameNumber, likeName: identity.likeName, sameName: identity.sameName }[by];
  return (
    <Link className="same-link" to={`/visit/${visit.number ?? ""}`}>
      <strong className="number">{visit.number}</strong>
      <span>{said.join(" · ")}</span>
      <span className="soft small">{why}</span>
    </Link>
  );
};

/** Who rang and has not come. */
export const rangText = ({ phone }: Visit, { words: { identity, telephone }, nowMs, language }: SameLineProps["text"]): string => {
  if (phone === null) return "";
  const time = timeOf(phone.atMs, nowMs, language);
  // Of another day the date stands before it.
  return `${telephone.rangAt} ${/^[\d:]+$/.test(time) ? `${identity.atTime} ` : ""}${time} – ${identity.notHereYet}`;
};
