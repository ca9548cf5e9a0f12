/**
 * A list as it is filled in: entries as chips, or the choices as chips, and "none" and "not known" one press away.
 *
 * - LSF1 Enter or a comma adds what is typed; Enter with nothing typed saves the form. What is typed and not added is saved too.
 * - LSF2 "None" and "not known" are offered only while the list is empty: they never take an entry away.
 */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type RefObject } from "react";
import { XMarkIcon } from "@navikt/aksel-icons";
import type { ListName } from "#core/visit/details.ts";
import { entriesIn } from "#forms/entries.ts";
import { addingTo, stoodIn, withEntries } from "#forms/typed-entries.ts";
import type { PageWords } from "#i18n/pages/page-words.ts";
import { choicesOf, fieldWord } from "../../field-words.ts";

interface EntriesFieldProps {
  readonly name: ListName;
  /** One entry a line, "?" or "-". */
  readonly typed: string | undefined;
  readonly words: PageWords;
  readonly isAlone: boolean;
}

export const EntriesField = ({ name, typed = "", words, isAlone }: EntriesFieldProps) => {
  const id = useId();
  const hidden = useRef<HTMLTextAreaElement>(null);
  const adding = useRef<HTMLInputElement>(null);
  const [field, setField] = useState(typed);
  const choices = choicesOf(name, words);
  const word = fieldWord(name, words);
  const entries = entriesIn(field);
  // The form is filled from a draft behind React's back; what stands in the field is read whenever the form says that it changed.
  useEffect(() => {
    const form = hidden.current?.form;
    const read = (): void => setField(hidden.current?.value ?? "");
    form?.addEventListener("input", read);
    return () => form?.removeEventListener("input", read);
  }, []);
  const say = (next: string): void => {
    if (hidden.current === null) return;
    hidden.current.value = next;
    hidden.current.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const remove = (entry: string): void => {
    say(entries.filter((one) => one !== entry).join("\n"));
    adding.current?.focus();
  };
  const none = word?.none || words.visit.answerNone;
  return (
    <div className="field entries" role="group" aria-label={word?.label}>
      {/* Not inputs of type hidden: their value is their default, which React writes anew whenever it draws. */}
      <textarea ref={hidden} hidden name={name} defaultValue={typed} />
      <textarea hidden name={stoodIn(name)} defaultValue={typed} />
      {choices === null ? (
        <label className={isAlone ? "unseen" : undefined} htmlFor={id}>
          {word?.label}
        </label>
      ) : (
        <span className={isAlone ? "unseen" : "field-label"} aria-hidden="true">
          {word?.label}
        </span>
      )}
      <EntryChips name={name} field={field} none={none} words={words} onRemove={remove} say={say} />
      {choices === null && <AddField id={id} name={name} field={field} say={say} words={words} fieldRef={adding} />}
      {field === "" && typed !== "" && (
        <p className="field-note" data-kind="warn" role="status">
          {words.chartForm.emptiedList.replace("{none}", none)}
        </p>
      )}
    </div>
  );
};

interface EntryChipsProps {
  readonly name: ListName;
  readonly field: string;
  readonly none: string;
  readonly words: PageWords;
  readonly onRemove: (entry: string) => void;
  readonly say: (next: string) => void;
}

const EntryChips = ({ name, field, none, words, onRemove, say }: EntryChipsProps) => {
  const entries = entriesIn(field);
  const toggle = (choice: string): void => say((entries.includes(choice) ? entries.filter((one) => one !== choice) : [...entries, choice]).join("\n"));
  return (
    <div className="chips">
      {choicesOf(name, words)?.map(([choice, label]) => <Toggle key={choice} isOn={entries.includes(choice)} label={label} onPress={() => toggle(choice)} />) ??
        entries.map((entry) => (
          <button key={entry} type="button" className="chip entry-chip" aria-label={`${words.chartForm.remove} ${entry}`} onClick={() => onRemove(entry)}>
            {entry}
            <XMarkIcon aria-hidden />
          </button>
        ))}
      {entries.length === 0 && (
        <>
          <Toggle isOn={field === "-"} label={none} onPress={() => say(field === "-" ? "" : "-")} />
          <Toggle isOn={field === "?"} label={words.chartForm.unknown} onPress={() => say(field === "?" ? "" : "?")} />
        </>
      )}
    </div>
  );
};

const Toggle = ({ isOn, label, onPress }: { readonly isOn: boolean; readonly label: string; readonly onPress: () => void }) => (
  <button type="button" className="chip" aria-pressed={isOn} onClick={onPress}>
    {label}
  </button>
);

interface AddFieldProps {
  readonly id: string;
  readonly name: ListName;
  readonly field: string;
  readonly say: (next: string) => void;
  readonly words: PageWords;
  readonly fieldRef: RefObject<HTMLInputElement | null>;
}

const AddField = ({ id, name, field, say, words, fieldRef }: AddFieldProps) => {
  const add = (input: HTMLInputElement, text: string, rest: string): void => {
    input.value = rest;
    say(withEntries(field, text));
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    const input = event.currentTarget;
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || input.value.trim() === "") return;
    event.preventDefault();
    add(input, input.value, "");
  };
  return (
    <>
      <input
        ref={fieldRef}
        id={id}
        name={addingTo(name)}
        type="text"
        enterKeyHint="done"
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-note`}
        onKeyDown={press}
        onInput={({ currentTarget: input }) => {
          // A comma after a digit waits for what comes: "47,5" is one number.
          const [, before = "", after = ""] = /^(.*(?:;|(?<!\d),|,(?=\D)))(.*)$/su.exec(input.value) ?? [];
          if (before !== "") add(input, before, after.trimStart());
        }}
      />
      <p id={`${id}-note`} className="field-note">
        {fieldWord(name, words)?.hint}
      </p>
    </>
  );
};
