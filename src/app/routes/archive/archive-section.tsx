// The whole book, out and in, as a section of the recovery page.
import { useApp, useWords } from "../../app-context.tsx";
import { ArchivePick } from "./archive-pick.tsx";
import { BackupAge } from "./backup-age.tsx";
import { ReadingView } from "./read-archive.tsx";
import { SavingView } from "./save-archive.tsx";
import { useReadArchive } from "./use-read-archive.ts";
import { useSaveArchive } from "./use-save-archive.ts";
import "./archive.css";

export const ArchiveSection = () => {
  const { archive: words } = useWords();
  const { book } = useApp();
  const save = useSaveArchive();
  const read = useReadArchive();
  if (book.is !== "open" || book.archive === undefined) return null;
  const isStill = save.saving.is === "code" || save.saving.is === "making";
  return (
    <section className="card stack archive" aria-labelledby="archive-title">
      <h2 id="archive-title">{words.title}</h2>
      <p>{words.text}</p>
      <BackupAge />
      <div className="archive-ways">
        <button type="button" className="button button-main" disabled={isStill} onClick={save.begin}>
          {words.save}
        </button>
        <p className="soft small">{words.saveWhat}</p>
      </div>
      <SavingView archive={book.archive} save={save} />
      <ArchivePick onPick={read.choose} />
      <p className="soft small">{words.readWhat}</p>
      <ReadingView read={read} />
    </section>
  );
};
