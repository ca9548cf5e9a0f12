// A line of text that is saved when the field is left or Enter is pressed. What changes elsewhere shows here at once.
import { useEffect, useId, useRef, type FormEvent } from "react";
import { useTextDraft } from "../../drafts/use-draft.ts";

interface SavedFieldProps {
  /** The name of its draft. */
  readonly draft: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly onSave: (text: string) => void;
}

export const SavedField = ({ draft, label, value, hint, onSave }: SavedFieldProps) => {
  const id = useId();
  const shown = useRef(value);
  const { text: typed, type, end } = useTextDraft(draft, value);
  useEffect(() => {
    if (shown.current !== value) end(value);
    shown.current = value;
  }, [value, end]);
  const save = (): void => {
    if (typed.trim() !== value) onSave(typed.trim());
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save();
  };
  return (
    <form className="field" onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <input id={id} value={typed} onChange={(event) => type(event.target.value)} onBlur={save} autoComplete="off" spellCheck={false} aria-describedby={`${id}-hint`} />
      <p id={`${id}-hint`} className="field-note">
        {hint}
      </p>
    </form>
  );
};
