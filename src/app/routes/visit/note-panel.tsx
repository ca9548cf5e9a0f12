/**
 * A note, written. Enter is a new line; Ctrl and Enter, or the button, save.
 *
 * - NTP1 A note with nothing in it is not written: the panel says so and stays.
 * - NTP2 A handover that was begun before a kill stands open again with its parts.
 */
import { useEffect, useRef, useState, type FormEvent } from "react";
import { noteParts, saysNothingNoted, type Note } from "#core/clinical/note.ts";
import { readNote } from "#forms/note.ts";
import { fieldsIn } from "../../drafts/native-form.ts";
import { useFormDraft } from "../../drafts/use-draft.ts";
import { NoteFields } from "./note-fields.tsx";
import { draftForm } from "./open-part.ts";
import { PanelFoot } from "./panel-foot.tsx";
import type { Chart } from "./use-chart.ts";
import { useOnce } from "./use-once.ts";

export const NotePanel = ({ chart }: { readonly chart: Chart }) => {
  const { text, act, file } = chart;
  const words = text.words.clinical;
  const ref = useRef<HTMLFormElement>(null);
  const [isEmpty, setEmpty] = useState(false);
  const once = useOnce();
  const [isHandover, setHandover] = useState(false);
  const keep = useFormDraft(draftForm(file.visit.id, { is: "panel", verb: "note", byKey: false }), ref, (fields) => {
    setHandover(noteParts.some((part) => part !== "text" && (fields[part] ?? "") !== ""));
  });
  useEffect(() => {
    ref.current?.querySelector("textarea")?.focus();
  }, []);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const note: Note = readNote(fieldsIn(event.currentTarget));
    if (saysNothingNoted(note)) return setEmpty(true);
    return once(() => act((atMs) => ({ type: "WriteNote", note, atMs }), words.doneNote));
  };
  const input = (): void => {
    keep();
    setEmpty(false);
  };
  return (
    <form ref={ref} className="choice-panel" autoComplete="off" noValidate onInput={input} onSubmit={submit}>
      <NoteFields typed={nothingTyped} words={words} isOpen={isHandover} />
      <PanelFoot missing={isEmpty ? words.emptyNote : null} save={words.saveNote} />
    </form>
  );
};

const nothingTyped: Note = {};
