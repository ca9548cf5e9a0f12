/**
 * One line a visit, in order of arrival: what the chart says when all is read together. docs/formats/csv.v1.md has the columns.
 *
 * - CSV5 The same visits give the same bytes, in whatever order they were chosen and their records came.
 * - CSV6 Not asked is an empty cell; "ukjent" is asked and unknown, "ingen" is none.
 * - CSV7 What devices disagree about is all there, parted by " / ", and the line says that they do.
 * - CSV19 Visits that are one are one line, under the number that goes on, with every number, the one that goes on first.
 * - CSV23 Results that are still awaited are told, with who follows them up, in a column where some visit awaits one.
 * - CST1 What of the triage set was chosen before the level that stands was said has a column, where some visit has it.
 * - CSV11 A leaving after which another device, unaware of it, saw the patient is no outcome.
 */
import { valueOf, type Answer } from "#core/answer.ts";
import { ageMonths } from "#core/identity/born.ts";
import { readNationalNumber } from "#core/identity/national-number.ts";
import { levelOf, scales } from "#core/clinical/scales.ts";
import { minutesBetween, type EpochMs } from "#core/time.ts";
import type { DetailName } from "#core/visit/details.ts";
import { disagrees, latest, type Standing } from "#core/visit/standing.ts";
import { struckRecords } from "#core/visit/strikes.ts";
import { answerOf, phaseOf, triageOf, type Leaving, type Visit } from "#core/visit/visit.ts";
import { settingsOf, type Ward } from "#core/ward/ward.ts";
import { numbersOf } from "#projections/by-number.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { exportName, type ExportFile } from "../export-file.ts";
import { inOrderOfArrival } from "../order.ts";
import { csvText, grouped, localTime, type Row } from "./cells.ts";
import { detailColumns } from "./detail-columns.ts";
import { answerWords, arrivalWords, checkWords, dispositionWords, numberWords, sexWords, yes } from "./words.ts";

export interface CsvSource {
  readonly ward: Ward;
  readonly isDrill: boolean;
  /** The day as it shall stand in the name, 2026-01-20. */
  readonly date: string;
  /** Local time minus UTC in minutes at that moment. */
  readonly offsetMinAt: (atMs: number) => number;
}

export const visitsCsv = (files: ReadonlyArray<VisitFile>, source: CsvSource): ExportFile => {
  const visits = inOrderOfArrival(files).filter(({ visit }) => phaseOf(visit).is !== "void");
  const more = detailColumns(visits.map(({ visit }) => visit));
  // As the fields of the chart: a column only where some visit of the file has it.
  const seldom = seldomColumns.filter(([, value]) => visits.some((file) => value(file, source) !== ""));
  const all = [...columns, ...seldom];
  return {
    name: exportName(settingsOf(source.ward).name, source.date, ".csv"),
    mediaType: "text/csv;charset=utf-8",
    text: csvText([[...all, ...more].map(([name]) => name), ...visits.map((file) => [...all.map(([, value]) => value(file, source)), ...more.map(([, value]) => value(file.visit))])]),
    visits: visits.length,
    leftOut: files.filter(({ visit }) => phaseOf(visit).is === "void").map(({ visit }) => visit.id),
  };
};

type Column = readonly [name: string, value: (file: VisitFile, source: CsvSource) => Row[number]];

/** What of the ward's triage set was chosen before the level that stands was said. */
const becauseText = ({ visit, records }: VisitFile): string => {
  const by = triageOf(visit)?.by;
  const event = by === undefined ? undefined : records.find(({ id }) => id === by)?.event;
  if (event?.type !== "v1.TriageSet" || event.because === undefined) return "";
  const { complaint, text, level, set } = event.because;
  return `${complaint}: ${text} (${set.name} ${set.version}, nivå ${level})`;
};

const columns: ReadonlyArray<Column> = [
  ["midlertidig_nummer", ({ visit }) => numbersOf(visit).join(" / ")],
  ["navn", ({ visit }) => told(visit, "name", (value) => value)],
  ["nasjonalt_nummer", ({ visit }) => told(visit, "nationalNumber", grouped)],
  ["nummertype", ({ visit }) => numberWord(visit, ({ kind }) => numberWords[kind])],
  ["nummerkontroll", ({ visit }) => numberWord(visit, ({ checked }) => checkWords[checked])],
  ["født", ({ visit }) => told(visit, "born", (born) => (born.is === "date" ? born.date : born.is === "year" ? String(born.year) : ""))],
  ["alder", ({ visit }) => age(visit)],
  ["kjønn", ({ visit }) => told(visit, "sex", (sex) => sexWords[sex])],
  ["kontaktårsak", ({ visit }) => told(visit, "reason", (value) => value)],
  ["ankommet_med", ({ visit }) => told(visit, "arrivedBy", (mode) => arrivalWords[mode])],
  ["ankommet", ({ visit }, { offsetMinAt }) => localTime(visit.arrivedAtMs, offsetMinAt)],
  ["skala", ({ visit }) => triageWord(visit, ({ scale }) => scales[scale].name)],
  ["hastegrad", ({ visit }) => triageOf(visit)?.value.level],
  ["hastegrad_navn", ({ visit }) => triageWord(visit, ({ scale, scaleVersion, level }) => (scales[scale].version === scaleVersion ? levelOf(scale, level)?.name.nb : undefined))],
  ["hastegrad_satt", ({ visit }, { offsetMinAt }) => localTime(triageOf(visit)?.atMs, offsetMinAt)],
  ["sted", ({ visit }) => said(visit.place, (place) => place ?? "")],
  ["behandler", ({ visit }) => said(visit.clinician, (clinician) => clinician ?? "")],
  ["kalt_inn", ({ visit }, { offsetMinAt }) => localTime(visit.calledIn === null ? null : latest(visit.calledIn).atMs, offsetMinAt)],
  ["sett", ({ visit }, { offsetMinAt }) => localTime(earliestMs(visit.seen), offsetMinAt)],
  ["avsluttet", ({ visit }, { offsetMinAt }) => localTime(leftAtMs(visit), offsetMinAt)],
  ["utfall", ({ visit }) => leftText(visit, ({ how }) => dispositionWords[how])],
  ["utfall_sted", ({ visit }) => leftText(visit, ({ to }) => to ?? "")],
  ["minutter_til_hastegrad", ({ visit, records }) => minutesTo(visit, firstTriageMs(records))],
  ["minutter_til_sett", ({ visit }) => minutesTo(visit, earliestMs(visit.seen))],
  ["minutter_til_avsluttet", ({ visit }) => minutesTo(visit, leftAtMs(visit))],
  ["innførsler", ({ records }) => records.length],
  ["strøket", ({ records }) => struckRecords(records).size],
  ["uenighet", ({ visit }) => (standingsOf(visit).some(disagrees) ? yes : "")],
  ["første_skrevet", ({ records }, { offsetMinAt }) => localTime(Math.min(...records.map(({ wroteMs }) => wroteMs)), offsetMinAt)],
  ["siste_skrevet", ({ records }, { offsetMinAt }) => localTime(Math.max(...records.map(({ wroteMs }) => wroteMs)), offsetMinAt)],
  ["øvelse", (_, { isDrill }) => (isDrill ? yes : "")],
  ["kontakt_id", ({ visit }) => visit.id],
];

const seldomColumns: ReadonlyArray<Column> = [
  ["venter_på_svar", ({ visit }) => awaitedText(visit)],
  ["hastegrad_etter", becauseText],
];

type Value<K extends DetailName> = NonNullable<ReturnType<typeof answerOf<K>>> extends Answer<infer T> ? T : never;

const told = <K extends DetailName>(visit: Visit, name: K, word: (value: Value<K>) => string): string =>
  // A standing of `name` holds answers of `name`; TypeScript loses the pairing through the union of fields.
  said((visit.heard[name] ?? null) as Standing<Answer<Value<K>>> | null, (answer) => (answer.is === "known" ? word(answer.value) : answerWords[answer.is]));

/** Each thing that is said, once. */
const said = <T>(standing: Standing<T> | null, word: (value: T) => string): string =>
  [...new Set((standing ?? []).map(({ value }) => word(value)))].filter((text) => text !== "").join(" / ");

const standingsOf = (visit: Visit): ReadonlyArray<Standing<unknown> | null> => [visit.triage, visit.place, visit.clinician, visit.left, ...Object.values(visit.heard)];

/** Of the number that was told last, also where somebody else says that there is none. */
const numberWord = (visit: Visit, word: (reading: ReturnType<typeof readNationalNumber>) => string): string => {
  const claim = visit.heard.nationalNumber?.findLast(({ value }) => value.is === "known");
  const number = valueOf(claim?.value);
  return claim === undefined || number === null ? "" : word(readNationalNumber(number, claim.atMs));
};

const triageWord = (visit: Visit, word: (level: NonNullable<ReturnType<typeof triageOf>>["value"]) => string | undefined): string | undefined => {
  const claim = triageOf(visit);
  return claim === null ? undefined : word(claim.value);
};

/** As of the arrival: years, or months for the smallest. */
const age = (visit: Visit): string => {
  const born = valueOf(answerOf(visit, "born"));
  if (born === null || visit.arrivedAtMs === null || (born.is === "date" && Number.isNaN(Date.parse(born.date)))) return "";
  const months = ageMonths(born, visit.arrivedAtMs);
  return months < 24 ? `${months} mnd` : `${Math.floor(months / 12)} år`;
};

/** Also of those who have left. */
const awaitedText = ({ orders }: Visit): string =>
  orders.all
    .filter(({ state }) => state === "awaited" || state === "partly")
    .map(({ order, owner }) => `${said(order, ({ what }) => what)}${owner === null ? "" : ` (følges opp av ${said(owner, (name) => name)})`}`)
    .join(", ");

const earliestMs = (standing: Standing<unknown> | null): EpochMs | null =>
  standing === null ? null : standing.reduce((first, { atMs }) => (atMs < first ? atMs : first), standing[0].atMs);

const firstTriageMs = (records: VisitFile["records"]): EpochMs | null => {
  const struck = struckRecords(records);
  const looks = records.filter(({ id, event }) => event.type === "v1.TriageSet" && !struck.has(id));
  return looks.reduce<EpochMs | null>((first, { atMs }) => (first === null || atMs < first ? atMs : first), null);
};

const leftAtMs = (visit: Visit): EpochMs | null => {
  const phase = phaseOf(visit);
  return phase.is === "left" ? phase.atMs : null;
};

/** A leaving that others have seen the patient after is no leaving; the listing of records still tells of it. */
const leftText = (visit: Visit, word: (leaving: Leaving) => string): string => (phaseOf(visit).is === "left" ? said(visit.left, word) : "");

const minutesTo = (visit: Visit, atMs: EpochMs | null): number | null => (visit.arrivedAtMs === null || atMs === null ? null : minutesBetween(visit.arrivedAtMs, atMs));
