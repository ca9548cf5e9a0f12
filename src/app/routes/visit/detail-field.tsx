// One field as it stands in the chart: text, a choice of chips, or a list.
import { useId } from "react";
import { isList, type DetailName } from "#core/visit/details.ts";
import type { PageWords } from "#i18n/pages/page-words.ts";
import { choicesOf, fieldWord } from "../../field-words.ts";
import { EntriesField } from "./entries-field.tsx";
import { detailLabel } from "./fact-text.ts";

interface DetailFieldProps {
  readonly name: DetailName;
  readonly typed: string | undefined;
  readonly note?: { readonly kind: "good" | "warn" | "plain"; readonly text: string } | undefined;
  readonly words: PageWords;
  /** Its label stands beside it already. */
  readonly isAlone?: boolean;
}

export const DetailField = ({ name, typed, note, words, isAlone = false }: DetailFieldProps) => {
  const id = useId();
  const label = detailLabel(name, words);
  if (isList(name)) return <EntriesField name={name} typed={typed} words={words} isAlone={isAlone} />;
  const choices = choicesOf(name, words);
  if (choices !== null) {
    return (
      <div className="field" role="radiogroup" aria-label={label}>
        <span className={isAlone ? "unseen" : "field-label"} aria-hidden="true">
          {label}
        </span>
        <div className="chips">
          {[...choices, ["?", words.chartForm.unknown] as const].map(([value, word]) => (
            <label key={value} className="chip">
              <input type="radio" name={name} value={value} defaultChecked={typed === value} />
              {word}
            </label>
          ))}
        </div>
      </div>
    );
  }
  return (
    <div className="field">
      <label htmlFor={id} className={isAlone ? "unseen" : undefined}>
        {label}
      </label>
      <input id={id} name={name} type="text" defaultValue={typed} inputMode={keyboards[name]} autoComplete="off" spellCheck={false} aria-describedby={`${id}-note`} />
      <p id={`${id}-note`} className="field-note" data-kind={note?.kind ?? "plain"}>
        {note?.text ?? fieldWord(name, words)?.hint}
      </p>
    </div>
  );
};

const keyboards: { readonly [N in DetailName]?: "numeric" | "tel" } = { nationalNumber: "numeric", phone: "tel" };
