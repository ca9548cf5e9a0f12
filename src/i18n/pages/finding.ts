// Where a search found what was typed, when it is not in the line itself: nb, nn and en side by side.
import { threeLanguages, type Three } from "../three.ts";

const table = {
  note: ["i notat", "i notat", "in a note"],
  allergies: ["i allergier", "i allergiar", "in allergies"],
  currentMedicines: ["i faste medisiner", "i faste medisinar", "in current medicines"],
  medicine: ["i medisin gitt", "i medisin gitt", "in a medicine given"],
  order: ["i bestilling", "i bestilling", "in an order"],
  result: ["i svar", "i svar", "in a result"],
  procedure: ["i prosedyre", "i prosedyre", "in a procedure"],
  conclusion: ["i vurderingen", "i vurderinga", "in the assessment"],
  telephone: ["i samtale", "i samtale", "in a call"],
} as const satisfies { readonly [word: string]: Three };

export const finding = threeLanguages(table);
