/**
 * What came of a chosen archive, from its code to the book.
 *
 * - RAV1 A device that has joined the archived ward goes on only by opening the book anew: nothing is written on a page of the old one.
 */
import { useApp } from "../../app-context.tsx";
import { usePageWords } from "../../page-words.ts";
import type { FoundArchive, TakenIn } from "../../archive/port.ts";
import { clockTime, localDate } from "../../formats.ts";
import { Link } from "../../router/link.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { CodeField } from "./code-field.tsx";
import { archiveFaultText } from "./fault-text.ts";
import type { ReadArchive } from "./use-read-archive.ts";

export const ReadingView = ({ read }: { readonly read: ReadArchive }) => {
  const words = usePageWords();
  const { archive } = words;
  const { reading } = read;
  switch (reading.is) {
    case "none":
      return null;
    case "code":
      return (
        <div className="stack">
          <h3>{archive.readTitle(reading.file.name)}</h3>
          {reading.fault !== null && <Fault text={archiveFaultText(reading.fault, words)} />}
          <CodeField onOpen={(secret) => read.open(reading.file, secret)} onCancel={read.putAway} />
        </div>
      );
    case "opening":
      return <p role="status">{reading.proved === 0 ? archive.opening : archive.proving(reading.proved)}</p>;
    case "fault":
      return (
        <>
          <Fault text={archiveFaultText(reading.fault, words)} />
          {reading.fault.type === "RescueFile" && (
            <p>
              <Link className="button" to="/rescue">
                {words.rescued.link}
              </Link>
            </p>
          )}
        </>
      );
    case "found":
      return <Found found={reading.found} isTaking={reading.isTaking} onTake={() => void read.takeIn()} onCancel={read.putAway} />;
    case "taken":
      return <TakenView taken={reading.taken} onDone={read.putAway} />;
  }
};

const Fault = ({ text }: { readonly text: string }) => (
  <p role="alert" className="archive-fault">
    {text}
  </p>
);

interface FoundProps {
  readonly found: FoundArchive;
  readonly isTaking: boolean;
  readonly onTake: () => void;
  readonly onCancel: () => void;
}

const Found = ({ found, isTaking, onTake, onCancel }: FoundProps) => {
  const { archive: words } = usePageWords();
  return (
    <section className="stack archive-found" aria-label={words.foundTitle}>
      <h3>{words.foundTitle}</h3>
      <dl className="archive-facts">
        <dt>{words.foundWard}</dt>
        <dd>{found.wardName}</dd>
        <dt>{words.foundMade}</dt>
        <dd className="number">{`${localDate(found.madeMs)} ${clockTime(found.madeMs)}`}</dd>
        <dt>{words.foundRecords}</dt>
        <dd className="number">{words.proved(found.proved, found.records)}</dd>
      </dl>
      <p className={found.isWhole ? undefined : "archive-warn"}>{found.isWhole ? words.whole : words.notWhole}</p>
      {found.unreadable > 0 && <p className="archive-warn">{words.unreadable(found.unreadable)}</p>}
      {found.drifts > 0 && <p className="archive-warn">{words.drifts(found.drifts)}</p>}
      <p>{found.way === "join" ? words.joins : words.unites}</p>
      <div className="row">
        <button type="button" className="button button-main" disabled={isTaking} onClick={onTake}>
          {isTaking ? words.takingIn : words.takeIn}
        </button>
        <button type="button" className="button button-plain" disabled={isTaking} onClick={onCancel}>
          {words.notNow}
        </button>
      </div>
    </section>
  );
};

const TakenView = ({ taken, onDone }: { readonly taken: TakenIn; readonly onDone: () => void }) => {
  const { archive: words } = usePageWords();
  const { profile, switchTo } = useApp();
  const account = (
    <div className="stack">
      <p>{words.taken(taken.taken)}</p>
      {taken.aside > 0 && <p className="archive-warn">{words.takenAside(taken.aside)}</p>}
    </div>
  );
  if (!taken.hasJoined) {
    return (
      <section className="stack archive-handed" role="status" aria-label={words.takenTitle}>
        <h3>{words.takenTitle}</h3>
        {account}
        <p>
          <button type="button" className="button" onClick={onDone}>
            OK
          </button>
        </p>
      </section>
    );
  }
  const openBook = (): void => switchTo(profile);
  return (
    <Dialog title={words.takenTitle} onClose={openBook}>
      <div className="stack">
        {account}
        <p>
          <button type="button" className="button button-main" onClick={openBook}>
            {words.openBook}
          </button>
        </p>
      </div>
    </Dialog>
  );
};
