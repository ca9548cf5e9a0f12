/**
 * Who rang has come: what was typed at the door goes along with the number and all that they told by telephone.
 *
 * - CLA1 They arrive with the number they have, at the time that stands in the form; a level that was chosen is set.
 * - CLA2 Only what is new goes along. Less than is known is not new: a part of the name, a bare age beside the birth that fits it,
 *   "not known" beside an answer.
 * - CLA3 A reason told at the desk stands beside the one told by telephone, and takes its place nowhere.
 * - CLA5 A list told by telephone is never made shorter: what is told at the desk is added to it, each entry with whoever said it.
 *   "None", said or filled in at the desk, takes nothing of it away, and is kept in a note.
 * - CLA4 The number of a paper form that they were written on is kept in a note.
 */
import type { Answer } from "#core/answer.ts";
import { scales, type ScaleId } from "#core/clinical/scales.ts";
import { ageMonths, type Born } from "#core/identity/born.ts";
import { isPartOfName, nameWords } from "#core/identity/name-likeness.ts";
import type { EpochMs } from "#core/time.ts";
import type { VisitCommand } from "#core/visit/commands.ts";
import { detailNames, isList, type DetailAnswers, type DetailName, type DetailValue } from "#core/visit/details.ts";
import { entryKey, united } from "#core/visit/heard.ts";
import { answersTo, entriesTold, sayingOf } from "#core/visit/sayings.ts";
import { isSame } from "#core/visit/standing.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { answerOf, type Visit } from "#core/visit/visit.ts";
import type { DoorReading } from "./door.ts";
import { withSayings } from "./sayings.ts";

export interface AtTheDoor {
  readonly reading: Pick<DoorReading, "details" | "level" | "arrivedAtMs">;
  readonly scale: ScaleId;
  /** What the note says of a paper form; null without one. */
  readonly paper: string | null;
  /** What the note says of "none" beside a list. */
  readonly saidNone: (name: DetailName) => string;
  readonly nowMs: EpochMs;
}

export const callerArrives = (visit: Visit, number: TemporaryNumber, { reading, scale, paper, saidNone, nowMs }: AtTheDoor): ReadonlyArray<VisitCommand> => {
  const { level, arrivedAtMs, details } = reading;
  const notes = [...(paper === null ? [] : [paper]), ...detailNames.filter((name) => isNoneBesideList(visit, name, details)).map(saidNone)];
  return [
    { type: "RegisterArrival", number, details: newIn(visit, details, nowMs), atMs: arrivedAtMs },
    ...(level === null ? [] : [{ type: "SetTriage", scale, scaleVersion: scales[scale].version, level, atMs: nowMs } as const]),
    ...notes.map((text) => ({ type: "WriteNote", note: { text }, atMs: nowMs }) as const),
  ];
};

const newIn = (visit: Visit, details: DetailAnswers, nowMs: EpochMs): DetailAnswers =>
  // Only names are left out, and of the reason its text is made longer; every answer is its own name's.
  Object.fromEntries(
    detailNames.flatMap((name): ReadonlyArray<readonly [DetailName, Answer<unknown> | undefined]> => {
      const answer = details[name];
      const isAgreed = (visit.heard[name]?.length ?? 0) < 2;
      if (answer === undefined) return [];
      if (listTold(visit, name).length > 0) return listed(visit, name, answer);
      if (isAgreed && saysNoMore(name, answer, answerOf(visit, name), nowMs)) return [];
      return [[name, name === "reason" ? bothReasons(details.reason, answerOf(visit, "reason")) : answer]];
    }),
  ) as DetailAnswers;

type Told = Answer<DetailValue>;

/** The entries of a list that stand, whatever else was said beside them. */
const listTold = (visit: Visit, name: DetailName): ReadonlyArray<string> => (isList(name) ? entriesTold(answersTo(visit, name)).map(({ value }) => value) : []);

const isNoneBesideList = (visit: Visit, name: DetailName, details: DetailAnswers): boolean => details[name]?.is === "none" && listTold(visit, name).length > 0;

const listed = (visit: Visit, name: DetailName, typed: Told): ReadonlyArray<readonly [DetailName, Answer<unknown>]> => {
  const stands = listTold(visit, name);
  const added = entriesTold([typed]).filter(({ value }) => !stands.some((one) => entryKey(one) === entryKey(value)));
  if (added.length === 0) return [];
  const whole = { [name]: { is: "known", value: united([...stands, ...added.map(({ value }) => value)]) } } as DetailAnswers;
  return Object.entries(withSayings(whole, () => sayingOf(typed), () => answersTo(visit, name))) as ReadonlyArray<readonly [DetailName, Answer<unknown>]>;
};

const saysNoMore = (name: DetailName, typed: Told, stands: Told | undefined, nowMs: EpochMs): boolean => {
  if (stands === undefined) return false;
  if (typed.is === "unknown" || isSame(typed, stands)) return true;
  if (typed.is !== "known" || stands.is !== "known") return false;
  const [a, b] = [typed.value, stands.value];
  if (typeof a === "string" && typeof b === "string") return name === "name" ? isPartOf(a, b) : name === "reason" && said(b).includes(said(a));
  return name === "born" && isBorn(a) && isBorn(b) && fits(a, b, nowMs);
};

const said = (text: string): string => text.trim().toLowerCase();

/** "Ola" beside "Ola Nordmann", never the other way. */
const isPartOf = (typed: string, stands: string): boolean => {
  const [few, many] = [nameWords(typed), nameWords(stands)];
  return few.length < many.length && isPartOfName(few, many);
};

const isBorn = (value: DetailValue): value is Born => typeof value === "object" && "is" in value;

const fits = (typed: Born, stands: Born, nowMs: EpochMs): boolean => {
  const inYears = (born: Born): number => Math.floor(ageMonths(born, nowMs) / 12);
  return typed.is === "age" && inYears(typed) === inYears(stands);
};

const bothReasons = (typed: Answer<string> | undefined, stands: Answer<string> | undefined): Answer<string> | undefined =>
  typed?.is === "known" && stands?.is === "known" && !said(typed.value).includes(said(stands.value)) ? { ...typed, value: `${stands.value} · ${typed.value}` } : typed;
