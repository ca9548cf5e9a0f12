/**
 * Fields of the patient in the chart: one where it stands, a section, or all of them by layer. Only what was changed is written.
 *
 * - DTF1 All fields open at the door's layer; what is typed in one layer stays while another is shown, and one press saves all.
 * - DTF2 Who said it is chosen once for what is changed in one go.
 */
import { useEffect, useRef, useState, type FormEvent } from "react";
import type { Source } from "#core/answer.ts";
import { isList, type DetailAnswers, type DetailName } from "#core/visit/details.ts";
import { chartForm, layers, type Layer } from "#forms/chart-form.ts";
import { stoodIn, withPending } from "#forms/entries.ts";
import { readDoorForm, type DoorAnswers, type DoorMoment } from "#forms/door.ts";
import { readDetailEdit, typedDetails, withSources, withWhatCame } from "#forms/detail-edits.ts";
import { useApp } from "../../app-context.tsx";
import { fieldsIn } from "../../drafts/native-form.ts";
import { useFormDraft } from "../../drafts/use-draft.ts";
import { offsetMinAt } from "../../formats.ts";
import { doorNotes } from "../intake/door-notes.ts";
import { DetailField } from "./detail-field.tsx";
import { draftForm } from "./open-part.ts";
import { LayerChoice, SourceChoice, sourceIn } from "./detail-form-choices.tsx";
import type { Chart } from "./use-chart.ts";
import { useOnce } from "./use-once.ts";
import { standingDetails } from "./who-text.ts";
import "./details.css";

interface DetailFormProps {
  readonly chart: Chart;
  readonly names: ReadonlyArray<DetailName>;
}

export const DetailForm = ({ chart, names }: DetailFormProps) => {
  const { text, act, close, file } = chart;
  const { clock, profile } = useApp();
  const { visit } = text.words;
  const ref = useRef<HTMLFormElement>(null);
  const once = useOnce();
  const [before] = useState<DetailAnswers>(() => standingDetails(file.visit));
  const [typed, setTyped] = useState<DoorAnswers>({});
  const [layer, setLayer] = useState<Layer>("door");
  const moment = (nowMs = text.nowMs): DoorMoment => ({ nowMs, offsetMinAt, isDrill: profile === "drill" });
  const stood = typedDetails(before);
  const now = { ...stood, ...typed };
  const notes = doorNotes(now, readDoorForm(now, moment()), { words: text.words, language: text.language, nowMs: text.nowMs, isDrill: profile === "drill" });
  const isEmptied = names.some((name) => !isList(name) && stood[name] !== undefined && typed[name]?.trim() === "");
  const isAlone = names.length === 1;
  const sections = chartForm.filter(({ fields }) => names.some((name) => fields.some((field) => field === name)));
  const hasLayers = new Set(sections.map((one) => one.layer)).size > 1;

  const keep = useFormDraft(draftForm(file.visit.id, { is: "details", names }), ref);
  useEffect(() => {
    firstField(ref.current)?.focus();
  }, []);
  const input = (event: FormEvent<HTMLFormElement>): void => {
    keep();
    setTyped(formAnswers(event.currentTarget, names));
    setLayer(layers.find((one) => one === fieldsIn(event.currentTarget)["layer"]) ?? "door");
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const details = readForm(event.currentTarget, { names, before, now: standingDetails(file.visit), at: moment(clock.nowMs()) });
    if (Object.keys(details).length === 0) return close();
    return once(() => act((atMs) => ({ type: "SetDetails", details, atMs }), visit.doneDetails));
  };
  return (
    <form ref={ref} className="detail-form" data-wide={isAlone ? undefined : true} autoComplete="off" noValidate onInput={input} onSubmit={submit}>
      {hasLayers && <LayerChoice layer={layer} words={text.words} />}
      {sections.map(({ section, layer: of, fields }) => (
        <fieldset key={section} className="detail-section" hidden={hasLayers && of !== layer}>
          {sections.length > 1 && <legend>{text.words.chartForm[section]}</legend>}
          {fields
            .filter((name) => names.includes(name))
            .map((name) => (
              <DetailField key={name} name={name} typed={stood[name]} note={notes[name]} words={text.words} isAlone={isAlone} />
            ))}
        </fieldset>
      ))}
      {(!isAlone || names.some(isList)) && <SourceChoice words={text.words} />}
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

/** Where the letters go: of a list its line to write on, of choices the chosen one. */
const firstField = (form: HTMLFormElement | null): HTMLElement | null => {
  const field = form?.querySelector("fieldset:not([hidden]) .field");
  return field?.querySelector<HTMLElement>("input:checked, input:not([type=hidden], [type=radio])") ?? field?.querySelector<HTMLElement>("input[type=radio], button.chip") ?? null;
};

interface FormContext {
  readonly names: ReadonlyArray<DetailName>;
  /** What stood when the form was opened. */
  readonly before: DetailAnswers;
  readonly now: DetailAnswers;
  readonly at: DoorMoment;
}

const readForm = (form: HTMLFormElement, { names, before, now, at }: FormContext): DetailAnswers => {
  const fields = fieldsIn(form);
  const stood: DoorAnswers = Object.fromEntries(names.filter(isList).map((name) => [name, fields[stoodIn(name)] ?? ""]));
  const { details } = readDetailEdit(before, formAnswers(form, names), at);
  const source: Source | undefined = sourceIn(fields);
  return withSources(withWhatCame(details, stood, now), () => source);
};

/** An emptied field is there with nothing in it, unlike one that is not in the form. */
const formAnswers = (form: HTMLFormElement, names: ReadonlyArray<DetailName>): DoorAnswers => {
  const answers = withPending(fieldsIn(form));
  return Object.fromEntries(names.map((name) => [name, answers[name] ?? ""]));
};
