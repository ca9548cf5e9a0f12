/**
 * The code, typed from the card. It says at once what is wrong with what was typed, and opens nothing before the code fits.
 *
 * - CDF1 A sign that no code has is said while it is typed; a code that does not fit together when all signs are there.
 */
import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import { codeLength, readRecoveryCode } from "#core/ward/recovery-code.ts";
import { usePageWords } from "../../page-words.ts";

interface CodeFieldProps {
  readonly onOpen: (secret: Uint8Array<ArrayBuffer>) => void;
  readonly onCancel: () => void;
}

export const CodeField = ({ onOpen, onCancel }: CodeFieldProps) => {
  const { archive: words } = usePageWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  useEffect(() => field.current?.focus(), []);
  const code = readRecoveryCode(typed);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (code.ok) onOpen(code.value);
  };
  const note = (): { readonly text: string; readonly kind?: "warn" | "good" } => {
    if (code.ok) return { text: words.codeFits, kind: "good" };
    switch (code.error.type) {
      case "WrongSign":
        return { text: words.wrongSign(code.error.sign), kind: "warn" };
      case "WrongCheck":
        return { text: words.wrongCheck, kind: "warn" };
      case "WrongLength":
        return { text: code.error.signs === 0 ? words.typeHint : words.typedSigns(code.error.signs), ...(code.error.signs > codeLength ? { kind: "warn" } : {}) };
    }
  };
  const { text, kind } = note();
  return (
    <form className="stack" onSubmit={submit}>
      <div className="field code-field">
        <label htmlFor={id}>{words.typeCode}</label>
        <input ref={field} id={id} value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" autoCapitalize="characters" spellCheck={false} translate="no" aria-describedby={`${id}-note`} />
        <p id={`${id}-note`} className="field-note" data-kind={kind} aria-live="polite">
          {text}
        </p>
      </div>
      <div className="row">
        <button type="submit" className="button button-main" disabled={!code.ok}>
          {words.open}
        </button>
        <button type="button" className="button button-plain" onClick={onCancel}>
          {words.notNow}
        </button>
      </div>
    </form>
  );
};
