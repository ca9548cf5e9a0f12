/**
 * What the address asks to have on paper: ?visit=, ?label=, ?letter= (&as=referral) and the like take a number as people type it, ?what= a list, of all, of those
 * who are here (&whose=here) or of chosen numbers (&numbers=TRA-001-K.TRA-002-L); else the board.
 */
import { err, ok, type Result } from "#core/result.ts";
import { readTemporaryNumber, type TemporaryNumber } from "#core/visit/temporary-number.ts";
import type { LetterKind } from "#projections/letter.ts";
import type { Whose } from "#projections/print-list.ts";

/** What there is of one visit, each with its own name in the address. */
export const onePapers = ["visit", "label", "labels", "band", "isbar", "form", "letter"] as const;
export type OnePaper = (typeof onePapers)[number];

export type PrintChoice =
  | { readonly is: "board" }
  | { readonly is: "forms"; readonly numbers: ReadonlyArray<TemporaryNumber> }
  | { readonly is: "charts"; readonly whose: Whose }
  | { readonly is: "compact"; readonly whose: Whose }
  | { readonly is: Exclude<OnePaper, "letter">; readonly number: TemporaryNumber }
  | { readonly is: "letter"; readonly number: TemporaryNumber; readonly kind: LetterKind }
  | { readonly is: "misread"; readonly typed: string };

export const readPrintChoice = (params: URLSearchParams): PrintChoice => {
  const one = onePapers.toReversed().find((paper) => params.has(paper));
  if (one !== undefined) {
    const typed = params.get(one) ?? "";
    const number = readTemporaryNumber(typed);
    if (!number.ok) return { is: "misread", typed };
    return one === "letter" ? { is: one, number: number.value, kind: params.get("as") === "referral" ? "referral" : "discharge" } : { is: one, number: number.value };
  }
  const what = params.get("what");
  if (what !== "charts" && what !== "compact" && what !== "forms") return { is: "board" };
  const typed = params.get("numbers");
  const numbers = typed === null ? null : numbersIn(typed);
  if (numbers !== null && !numbers.ok) return { is: "misread", typed: numbers.error };
  if (what === "forms") return { is: what, numbers: numbers?.value ?? [] };
  return { is: what, whose: numbers?.value ?? (params.get("whose") === "here" ? "here" : "all") };
};

const numbersIn = (typed: string): Result<ReadonlyArray<TemporaryNumber>, string> => {
  const numbers: TemporaryNumber[] = [];
  for (const each of typed.split(".")) {
    const number = readTemporaryNumber(each);
    if (!number.ok) return err(each);
    numbers.push(number.value);
  }
  return ok(numbers);
};

export const letterAddress = (number: TemporaryNumber, kind: LetterKind): string => `/print?letter=${number}${kind === "referral" ? "&as=referral" : ""}`;

export const printAddress = (what: "charts" | "compact", whose: Whose): string =>
  `/print?what=${what}${whose === "all" ? "" : whose === "here" ? "&whose=here" : `&numbers=${whose.join(".")}`}`;
