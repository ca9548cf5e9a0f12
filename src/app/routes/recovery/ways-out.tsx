/**
 * The three ways out, and the plain account of what came of the last one.
 *
 * - WAYS1 A button that has been pressed keeps the focus while it works; where it goes away, the focus goes to what is said instead.
 */
import { useEffect, useRef } from "react";
import { useApp } from "../../app-context.tsx";
import type { OutKind } from "../../outlets.ts";
import { usePageWords } from "../../page-words.ts";
import { Link } from "../../router/link.tsx";
import type { PaperWay } from "./paper-way.ts";
import type { Going, Handed } from "./use-carry-out.ts";

interface WaysOutProps {
  readonly chosen: number;
  readonly paper: PaperWay;
  readonly going: Going;
  readonly onSave: (as: OutKind) => void;
  readonly onThere: (handed: Handed) => void;
}

export const WaysOut = ({ chosen, paper, going, onSave, onThere }: WaysOutProps) => {
  const { recovery } = usePageWords();
  const isBusy = going.is === "making" || (going.is === "handed" && going.word === "telling");
  const save = (as: OutKind) => ({ disabled: chosen === 0, "aria-disabled": isBusy, onClick: () => (isBusy ? undefined : onSave(as)) });
  return (
    <section className="card stack ways-out" aria-labelledby="ways-title">
      <h2 id="ways-title">{recovery.outTitle(chosen)}</h2>
      {chosen === 0 && <p className="soft">{recovery.noneChosen}</p>}
      <div className="ways">
        <button type="button" {...save("fhir")} className="button button-main">
          {recovery.fhir}
        </button>
        <p className="soft small">{recovery.fhirWhat}</p>
        <button type="button" {...save("csv")} className="button">
          {recovery.csv}
        </button>
        <p className="soft small">{recovery.csvWhat}</p>
        <Link className="button" to={paper.to}>
          {recovery.print}
        </Link>
        <p className="soft small">{paper.word === "printChosen" ? recovery.printChosen(chosen) : recovery[paper.word]}</p>
      </div>
      <div role="status">
        {going.is === "making" && <p>{recovery.making}</p>}
        {going.is === "handed" && <HandedAccount handed={going} onThere={() => onThere(going)} />}
      </div>
      {going.is === "failed" && (
        <p role="alert" className="ways-failed">
          {recovery.failed}
        </p>
      )}
    </section>
  );
};

const HandedAccount = ({ handed, onThere }: { readonly handed: Handed; readonly onThere: () => void }) => {
  const { recovery } = usePageWords();
  const { outlets } = useApp();
  const { files, visits, records, notChosen, leftOutVisits, leftOutRecords } = handed;
  return (
    <div className="stack handed">
      <h3>{recovery.handedTitle}</h3>
      <ul>
        {files.map((file) => (
          <li key={file.name} className="row">
            <span className="handed-name" id={`handed-${file.name}`}>
              {file.name}
            </span>
            <button type="button" className="button" aria-describedby={`handed-${file.name}`} onClick={() => outlets.handOver(file)}>
              {recovery.again}
            </button>
          </li>
        ))}
      </ul>
      <p>{recovery.holds(visits, records)}</p>
      {notChosen > 0 && <p>{recovery.partly(notChosen)}</p>}
      {leftOutVisits > 0 && <p>{recovery.leftOut(leftOutVisits)}</p>}
      {leftOutRecords > 0 && <p>{recovery.struckLeftOut(leftOutRecords)}</p>}
      <IsItThere handed={handed} onThere={onThere} />
    </div>
  );
};

/** The browser does not tell whether it saved: a person must look. */
const IsItThere = ({ handed: { word, files }, onThere }: { readonly handed: Handed; readonly onThere: () => void }) => {
  const { recovery } = usePageWords();
  if (word === "nothingToTell") return <p>{recovery.noProof}</p>;
  if (word === "told") return <Told />;
  return (
    <>
      {word === "notTold" && <p className="where-only-here">{recovery.notTold}</p>}
      <p>
        <strong>{recovery.handedCheck(files.length)}</strong> {recovery.untilThen}
      </p>
      <p>
        <button type="button" className="button button-main" aria-disabled={word === "telling"} onClick={() => (word === "telling" ? undefined : onThere())}>
          {recovery.isThere(files.length)}
        </button>
      </p>
    </>
  );
};

/** Stands where the button was that had the focus. */
const Told = () => {
  const { recovery } = usePageWords();
  const ref = useRef<HTMLParagraphElement>(null);
  useEffect(() => ref.current?.focus({ preventScroll: true }), []);
  return (
    <p ref={ref} tabIndex={-1}>
      <strong>{recovery.told}</strong> {recovery.noProof}
    </p>
  );
};
