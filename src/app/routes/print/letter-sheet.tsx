/**
 * The letter to the GP or the referral, on A4: who it is to, who it is about, what it came to, and a line to sign.
 *
 * - LSH1 Where nobody can be sure who the patient is, the sheet says so in a box of its own before the first section.
 * - LSH2 What is missing is room for a pen.
 */
import { useWardState } from "../../app-context.tsx";
import type { VisitFile } from "#projections/ward-state.ts";
import { letterOf, type LetterKind, type LetterLine } from "#projections/letter.ts";
import { letterText } from "../visit/letter-text.ts";
import type { Paper } from "./paper.ts";
import { Sheet } from "./sheet.tsx";
import "./letter-sheet.css";

interface LetterSheetProps {
  readonly file: VisitFile;
  readonly kind: LetterKind;
  readonly paper: Paper;
}

export const LetterSheet = ({ file, kind, paper }: LetterSheetProps) => {
  const { downtimes } = useWardState();
  const { words, language } = paper.text;
  const letter = letterText(letterOf(file, { downtimes, isDrill: paper.isDrill }), kind, words, language);
  return (
    <Sheet paper={paper} title={letter.title}>
      <article className="paper-letter" aria-label={letter.title}>
        <p className="letter-to">
          <span>{letter.to.label}</span>
          <b>{letter.to.text}</b>
        </p>
        <dl className="letter-patient">
          {letter.patient.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        {letter.sections.map(({ part, title, lines }) => (
          <section key={part} className="letter-part" data-part={part}>
            {title !== "" && <h2>{title}</h2>}
            {lines.map((line) => (
              <Line key={`${line.label ?? ""} ${line.text}`} line={line} />
            ))}
          </section>
        ))}
        <p className="letter-sign">{words.letter.signature}</p>
      </article>
    </Sheet>
  );
};

const Line = ({ line: { label, text, isMissing } }: { readonly line: LetterLine }) => (
  <p data-missing={isMissing}>
    {label !== null && <span className="letter-label">{label}: </span>}
    {text}
  </p>
);
