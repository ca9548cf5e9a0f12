/**
 * Where to go for paper, and what will be on it: the print page knows one visit, those who are here, chosen numbers, and all.
 *
 * - PPW1 What the page says will be printed is what is printed; what no address can tell (a visit without a number, more than 500) prints all, and says so.
 */
import type { CarryFilter } from "#projections/carry-list.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { printAddress } from "../print/print-choice.ts";

export interface PaperWay {
  readonly to: string;
  readonly word: "printAll" | "printHere" | "printOne" | "printChosen";
}

interface Chosen {
  readonly numbers: ReadonlyArray<TemporaryNumber | null>;
  /** All that the filter shows are ticked. */
  readonly isAllShown: boolean;
  readonly filter: CarryFilter;
}

/** Some 5 kB: a server that is asked for the page anew still takes it. */
const mostInAddress = 500;

export const paperWay = ({ numbers, isAllShown, filter }: Chosen): PaperWay => {
  const [one] = numbers;
  if (numbers.length === 1 && one !== undefined && one !== null) return { to: `/print?visit=${one}`, word: "printOne" };
  if (filter === "here" && isAllShown) return { to: printAddress("charts", "here"), word: "printHere" };
  const known = numbers.filter((number) => number !== null);
  const isTellable = known.length > 0 && known.length === numbers.length && known.length <= mostInAddress;
  if (isTellable && !(filter === "all" && isAllShown)) return { to: printAddress("charts", known), word: "printChosen" };
  return { to: printAddress("charts", "all"), word: "printAll" };
};
