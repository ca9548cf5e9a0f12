/**
 * A list of who is in the house, from a spreadsheet or a CSV that the journal gave out; docs/formats/snapshot.md lists the columns.
 *
 * - SNC1 The first row names the columns, in any order and in bokmål, nynorsk or English; a name may stand in two, and so may a place.
 */
import { err, ok, type Result } from "#core/result.ts";
import { columnOf } from "./arrivals-columns.ts";
import { readCsv, type CsvFault, type CsvRow } from "./csv-cells.ts";
import { readToldPerson, type ReadPerson, type SnapshotMoment, type ToldPerson } from "./snapshot-person.ts";

const ownNames = {
  given: ["fornavn", "fornamn", "førenamn", "givenname", "firstname"],
  family: ["etternavn", "etternamn", "familyname", "lastname", "surname"],
  ward: ["avdeling", "post", "sengepost", "enhet", "eining", "sted", "stad", "hvor", "kvar", "ward", "unit", "department", "location", "where"],
  bed: ["rom", "seng", "plass", "room", "bed"],
  admitted: ["innlagt", "innlagttid", "inntid", "innkommet", "ankommet", "admitted", "admittedat", "admission", "arrived"],
  allergies: ["allergier", "allergiar", "allergi", "cave", "allergies", "allergy"],
} as const;
const shared = ["name", "nationalNumber", "born", "age", "sex"] as const;
export type SnapshotColumn = keyof typeof ownNames | (typeof shared)[number];

export type SnapshotCsvFault = CsvFault | { readonly type: "NoKnownColumn" } | { readonly type: "ColumnTwice"; readonly column: string };

export interface SnapshotRows {
  readonly people: ReadonlyArray<ReadPerson>;
  readonly ignoredColumns: ReadonlyArray<string>;
}

export const readSnapshotCsv = (text: string, at: SnapshotMoment): Result<SnapshotRows, SnapshotCsvFault> => {
  const csv = readCsv(text);
  if (!csv.ok) return csv;
  const [header, ...rows] = csv.value;
  const names = header?.cells ?? [];
  const columns = names.map(snapshotColumnOf);
  const twice = columns.findIndex((column, place) => column !== null && columns.indexOf(column) !== place);
  if (twice !== -1) return err({ type: "ColumnTwice", column: (names[twice] ?? "").slice(0, 40) });
  if (!columns.some((column) => column !== null && ["name", "given", "family", "nationalNumber"].includes(column))) return err({ type: "NoKnownColumn" });
  return ok({
    people: rows.map((row) => readRow(row, columns, at)),
    ignoredColumns: names.flatMap((name, place) => (columns[place] === null && name !== "" ? [name.slice(0, 40)] : [])),
  });
};

const snapshotColumnOf = (name: string): SnapshotColumn | null => {
  const bare = name.toLowerCase().replace(/[\s._-]/gu, "");
  // The keys of the very table above.
  const own = (Object.keys(ownNames) as ReadonlyArray<keyof typeof ownNames>).find((column) => ownNames[column].some((one) => one === bare));
  const known = columnOf(name);
  return own ?? shared.find((one) => one === known) ?? null;
};

const readRow = ({ row, cells, hasTooManyCells }: CsvRow, columns: ReadonlyArray<SnapshotColumn | null>, at: SnapshotMoment): ReadPerson => {
  if (hasTooManyCells) return { row, person: null, notes: [{ row, field: null, text: "", type: "TooManyCells" }] };
  const cell = (column: SnapshotColumn): string => cells[columns.indexOf(column)] ?? "";
  const both = (first: SnapshotColumn, second: SnapshotColumn): string => [cell(first), cell(second)].filter((text) => text !== "").join(" ");
  const told: ToldPerson = {
    name: cell("name") === "" ? both("given", "family") : cell("name"),
    nationalNumber: cell("nationalNumber"),
    born: cell("born") === "" ? cell("age") : cell("born"),
    sex: cell("sex"),
    where: both("ward", "bed"),
    admitted: cell("admitted"),
    allergies: cell("allergies"),
  };
  return readToldPerson(told, row, at);
};
