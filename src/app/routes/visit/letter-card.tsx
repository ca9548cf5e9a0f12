/**
 * From the chart to the letter: on paper or as a file. Once the patient has left, it says what the letter still lacks.
 *
 * - LCD1 Nothing holds the letter back: what nobody has written is said beside it, and it can be printed all the same.
 */
import { DownloadIcon, FileTextIcon } from "@navikt/aksel-icons";
import { standingConclusion } from "#core/clinical/conclusion.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { Link } from "../../router/link.tsx";
import { letterAddress } from "../print/print-choice.ts";
import type { Chart } from "./use-chart.ts";
import { useLetterFile } from "./use-letter-file.ts";

interface LetterCardProps {
  readonly chart: Chart;
  readonly number: TemporaryNumber;
}

export const LetterCard = ({ chart: { file, phase, text, show }, number }: LetterCardProps) => {
  const { letter } = text.words;
  const saving = useLetterFile();
  if (phase.is === "void") return null;
  const hasLeft = phase.is === "left";
  return (
    <section className="card letter-card no-print" aria-label={letter.readyLetter} data-left={hasLeft}>
      {hasLeft && <h2>{letter.readyLetter}</h2>}
      {hasLeft && standingConclusion(file.visit.concluded).assessment === undefined && (
        <p className="field-note" data-kind="warn">
          {letter.noAssessment}{" "}
          <button type="button" className="button button-plain" onClick={() => show({ is: "panel", verb: "conclude", byKey: false })}>
            {letter.writeMore}
          </button>
        </p>
      )}
      <div className="row">
        <Link className={hasLeft ? "button button-main" : "button"} to={letterAddress(number, "discharge")} aria-keyshortcuts="B">
          <FileTextIcon aria-hidden />
          {letter.letter} <kbd aria-hidden="true">B</kbd>
        </Link>
        <Link className="button" to={letterAddress(number, "referral")}>
          {letter.referralLetter}
        </Link>
        <button type="button" className="button" disabled={saving.is === "making"} onClick={() => void saving.save([file], "discharge")}>
          <DownloadIcon aria-hidden />
          {letter.saveLetter}
        </button>
      </div>
      <p role="status" className="field-note" data-kind={saving.is === "failed" ? "warn" : "plain"}>
        {saving.is === "handed" && letter.letterSaved}
        {saving.is === "failed" && letter.letterNotSaved}
      </p>
    </section>
  );
};
