// One line: what happened, who wrote it, what became of it, and the way to correct it or to bring it back.
import type { RecordId } from "#core/log/record.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import type { TimelineEntry } from "#projections/timeline.ts";
import { useApp, useWardState } from "../../app-context.tsx";
import { timeOf } from "../../formats.ts";
import type { Visit } from "#core/visit/visit.ts";
import type { ChartLine } from "#projections/chart.ts";
import { usePageWords } from "../../page-words.ts";
import { LevelTag } from "../../ui/level-tag.tsx";
import { CorrectionForm } from "./correction-form.tsx";
import { deviceText } from "./device-text.ts";
import { actorText, factText, lineText, type TextContext } from "./fact-text.ts";
import { PhotoView } from "./photo-view.tsx";
import { idleText, strikeText } from "./strike-text.ts";
import type { Chart } from "./use-chart.ts";

export interface LineWays {
  readonly correct: (line: RecordId) => void;
  readonly bringBack: (strike: RecordId) => void;
}

interface TimelineLineProps {
  readonly entry: Extract<TimelineEntry, { readonly is: "line" }>;
  readonly file: VisitFile;
  readonly text: TextContext;
  readonly ways: LineWays;
  /** The chart while this line is being corrected. */
  readonly correcting: Chart | null;
}

export const TimelineLine = ({ entry, file, text, ways, correcting }: TimelineLineProps) => {
  const { line, insteadOf, idle } = entry;
  const { words, nowMs, language } = text;
  const isStruck = line.struck !== null;
  return (
    <div className="line-body">
      {isStruck ? (
        <del>
          <span className="unseen">{words.visit.struck}: </span>
          <LineText line={line} visit={file.visit} text={text} />
        </del>
      ) : (
        <LineText line={line} visit={file.visit} text={text} />
      )}
      {line.event.type === "v1.PhotoTaken" && <PhotoView file={file} id={line.id} photo={line.event.photo} isStruck={isStruck} />}
      <p className="line-who">
        <Writer entry={entry} />
        <WrittenOn line={line} visit={file.visit} />
        {insteadOf !== null && <> · {words.visit.standsInstead(timeOf(insteadOf.atMs, nowMs, language))}</>}
      </p>
      {line.struck !== null && <p className="line-strike">{strikeText(line.struck, text)}</p>}
      {idle.map((one) => (
        <p key={one.strike.id} className="line-strike" data-waits={one.is === "waiting"}>
          {idleText(one, text)}
        </p>
      ))}
      {correcting !== null ? <CorrectionForm chart={correcting} line={line} /> : <LineDeed line={line} text={text} ways={ways} />}
    </div>
  );
};

const LineText = ({ line, visit, text }: { readonly line: ChartLine; readonly visit: Visit; readonly text: TextContext }) => {
  const { head, answers } = lineText(line, visit, text);
  return (
    <>
      {line.event.type === "v1.TriageSet" ? (
        <p className="line-head">
          {text.words.visit.eventTriage} <LevelTag triage={line.event} />
        </p>
      ) : (
        <p className="line-head">{head}</p>
      )}
      {answers.length > 0 && (
        <dl className="line-answers">
          {answers.map(([label, answer]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{answer}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
};

/** The device is said only where it is another one. */
const Writer = ({ entry: { line, device } }: Pick<TimelineLineProps, "entry">) => {
  const words = usePageWords();
  const { book } = useApp();
  const { ward } = useWardState();
  const isHere = book.is === "open" && book.device === device;
  return (
    <>
      {actorText(line.actor, words)}
      {!isHere && <> · {deviceText(device, ward, words)}</>}
    </>
  );
};

/** Of visits that are one: the number it was written on, where that is not the one that goes on. */
const WrittenOn = ({ line, visit }: { readonly line: ChartLine; readonly visit: Visit }) => {
  const { identity } = usePageWords();
  const other = line.event.visit === visit.id ? undefined : visit.joined?.ones.find(({ id }) => id === line.event.visit);
  return other === undefined ? null : <> · {identity.from} {other.number}</>;
};

const LineDeed = ({ line, text, ways }: { readonly line: ChartLine; readonly text: TextContext; readonly ways: LineWays }) => {
  const { words } = text;
  // Two must look, both when visits are joined and when they are parted: not from here.
  if (line.event.type === "v1.Joined") return null;
  const name = `${factText(line.event, text).head}, ${timeOf(line.atMs, text.nowMs, text.language)}`;
  const { struck } = line;
  if (struck === null) {
    return (
      <button type="button" id={`correct-${line.id}`} className="button button-plain line-deed no-print" aria-label={words.visit.correctLine(name)} onClick={() => ways.correct(line.id)}>
        {words.visit.correct}
      </button>
    );
  }
  return (
    <button type="button" className="button button-plain line-deed no-print" aria-label={words.visit.bringBackLine(name)} onClick={() => ways.bringBack(struck.id)}>
      {words.visit.bringBack}
    </button>
  );
};
