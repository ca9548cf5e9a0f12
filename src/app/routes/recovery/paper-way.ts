/**
 * Where to go for paper, and what will be on it: the print page knows one visit, those who are here, and all.
 *
 * - PPW1 What the page says will be printed is what is printed; a choice that paper does not know prints all, and says so.
 */
import type { CarryFilter } from "#projections/carry-list.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";

export interface PaperWay {
  readonly to: string;
  readonly word: "printAll" | "printHere" | "printOne";
}

interface Chosen {
  readonly numbers: ReadonlyArray<TemporaryNumber | null>;
  /** All that the filter shows are ticked. */
  readonly isAllShown: boolean;
  readonly filter: CarryFilter;
}

export const paperWay = ({ numbers, isAllShown, filter }: Chosen): PaperWay => {
  const [one] = numbers;
  if (numbers.length === 1 && one !== undefined && one !== null) return { to: `/print?visit=${one}`, word: "printOne" };
  if (filter === "here" && isAllShown) return { to: "/print?what=charts&whose=here", word: "printHere" };
  return { to: "/print?what=charts", word: "printAll" };
};
