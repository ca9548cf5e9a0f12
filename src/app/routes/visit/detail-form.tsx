// The door's fields in the chart: one where it stands, or all of them. Only what was changed is written.
import { useEffect, useRef, useState, type FormEvent } from "react";
import type { DetailAnswers, DetailName } from "#core/visit/details.ts";
import { readDoorForm, type DoorAnswers, type DoorMoment } from "#forms/door.ts";
import { readDetailEdit, typedDetails } from "#forms/detail-edits.ts";
import { useApp } from "../../app-context.tsx";
import { useFormDraft } from "../../drafts/use-draft.ts";
import { offsetMinAt } from "../../formats.ts";
import { answersIn } from "../intake/door-answers.ts";
import { doorNotes } from "../intake/door-notes.ts";
import { DetailField } from "./detail-field.tsx";
import { draftForm } from "./open-part.ts";
import type { Chart } from "./use-chart.ts";
import { standingDetails } from "./who-text.ts";

interface DetailFormProps {
  readonly chart: Chart;
  readonly names: ReadonlyArray<DetailName>;
}

export const DetailForm = ({ chart, names }: DetailFormProps) => {
  const { text, act, close, file } = chart;
  const { clock, profile } = useApp();
  const { visit } = text.words;
  const ref = useRef<HTMLFormElement>(null);
  const [before] = useState<DetailAnswers>(() => standingDetails(file.visit));
  const [typed, setTyped] = useState<DoorAnswers>({});
  const moment = (nowMs = text.nowMs): DoorMoment => ({ nowMs, offsetMinAt, isDrill: profile === "drill" });
  const stood = typedDetails(before);
  const now = { ...stood, ...typed };
  const notes = doorNotes(now, readDoorForm(now, moment()), { words: text.words, language: text.language, nowMs: text.nowMs, isDrill: profile === "drill" });
  const isEmptied = names.some((name) => stood[name] !== undefined && typed[name]?.trim() === "");

  const keep = useFormDraft(draftForm(file.visit.id, { is: "details", names }), ref);
  useEffect(() => {
    ref.current?.querySelector<HTMLInputElement>("input:checked, input")?.focus();
  }, []);
  const input = (event: FormEvent<HTMLFormElement>): void => {
    keep();
    setTyped(formAnswers(event.currentTarget, names));
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { details } = readDetailEdit(before, formAnswers(event.currentTarget, names), moment(clock.nowMs()));
    if (Object.keys(details).length === 0) close();
    else void act((atMs) => ({ type: "SetDetails", details, atMs }), visit.doneDetails);
  };
  return (
    <form ref={ref} className="detail-form" autoComplete="off" noValidate onInput={input} onSubmit={submit}>
      {names.map((name) => (
        <DetailField key={name} name={name} typed={stood[name]} note={notes[name]} words={text.words} isAlone={names.length === 1} />
      ))}
      {isEmptied && <p className="field-note">{visit.emptied}</p>}
      <div className="row">
        <button type="submit" className="button button-main">
          {visit.save}
        </button>
        <button type="button" className="button" onClick={close}>
          {visit.cancel}
        </button>
      </div>
    </form>
  );
};

/** An emptied field is there with nothing in it, unlike one that is not in the form. */
const formAnswers = (form: HTMLFormElement, names: ReadonlyArray<DetailName>): DoorAnswers => {
  const answers = answersIn(form);
  return Object.fromEntries(names.map((name) => [name, answers[name] ?? ""]));
};
