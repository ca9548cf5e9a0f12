// A line of text that is saved when the field is left or Enter is pressed. What changes elsewhere shows here at once.
import { useId, useState, type FormEvent } from "react";

interface SavedFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly onSave: (text: string) => void;
}

export const SavedField = ({ label, value, hint, onSave }: SavedFieldProps) => {
  const id = useId();
  const [shown, setShown] = useState(value);
  const [typed, setTyped] = useState(value);
  if (shown !== value) {
    setShown(value);
    setTyped(value);
  }
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
      <input id={id} value={typed} onChange={(event) => setTyped(event.target.value)} onBlur={save} autoComplete="off" spellCheck={false} aria-describedby={`${id}-hint`} />
      <p id={`${id}-hint`} className="field-note">
        {hint}
      </p>
    </form>
  );
};
