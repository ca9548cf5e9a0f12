/**
 * What the journal knew of somebody, put to use: into the fields of the door, or as answers in a chart.
 *
 * - SFL1 Only what is empty is filled in. What was only begun is finished: the first letters of the same name, the first digits of the
 *   same number, the year of the same date. Anything else that stands there stays as it was typed.
 * - SFL2 In the chart only what nobody was asked is answered, and every answer says that it is from a document.
 * - SFL3 Allergies are taken as told; that none are known is "none". Where nothing was told nothing is said.
 */
import { known, none, type Answer } from "#core/answer.ts";
import { readBorn } from "#core/identity/born.ts";
import { isBegunName, nameWords } from "#core/identity/name-likeness.ts";
import type { EpochMs } from "#core/time.ts";
import { detailNames, type DetailAnswers } from "#core/visit/details.ts";
import type { KnownPerson } from "#core/ward/snapshot.ts";
import { typedDetails } from "./detail-edits.ts";
import type { DoorAnswers } from "./door.ts";
import { withSayings } from "./sayings.ts";

export const personDetails = ({ name, nationalNumber, born, sex, allergies }: KnownPerson): DetailAnswers => ({
  ...(name === undefined ? {} : { name: known(name) }),
  ...(nationalNumber === undefined ? {} : { nationalNumber: known(nationalNumber) }),
  ...(born === undefined ? {} : { born: known(born) }),
  ...(sex === undefined ? {} : { sex: known(sex) }),
  ...(allergies === undefined ? {} : { allergies: allergiesAnswer(allergies) }),
});

const allergiesAnswer = (allergies: ReadonlyArray<string>): Answer<ReadonlyArray<string>> => (allergies.length === 0 ? none : known(allergies));

/** Fields of the door that change, with what they hold then. */
export const filledAtDoor = (person: KnownPerson, stands: DoorAnswers, nowMs: EpochMs): DoorAnswers => {
  const typed = typedDetails(personDetails(person));
  const fills = (name: "name" | "nationalNumber" | "born" | "sex" | "allergies"): boolean => {
    const [before, after] = [(stands[name] ?? "").trim(), typed[name] ?? ""];
    return after !== "" && before !== after && (before === "" || isBegun(name, { before, person, nowMs }));
  };
  return Object.fromEntries((["name", "nationalNumber", "born", "sex", "allergies"] as const).filter(fills).map((name) => [name, typed[name]]));
};

interface Begun {
  readonly before: string;
  readonly person: KnownPerson;
  readonly nowMs: EpochMs;
}

const isBegun = (field: string, { before, person, nowMs }: Begun): boolean => {
  if (field === "name") return isBegunName(nameWords(before), nameWords(person.name ?? ""));
  if (field === "nationalNumber") return /^\d+$/u.test(before.replace(/[\s.-]/gu, "")) && (person.nationalNumber ?? "").startsWith(before.replace(/[\s.-]/gu, ""));
  const said = field === "born" ? readBorn(before, nowMs) : null;
  return said?.is === "year" && person.born?.is === "date" && Number(person.born.date.slice(0, 4)) === said.year;
};

/** What nobody has answered of a visit yet. */
export const filledInChart = (person: KnownPerson, isAnswered: (name: keyof DetailAnswers) => boolean): DetailAnswers => {
  const told: DetailAnswers = personDetails(person);
  const wanted: DetailAnswers = Object.fromEntries(detailNames.filter((name) => told[name] !== undefined && !isAnswered(name)).map((name) => [name, told[name]]));
  return withSayings(wanted, () => ({ source: "document" }), () => []);
};
