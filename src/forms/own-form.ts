/**
 * Answers on one of the ward's own forms, as they are typed.
 *
 * - OWF1 Only what was answered is written. "?" is asked and unknown, "-" is none; a question that was left empty was not asked.
 * - OWF2 A number is read with comma or point, alone or with the question's own unit. What may mean a thousand ("1.000"), a bound
 *   ("<5") or anything else is kept as it was typed, as text.
 * - OWF3 A date has its day, its month and all four figures of its year; anything else is kept as it was typed.
 * - OWF4 An answer, typed anew and read, is the very same; what was left alone in a correction stays as it was, to the last letter.
 */
import { known, none, unknown, type Answer } from "#core/answer.ts";
import { isDay } from "#core/identity/born.ts";
import type { FilledForm, FilledItem, FormItem, FormValue, OwnForm } from "#core/ward/own-form.ts";

/** By the name of the question's field. */
export interface FormAnswers {
  readonly [field: `q-${string}`]: string | undefined;
}

export const fieldOf = (form: string, { linkId }: Pick<FormItem, "linkId">): `q-${string}` => `q-${form}/${linkId}`;

export const readFilled = ({ id, version, title, items }: OwnForm, typed: FormAnswers): FilledForm => ({
  form: id,
  version,
  title,
  answers: items.flatMap((item): ReadonlyArray<FilledItem> => {
    const answer = readItem(item, typed[fieldOf(id, item)] ?? "");
    return answer === undefined ? [] : [{ ...item, answer }];
  }),
});

/** A question whose field is not there any more, of chips that none is chosen of, is not answered. */
export const correctedFilled = (filled: FilledForm, typed: FormAnswers): FilledForm => ({
  ...filled,
  answers: filled.answers.flatMap((item): ReadonlyArray<FilledItem> => {
    const now = typed[fieldOf(filled.form, item)] ?? "";
    if (sameTyped(now, typedItem(item))) return [item];
    const answer = readItem(item, now);
    return answer === undefined ? [] : [{ ...item, answer }];
  }),
});

/** A field tells a line break in its own way. */
const sameTyped = (one: string, other: string): boolean => one.replace(/\r\n?/gu, "\n") === other.replace(/\r\n?/gu, "\n");

/** What a chip of a choice holds: never "?" or "-", whatever its words are. */
export const optionTyped = (option: string): string => `=${option}`;

export const readItem = (item: FormItem, typed: string): Answer<FormValue> | undefined => {
  const text = typed.trim();
  if (text === "") return undefined;
  if (text === "?") return unknown;
  if (text === "-" || text === "–") return none;
  return known(readValue(item, text) ?? { is: "text", text });
};

/** Whether it would be kept as text though the question asks for something else. */
export const isKeptAsText = (item: FormItem, typed: string): boolean => {
  const answer = readItem(item, typed);
  return item.is !== "text" && answer?.is === "known" && answer.value.is === "text";
};

const readValue = (item: FormItem, text: string): FormValue | null => {
  switch (item.is) {
    case "text":
      return null;
    case "number":
      return readNumber(text, item.unit ?? "");
    case "yesNo":
      return text === "yes" || text === "no" ? { is: "yesNo", yes: text === "yes" } : null;
    case "choice": {
      const option = item.options?.find((one) => optionTyped(one).trim() === text);
      return option === undefined ? null : { is: "choice", option };
    }
    case "date":
      return readDate(text);
  }
};

const readNumber = (text: string, unit: string): FormValue | null => {
  const ends = unit.trim() !== "" && text.toLowerCase().endsWith(unit.trim().toLowerCase());
  const bare = (ends ? text.slice(0, -unit.trim().length) : text).trim();
  const parts = /^([+\-−]?)(\d{1,12})(?:[.,](\d{1,7}))?$/u.exec(bare);
  if (parts === null) return null;
  const [, sign = "", whole = "", decimals = ""] = parts;
  const mayBeThousands = decimals.length === 3 && /^[1-9]\d{0,2}$/u.test(whole);
  if (mayBeThousands) return null;
  const size = Number(`${whole}.${decimals === "" ? "0" : decimals}`);
  return { is: "number", number: sign === "" || sign === "+" || size === 0 ? size : -size };
};

const readDate = (text: string): FormValue | null => {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text);
  const dotted = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/u.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/u.exec(text);
  const [year, month, day] = iso === null ? [dotted?.[3], dotted?.[2], dotted?.[1]] : [iso[1], iso[2], iso[3]];
  const date = `${year ?? ""}-${(month ?? "").padStart(2, "0")}-${(day ?? "").padStart(2, "0")}`;
  return isDay(date) ? { is: "date", date } : null;
};

export const typedItem = ({ answer }: FilledItem): string => {
  if (answer.is !== "known") return answer.is === "unknown" ? "?" : "-";
  const { value } = answer;
  switch (value.is) {
    case "text":
      return value.text;
    case "number":
      return typedNumber(value.number);
    case "yesNo":
      return value.yes ? "yes" : "no";
    case "choice":
      return optionTyped(value.option);
    case "date":
      return `${value.date.slice(8)}.${value.date.slice(5, 7)}.${value.date.slice(0, 4)}`;
  }
};

/** Three decimals get a fourth, so that nobody reads a thousand. */
const typedNumber = (number: number): string => {
  const text = String(number).replace(".", ",");
  return /,\d{3}$/u.test(text) ? `${text}0` : text;
};
