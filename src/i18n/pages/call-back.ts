/**
 * Who left unseen and is to be called: in nb, nn and en side by side. It goes with the board, not with the start.
 */
import { threeLanguages, type Three } from "../three.ts";

const table = {
  title: ["Ring tilbake", "Ring tilbake", "Call back"],
  what: ["De gikk uten å bli sett eller mot råd, og hastet.", "Dei gjekk utan å bli sett eller mot råd, og det hasta.", "They left unseen or against advice, and it was urgent."],
  nobody: ["Ingen å ringe nå.", "Ingen å ringje no.", "Nobody to call now."],
  noPhone: ["Telefon ikke kjent", "Telefon ikkje kjend", "Phone not known"],
  phone: ["Telefon", "Telefon", "Phone"],
  remark: ["Merknad", "Merknad", "Remark"],
  reached: ["Nådd", "Nådd", "Reached"],
  notReached: ["Ikke svar", "Ikkje svar", "No answer"],
  settledOtherwise: ["Løst ellers", "Løyst elles", "Settled otherwise"],
  doneReached: ["Ringt tilbake: nådd", "Ringt tilbake: nådd", "Called back: reached"],
  doneNotReached: ["Ringt tilbake: ikke svar", "Ringt tilbake: ikkje svar", "Called back: no answer"],
  doneSettledOtherwise: ["Ringt tilbake: løst ellers", "Ringt tilbake: løyst elles", "Called back: settled otherwise"],
  tries: ["Forsøk", "Forsøk", "Tries"],
  lastTry: ["sist", "sist", "last"],
} as const satisfies { readonly [word: string]: Three };

export const callBack = threeLanguages(table);
export type CallBackWords = (typeof callBack)["nb"];
