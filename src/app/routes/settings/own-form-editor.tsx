/**
 * One of the ward's own forms, made or changed: its name, and a question a row with the kind of its answer.
 *
 * - OED1 What was begun is kept through a reload, and stands again when the same form is opened.
 * - OED3 A question that is added has the letters; where one is removed, they go to the next.
 * - OED2 What is missing is said, and nothing is saved until it is there.
 */
import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent, type RefObject } from "react";
import { ArrowUpIcon, XMarkIcon } from "@navikt/aksel-icons";
import { itemKinds, type ItemKind, type OwnForm } from "#core/ward/own-form.ts";
import { blankForm, blankItem, editedOf, readEdited, type EditedForm, type EditedItem, type MissingInForm } from "#forms/own-form-edit.ts";
import type { OwnFormWords } from "#i18n/pages/own-forms.ts";
import { useTextDraft } from "../../drafts/use-draft.ts";
import { usePageWords } from "../../page-words.ts";

interface OwnFormEditorProps {
  readonly form: OwnForm | null;
  readonly onSave: (form: Pick<OwnForm, "title" | "items">) => Promise<boolean>;
  readonly onClose: () => void;
}

export const kindWords: { readonly [K in ItemKind]: keyof OwnFormWords } = { text: "kindText", number: "kindNumber", yesNo: "kindYesNo", choice: "kindChoice", date: "kindDate" };

export const OwnFormEditor = ({ form, onSave, onClose }: OwnFormEditorProps) => {
  const { ownForms: words } = usePageWords();
  const id = useId();
  const ref = useRef<HTMLFormElement>(null);
  const stands = JSON.stringify(form === null ? blankForm : editedOf(form));
  const { text, type, end } = useTextDraft(`settings/own-form/${form?.id ?? "new"}`, stands);
  const [missing, setMissing] = useState<MissingInForm | null>(null);
  // What `change` wrote, and nobody else.
  const edited = JSON.parse(text) as EditedForm;
  const change = (next: EditedForm): void => {
    setMissing(null);
    type(JSON.stringify(next));
  };
  const changeItem = (at: number, next: Partial<EditedItem>): void => change({ ...edited, items: edited.items.map((item, place) => (place === at ? { ...item, ...next } : item)) });
  const swap = (at: number): void => {
    const moved = edited.items[at];
    if (moved !== undefined && at > 0) change({ ...edited, items: edited.items.toSpliced(at, 1).toSpliced(at - 1, 0, moved) });
  };
  useEffect(() => ref.current?.querySelector("input")?.focus(), []);
  const goTo = useQuestionFocus(ref, edited.items.length);
  const close = (): void => {
    end();
    onClose();
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const read = readEdited(edited);
    if (!read.ok) return setMissing(read.error);
    if (await onSave(read.value)) close();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === "Escape") close();
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    ref.current?.requestSubmit();
  };
  return (
    <form ref={ref} className="own-form-editor" autoComplete="off" noValidate onKeyDown={press} onSubmit={(event) => void submit(event)} aria-label={form?.title ?? words.make}>
      <div className="field">
        <label htmlFor={id}>{words.formTitle}</label>
        <input id={id} value={edited.title} onChange={({ target }) => change({ ...edited, title: target.value })} />
      </div>
      <ol className="own-form-rows">
        {edited.items.map((item, at) => (
          <QuestionRow key={item.linkId} item={item} place={at + 1} onChange={(next) => changeItem(at, next)} onUp={at === 0 ? null : () => swap(at)} onRemove={() => {
            goTo(at);
            change({ ...edited, items: edited.items.toSpliced(at, 1) });
          }} />
        ))}
      </ol>
      <button type="button" className="button own-form-add" onClick={() => {
          goTo(edited.items.length);
          change({ ...edited, items: [...edited.items, blankItem(edited.items)] });
        }}>
        {words.addQuestion}
      </button>
      {form !== null && <p className="small soft">{words.newVersion}</p>}
      <EditorFoot missing={missing} onClose={close} />
    </form>
  );
};

/** The question that has the letters when there is one more, or one fewer. */
const useQuestionFocus = (ref: RefObject<HTMLFormElement | null>, count: number): ((place: number) => void) => {
  const next = useRef<number | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    const questions = ref.current?.querySelectorAll<HTMLElement>(".own-form-question input") ?? [];
    (questions[Math.min(next.current, questions.length - 1)] ?? ref.current?.querySelector<HTMLElement>(".own-form-add"))?.focus();
    next.current = null;
  }, [ref, count]);
  return (place) => {
    next.current = place;
  };
};

const EditorFoot = ({ missing, onClose }: { readonly missing: MissingInForm | null; readonly onClose: () => void }) => {
  const { ownForms: words } = usePageWords();
  return (
    <>
      {missing !== null && (
        <p className="field-note" data-kind="warn" role="alert">
          {words[missing]}
        </p>
      )}
      <div className="row">
        <button type="submit" className="button button-main">
          {words.saveEdit}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </>
  );
};

interface QuestionRowProps {
  readonly item: EditedItem;
  readonly place: number;
  readonly onChange: (next: Partial<EditedItem>) => void;
  readonly onUp: (() => void) | null;
  readonly onRemove: () => void;
}

const QuestionRow = ({ item, place, onChange, onUp, onRemove }: QuestionRowProps) => {
  const { ownForms: words } = usePageWords();
  const id = useId();
  return (
    <li>
      <div className="field own-form-question">
        <label htmlFor={id}>
          {words.question} {place}
        </label>
        <input id={id} value={item.text} onChange={({ target }) => onChange({ text: target.value })} />
      </div>
      <div className="own-form-tools">
        <button type="button" className="button button-plain" aria-label={`${words.up} ${place}`} aria-disabled={onUp === null} onClick={() => onUp?.()}>
          <ArrowUpIcon aria-hidden />
        </button>
        <button type="button" className="button button-plain" aria-label={`${words.remove} ${place}`} onClick={onRemove}>
          <XMarkIcon aria-hidden />
        </button>
      </div>
      <div className="field" role="radiogroup" aria-label={`${words.kind} (${place})`}>
        <div className="chips">
          {itemKinds.map((kind) => (
            <label key={kind} className="chip">
              <input type="radio" name={`${id}-kind`} value={kind} checked={item.is === kind} onChange={() => onChange({ is: kind })} />
              {words[kindWords[kind]]}
            </label>
          ))}
        </div>
      </div>
      {item.is === "choice" && (
        <div className="field own-form-wide">
          <label htmlFor={`${id}-options`}>{words.options}</label>
          <textarea id={`${id}-options`} rows={1} value={item.options} onChange={({ target }) => onChange({ options: target.value })} />
        </div>
      )}
      {item.is === "number" && (
        <div className="field">
          <label htmlFor={`${id}-unit`}>{words.unit}</label>
          <input id={`${id}-unit`} value={item.unit} onChange={({ target }) => onChange({ unit: target.value })} />
        </div>
      )}
      <div className="field">
        <label htmlFor={`${id}-group`}>{words.group}</label>
        <input id={`${id}-group`} value={item.group} onChange={({ target }) => onChange({ group: target.value })} />
      </div>
    </li>
  );
};
