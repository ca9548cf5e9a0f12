// What the address asks to have on paper: ?visit= and ?label= take a number as people type it, ?what= a list; else the board.
import { readTemporaryNumber, type TemporaryNumber } from "#core/visit/temporary-number.ts";

export type PrintChoice =
  | { readonly is: "board" }
  | { readonly is: "charts"; readonly whose: "all" | "here" }
  | { readonly is: "compact"; readonly whose: "all" | "here" }
  | { readonly is: "visit"; readonly number: TemporaryNumber }
  | { readonly is: "label"; readonly number: TemporaryNumber }
  | { readonly is: "misread"; readonly typed: string };

export const readPrintChoice = (params: URLSearchParams): PrintChoice => {
  const one = params.has("label") ? "label" : params.has("visit") ? "visit" : null;
  if (one !== null) {
    const typed = params.get(one) ?? "";
    const number = readTemporaryNumber(typed);
    return number.ok ? { is: one, number: number.value } : { is: "misread", typed };
  }
  const what = params.get("what");
  if (what === "charts" || what === "compact") return { is: what, whose: params.get("whose") === "here" ? "here" : "all" };
  return { is: "board" };
};
