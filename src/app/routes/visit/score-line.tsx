// What the look adds up to, with its parts. It is shown and never acted on; the words stand beside every sign.
import { news2Parts, type News2, type News2Part } from "#core/clinical/news2.ts";
import type { Scores } from "#projections/looks.ts";
import type { ClinicalWords } from "#i18n/pages/clinical.ts";
import type { Language } from "#i18n/words.ts";
import { news2Text, valueText } from "./found-text.ts";

interface ScoreLineProps {
  readonly scores: Scores;
  /** The time of the look; absent while it is being written. */
  readonly at?: string;
  readonly words: ClinicalWords;
  readonly language: Language;
}

export const ScoreLine = ({ scores: { fit, news2, qsofa, shockIndex }, at, words, language }: ScoreLineProps) => {
  const isNotFor = fit === "under16" || fit === "pregnant";
  if (news2 === null && qsofa === null && shockIndex === null && !isNotFor) return null;
  return (
    <div className="score">
      {news2 !== null && <News2Sum news2={news2} at={at} words={words} />}
      {(isNotFor || (news2 !== null && fit === "ageUnknown")) && <p className="small soft">{words[fit]}</p>}
      <p className="score-signs small">
        {qsofa !== null && (
          <span>
            {words.qsofa} <b className="number">{`${qsofa.isComplete ? "" : "≥ "}${qsofa.count}`}</b>
            {!qsofa.isComplete && ` ${words.incomplete}`}
          </span>
        )}
        {shockIndex !== null && (
          <span>
            {words.shockIndex} <b className="number">{valueText(shockIndex, language)}</b>
          </span>
        )}
        {news2 !== null && <span className="soft">{words.news2Source}</span>}
      </p>
    </div>
  );
};

const News2Sum = ({ news2, at, words }: { readonly news2: News2; readonly at: string | undefined; readonly words: ClinicalWords }) => (
  <>
    <p className="score-sum" data-band={news2.is === "complete" ? news2.band : undefined}>
      {words.news2} <strong className="number">{news2Text(news2, words)}</strong>
      {at !== undefined && <span className="small soft"> {at}</span>}
    </p>
    <ul className="score-parts">
      {news2Parts.map((part) => {
        const points = news2.points[part];
        return (
          <li key={part} data-points={points} className={points === undefined ? "soft" : undefined}>
            {words[partWords[part]]} <b className="number">{points ?? words.missing}</b>
          </li>
        );
      })}
    </ul>
  </>
);

const partWords = {
  respiration: "respirationPerMin", spo2: "spo2Pct", breathing: "breathing", systolic: "systolicMmHg", pulse: "pulsePerMin", consciousness: "consciousness", temp: "tempC",
} as const satisfies { readonly [P in News2Part]: keyof ClinicalWords };
