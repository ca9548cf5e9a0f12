// What the trials add up to, as a table; and the marked part of docs/reliability.md that holds the last one.
import { readFileSync, writeFileSync } from "node:fs";
import type { Trial } from "./trial.ts";

export interface Figures {
  readonly table: string;
  /** A control that lost nothing: then the trials beside it prove nothing. */
  readonly controlFaults: ReadonlyArray<string>;
}

const what: Readonly<Record<string, string>> = {
  kill: "browser killed (SIGKILL) while saving",
  crash: "tab crashed while saving",
  cut: "power cut while saving, unsynced blocks gone",
  "cut control": "**control**: power cut, one copy, relaxed durability",
  corruption: "files flipped, truncated or deleted, in one place or two",
  "corruption control": "**control**: database harmed, one copy",
  "full disk": "disk full, the browser having promised to keep the data",
  "full disk control": "**control**: disk full, no such promise",
  quota: "the browser gives no more room",
};

const sum = (trials: ReadonlyArray<Trial>, read: (trial: Trial) => number): number => trials.reduce((total, trial) => total + read(trial), 0);

const row = (kind: string, trials: ReadonlyArray<Trial>): string =>
  `| ${[what[kind] ?? kind, trials.length, sum(trials, ({ acknowledged }) => acknowledged), sum(trials, ({ lost, named }) => lost - named), sum(trials, ({ named }) => named), sum(trials, ({ altered }) => altered), trials.filter(({ isReadOnly }) => isReadOnly).length].join(" | ")} |`;

export const figuresOf = (trials: ReadonlyArray<Trial>): Figures => {
  const kinds = Object.keys(what).filter((kind) => trials.some((trial) => trial.kind === kind));
  const ofKind = (kind: string): ReadonlyArray<Trial> => trials.filter((trial) => trial.kind === kind);
  const head = "| trial | how many | saves answered | lost without a word | hit in both copies, named | altered ones shown | read only afterwards |\n|---|---|---|---|---|---|---|";
  return {
    table: [head, ...kinds.map((kind) => row(kind, ofKind(kind)))].join("\n"),
    controlFaults: kinds.filter((kind) => kind.includes("control") && sum(ofKind(kind), ({ lost }) => lost) === 0).map((kind) => `the ${kind} lost nothing: what stands beside it proves nothing`),
  };
};

const [begin, end] = ["<!-- durability: from npm run soak -- --write -->", "<!-- durability: end -->"];
const page = "docs/reliability.md";

export const writeFigures = ({ figures, version, seed }: { readonly figures: Figures; readonly version: string; readonly seed: number }): void => {
  const text = readFileSync(page, "utf8");
  const [before, after] = [text.indexOf(begin), text.indexOf(end)];
  if (before < 0 || after < before) throw new Error(`${page} has no place for the figures`);
  const said = `${begin}\nMeasured ${new Date().toISOString().slice(0, 10)}, Chromium ${version}, seed ${seed}.\n\n${figures.table}\n`;
  writeFileSync(page, `${text.slice(0, before)}${said}${text.slice(after)}`);
};
