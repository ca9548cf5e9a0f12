/**
 * Why nobody can be sure who the patient is. A paper that leaves the ward says so; nothing is held back for it.
 *
 * - IDT1 Verified is only who has a name and one birth or D-number whose check holds, with no two saying otherwise about name,
 *   number, birth or sex, and with what was told of birth and sex agreeing with the number.
 * - IDT2 A number made for tests verifies nobody outside a drill.
 */
import { valueOf } from "#core/answer.ts";
import type { Born } from "#core/identity/born.ts";
import { readNationalNumber } from "#core/identity/national-number.ts";
import { disagrees } from "#core/visit/standing.ts";
import { answerOf, type Visit } from "#core/visit/visit.ts";

export type IdentityDoubt = "noNumber" | "testNumber" | "noNameKnown" | "disputed" | "bornOtherwise" | "sexOtherwise";

export const identityDoubts = (visit: Visit, isDrill: boolean): ReadonlyArray<IdentityDoubt> => {
  const claim = visit.heard.nationalNumber?.findLast(({ value }) => value.is === "known");
  const number = valueOf(claim?.value);
  const reading = claim === undefined || number === null ? null : readNationalNumber(number, claim.atMs);
  const holds = reading !== null && reading.checked === "ok" && (reading.kind === "birthNumber" || reading.kind === "dNumber");
  const born = valueOf(answerOf(visit, "born"));
  const sex = valueOf(answerOf(visit, "sex"));
  const isDisputed = (["name", "nationalNumber", "born", "sex"] as const).some((name) => disagrees(visit.heard[name] ?? null));
  const doubts: ReadonlyArray<readonly [IdentityDoubt, boolean]> = [
    ["noNumber", !holds],
    ["testNumber", holds && reading.synthetic !== "no" && !isDrill],
    ["noNameKnown", (valueOf(answerOf(visit, "name")) ?? "").trim() === ""],
    ["disputed", isDisputed],
    ["bornOtherwise", holds && reading.born !== null && born !== null && !isSameBirth(born, reading.born)],
    ["sexOtherwise", holds && reading.sex !== null && (sex === "female" || sex === "male") && sex !== reading.sex],
  ];
  return doubts.flatMap(([doubt, isSo]) => (isSo ? [doubt] : []));
};

/** An age that was told or guessed contradicts no date. */
const isSameBirth = (told: Born, date: string): boolean => told.is === "age" || (told.is === "year" ? date.startsWith(`${told.year}-`) : told.date === date);
