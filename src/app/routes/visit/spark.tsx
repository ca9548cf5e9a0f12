// Values over time as a small line: time to the right, and every value a dot, so that two values are no promise of those between.
// Above what a dot has room for, the line itself is as close as dots would be, and only the last value is one.
import type { Point } from "#projections/looks.ts";

export interface SparkLine {
  readonly points: ReadonlyArray<Point>;
}

interface SparkProps {
  readonly lines: ReadonlyArray<SparkLine>;
  readonly band: readonly [from: number, to: number] | null;
  /** Everything it shows, in words. */
  readonly label: string;
}

const [width, height, edge] = [160, 40, 4];
const mostDots = 40;

export const Spark = ({ lines, band, label }: SparkProps) => {
  const all = lines.flatMap(({ points }) => points);
  const values = all.map(({ value }) => value);
  const [least, most] = widened(Math.min(...values), Math.max(...values));
  const times = all.map(({ atMs }) => atMs);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const xOf = (atMs: number): number => (last === first ? width - edge : edge + ((atMs - first) / (last - first)) * (width - 2 * edge));
  const yOf = (value: number): number => height - edge - ((value - least) / (most - least)) * (height - 2 * edge);
  const within = (value: number): number => Math.min(Math.max(yOf(value), 0), height);
  return (
    <svg className="spark" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {band !== null && <rect className="spark-band" x="0" width={width} y={within(band[1])} height={Math.max(0, within(band[0]) - within(band[1]))} />}
      {lines.map(({ points }, place) => (
        <g key={place === 0 ? "over" : "under"}>
          <polyline points={points.map(({ atMs, value }) => `${round(xOf(atMs))},${round(yOf(value))}`).join(" ")} />
          {points.map(({ atMs, value }, at) =>
            at === points.length - 1 || points.length <= mostDots ? <circle key={`${atMs}-${at}`} cx={round(xOf(atMs))} cy={round(yOf(value))} r={at === points.length - 1 ? 3.5 : 2} /> : null,
          )}
        </g>
      ))}
    </svg>
  );
};

/** Some room above and below, also where all values are alike. */
const widened = (least: number, most: number): readonly [number, number] => {
  const room = Math.max((most - least) * 0.15, Math.abs(most) * 0.03, 0.5);
  return [least - room, most + room];
};

const round = (px: number): number => Math.round(px * 10) / 10;
