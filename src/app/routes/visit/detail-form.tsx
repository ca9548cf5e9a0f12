/**
 * Fields of the patient in the chart: one where it stands, a section, or all of them by layer. Only what was changed is written.
 *
 * - DTF1 All fields open at the door's layer; what is typed in one layer stays while another is shown, and one press saves all.
 * - DTF3 Where something else came to stand while a field was open, or since its draft was begun, that is said beside the field, and
 *   over the buttons where the field is out of sight.
 * - DTF2 Who said it and whether they were sure are chosen once for what is changed in one go; a field that is open alone shows
 *   whether it is doubted.
 */
import { useEffect, useRef, useState, type FormEvent } from "react";
import { isList, type DetailAnswers, type DetailName } from "#core/visit/details.ts";
import type { DraftFields } from "#core/draft.ts";
import { answersTo } from "#core/visit/sayings.ts";
import type { Visit } from "#core/visit/visit.ts";
import { chartForm, layers, type Layer } from "#forms/chart-form.ts";
import { stoodIn, withPending } from "#forms/typed-entries.ts";
import { readDoorForm, type DoorAnswers, type DoorMoment } from "#forms/door.ts";
import { readDetailEdit, typedDetails, withWhatCame } from "#forms/detail-edits.ts";
import { restored } from "#forms/restored.ts";
import { isUnsure, saidAnew, withSayings } from "#forms/sayings.ts";
import { useApp } from "../../app-context.tsx";
import { fieldsIn } from "../../drafts/native-form.ts";
import { useFormDraft } from "../../drafts/use-draft.ts";
import { offsetMinAt } from "../../formats.ts";
import { doorNotes } from "../intake/door-notes.ts";
import { DetailField } from "./detail-field.tsx";
import { ChangedMeanwhile, meanwhile, Remembered, StandsNow, type Meanwhile } from "./stands-now.tsx";
import { draftForm } from "./open-part.ts";
import { LayerChoice, SayingChoice, sayingIn, UnsureChip } from "./detail-form-choices.tsx";
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
  const [fields, setFields] = useState<DraftFields>({});
  const layer: Layer = layers.find((one) => one === fields["layer"]) ?? "door";
  const moment = (nowMs = text.nowMs): DoorMoment => ({ nowMs, offsetMinAt, isDrill: profile === "drill" });
  const stood = typedDetails(before);
  const typed = typedIn(fields, names);
  const came = meanwhile(names, before, file.visit, fields);
  const now = { ...stood, ...typed };
  const notes = doorNotes(now, readDoorForm(now, moment()), { words: text.words, language: text.language, nowMs: text.nowMs, isDrill: profile === "drill" });
  const isEmptied = names.some((name) => !isList(name) && stood[name] !== undefined && typed[name]?.trim() === "");
  const isAlone = names.length === 1;
  const [isDoubted] = useState(() => isAlone && names.some((name) => isUnsure(name, before[name], answersTo(file.visit, name))));
  const sections = chartForm.filter(({ fields }) => names.some((name) => fields.some((field) => field === name)));
  const hasLayers = new Set(sections.map((one) => one.layer)).size > 1;

  const keep = useFormDraft(draftForm(file.visit.id, { is: "details", names }), ref, (draft) => restored(names, draft, stood));
  useEffect(() => {
    firstField(ref.current)?.focus();
  }, []);
  const input = (event: FormEvent<HTMLFormElement>): void => {
    keep();
    setFields(fieldsIn(event.currentTarget));
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const details = readForm(event.currentTarget, { names, before, wasUnsure: isDoubted, visit: file.visit, at: moment(clock.nowMs()) });
    if (Object.keys(details).length === 0) return close();
    return once(() => act((atMs) => ({ type: "SetDetails", details, atMs }), visit.doneDetails));
  };
  return (
    <form ref={ref} className="detail-form" data-wide={isAlone ? undefined : true} autoComplete="off" noValidate onInput={input} onSubmit={submit}>
      {hasLayers && <LayerChoice layer={layer} words={text.words} />}
      {sections.map(({ section, layer: of, fields: some }) => (
        <fieldset key={section} className="detail-section" hidden={hasLayers && of !== layer}>
          {sections.length > 1 && <legend>{text.words.chartForm[section]}</legend>}
          <Fields names={some.filter((name) => names.includes(name))} stood={stood} came={came} notes={notes} isAlone={isAlone} chart={chart} />
        </fieldset>
      ))}
      {isAlone && !names.some(isList) ? <UnsureChip words={text.words} isUnsure={isDoubted} /> : <SayingChoice words={text.words} isUnsure={isDoubted} isOfChanged={!isAlone} />}
      {hasLayers && <ChangedMeanwhile names={came.names} text={text} />}
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

interface FieldsProps {
  readonly names: ReadonlyArray<DetailName>;
  readonly stood: DoorAnswers;
  readonly came: Meanwhile;
  readonly notes: ReturnType<typeof doorNotes>;
  readonly isAlone: boolean;
  readonly chart: Chart;
}

const Fields = ({ names, stood, came, notes, isAlone, chart: { file, text } }: FieldsProps) =>
  names.map((name) => (
    <div key={name} className="detail-place">
      <DetailField name={name} typed={stood[name]} note={notes[name]} words={text.words} isAlone={isAlone} />
      {!isList(name) && <Remembered name={name} stood={stood} />}
      {came.names.includes(name) && <StandsNow name={name} mine={came.mine[name]} visit={file.visit} text={text} />}
    </div>
  ));

/** Where the letters go: of a list its line to write on, of choices the chosen one. */
const firstField = (form: HTMLFormElement | null): HTMLElement | null => {
  const field = form?.querySelector("fieldset:not([hidden]) .field");
  return field?.querySelector<HTMLElement>("input:checked, input:not([type=hidden], [type=radio])") ?? field?.querySelector<HTMLElement>("input[type=radio], button.chip") ?? null;
};

interface FormContext {
  readonly names: ReadonlyArray<DetailName>;
  /** What stood when the form was opened. */
  readonly before: DetailAnswers;
  readonly wasUnsure: boolean;
  /** As it is when the form is saved. */
  readonly visit: Visit;
  readonly at: DoorMoment;
}

const readForm = (form: HTMLFormElement, { names, before, wasUnsure, visit, at }: FormContext): DetailAnswers => {
  const fields = fieldsIn(form);
  const typed = typedIn(fields, names);
  const saying = sayingIn(fields);
  const now = standingDetails(visit);
  const stood: DoorAnswers = Object.fromEntries(names.filter(isList).map((name) => [name, fields[stoodIn(name)] ?? ""]));
  const details = withWhatCame(readDetailEdit(before, typed, at).details, stood, now);
  const [alone, ...others] = names;
  if (Object.keys(details).length > 0 || alone === undefined || others.length > 0 || typed[alone] !== (typedDetails(before)[alone] ?? "")) {
    return withSayings(details, () => saying, (name) => answersTo(visit, name));
  }
  return saidAnew({ name: alone, before: before[alone], now: now[alone], answers: answersTo(visit, alone), wasUnsure, saying });
};

/** An emptied field is there with nothing in it, unlike one that is not in the form. */
const typedIn = (fields: DraftFields, names: ReadonlyArray<DetailName>): DoorAnswers => {
  const answers = withPending(fields);
  // Before its first input nothing was read of the form.
  return Object.keys(fields).length === 0 ? {} : Object.fromEntries(names.map((name) => [name, answers[name] ?? ""]));
};
