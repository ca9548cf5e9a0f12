/**
 * The door form as data: the screen, the print, the drill and the tests all read this one description.
 *
 * - DOOR1 Nothing is required: an empty form registers a patient of whom nothing is known.
 * - DOOR2 "?" is asked and unknown, "-" is none; an empty field was not asked.
 * - DOOR3 What is typed and cannot be read is never lost: it is kept with the reason, as it was typed.
 * - DOOR4 In a drill a number that looks real is left out; outside it a wrong number is kept and warned of.
 * - DOOR5 What a valid number tells of birth and sex is filled in where nothing else was said.
 */
import { known, none, unknown, type Answer } from "#core/answer.ts";
import { readBorn, type Born } from "#core/identity/born.ts";
import { readNationalNumber } from "#core/identity/national-number.ts";
import type { Level } from "#core/clinical/scales.ts";
import { epochMs, type EpochMs } from "#core/time.ts";
import { detailKinds, detailNames, type DetailAnswers, type DetailName } from "#core/visit/details.ts";
import { readEntries } from "./entries.ts";
import { readTypedTime, type OffsetMinAt } from "./typed-time.ts";

/**
 * In the order of the door: who, why, how they came; then the number and what it mostly tells by itself. What a field may hold is told by `detailKinds`, what it is
 * called by the words of `fields`.
 */
export const doorFields = [
  { name: "name" },
  { name: "reason" },
  { name: "arrivedBy" },
  { name: "nationalNumber", keyboard: "numeric" },
  { name: "born" },
  { name: "sex" },
] as const satisfies ReadonlyArray<{ readonly name: DetailName; readonly keyboard?: "numeric" }>;

/** What stands in the form, as typed; a name that is absent is an empty field. `paper` is the number on a blank form that was scanned. */
export type DoorAnswers = { readonly [K in DetailName | "level" | "arrivedAt" | "paper"]?: string };

export type DoorWarning =
  | { readonly field: "born"; readonly type: "NotRead" }
  | { readonly field: "arrivedAt"; readonly type: "NotRead" | "InFuture" }
  | { readonly field: "nationalNumber"; readonly type: "WrongNumber" | "SyntheticNumber" | "RealNumberInDrill" | "DiffersFromBorn" };

export interface DoorReading {
  readonly details: DetailAnswers;
  readonly level: Level | null;
  readonly arrivedAtMs: EpochMs;
  readonly notAsked: ReadonlyArray<(typeof doorFields)[number]["name"] | "level">;
  readonly warnings: ReadonlyArray<DoorWarning>;
}

export interface DoorMoment {
  readonly nowMs: EpochMs;
  readonly offsetMinAt: OffsetMinAt;
  readonly isDrill: boolean;
}

export const readDoorForm = (answers: DoorAnswers, at: DoorMoment): DoorReading => {
  const typed = (name: keyof DoorAnswers): string => (answers[name] ?? "").trim();
  const warnings: DoorWarning[] = [];
  const born = readAnswer(typed("born"), (text) => readBorn(text, at.nowMs));
  if (born === "notRead") warnings.push({ field: "born", type: "NotRead" });
  const number = readNumber(typed("nationalNumber"), at);
  warnings.push(...numberWarnings(typed("nationalNumber"), born, at));
  const arrivedAtMs = readTypedTime(typed("arrivedAt"), at);
  if (arrivedAtMs === null) warnings.push({ field: "arrivedAt", type: "NotRead" });
  else if (arrivedAtMs > at.nowMs) warnings.push({ field: "arrivedAt", type: "InFuture" });
  const leftOver = [born === "notRead" ? typed("born") : "", arrivedAtMs === null ? typed("arrivedAt") : ""].filter((text) => text !== "");
  const details: DetailAnswers = {
    ...Object.fromEntries(detailNames.flatMap((name) => plainAnswer(name, typed(name)))),
    ...(number === undefined ? {} : { nationalNumber: number }),
    ...(number?.is === "known" ? fromNumber(number.value, born === "notRead" ? undefined : born, typed("sex"), at) : {}),
    ...(born === undefined || born === "notRead" ? {} : { born }),
    ...Object.fromEntries(plainAnswer("reason", [typed("reason"), ...leftOver].filter((text) => text !== "").join(" · "))),
  };
  const level = readLevel(typed("level"));
  const asked = new Set(Object.keys(details));
  return {
    details,
    level,
    arrivedAtMs: arrivedAtMs ?? epochMs(at.nowMs),
    notAsked: [...(level === null ? (["level"] as const) : []), ...doorFields.map(({ name }) => name).filter((name) => !asked.has(name))],
    warnings,
  };
};

const readNumber = (text: string, at: DoorMoment): Answer<string> | undefined => {
  const number = readAnswer(text, (typed) => typed);
  if (number === "notRead" || number?.is !== "known") return number === "notRead" ? undefined : number;
  return at.isDrill && looksReal(number.value, at.nowMs) ? undefined : known(readNationalNumber(number.value, at.nowMs).digits);
};

const looksReal = (text: string, nowMs: EpochMs): boolean => {
  const { checked, synthetic } = readNationalNumber(text, nowMs);
  return checked === "ok" && synthetic === "no";
};

const numberWarnings = (typed: string, born: Read<Born>, at: DoorMoment): ReadonlyArray<DoorWarning> => {
  if (typed === "" || typed === "?" || typed === "-") return [];
  const field = "nationalNumber";
  const number = readNationalNumber(typed, at.nowMs);
  if (at.isDrill && looksReal(typed, at.nowMs)) return [{ field, type: "RealNumberInDrill" }];
  if (number.checked !== "ok") return [{ field, type: "WrongNumber" }];
  const saidBorn = born !== undefined && born !== "notRead" && born.is === "known" && born.value.is === "date" ? born.value.date : null;
  return [
    ...(number.synthetic === "yes" && !at.isDrill ? [{ field, type: "SyntheticNumber" } as const] : []),
    ...(number.born !== null && saidBorn !== null && number.born !== saidBorn ? [{ field, type: "DiffersFromBorn" } as const] : []),
  ];
};

/** Born and sex that the number tells are taken where the nurse said nothing else of them. */
const fromNumber = (typed: string, born: Answer<Born> | undefined, sex: string, at: DoorMoment): DetailAnswers => {
  const reading = readNationalNumber(typed, at.nowMs);
  return {
    ...(born === undefined && reading.born !== null ? { born: known<Born>({ is: "date", date: reading.born }) } : {}),
    ...(sex === "" && reading.sex !== null ? { sex: known(reading.sex) } : {}),
  };
};

type Read<T> = Answer<T> | "notRead" | undefined;

const readAnswer = <T>(text: string, read: (text: string) => T | null): Read<T> => {
  if (text === "") return undefined;
  if (text === "?") return unknown;
  if (text === "-") return none;
  const value = read(text);
  return value === null ? "notRead" : known(value);
};

/** Text and choices say what they say; birth and the national number are read above. */
const plainAnswer = (name: DetailName, text: string): ReadonlyArray<readonly [DetailName, Answer<string | ReadonlyArray<string>>]> => {
  const kind: { readonly is: string; readonly of?: ReadonlyArray<string> } = detailKinds[name];
  if (kind.is === "born" || name === "nationalNumber") return [];
  const answer = kind.is === "list" ? readList(text, kind.of) : readAnswer(text, (said) => (kind.of === undefined || kind.of.includes(said) ? said : null));
  return answer === undefined || answer === "notRead" ? [] : [[name, answer]];
};

const readList = (text: string, of: ReadonlyArray<string> | undefined): Read<ReadonlyArray<string>> => {
  const answer = readEntries(text);
  if (of === undefined || answer?.is !== "known") return answer;
  const chosen = of.filter((choice) => answer.value.includes(choice));
  return chosen.length === 0 ? "notRead" : known(chosen);
};

const readLevel = (text: string): Level | null => {
  const level = Number(text);
  return level === 1 || level === 2 || level === 3 || level === 4 || level === 5 ? level : null;
};
