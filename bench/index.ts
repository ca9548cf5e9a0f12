/**
 * `npm run bench [rounds] [throttle] [cold,board,chart,save,open,photos,moods,hands]`: what Vaktbok promises about speed, measured on the real build in a
 * real Chromium.
 *
 * Figures are medians with their range over the rounds; compare within one run only, because the machine and its load move
 * them all. What is promised is the ratio to a limit measured in the same run. docs/performance.md says what each means.
 */
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { sizesOf, sizesText } from "../scripts/vite/budget.ts";
import { boardFigures, type BoardFigures } from "./board.ts";
import { handFigures, type HandFigures } from "./by-hand.ts";
import { chartFigures, type ChartFigures } from "./chart.ts";
import { coldStarts, type ColdStart } from "./cold-start.ts";
import { moodFigures, type MoodFigures } from "./moods.ts";
import { openings, type Opening } from "./opening.ts";
import { saveFigures, type SaveFigures } from "./save.ts";
import { spreadText, table } from "./stats.ts";

const [asked = "7", slowed = "4", parts = "cold,board,chart,save,open,photos,moods,hands"] = process.argv.slice(2);
const rounds = Number(asked);
const throttle = Number(slowed);

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const load = (): string => loadavg().map((one) => one.toFixed(1)).join(" ");

const coldText = (starts: ReadonlyArray<ColdStart>): string =>
  table(
    ["", "first usable field", "to the floor", "to the twin", "first key after", "slowest key", "program has taken over", "letters lost"],
    starts.map((one) => [one.target, ...[one.usableMs, one.ratio, one.ratioToTwin, one.firstKeyMs, one.slowestKeyMs, one.programMs].map(spreadText), String(one.lettersLost)]),
  );

const boardText = (boards: ReadonlyArray<BoardFigures>): string =>
  table(
    ["rows", "first row", "frames over 50 in 8 s", "longest frame", "key to paint, p95", "longest task, own clock", "tasks over 50", "work of a key, p95"],
    boards.map((one) => [String(one.rows), ...[one.firstRowMs, one.framesOver50, one.longestFrameMs, one.keyP95Ms, one.longestTaskMs, one.tasksOver50, one.keyWorkP95Ms].map(spreadText)]),
  );

const chartText = (all: ReadonlyArray<ChartFigures>): string =>
  table(
    ["records of the visit", "opened", "panel by its key", "key to paint, p50", "p95", "work of a key, p95", "longest task, own clock"],
    all.map((one) => [String(one.records), ...[one.openedMs, one.panelMs, one.keyP50Ms, one.keyP95Ms, one.keyWorkP95Ms, one.longestTaskMs].map(spreadText)]),
  );

const saveText = (save: SaveFigures): string =>
  table(["p50", "p99", "bare p50", "ratio p50", "ratio p99"], [[save.savedP50Ms, save.savedP99Ms, save.rawP50Ms, save.ratioP50, save.ratioP99].map(spreadText)]);

const openText = (all: ReadonlyArray<Opening>): string =>
  table(
    ["records", "photos", "to the board", "to the smallest", "every record folded", "rebuilt"],
    all.map((one) => [String(one.records), String(one.photos), spreadText(one.boardMs), spreadText(one.ratio), one.foldedMs.toFixed(0), one.rebuiltMs.toFixed(0)]),
  );

const moodText = (all: ReadonlyArray<MoodFigures>): string =>
  table(["the server", "program on the page", "to a good day"], all.map(({ mood, hereMs, ratio }) => [mood, spreadText(hereMs), ratio.toFixed(2)]));

const wayText = ({ counts: { keys, clicks, taps, scans, decisions }, seconds }: HandFigures["desk"]): string =>
  `${seconds.toFixed(1)} s (${[[keys, "keys"], [clicks, "clicks"], [taps, "taps"], [scans, "scans"], [decisions, "decisions"]].filter(([many]) => many !== 0).map(([many, what]) => `${many} ${what}`).join(", ")})`;

const handText = (all: ReadonlyArray<HandFigures>): string =>
  table(
    ["journey", "at a desk", "by touch", "on paper", "on paper and typed afterwards"],
    all.map((one) => [one.journey, wayText(one.desk), wayText(one.touch), `${one.paperS.toFixed(1)} s`, `${one.paperAndTypedS.toFixed(1)} s`]),
  );

const loadBefore = load();
const size = sizesOf("dist");
say(`\nSizes: ${sizesText(size)}`);

const starts = parts.includes("cold") ? await coldStarts(rounds, throttle) : [];
if (starts.length > 0) say(`\nCold start, server gone, ${throttle}× throttle, ${rounds} rounds, ms\n${coldText(starts)}`);

const boards: Array<BoardFigures> = [];
for (const rows of parts.includes("board") ? [500, 10_000] : []) boards.push(await boardFigures(rows, Math.min(rounds, 3), throttle));
if (boards.length > 0) say(`\nBoard, ${throttle}× throttle, ms\n${boardText(boards)}`);

const charts: Array<ChartFigures> = [];
for (const records of parts.includes("chart") ? [10, 1_000] : []) charts.push(await chartFigures(records, Math.min(rounds, 3), throttle));
if (charts.length > 0) say(`\nA chart, ${throttle}× throttle, ms\n${chartText(charts)}`);

const save = parts.includes("save") ? await saveFigures(Math.min(rounds, 5)) : null;
if (save !== null) say(`\nOne save, from asking to the disk's answer, against the bare database in the same page, ms\n${saveText(save)}`);

const opened = parts.includes("open") ? await openings([10, 1_000, 10_000, 50_000].map((records) => ({ records, photos: 0 })), Math.min(rounds, 5)) : [];
if (opened.length > 0) say(`\nFrom navigation to the first patient on the board, ms; without the checkpoint; and the database rebuilt from the journal\n${openText(opened)}`);

const withPhotos = parts.includes("photos") ? await openings([0, 200].map((photos) => ({ records: 1_000, photos })), Math.min(rounds, 5)) : [];
if (withPhotos.length > 0) say(`\nThe same with photos of 150 kB, ms\n${openText(withPhotos)}`);

const moods = parts.includes("moods") ? await moodFigures(Math.min(rounds, 5)) : [];
if (moods.length > 0) say(`\nFrom navigation to the program on the page on the server's bad days, four pages, ms\n${moodText(moods)}`);

const hands = parts.includes("hands") ? await handFigures() : [];
if (hands.length > 0) say(`\nBy the keystroke-level model (bench/klm.ts), what the program takes included\n${handText(hands)}`);

const machine = { cpus: cpus().length, node: process.version, loadBefore, loadAfter: load() };
say(`\n${machine.cpus} processors, load ${machine.loadBefore} before and ${machine.loadAfter} after`);
writeFileSync("bench/last.json", `${JSON.stringify({ date: new Date().toISOString(), rounds, throttle, machine, size, starts, boards, charts, save, opened, withPhotos, moods, hands }, null, 2)}\n`);
