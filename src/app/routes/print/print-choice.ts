/**
 * What the address asks to have on paper: ?visit=, ?label= and the like take a number as people type it, ?what= a list, of all, of those
 * who are here (&whose=here) or of chosen numbers (&numbers=TRA-001-K.TRA-002-L); else the board.
 */
import { err, ok, type Result } from "#core/result.ts";
import { readTemporaryNumber, type TemporaryNumber } from "#core/visit/temporary-number.ts";
import type { Whose } from "#projections/print-list.ts";

/** What there is of one visit, each with its own name in the address. */
export const onePapers = ["visit", "label", "labels", "band", "isbar", "form"] as const;
export type OnePaper = (typeof onePapers)[number];

export type PrintChoice =
  | { readonly is: "board" }
  | { readonly is: "forms"; readonly numbers: ReadonlyArray<TemporaryNumber> }
  | { readonly is: "charts"; readonly whose: Whose }
  | { readonly is: "compact"; readonly whose: Whose }
  | { readonly is: OnePaper; readonly number: TemporaryNumber }
  | { readonly is: "misread"; readonly typed: string };

export const readPrintChoice = (params: URLSearchParams): PrintChoice => {
  const one = onePapers.toReversed().find((paper) => params.has(paper));
  if (one !== undefined) {
    const typed = params.get(one) ?? "";
    const number = readTemporaryNumber(typed);
    return number.ok ? { is: one, number: number.value } : { is: "misread", typed };
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

export const printAddress = (what: "charts" | "compact", whose: Whose): string =>
  `/print?what=${what}${whose === "all" ? "" : whose === "here" ? "&whose=here" : `&numbers=${whose.join(".")}`}`;
