// What the page writes and the harness expects: a content that says by itself whether it is what was written.
import { diceOf } from "./dice.ts";

/** `series` names one run of saving; the text that belongs to a number in it can be worked out by anybody. */
export const contentOf = (series: string, at: number): string => {
  const dice = diceOf(at * 7_919 + Array.from(series).reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7));
  const length = 20 + dice.below(300);
  let text = "";
  while (text.length < length) text += dice.below(1_679_616).toString(36);
  return `${series}/${at}/${text}`;
};

export const isTrueContent = (content: string): boolean => {
  const [series = "", at = ""] = content.split("/");
  return content === contentOf(series, Number(at));
};
