// A level as people read it anywhere: sign, number and word on its colour; or that nobody has looked yet.
import { meaningOf, type Level, type ScaleId } from "#core/clinical/scales.ts";
import { useApp, useWords } from "../app-context.tsx";
import { LevelSign } from "./level-sign.tsx";

interface LevelTagProps {
  readonly triage: { readonly scale: ScaleId; readonly scaleVersion: string; readonly level: Level } | null;
}

export const LevelTag = ({ triage }: LevelTagProps) => {
  const words = useWords();
  const { prefs } = useApp();
  if (triage === null) return <span className="level">? {words.levels.untriaged}</span>;
  const meaning = meaningOf(triage);
  return (
    <span className="level" data-colour={meaning?.colour}>
      <LevelSign level={triage.level} />
      {triage.level} {meaning?.name[prefs.language] ?? words.levels.levelWord(triage.level)}
    </span>
  );
};
