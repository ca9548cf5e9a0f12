/**
 * One line a telephone contact, in the order they were answered. docs/formats/csv.v1.md has the columns.
 *
 * - CSV12 Every contact that began by telephone is there, those who came later too; without any there is no such file.
 * - CSV13 Promises that nobody has kept stand apart from all that were made.
 */
import { isAnsweredInTime } from "#core/clinical/telephone.ts";
import type { Answer } from "#core/answer.ts";
import { actionOf, callBacksOf, type Phone } from "#core/visit/phone.ts";
import { phaseOf, triageOf, type Visit } from "#core/visit/visit.ts";
import { settingsOf } from "#core/ward/ward.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { exportName, type ExportFile } from "../export-file.ts";
import { csvText, localTime, type Row } from "./cells.ts";
import type { CsvSource } from "./visits.ts";
import { actionWords, answerWords, callerWords, yes } from "./words.ts";

export const callsCsv = (files: ReadonlyArray<VisitFile>, source: CsvSource): ExportFile | null => {
  const lines = files
    .flatMap(({ visit }): ReadonlyArray<Line> => (visit.phone === null || phaseOf(visit).is === "void" ? [] : [{ visit, phone: visit.phone }]))
    .toSorted((a, b) => a.phone.atMs - b.phone.atMs || (a.visit.id < b.visit.id ? -1 : 1));
  if (lines.length === 0) return null;
  return {
    name: exportName(settingsOf(source.ward).name, source.date, "-telefon.csv"),
    mediaType: "text/csv;charset=utf-8",
    text: csvText([columns.map(([name]) => name), ...lines.map((line) => columns.map(([, value]) => value(line, source)))]),
    visits: lines.length,
    leftOut: [],
  };
};

interface Line {
  readonly visit: Visit;
  readonly phone: Phone;
}

type Column = readonly [name: string, value: (line: Line, source: CsvSource) => Row[number]];

const columns: ReadonlyArray<Column> = [
  ["midlertidig_nummer", ({ visit }) => visit.number],
  ["besvart", ({ phone }, { offsetMinAt }) => localTime(phone.atMs, offsetMinAt)],
  ["ringer", ({ phone: { taken } }) => (taken.caller === undefined ? "" : callerWords[taken.caller])],
  ["ringer_navn", ({ phone }) => told(phone.taken.callerName)],
  ["telefonnummer", ({ phone }) => told(phone.taken.callbackNumber)],
  ["ventet_sekunder", ({ phone: { taken } }) => (taken.rangFor !== undefined && "sec" in taken.rangFor ? taken.rangFor.sec : "")],
  ["besvart_innen_2_min", ({ phone }) => timely(isAnsweredInTime(phone.taken.rangFor))],
  ["merknad", ({ phone }) => phone.taken.remark],
  ["hastegrad", ({ visit }) => triageOf(visit)?.value.level],
  ["tiltak", ({ phone }) => actionWord(phone)],
  ["råd", ({ phone }) => phone.outcomes.map(({ value }) => value.advice ?? "").filter((text) => text !== "").join(" / ")],
  ["sagt_ring_igjen", ({ phone }) => answerOfTold(phone)],
  ["ring_tilbake", ({ phone }, { offsetMinAt }) => phone.outcomes.flatMap(({ value }) => (value.callBackAtMs === undefined ? [] : [localTime(value.callBackAtMs, offsetMinAt)])).join(" / ")],
  ["ikke_ringt_tilbake", ({ phone }, { offsetMinAt }) => callBacksOf(phone).map((atMs) => localTime(atMs, offsetMinAt)).join(" / ")],
  ["ringt_tilbake", ({ phone }, { offsetMinAt }) => phone.attempts.filter(({ value }) => value).map(({ atMs }) => localTime(atMs, offsetMinAt)).join(" / ")],
  ["forsøk_uten_svar", ({ phone }) => phone.attempts.filter(({ value }) => !value).length],
  ["ankommet", ({ visit }, { offsetMinAt }) => localTime(visit.arrivedAtMs, offsetMinAt)],
  ["øvelse", (_, { isDrill }) => (isDrill ? yes : "")],
  ["kontakt_id", ({ visit }) => visit.id],
];

const told = (answer: Answer<string> | undefined): string => (answer === undefined ? "" : answer.is === "known" ? answer.value : answerWords[answer.is]);
const timely = (isInTime: boolean | null): string => (isInTime === null ? "" : isInTime ? yes : "nei");
const actionWord = (phone: Phone): string => {
  const action = actionOf(phone);
  return action === null ? "" : actionWords[action];
};
const answerOfTold = ({ outcomes }: Phone): string => {
  const last = outcomes.findLast(({ value }) => value.toldToRingAgain !== undefined)?.value.toldToRingAgain;
  return last === undefined ? "" : last === "yes" ? yes : "nei";
};
