/**
 * What the address asks to have on paper: ?visit=, ?label= and ?letter= (&as=referral) take a number as people type it, ?what= a list, of all, of those
 * who are here (&whose=here) or of chosen numbers (&numbers=TRA-001-K.TRA-002-L); else the board.
 */
import { readTemporaryNumber, type TemporaryNumber } from "#core/visit/temporary-number.ts";
import type { LetterKind } from "#projections/letter.ts";
import type { Whose } from "#projections/print-list.ts";

export type PrintChoice =
  | { readonly is: "board" }
  | { readonly is: "charts"; readonly whose: Whose }
  | { readonly is: "compact"; readonly whose: Whose }
  | { readonly is: "visit"; readonly number: TemporaryNumber }
  | { readonly is: "label"; readonly number: TemporaryNumber }
  | { readonly is: "letter"; readonly number: TemporaryNumber; readonly kind: LetterKind }
  | { readonly is: "misread"; readonly typed: string };

export const readPrintChoice = (params: URLSearchParams): PrintChoice => {
  const one = params.has("letter") ? "letter" : params.has("label") ? "label" : params.has("visit") ? "visit" : null;
  if (one !== null) {
    const typed = params.get(one) ?? "";
    const number = readTemporaryNumber(typed);
    if (!number.ok) return { is: "misread", typed };
    return one === "letter" ? { is: one, number: number.value, kind: params.get("as") === "referral" ? "referral" : "discharge" } : { is: one, number: number.value };
  }
  const what = params.get("what");
  if (what !== "charts" && what !== "compact") return { is: "board" };
  const typed = params.get("numbers");
  if (typed === null) return { is: what, whose: params.get("whose") === "here" ? "here" : "all" };
  const numbers: TemporaryNumber[] = [];
  for (const each of typed.split(".")) {
    const number = readTemporaryNumber(each);
    if (!number.ok) return { is: "misread", typed: each };
    numbers.push(number.value);
  }
  return { is: what, whose: numbers };
};

export const letterAddress = (number: TemporaryNumber, kind: LetterKind): string => `/print?letter=${number}${kind === "referral" ? "&as=referral" : ""}`;

export const printAddress = (what: "charts" | "compact", whose: Whose): string =>
  `/print?what=${what}${whose === "all" ? "" : whose === "here" ? "&whose=here" : `&numbers=${whose.join(".")}`}`;
