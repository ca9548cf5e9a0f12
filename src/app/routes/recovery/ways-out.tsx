// The three ways out, and the plain account of what came of the last one.
import { Link } from "react-router";
import { useApp, useWords } from "../../app-context.tsx";
import type { OutKind } from "../../outlets.ts";
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
  const { recovery } = useWords();
  const isStill = chosen === 0 || going.is === "making" || (going.is === "handed" && going.word === "telling");
  return (
    <section className="card stack ways-out" aria-labelledby="ways-title">
      <h2 id="ways-title">{recovery.outTitle(chosen)}</h2>
      {chosen === 0 && <p className="soft">{recovery.noneChosen}</p>}
      <div className="ways">
        <button type="button" className="button button-main" disabled={isStill} onClick={() => onSave("fhir")}>
          {recovery.fhir}
        </button>
        <p className="soft small">{recovery.fhirWhat}</p>
        <button type="button" className="button" disabled={isStill} onClick={() => onSave("csv")}>
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
  const { recovery } = useWords();
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
  const { recovery } = useWords();
  if (word === "nothingToTell") return <p>{recovery.noProof}</p>;
  if (word === "told") {
    return (
      <p>
        <strong>{recovery.told}</strong> {recovery.noProof}
      </p>
    );
  }
  return (
    <>
      {word === "notTold" && <p className="where-only-here">{recovery.notTold}</p>}
      <p>
        <strong>{recovery.handedCheck(files.length)}</strong> {recovery.untilThen}
      </p>
      <p>
        <button type="button" className="button button-main" disabled={word === "telling"} onClick={onThere}>
          {recovery.isThere(files.length)}
        </button>
      </p>
    </>
  );
};
