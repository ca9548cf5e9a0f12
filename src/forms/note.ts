/**
 * The form of a note: what is typed is what is written, without the empty lines around it.
 *
 * - NTF1 A part that is empty is not in the note; line breaks inside a part stay.
 */
import { noteParts, type Note } from "#core/clinical/note.ts";

/** What stands in the form, as typed. */
export type NoteAnswers = Note;

export const readNote = (answers: NoteAnswers): Note =>
  Object.fromEntries(noteParts.map((part) => [part, (answers[part] ?? "").trim()]).filter(([, text]) => text !== ""));
