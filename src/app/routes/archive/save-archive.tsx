// What came of saving the whole book: the code step, the making, and the plain account of what was handed out.
import { usePageWords } from "../../page-words.ts";
import type { Archive } from "../../archive/port.ts";
import { CodeStep } from "./code-step.tsx";
import type { HandedArchive, SaveArchive } from "./use-save-archive.ts";

export const SavingView = ({ archive, save }: { readonly archive: Archive; readonly save: SaveArchive }) => {
  const { archive: words } = usePageWords();
  const { saving } = save;
  return (
    <>
      {saving.is === "code" && (
        <div className="stack code-frame">
          <h3>{words.codeTitle}</h3>
          <CodeStep archive={archive} onDone={save.makeFor} onCancel={save.cancel} />
        </div>
      )}
      <div role="status">
        {saving.is === "making" && <p>{words.making}</p>}
        {saving.is === "handed" && <Handed handed={saving} archive={archive} onThere={() => void save.sayThere(saving)} />}
      </div>
      {saving.is === "failed" && (
        <p role="alert" className="archive-fault">
          {words.makeFailed}
        </p>
      )}
    </>
  );
};

interface HandedProps {
  readonly handed: HandedArchive;
  readonly archive: Archive;
  readonly onThere: () => void;
}

/** The browser does not tell whether it saved: a person must look. */
const Handed = ({ handed: { file, word }, archive, onThere }: HandedProps) => {
  const { archive: words } = usePageWords();
  return (
    <div className="stack archive-handed">
      <h3>{words.handedTitle}</h3>
      <p className="row">
        <span className="archive-name">{file.name}</span>
        <button type="button" className="button" onClick={() => archive.handOver(file)}>
          {words.again}
        </button>
      </p>
      <p>{words.handedHolds(file.records)}</p>
      {file.unreadable > 0 && <p className="archive-warn">{words.handedUnreadable(file.unreadable)}</p>}
      {word === "told" && (
        <p>
          <strong>{words.told}</strong>
        </p>
      )}
      {word !== "told" && (
        <>
          {word === "notTold" && <p className="archive-warn">{words.notTold}</p>}
          <p>
            <strong>{words.handedCheck}</strong> {words.untilThen}
          </p>
          <p>
            <button type="button" className="button button-main" disabled={word === "telling"} onClick={onThere}>
              {words.isThere}
            </button>
          </p>
        </>
      )}
    </div>
  );
};
