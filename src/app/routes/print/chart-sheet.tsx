// One visit on paper: who, how it stands, what happened from first to last with what was struck, and lines to go on by hand.
import type { DeviceId, LogRecord } from "#core/log/record.ts";
import { answerOf, phaseOf, type Visit } from "#core/visit/visit.ts";
import { penFields } from "#forms/chart-form.ts";
import { timelineOf, type TimelineEntry } from "#projections/timeline.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { useWardState } from "../../app-context.tsx";
import { timeOf } from "../../formats.ts";
import { deviceText } from "../visit/device-text.ts";
import { actorText, detailLabel, lineText } from "../visit/fact-text.ts";
import { idleText, strikeText } from "../visit/strike-text.ts";
import { nameText } from "../visit/who-text.ts";
import type { Paper } from "./paper.ts";
import { PaperPhotos } from "./paper-photos.tsx";
import { PaperLevel } from "./paper-level.tsx";
import { Sheet } from "./sheet.tsx";
import { VisitFacts } from "./visit-facts.tsx";

interface ChartSheetProps {
  readonly file: VisitFile;
  readonly paper: Paper;
  /** "Kontakt 3 av 12", where there are several. */
  readonly note?: string;
}

const penLines = 6;

export const ChartSheet = ({ file, paper, note }: ChartSheetProps) => {
  const { visit } = file;
  const { words } = paper.text;
  const { print } = words;
  const { unknown } = useWardState();
  const notAsked = penFields.filter((name) => answerOf(visit, name) === undefined);
  return (
    <Sheet paper={paper} title={`${visit.number ?? ""} ${nameText(visit, words)}`} {...(note === undefined ? {} : { note })}>
      <article className="paper-chart">
        <VisitFacts visit={visit} text={paper.text} />
        {notAsked.length > 0 && (
          <p className="paper-blanks">
            {print.notAsked}:
            {notAsked.map((name) => (
              <span key={name}>{detailLabel(name, words)}</span>
            ))}
          </p>
        )}
        <table className="paper-lines" aria-label={print.timeline}>
          <thead>
            <tr>
              <th scope="col">{print.happened}</th>
              <th scope="col">{print.written}</th>
              <th scope="col">{print.what}</th>
              <th scope="col">{print.by}</th>
            </tr>
          </thead>
          <tbody>
            {timelineOf(file, unknown).toReversed().map((entry) => (
              <Line key={entry.is === "line" ? entry.line.id : entry.record.id} entry={entry} visit={visit} paper={paper} />
            ))}
          </tbody>
        </table>
        <PaperPhotos file={file} paper={paper} />
        {phaseOf(visit).is !== "left" && (
          <div className="paper-pen">
            <p>{print.moreByHand}</p>
            {Array.from({ length: penLines }, (_, line) => (
              <hr key={line} />
            ))}
          </div>
        )}
      </article>
    </Sheet>
  );
};

const Line = ({ entry, visit, paper }: { readonly entry: TimelineEntry; readonly visit: Visit; readonly paper: Paper }) => {
  const { words, nowMs, language } = paper.text;
  const { ward } = useWardState();
  const { atMs, wroteMs, actor } = entry.is === "line" ? entry.line : entry.record;
  const device: DeviceId = entry.is === "line" ? entry.device : entry.record.device;
  return (
    <tr>
      <td className="number">{timeOf(atMs, nowMs, language)}</td>
      <td className="number">{timeOf(wroteMs, nowMs, language)}</td>
      <td>{entry.is === "line" ? <LineText entry={entry} visit={visit} paper={paper} /> : <UnknownText record={entry.record} kept={words.print.kept} />}</td>
      <td>
        {actorText(actor, words)}, {deviceText(device, ward, words)}
      </td>
    </tr>
  );
};

const UnknownText = ({ record: { event }, kept }: { readonly record: LogRecord; readonly kept: string }) => (
  <>
    {kept}
    {event.type === "unknown" && event.was !== "" && <>: {event.was}</>}
  </>
);

interface LineTextProps {
  readonly entry: Extract<TimelineEntry, { readonly is: "line" }>;
  readonly visit: Visit;
  readonly paper: Paper;
}

const LineText = ({ entry: { line, insteadOf, idle }, visit, paper: { text } }: LineTextProps) => {
  const { head, answers } = lineText(line, visit, text);
  const said = (
    <>
      {line.event.type === "v1.TriageSet" ? <PaperLevel triage={line.event} text={text} /> : head}
      {answers.map(([label, answer]) => ` · ${label}: ${answer}`)}
    </>
  );
  return (
    <>
      {line.struck === null ? said : <s>{said}</s>}
      {line.struck !== null && <em> {strikeText(line.struck, text)}</em>}
      {insteadOf !== null && <em> {text.words.visit.standsInstead(timeOf(insteadOf.atMs, text.nowMs, text.language))}</em>}
      {idle.map((one) => (
        <em key={one.strike.id}> {idleText(one, text)}</em>
      ))}
    </>
  );
};
