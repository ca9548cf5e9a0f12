// An entry in words, and as it is pasted into the journal: the original time and the author stand on each.
import type { EpochMs } from "#core/time.ts";
import type { DetailName } from "#core/visit/details.ts";
import { phaseOf, type Visit } from "#core/visit/visit.ts";
import type { Screen } from "#core/recovery/screens.ts";
import type { BackEntry } from "#projections/back-entry.ts";
import { clockTime, localDate } from "../../formats.ts";
import { actorText, detailLabel, leavingWithTo, lineText, standingText, type FactText, type TextContext } from "../visit/fact-text.ts";

const personFields: ReadonlyArray<DetailName> = ["nationalNumber", "name", "born", "sex", "phone", "address", "municipality", "nextOfKin", "language", "interpreter", "gp"];
const contactFields: ReadonlyArray<DetailName> = ["reason", "arrivedBy", "contactForm", "nurse"];
const medicineFields: ReadonlyArray<DetailName> = ["allergies", "currentMedicines"];

/** What the journal's own screen asks for; a number stands whole, because it is typed there. */
export const entryText = ({ line, screen }: BackEntry, visit: Visit, context: TextContext): FactText => {
  if (line === null) return screen === "person" ? { head: context.words.back.screenPerson, answers: standing(personFields, visit, context) } : contactText(visit, context);
  const said = lineText(line, visit, context);
  if (!("details" in line.event)) return said;
  const names = Object.keys(line.event.details) as ReadonlyArray<DetailName>;
  const here = names.filter((name) => isOn(screen, name)).map((name) => detailLabel(name, context.words));
  return { head: said.head, answers: said.answers.filter(([label]) => here.includes(label)) };
};

const isOn = (screen: Screen, name: DetailName): boolean => {
  if (screen === "medicines") return medicineFields.includes(name);
  return !medicineFields.includes(name) && !personFields.includes(name) && !contactFields.includes(name);
};

const standing = (names: ReadonlyArray<DetailName>, visit: Visit, context: TextContext): FactText["answers"] =>
  names.flatMap((name) => (visit.heard[name] === undefined ? [] : [[detailLabel(name, context.words), standingText(name, visit, context)] as const]));

const contactText = (visit: Visit, context: TextContext): FactText => {
  const { back } = context.words;
  const phase = phaseOf(visit);
  const time = (label: string, atMs: EpochMs | null | undefined): FactText["answers"] => (atMs === null || atMs === undefined ? [] : [[label, dayAndTime(atMs)] as const]);
  return {
    head: back.screenContact,
    answers: [
      ...time(back.came, visit.arrivedAtMs),
      ...standing(contactFields, visit, context),
      ...time(back.seen, visit.seen?.[0]?.atMs),
      ...(phase.is === "left" ? [...time(back.left, phase.atMs), [back.outcome, leavingWithTo(phase.how, phase.to, context.words)] as const] : []),
    ],
  };
};

/** With its year, whatever day it is typed in on. */
const dayAndTime = (atMs: EpochMs): string => `${localDate(atMs)} ${clockTime(atMs)}`;

/** "2026-03-03 16:43, skrevet av Marit Snøfonn; skrevet ned 2026-03-03 16:50" */
export const whoWhen = ({ line }: BackEntry, context: TextContext): string => {
  if (line === null) return "";
  const { back } = context.words;
  const { atMs, wroteMs, actor } = line;
  const later = wroteMs - atMs >= minute ? `, ${back.later} ${dayAndTime(wroteMs)}` : "";
  return `${dayAndTime(atMs)}, ${back.writtenBy} ${actorText(actor, context.words)}${later}`;
};

export const pasted = (entry: BackEntry, text: FactText, context: TextContext): string => {
  const when = whoWhen(entry, context);
  return [text.head, ...text.answers.map(([label, answer]) => `${label}: ${answer}`), ...(when === "" ? [] : [`(${when}, ${context.words.back.inDowntime})`])].join("\n");
};

const minute = 60_000;
