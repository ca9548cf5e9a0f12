// A level without colour: sign, number, name, and the colour as a word where the name does not say it.
import { meaningOf } from "#core/clinical/scales.ts";
import type { TriageLevel } from "#core/visit/visit.ts";
import { LevelSign } from "../../ui/level-sign.tsx";
import { levelText, type TextContext } from "../visit/fact-text.ts";

interface PaperLevelProps {
  readonly triage: TriageLevel | null;
  readonly text: TextContext;
}

export const PaperLevel = ({ triage, text }: PaperLevelProps) => {
  const { words, language } = text;
  if (triage === null) return <span className="paper-level">? {words.levels.untriaged}</span>;
  const meaning = meaningOf(triage);
  const colour = meaning === null ? null : words.levels[meaning.colour];
  return (
    <span className="paper-level">
      <LevelSign level={triage.level} /> {levelText(triage, text)}
      {colour !== null && colour !== meaning?.name[language].toLowerCase() && <> ({colour})</>}
    </span>
  );
};
