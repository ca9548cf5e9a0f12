// The fields of what it came to: the same in the panel that writes it and in the form that corrects it.
import { useId } from "react";
import { advices } from "#core/clinical/conclusion.ts";
import { adviceField, adviceTick, type ConclusionAnswers, type ConclusionField } from "#forms/conclusion.ts";
import type { LetterWords } from "#i18n/pages/letter.ts";
import "./conclusion.css";

interface ConclusionFieldsProps {
  readonly typed: ConclusionAnswers;
  readonly words: LetterWords;
  /** Typed as codes, and none. */
  readonly unread?: string;
  /** Whether papers and referral stand open. */
  readonly isOpen?: boolean;
}

const papers = ["sickNote", "prescription", "referral"] as const;
const referral = ["referTo", "referFor"] as const;

export const hasPapers = (typed: ConclusionAnswers): boolean => [...papers, ...referral].some((name) => (typed[name] ?? "") !== "");

export const ConclusionFields = ({ typed, words, unread = "", isOpen = hasPapers(typed) }: ConclusionFieldsProps) => (
  <div className="conclusion-fields">
    <Area name="assessment" typed={typed} words={words} rows={3} />
    <Area name="treatment" typed={typed} words={words} rows={3} />
    <Line name="diagnosis" typed={typed} words={words} />
    <div className="conclusion-codes">
      <Line name="icpc2" typed={typed} words={words} hint={words.codesHint} />
      <Line name="icd10" typed={typed} words={words} />
      <p className="field-note" data-kind={unread === "" ? "plain" : "warn"} aria-live="polite">
        {unread === "" ? "" : `${words.codesUnread} ${unread}`}
      </p>
    </div>
    <AdviceChips typed={typed} words={words} />
    <Area name="adviceText" typed={typed} words={words} rows={2} />
    <Line name="control" typed={typed} words={words} />
    <Line name="followUp" typed={typed} words={words} />
    <details className="conclusion-wide" open={isOpen}>
      <summary className="button button-plain">{words.papers}</summary>
      <div className="conclusion-fields">
        {papers.map((name) => (
          <Line key={name} name={name} typed={typed} words={words} hint={words.paperHint} />
        ))}
        <Line name="referTo" typed={typed} words={words} />
        <Area name="referFor" typed={typed} words={words} rows={2} />
      </div>
    </details>
  </div>
);

export const AdviceChips = ({ typed, words }: Pick<ConclusionFieldsProps, "typed" | "words">) => (
  <fieldset className="choice-fieldset conclusion-wide">
    <legend>{words.advice}</legend>
    <div className="chips">
      {advices.map((advice) => (
        <label key={advice} className="chip">
          <input type="checkbox" name={adviceField(advice)} value={adviceTick} defaultChecked={typed[adviceField(advice)] === adviceTick} />
          {words[advice]}
        </label>
      ))}
    </div>
  </fieldset>
);

interface FieldProps {
  readonly name: Exclude<ConclusionField, `advice-${string}`>;
  readonly typed: ConclusionAnswers;
  readonly words: LetterWords;
}

const Line = ({ name, typed, words, hint }: FieldProps & { readonly hint?: string }) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{words[name]}</label>
      <input id={id} name={name} type="text" defaultValue={typed[name]} placeholder={hint} spellCheck={false} />
    </div>
  );
};

const Area = ({ name, typed, words, rows }: FieldProps & { readonly rows: number }) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{words[name]}</label>
      <textarea id={id} name={name} defaultValue={typed[name]} rows={rows} />
    </div>
  );
};
