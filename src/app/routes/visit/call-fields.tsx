// Who rings and how long they waited: the same in the form that takes a call and in the one that corrects it.
import { useId, type ReactNode } from "react";
import { callers, waitBounds } from "#core/clinical/telephone.ts";
import type { CallAnswers, CallField } from "#forms/telephone.ts";
import type { TelephoneWords } from "#i18n/pages/telephone.ts";
import { callerText } from "./call-text.ts";
import { clearsOnSecondPress } from "./second-press.ts";
import "./telephone.css";

interface CallFieldsProps {
  readonly typed: CallAnswers;
  readonly words: TelephoneWords;
  /** What is said of the wait; "" when all is well. */
  readonly rangNote?: string;
  /** The remark has a field of its own only where there is one to correct. */
  readonly hasRemark?: boolean;
}

export const CallFields = ({ typed, words, rangNote = "", hasRemark = false }: CallFieldsProps) => (
  <div className="call-fields" {...clearsOnSecondPress}>
    <CallText name="callbackNumber" typed={typed} label={words.callbackNumber} note={words.callbackNumberHint} isTel />
    <CallText name="callerName" typed={typed} label={words.callerName} note="" />
    <ChipChoice name="caller" label={words.caller} chosen={typed.caller} choices={callers.map((caller) => [caller, callerText(caller, words)] as const)} />
    <ChipChoice name="rangFor" label={words.rangFor} chosen={typed.rangFor} choices={waitBounds.map((bound) => [bound, words[bound]] as const)}>
      <RangField typed={typed} words={words} note={rangNote} />
    </ChipChoice>
    {hasRemark && <CallText name="remark" typed={typed} label={words.remark} note="" />}
  </div>
);

interface CallTextProps {
  readonly name: CallField;
  readonly typed: CallAnswers;
  readonly label: string;
  readonly note: string;
  readonly isTel?: boolean;
}

const CallText = ({ name, typed, label, note, isTel = false }: CallTextProps) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} name={name} type="text" inputMode={isTel ? "tel" : undefined} defaultValue={typed[name]} autoComplete="off" spellCheck={false} data-first={isTel ? true : undefined} aria-describedby={`${id}-note`} />
      <p id={`${id}-note`} className="field-note">
        {note}
      </p>
    </div>
  );
};

const RangField = ({ typed, words, note }: { readonly typed: CallAnswers; readonly words: TelephoneWords; readonly note: string }) => {
  const id = useId();
  return (
    <>
      <input className="call-rang" name="rang" type="text" aria-label={`${words.rangFor}: ${words.rang.toLowerCase()}`} placeholder={words.rangHint} defaultValue={typed.rang} autoComplete="off" spellCheck={false} aria-describedby={id} />
      <p id={id} className="field-note call-wide" data-kind="warn" aria-live="polite">
        {note}
      </p>
    </>
  );
};

interface ChipChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: string | undefined;
  readonly choices: ReadonlyArray<readonly [value: string, word: string]>;
  /** Beside another field, where there is room. */
  readonly isNarrow?: boolean;
  readonly children?: ReactNode;
}

export const ChipChoice = ({ name, label, chosen, choices, isNarrow = false, children }: ChipChoiceProps) => (
  <div className={isNarrow ? "field" : "field call-wide"} role="radiogroup" aria-label={label}>
    <span className="field-label" aria-hidden="true">
      {label}
    </span>
    <div className="chips">
      {choices.map(([value, word]) => (
        <label key={value} className="chip">
          <input type="radio" name={name} value={value} defaultChecked={chosen === value} />
          {word}
        </label>
      ))}
      {children}
    </div>
  </div>
);
