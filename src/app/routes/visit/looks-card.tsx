/**
 * What was measured, over time: one small picture a measure with its last value, and the score of the last look with its parts.
 *
 * - LKC1 Each picture says in words what it shows, value by value with its time.
 * - LKC2 The band behind a line is where NEWS2 gives no points; it is drawn only for who NEWS2 is for.
 * - LKC3 The last whole NEWS2 stands with its time until there is a newer one: a later look at one thing does not hide it.
 */
import { memo } from "react";
import { measures, type MeasureName } from "#core/clinical/found.ts";
import { news2Calm } from "#core/clinical/news2.ts";
import type { Visit } from "#core/visit/visit.ts";
import { scoredLooks, seriesOf, type Point, type ScoredLook, type Series } from "#projections/looks.ts";
import { timeOf } from "../../formats.ts";
import type { TextContext } from "./fact-text.ts";
import { pressureText, valueText } from "./found-text.ts";
import { ScoreLine } from "./score-line.tsx";
import { Spark, type SparkLine } from "./spark.tsx";

interface LooksCardProps {
  readonly visit: Visit;
  readonly text: TextContext;
}

export const LooksCard = memo(({ visit, text }: LooksCardProps) => {
  const scored = scoredLooks(visit);
  const last = scored.at(-1);
  if (last === undefined) return null;
  const words = text.words.clinical;
  const series = seriesOf(visit);
  const whole = scored.findLast(({ scores }) => scores.news2?.is === "complete");
  const isFor = last.scores.fit === "fits" || last.scores.fit === "ageUnknown";
  const under = series.find(({ name }) => name === "diastolicMmHg");
  return (
    <section className="card looks" aria-labelledby="looks">
      <h2 id="looks">{words.chart}</h2>
      {whole !== undefined && whole !== last && <ScoreOf look={whole} text={text} />}
      <ScoreOf look={last} text={text} />
      <ul className="looks-tiles">
        {series.map((one) => (one.name === "diastolicMmHg" && series.some(({ name }) => name === "systolicMmHg") ? null : <Tile key={one.name} series={one} under={one.name === "systolicMmHg" ? under : undefined} isFor={isFor} text={text} />))}
      </ul>
    </section>
  );
});
LooksCard.displayName = "LooksCard";

/** With the time it is of. */
const ScoreOf = ({ look: { look, scores }, text }: { readonly look: ScoredLook; readonly text: TextContext }) => (
  <ScoreLine scores={scores} at={timeOf(look.atMs, text.nowMs, text.language)} words={text.words.clinical} language={text.language} />
);

interface TileProps {
  readonly series: Series;
  /** The lower pressure, drawn below the upper one. */
  readonly under: Series | undefined;
  readonly isFor: boolean;
  readonly text: TextContext;
}

const Tile = ({ series: { name, points }, under, isFor, text }: TileProps) => {
  const words = text.words.clinical;
  const { language, nowMs } = text;
  const last = lastOf(points);
  const label = name === "systolicMmHg" || name === "diastolicMmHg" ? words.pressure : words[name];
  const underAt = (at: Point): number | undefined => under?.points.find(({ by }) => by === at.by)?.value;
  const said = (at: Point): string =>
    name === "systolicMmHg" ? pressureText(at.value, underAt(at)) : name === "diastolicMmHg" ? pressureText(undefined, at.value) : `${valueText(at.value, language)} ${measures[name].sign}`;
  const [value = "", ...sign] = said(last).split(" ");
  const lines: ReadonlyArray<SparkLine> = [{ points }, ...(under === undefined ? [] : [{ points: under.points }])];
  return (
    <li className="look-tile">
      <span className="look-name">{label}</span>
      <span className="look-last">
        <b className="number">{value}</b> <span className="small soft">{sign.join(" ")}</span>
      </span>
      <Spark lines={lines} band={isFor ? calmOf(name) : null} label={`${label}: ${points.map((at) => `${timeOf(at.atMs, nowMs, language)} ${said(at)}`).join(", ")}`} />
      <time className="small soft" dateTime={new Date(last.atMs).toISOString()}>
        {timeOf(last.atMs, nowMs, language)}
      </time>
    </li>
  );
};

const calm: { readonly [M in MeasureName]?: readonly [from: number, to: number] } = news2Calm;
const calmOf = (name: MeasureName): readonly [from: number, to: number] | null => calm[name] ?? null;

const lastOf = ([first, ...rest]: Series["points"]): Point => rest.at(-1) ?? first;
