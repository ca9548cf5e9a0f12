/**
 * The whole book, out and in, as a section of the recovery page.
 *
 * - ARS1 Who was sent here by a reminder finds the section in sight and the focus on its heading, however long the list of visits above it is.
 */
import { useEffect, useRef } from "react";
import { useApp } from "../../app-context.tsx";
import { usePageWords } from "../../page-words.ts";
import { useLocation } from "../../router/way.ts";
import { FilePick } from "../../ui/file-pick.tsx";
import { useWholeBook } from "../../use-whole-book.ts";
import { BackupAge } from "./backup-age.tsx";
import { ReadingView } from "./read-archive.tsx";
import { SavingView } from "./save-archive.tsx";
import { useReadArchive } from "./use-read-archive.ts";
import { useSaveArchive } from "./use-save-archive.ts";
import "./archive.css";

/** Its place on the page, for links that lead to it. */
const place = "archive";

export const ArchiveSection = () => {
  const { archive: words } = usePageWords();
  const { book } = useApp();
  const save = useSaveArchive();
  const read = useReadArchive();
  const isWhole = useWholeBook();
  const section = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { hash } = useLocation();
  const isOpen = book.is === "open";
  useEffect(() => {
    if (!isOpen || hash !== `#${place}`) return;
    heading.current?.focus();
    section.current?.scrollIntoView();
  }, [isOpen, isWhole, hash]);
  if (book.is !== "open" || book.archive === undefined) return null;
  const isStill = save.saving.is === "code" || save.saving.is === "making";
  return (
    <section id={place} ref={section} className="card stack archive" aria-labelledby="archive-title">
      <h2 id="archive-title" ref={heading} tabIndex={-1}>{words.title}</h2>
      <p>{words.text}</p>
      <BackupAge />
      <div className="archive-ways">
        <button type="button" className="button button-main" disabled={isStill} onClick={save.begin}>
          {words.save}
        </button>
        <p className="soft small">{words.saveWhat}</p>
      </div>
      <SavingView archive={book.archive} save={save} />
      <FilePick label={words.read} orDrop={words.dropHere} onPick={read.choose} />
      <p className="soft small">{words.readWhat}</p>
      <ReadingView read={read} />
    </section>
  );
};
