/**
 * Every record of the visits, one a line, in the order of the log: the timeline with nothing left out.
 *
 * - CSV8 Struck records and the records of void visits are there, each with who struck it, when and why.
 * - CSV20 A record stands under the number of the visit that it was written on, also where that visit gave way to another.
 * - CSV9 What an event says stands whole, as JSON with its keys in order; of a photo what is said of it, and not the picture.
 */
import { canonicalJson } from "#core/log/canonical-json.ts";
import { inLogOrder } from "#core/log/order.ts";
import { withoutPicture } from "#core/visit/pictures.ts";
import { struckRecords, type VisitRecord } from "#core/visit/strikes.ts";
import { settingsOf } from "#core/ward/ward.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { exportName, type ExportFile } from "../export-file.ts";
import { csvText, localTime, type Row } from "./cells.ts";
import { roleWords, yes } from "./words.ts";
import type { CsvSource } from "./visits.ts";

export const recordsCsv = (files: ReadonlyArray<VisitFile>, source: CsvSource): ExportFile => {
  const lines = files.flatMap(({ visit, records }) => {
    const struck = struckRecords(records);
    const numberOf = ({ event }: VisitRecord): string | null => visit.joined?.ones.find(({ id }) => id === event.visit)?.number ?? visit.number;
    return records.map((record): Line => ({ record, number: numberOf(record), strike: struck.get(record.id) ?? null }));
  });
  const inOrder = lines.toSorted((a, b) => inLogOrder(a.record, b.record));
  return {
    name: exportName(settingsOf(source.ward).name, source.date, "-innforsler.csv"),
    mediaType: "text/csv;charset=utf-8",
    text: csvText([columns.map(([name]) => name), ...inOrder.map((line) => columns.map(([, value]) => value(line, source)))]),
    visits: files.length,
    leftOut: [],
  };
};

interface Line {
  readonly record: VisitRecord;
  readonly number: string | null;
  readonly strike: VisitRecord | null;
}

type Column = readonly [name: string, value: (line: Line, source: CsvSource) => Row[number]];

const columns: ReadonlyArray<Column> = [
  ["midlertidig_nummer", ({ number }) => number],
  ["skjedde", ({ record }, { offsetMinAt }) => localTime(record.atMs, offsetMinAt)],
  ["skrevet", ({ record }, { offsetMinAt }) => localTime(record.wroteMs, offsetMinAt)],
  ["av", ({ record }) => record.actor.name],
  ["rolle", ({ record }) => roleWords[record.actor.role]],
  ["ansatt_id", ({ record }) => record.actor.staffId],
  ["hendelse", ({ record }) => record.event.type],
  ["innhold", ({ record }) => contentOf(record)],
  ["strøket_av", ({ strike }) => strike?.actor.name],
  ["strøket_skjedde", ({ strike }, { offsetMinAt }) => localTime(strike?.atMs, offsetMinAt)],
  ["strøket_hvorfor", ({ strike }) => (strike?.event.type === "v1.Struck" ? strike.event.why : "")],
  ["strøket_ved", ({ strike }) => strike?.id],
  ["enhet", ({ record }, { ward }) => ward.names[record.device]?.value ?? record.device],
  ["enhet_nr", ({ record }) => record.seq],
  ["øvelse", (_, { isDrill }) => (isDrill ? yes : "")],
  ["kontakt_id", ({ record }) => record.event.visit],
  ["innførsel_id", ({ record }) => record.id],
];

const contentOf = ({ event: whole }: VisitRecord): string => {
  const event = whole.type === "v1.PhotoTaken" ? withoutPicture(whole) : whole;
  const { type: _type, visit: _visit, ...content } = event;
  return canonicalJson(content);
};
