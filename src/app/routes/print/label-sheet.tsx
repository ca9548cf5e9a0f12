// The label of 62 mm, for the wristband or the form: the number large, who, born, the level's sign, when they came, and the code.
import type { VisitFile } from "#projections/ward-state.ts";
import { PatientMark } from "./band-sheet.tsx";
import type { Paper } from "./paper.ts";

export const LabelSheet = ({ file, paper }: { readonly file: VisitFile; readonly paper: Paper }) => (
  <article className="paper-label" aria-label={paper.text.words.print.label(file.visit.number ?? "")}>
    <PatientMark file={file} paper={paper} />
  </article>
);
