// What is seen of a patient more often than not, a tap each: a hand in a glove types no word that it can press.
import type { ClinicalWords } from "#i18n/pages/clinical.ts";

interface RemarkChipsProps {
  readonly remark: string;
  readonly words: ClinicalWords;
}

const partsOf = (remark: string): ReadonlyArray<string> => remark.split(",").map((part) => part.trim()).filter((part) => part !== "");

/** The words stand in the form's own field, where they are seen and can be changed. */
const toggle = (chip: HTMLElement, word: string): void => {
  const field = chip.closest("form")?.querySelector<HTMLInputElement>("input[name=remark]");
  if (!field) return;
  const before = partsOf(field.value);
  field.value = (before.includes(word) ? before.filter((part) => part !== word) : [...before, word]).join(", ");
  field.dispatchEvent(new Event("input", { bubbles: true }));
};

export const RemarkChips = ({ remark, words }: RemarkChipsProps) => (
  <div className="chips observe-remarks" role="group" aria-label={words.remark}>
    {words.remarks.split(" ").map((word) => (
      <button key={word} type="button" className="chip" aria-pressed={partsOf(remark).includes(word)} onClick={(event) => toggle(event.currentTarget, word)}>
        {word}
      </button>
    ))}
  </div>
);
