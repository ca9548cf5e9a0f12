// The questions of one of the ward's own forms: the same in the panel that writes answers and in the form that corrects them.
import { useEffect, useId, useRef, useState } from "react";
import { inGroups, type FilledForm, type FormItem } from "#core/ward/own-form.ts";
import { fieldOf, isKeptAsText, optionTyped, typedItem, type FormAnswers } from "#forms/own-form.ts";
import type { OwnFormWords } from "#i18n/pages/own-forms.ts";
import { fieldsIn } from "../../drafts/native-form.ts";
import { ChipChoice } from "./call-fields.tsx";
import { clearsOnSecondPress } from "./second-press.ts";
import "./own-form.css";

interface Asked {
  readonly item: FormItem;
  /** What stands in its field. */
  readonly typed: string;
}
interface OwnFormFieldsProps {
  readonly form: string;
  readonly items: ReadonlyArray<Asked>;
  readonly words: OwnFormWords;
}

export const OwnFormFields = ({ form, items, words }: OwnFormFieldsProps) => {
  const ref = useRef<HTMLDivElement>(null);
  const now = useTyped(ref);
  return (
    <div ref={ref} className="own-form-fields" {...clearsOnSecondPress}>
      {inGroups(items.map((asked) => ({ ...asked, group: asked.item.group }))).map(([heading, some], place) => {
        const fields = some.map(({ item, typed }) => (
          <ItemField key={item.linkId} name={fieldOf(form, item)} item={item} typed={typed} isAsText={isKeptAsText(item, now[fieldOf(form, item)] ?? typed)} words={words} />
        ));
        return heading === undefined ? (
          fields
        ) : (
          <fieldset key={`${String(place)} ${heading}`} className="own-form-group">
            <legend>{heading}</legend>
            {fields}
          </fieldset>
        );
      })}
    </div>
  );
};

/** What was answered, by the questions that stand with it. */
export const FilledFields = ({ filled, words }: { readonly filled: FilledForm; readonly words: OwnFormWords }) => (
  <OwnFormFields form={filled.form} items={filled.answers.map((item) => ({ item, typed: typedItem(item) }))} words={words} />
);

/** What stands in the fields of the form around it, read at each input: a draft that is restored is one too. */
const useTyped = (ref: { readonly current: HTMLDivElement | null }): FormAnswers => {
  const [typed, setTyped] = useState<FormAnswers>({});
  useEffect(() => {
    const form = ref.current?.closest("form") ?? null;
    if (form === null) return undefined;
    const read = (): void => setTyped(fieldsIn(form));
    form.addEventListener("input", read);
    return () => form.removeEventListener("input", read);
  }, [ref]);
  return typed;
};

interface ItemFieldProps {
  readonly name: string;
  readonly item: FormItem;
  readonly typed: string;
  /** It cannot be read as what the question asks for. */
  readonly isAsText: boolean;
  readonly words: OwnFormWords;
}

const ItemField = ({ name, item, typed, isAsText, words }: ItemFieldProps) => {
  const id = useId();
  const label = item.unit === undefined ? item.text : `${item.text} (${item.unit})`;
  if (item.is === "yesNo" || item.is === "choice") {
    const choices: ReadonlyArray<readonly [string, string]> = item.is === "yesNo" ? [["yes", words.yes], ["no", words.no]] : [...new Set(item.options ?? [])].map((option) => [optionTyped(option), option]);
    const known: ReadonlyArray<readonly [string, string]> = [...choices, ["?", words.notKnown]];
    // What came from elsewhere and is none of the choices is still what was answered.
    const other: ReadonlyArray<readonly [string, string]> = typed === "" || known.some(([value]) => value === typed) ? [] : [[typed, typed.replace(/^=/u, "")]];
    return <ChipChoice name={name} label={label} chosen={typed} choices={[...known, ...other]} />;
  }
  const note = item.is === "date" ? words.dateNotRead : words.numberNotRead;
  return (
    <div className="field" data-kind={item.is}>
      <label htmlFor={id}>{label}</label>
      {item.is === "text" ? (
        <textarea id={id} name={name} rows={1} defaultValue={typed} />
      ) : (
        <input id={id} name={name} type="text" inputMode={item.is === "number" ? "decimal" : "text"} defaultValue={typed} autoComplete="off" spellCheck={false} aria-describedby={`${id}-note`} />
      )}
      {item.is !== "text" && (
        <p id={`${id}-note`} className="field-note" data-kind={isAsText ? "warn" : "plain"} aria-live="polite">
          {isAsText ? note : item.is === "date" ? words.dateHint : ""}
        </p>
      )}
    </div>
  );
};
