// Every visit in few lines: as little paper as it takes to type it all in afterwards.
import type { ChartLine } from "#projections/chart.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { timelineOf } from "#projections/timeline.ts";
import { timeOf } from "../../formats.ts";
import { callAnswers } from "../visit/call-text.ts";
import { lineText, type TextContext } from "../visit/fact-text.ts";
import { nameText } from "../visit/who-text.ts";
import type { Paper } from "./paper.ts";
import { Sheet } from "./sheet.tsx";
import { VisitFacts } from "./visit-facts.tsx";

interface CompactSheetProps {
  readonly files: ReadonlyArray<VisitFile>;
  readonly paper: Paper;
}

export const CompactSheet = ({ files, paper }: CompactSheetProps) => {
  const { words } = paper.text;
  return (
    <Sheet paper={paper} title={words.print.compact} note={words.print.pages(files.length)}>
      {files.map((file) => (
        <article key={file.visit.id} className="paper-compact">
          <h2>
            <span className="number">{file.visit.number}</span> {nameText(file.visit, words)}
          </h2>
          <VisitFacts visit={file.visit} text={paper.text} />
          <p>{lineTexts(file, paper).join(" · ")}</p>
        </article>
      ))}
    </Sheet>
  );
};

/** What stands, from first to last; what was struck is in the full chart. */
const lineTexts = (file: VisitFile, { text }: Paper): ReadonlyArray<string> =>
  timelineOf(file, [])
    .toReversed()
    .flatMap((entry) =>
      entry.is === "line" && entry.line.struck === null && entry.line.event.type !== "v1.Arrived"
        ? [`${timeOf(entry.line.atMs, text.nowMs, text.language)} ${shortText(entry.line, file, text)}`]
        : [],
    );

/** Their answers are told with what they are answers to. */
const wholeLines: ReadonlyArray<ChartLine["event"]["type"]> = [
  "v1.MedicineGiven",
  "v1.Concluded",
  "v1.CallEnded",
  "v1.CalledBack",
  "v1.Ordered",
  "v1.ResultCame",
  "v1.OrderDropped",
  "v1.ProcedureDone",
  "v1.FormFilled",
  "v1.PhotoTaken",
];

/** What is known of the patient stands above; of a look and a note every word is needed. */
const shortText = (line: ChartLine, { visit }: VisitFile, text: TextContext): string => {
  const { head, answers } = lineText(line, visit, text);
  if (line.event.type === "v1.CallTaken") return [head, ...callAnswers(line.event.call, text).map(([label, answer]) => `${label}: ${answer}`)].join(", ");
  if (wholeLines.includes(line.event.type)) return [head, ...answers.map(([label, answer]) => `${label}: ${answer}`)].join(", ");
  return line.event.type === "v1.Observed" || line.event.type === "v1.Noted" ? answers.map(([label, answer]) => `${label}: ${answer}`).join(", ") : head;
};
