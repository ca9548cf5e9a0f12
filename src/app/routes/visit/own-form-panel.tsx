/**
 * One of the ward's own forms, filled in. With several in use the form is chosen first; with one it stands open at once.
 *
 * - OFP1 A ward without forms has no button and no key for them.
 * - OFP2 Nothing is demanded: what was answered is written, with the words of the questions. With no answer nothing is written.
 * - OFP3 What was begun on one form stays while another is looked at, and through a reload, even if the form is taken out of use
 *   meanwhile; it is said, and saved with the rest.
 */
import { useEffect, useRef, useState, type FormEvent } from "react";
import { formsOf, type FilledForm, type FormInWard, type OwnForm } from "#core/ward/own-form.ts";
import { readFilled, type FormAnswers } from "#forms/own-form.ts";
import type { OwnFormWords } from "#i18n/pages/own-forms.ts";
import { useWardState } from "../../app-context.tsx";
import { fieldsIn } from "../../drafts/native-form.ts";
import { useFormDraft } from "../../drafts/use-draft.ts";
import { Opener } from "./deed.tsx";
import { draftForm } from "./open-part.ts";
import { OwnFormFields } from "./own-form-fields.tsx";
import { PanelFoot } from "./panel-foot.tsx";
import type { Chart } from "./use-chart.ts";
import { useOnce } from "./use-once.ts";

export const useFormsInUse = (): ReadonlyArray<FormInWard> => formsOf(useWardState().ward.ownForms).filter(({ isInUse }) => isInUse);

export const OwnFormOpener = ({ chart }: { readonly chart: Chart }) =>
  useFormsInUse().length === 0 ? null : <Opener chart={chart} verb="ownForm" word={chart.text.words.ownForms.form} letter="Y" next={null} />;

const chosenField = "form";

const answeredOn = (all: ReadonlyArray<FormInWard>, typed: FormAnswers): ReadonlyArray<FilledForm> =>
  all.map(({ form }) => readFilled(form, typed)).filter(({ answers }) => answers.length > 0);

export const OwnFormPanel = ({ chart }: { readonly chart: Chart }) => {
  const { text, act, file } = chart;
  const words = text.words.ownForms;
  const ref = useRef<HTMLFormElement>(null);
  const all = formsOf(useWardState().ward.ownForms);
  const inUse = all.filter(({ isInUse }) => isInUse);
  const only = inUse.length === 1 ? (inUse[0]?.form.id ?? null) : null;
  const [asked, setAsked] = useState<string | null>(null);
  const [typed, setTyped] = useState<FormAnswers>({});
  const [isEmpty, setEmpty] = useState(false);
  const once = useOnce();
  const keep = useFormDraft(draftForm(file.visit.id, { is: "panel", verb: "ownForm", byKey: false }), ref, (fields) => {
    setAsked(fields[chosenField] ?? null);
    setTyped(fields);
  });
  const chosen = asked ?? only;
  const offered = all.filter(({ form, isInUse }) => isInUse || form.id === chosen);
  const isChoice = inUse.length > 1 || offered.length > 1;
  useEffect(() => {
    const first = ref.current?.querySelector<HTMLElement>(".own-form:not([hidden]) :is(input, textarea)") ?? ref.current?.querySelector("input");
    first?.focus();
  }, []);
  const input = (event: FormEvent<HTMLFormElement>): void => {
    keep();
    setEmpty(false);
    const now = fieldsIn(event.currentTarget);
    setAsked(now[chosenField] ?? null);
    setTyped(now);
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const filled = answeredOn(all, fieldsIn(event.currentTarget));
    if (filled.length === 0) return setEmpty(true);
    return once(() => act((atMs) => filled.map((one) => ({ type: "FillForm", filled: one, atMs })), `${words.form}: ${filled.map(({ title }) => title).join(", ")}`));
  };
  const others = answeredOn(all, typed).filter(({ form }) => form !== chosen);
  return (
    <form ref={ref} className="choice-panel" autoComplete="off" noValidate onInput={input} onSubmit={submit}>
      {isChoice && <Choice offered={offered} chosen={chosen} words={words} />}
      {all.map(({ form }) => (
        <Questions key={form.id} form={form} isChosen={form.id === chosen} words={words} />
      ))}
      {all.length === 0 && <p>{words.noneInUse}</p>}
      {others.length > 0 && (
        <p className="field-note" role="status">
          {words.alsoBegun}: {others.map(({ title }) => title).join(", ")}
        </p>
      )}
      {chosen !== null && <PanelFoot missing={isEmpty ? words.noAnswer : null} save={words.save} />}
    </form>
  );
};

interface ChoiceProps {
  readonly offered: ReadonlyArray<FormInWard>;
  readonly chosen: string | null;
  readonly words: OwnFormWords;
}

const Choice = ({ offered, chosen, words }: ChoiceProps) => (
  <div className="chips" role="radiogroup" aria-label={words.which}>
    {offered.map(({ form }) => (
      <label key={form.id} className="chip">
        <input type="radio" name={chosenField} value={form.id} defaultChecked={form.id === chosen} />
        {form.title}
      </label>
    ))}
  </div>
);

/** Those of the forms that are not looked at stay in the page: what was typed in them is nowhere else. */
const Questions = ({ form, isChosen, words }: { readonly form: OwnForm; readonly isChosen: boolean; readonly words: OwnFormWords }) => (
  <section className="own-form" hidden={!isChosen} aria-label={form.title}>
    <p className="own-form-head">
      <b>{form.title}</b>
      <span className="small soft">
        {words.version} {form.version}. {words.hint}
      </span>
    </p>
    <OwnFormFields form={form.id} items={form.items.map((item) => ({ item, typed: "" }))} words={words} />
  </section>
);
