// A note's fields: free text, and the five parts of ISBAR when they are wanted or filled.
import { useId } from "react";
import { noteParts, type Note, type NotePart } from "#core/clinical/note.ts";
import type { ClinicalWords } from "#i18n/pages/clinical.ts";
import "./observation.css";

interface NoteFieldsProps {
  readonly typed: Note;
  readonly words: ClinicalWords;
  readonly isOpen?: boolean;
}

const handover = noteParts.filter((part) => part !== "text");

export const NoteFields = ({ typed, words, isOpen = handover.some((part) => typed[part] !== undefined) }: NoteFieldsProps) => (
  <div className="note-fields">
    <Area part="text" typed={typed.text} words={words} rows={3} />
    <details open={isOpen}>
      <summary className="button button-plain">{words.isbar}</summary>
      <div className="note-fields">
        {handover.map((part) => (
          <Area key={part} part={part} typed={typed[part]} words={words} rows={2} />
        ))}
      </div>
    </details>
  </div>
);

const Area = ({ part, typed, words, rows }: { readonly part: NotePart; readonly typed: string | undefined; readonly words: ClinicalWords; readonly rows: number }) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{words[part]}</label>
      <textarea id={id} name={part} defaultValue={typed} rows={rows} aria-describedby={part === "text" ? `${id}-note` : undefined} />
      {part === "text" && (
        <p id={`${id}-note`} className="field-note">
          {words.noteHint}
        </p>
      )}
    </div>
  );
};
