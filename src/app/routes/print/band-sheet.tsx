// What goes on the patient: the same few words on a label of 62 mm, on an A4 sheet of labels, and on a band, with the code that leads back here.
import type { Born } from "#core/identity/born.ts";
import { meaningOf } from "#core/clinical/scales.ts";
import { answerOf, triageOf } from "#core/visit/visit.ts";
import { codeOf } from "#forms/scanned.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { clockTime, shortDate } from "../../formats.ts";
import { LevelSign } from "../../ui/level-sign.tsx";
import { bornText, type TextContext } from "../visit/fact-text.ts";
import { nameText } from "../visit/who-text.ts";
import type { Paper } from "./paper.ts";
import { QrCode } from "./qr-code.tsx";

interface PatientPaperProps {
  readonly file: VisitFile;
  readonly paper: Paper;
}

/** Three by eight of 70 × 37 mm: the sheets that every ward has. */
const labelsOnSheet = 24;

export const LabelsSheet = ({ file, paper }: PatientPaperProps) => (
  <article className="paper-labels" aria-label={`${paper.text.words.hands.labels} ${file.visit.number ?? ""}`}>
    {Array.from({ length: labelsOnSheet }, (_, place) => (
      <div key={place} className="paper-labels-one" aria-hidden={place > 0}>
        <PatientMark file={file} paper={paper} />
      </div>
    ))}
  </article>
);

export const BandSheet = ({ file, paper }: PatientPaperProps) => (
  <article className="paper-band" aria-label={`${paper.text.words.hands.band} ${file.visit.number ?? ""}`}>
    <PatientMark file={file} paper={paper} />
    {/* Once more at the other end: whichever way the arm lies, one of them is up. */}
    {file.visit.number !== null && <QrCode code={codeOf("visit", file.visit.number)} />}
  </article>
);

export const PatientMark = ({ file: { visit }, paper }: PatientPaperProps) => {
  const { words, language } = paper.text;
  const born = answerOf(visit, "born");
  const triage = triageOf(visit)?.value ?? null;
  return (
    <div className="patient-mark">
      {visit.number !== null && <QrCode code={codeOf("visit", visit.number)} />}
      <div className="patient-mark-text">
        <p className="patient-mark-head">
          <strong className="number">{visit.number}</strong>
          {triage !== null && meaningOf(triage) !== null && (
            <b className="patient-mark-level">
              <LevelSign level={triage.level} />
              {triage.level}
            </b>
          )}
        </p>
        <p className="label-name">{nameText(visit, words)}</p>
        {born?.is === "known" && <p>{bornOnLabel(born.value, paper.text)}</p>}
        <p className="label-ward">
          {visit.arrivedAtMs !== null && (
            <>
              {words.print.arrived} {shortDate(visit.arrivedAtMs, language)} {clockTime(visit.arrivedAtMs)} ·{" "}
            </>
          )}
          {paper.ward}
          {paper.isDrill && <b> · {words.frame.drillMark}</b>}
        </p>
      </div>
    </div>
  );
};

/** An age that was told is not a birth: nobody is "b. 30 y". */
const bornOnLabel = (born: Born, text: TextContext): string => (born.is === "age" ? bornText(born, text) : text.words.print.born(bornText(born, text)));
