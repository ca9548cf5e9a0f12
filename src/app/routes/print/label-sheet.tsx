// The label for the wristband or the form: the number as large as 62 mm allow, who, born, and when they came.
import type { Born } from "#core/identity/born.ts";
import { answerOf } from "#core/visit/visit.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { clockTime, shortDate } from "../../formats.ts";
import { bornText, type TextContext } from "../visit/fact-text.ts";
import { nameText } from "../visit/who-text.ts";
import type { Paper } from "./paper.ts";

interface LabelSheetProps {
  readonly file: VisitFile;
  readonly paper: Paper;
}

export const LabelSheet = ({ file: { visit }, paper }: LabelSheetProps) => {
  const { words, language } = paper.text;
  const born = answerOf(visit, "born");
  return (
    <article className="paper-label" aria-label={words.print.label(visit.number ?? "")}>
      <strong className="number">{visit.number}</strong>
      <p className="label-name">{nameText(visit, words)}</p>
      <p>
        {born?.is === "known" && <>{bornOnLabel(born.value, paper.text)} · </>}
        {visit.arrivedAtMs !== null && (
          <>
            {words.print.arrived} {shortDate(visit.arrivedAtMs, language)} {clockTime(visit.arrivedAtMs)}
          </>
        )}
      </p>
      <p className="label-ward">
        {paper.ward}
        {paper.isDrill && <b> · {words.frame.drillMark}</b>}
      </p>
    </article>
  );
};

/** An age that was told is not a birth: nobody is "b. 30 y". */
const bornOnLabel = (born: Born, text: TextContext): string => (born.is === "age" ? bornText(born, text) : text.words.print.born(bornText(born, text)));
