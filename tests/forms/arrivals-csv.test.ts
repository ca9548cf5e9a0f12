import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { known, none, unknown } from "#core/answer.ts";
import { epochMs } from "#core/time.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { arrivalCommand, readArrivalsCsv, type ArrivalsMoment, type ArrivalsReading } from "#forms/arrivals-csv.ts";
import { maxLength, maxRows, readCsv } from "#forms/csv-cells.ts";

const at: ArrivalsMoment = { nowMs: epochMs(Date.parse("2026-01-20T17:10:00+01:00")), isDrill: false, offsetMinAt: () => 60 };
const clock = (time: string): number => Date.parse(`2026-01-20T${time}:00+01:00`);

const nothing: ArrivalsReading = { ready: [], errors: [], warnings: [], ignoredColumns: [] };
const read = (text: string, more: Partial<ArrivalsMoment> = {}): ArrivalsReading => {
  const reading = readArrivalsCsv(text, { ...at, ...more });
  return reading.ok ? reading.value : nothing;
};
const faultOf = (text: string): unknown => {
  const reading = readArrivalsCsv(text, at);
  return reading.ok ? null : reading.error;
};
const cellsOf = (text: string): unknown => {
  const rows = readCsv(text);
  return rows.ok ? rows.value.map(({ cells }) => cells) : rows.error;
};

describe("the text of the file", () => {
  it.each(["a;b,c;d\n1;2;3", "a,b;c,d\n1,2,3", "a\tb\tc\n1\t2\t3", "sep=|\na|b|c\n1|2|3"])("[CEL1] finds what parts the cells of %j", (text) => {
    expect(cellsOf(text)).toMatchObject([{ length: 3 }, ["1", "2", "3"]]);
  });

  it("[CEL2] reads quotes, a byte order mark and every kind of line end", () => {
    expect(cellsOf('\ufeff"a";b\r\n"x;""y""\nz" ; 2 \r3;4\n\n;\n')).toEqual([["a", "b"], ['x;"y"\nz', "2"], ["3", "4"]]);
  });

  it("[CEL3] a file that is too large, has too many rows or a quote without end is one fault", () => {
    expect(faultOf("navn\n" + "x".repeat(maxLength))).toEqual({ type: "TooLarge", maxLength });
    expect(faultOf("navn\n" + "x\n".repeat(maxRows + 1))).toEqual({ type: "TooManyRows", maxRows });
    expect(read("navn\n" + "x\n".repeat(maxRows)).ready).toHaveLength(maxRows);
    expect(faultOf('navn\nKari\n"Ola\nPer')).toEqual({ type: "UnclosedQuote", row: 3 });
    expect(faultOf("\n\n")).toEqual({ type: "Empty" });
  });

  it("[CEL3] a million commas are an error of one row", () => {
    const { ready, errors } = read(`navn,årsak\nKari,Feber\n${",".repeat(1_000_000)}x\nOla,${",".repeat(500_000)}`);
    expect(ready).toMatchObject([{ row: 2 }]);
    expect(errors).toEqual([{ row: 4, column: null, text: "", type: "TooManyCells" }]);
  });

  it("[CEL4] takes away the guard of an exported formula and no other apostrophe", () => {
    expect(cellsOf("a;b;c;d\n'=1+1;'-2;'tHart;' =x")).toMatchObject([{}, ["=1+1", "-2", "'tHart", "=x"]]);
  });
});

describe("columns", () => {
  it.each(["Ankommet;Navn;Født;Kjønn;Kontaktårsak;Ankommet med", "Framkomme;Namn;Fødd;kjønn;Grunn;Kom med", "Arrived;Name;Born or age;Sex;Reason for contact;Arrived by", "ankommet;navn;født;kjønn;kontaktårsak;ankommet_med"])(
    "[ACV1] knows %s",
    (header) => {
      expect(read(`${header}\n1658;Åse Morild;170580;k;Tungpust;ambulanse`)).toEqual({
        ...nothing,
        ready: [{ row: 2, atMs: clock("16:58"), details: { name: known("Åse Morild"), born: known({ is: "date", date: "1980-05-17" }), sex: known("female"), reason: known("Tungpust"), arrivedBy: known("ambulance") } }],
      });
    },
  );

  it("[ACV1] names the columns it does not know, and leaves them alone", () => {
    const { ready, ignoredColumns } = read("Romnr;Navn;Merknad\n4;Kari;=1+1");
    expect(ignoredColumns).toEqual(["Romnr", "Merknad"]);
    expect(ready).toMatchObject([{ details: { name: known("Kari") } }]);
  });

  it("[ACV4] a file without a known column, or with one twice, gives one fault and no rows", () => {
    expect(faultOf("foo;bar\n1;2")).toEqual({ type: "NoKnownColumn", found: ["foo", "bar"] });
    expect(faultOf("navn;Name\nKari;Ola")).toEqual({ type: "ColumnTwice", column: "name" });
  });
});

describe("rows", () => {
  it("[ACV2] every cell that cannot be read is an error, and its row is not ready", () => {
    const { ready, errors } = read("tid;navn;født;kjønn;ankommet med\n25:99;Kari;i fjor;ja;ufo\n1650;Ola;42;mann;bil");
    expect(ready).toMatchObject([{ row: 3, details: { name: known("Ola") } }]);
    expect(errors).toEqual([
      { row: 2, column: "arrivedAt", text: "25:99", type: "NotATime" },
      { row: 2, column: "sex", text: "ja", type: "NotASex" },
      { row: 2, column: "arrivedBy", text: "ufo", type: "NotAMode" },
      { row: 2, column: "born", text: "i fjor", type: "NotBorn" },
    ]);
  });

  it("[ACV2] a row that says nothing we know, and a cell that is too long, are errors; empty rows are none", () => {
    const { errors } = read(`navn;rom\n;4\n;\n\n${"x".repeat(1_001)};1`);
    expect(errors).toEqual([
      { row: 2, column: null, text: "", type: "NothingSaid" },
      { row: 5, column: "name", text: "x".repeat(80), type: "TooLong" },
    ]);
  });

  it("[ACV3] a number that does not hold and a missing time are warnings", () => {
    const { ready, warnings } = read("tid;navn;fnr\n;Kari;13097248023\n1650;Test;10915596784\n1650;Ola;130972 48022");
    expect(ready.map(({ atMs }) => atMs)).toEqual([at.nowMs, clock("16:50"), clock("16:50")]);
    expect(ready[2]).toMatchObject({ details: { nationalNumber: known("13097248022"), born: known({ is: "date", date: "1972-09-13" }), sex: known("female") } });
    expect(warnings).toEqual([
      { row: 2, column: "arrivedAt", type: "NoTime" },
      { row: 2, column: "nationalNumber", type: "WrongNumber" },
      { row: 3, column: "nationalNumber", type: "SyntheticNumber" },
    ]);
  });

  it("[ACV3] in a drill a number that looks real is left out", () => {
    const { ready, warnings } = read("navn;fnr\nOla;13097248022", { isDrill: true });
    expect(JSON.stringify(ready)).not.toContain("13097248022");
    expect(warnings).toContainEqual({ row: 2, column: "nationalNumber", type: "RealNumberInDrill" });
  });

  it("tells not asked, asked and unknown, and none apart", () => {
    expect(read("navn;fnr;kjønn;født\nukjent;ingen;?;").ready[0]?.details).toEqual({ name: unknown, nationalNumber: none, sex: unknown });
  });

  it("[ACV8] a row without a time is somebody who only rang where our own export wrote it, and an arrival where others did", () => {
    const rows = read("ankommet;navn;Kontakt-ID\n;Ola;abc\n1650;Kari;def\n;Per;");
    expect([rows.ready.map(({ row }) => row), rows.errors.map(({ row, type }) => [row, type])]).toEqual([[3, 4], [[2, "OnlyRang"]]]);
    expect(read("navn;kontakt_id\nOla;abc").ready).toHaveLength(1);
  });

  it("[ACV7] gives an identity number the zero back that a spreadsheet took, and says so", () => {
    const { ready, warnings } = read("tid;fnr\n1650;2881993182\n1650;2881993183", { isDrill: true });
    expect(ready.map(({ details }) => details.nationalNumber)).toEqual([known("02881993182"), known("2881993183")]);
    expect(warnings).toEqual([
      { row: 2, column: "nationalNumber", type: "ZeroRestored" },
      { row: 3, column: "nationalNumber", type: "WrongNumber" },
    ]);
  });

  it("is a command once it has its temporary number", () => {
    const [row] = read("tid;navn\n1650;Kari").ready;
    const command = row === undefined ? null : arrivalCommand(row, "TRA-001-X" as TemporaryNumber);
    expect(command).toEqual({ type: "RegisterArrival", atMs: clock("16:50"), number: "TRA-001-X", details: { name: known("Kari") } });
  });
});

describe("times", () => {
  it.each([
    ["1658", "2026-01-20T16:58:00+01:00"],
    ["16:58", "2026-01-20T16:58:00+01:00"],
    ["23:50", "2026-01-19T23:50:00+01:00"],
    ["2026-01-20T16:58", "2026-01-20T16:58:00+01:00"],
    ["2026-01-20 16:58:30", "2026-01-20T16:58:30+01:00"],
    ["2026-01-20T16:58:00+01:00", "2026-01-20T16:58:00+01:00"],
    ["2026-01-20T15:58:00.000Z", "2026-01-20T16:58:00+01:00"],
    ["20.01.2026 16.58", "2026-01-20T16:58:00+01:00"],
  ])("[ACV5] %s is %s", (typed, iso) => {
    expect(read(`tid;navn\n${typed};Kari`).ready[0]?.atMs).toBe(Date.parse(iso));
  });

  it("[ACV5] a summer's time has the summer's offset", () => {
    const offsetMinAt = (atMs: number): number => (atMs < Date.parse("2025-10-26T01:00:00Z") ? 120 : 60);
    expect(read("tid;navn\n2025-10-25 12:00;Kari", { offsetMinAt }).ready[0]?.atMs).toBe(Date.parse("2025-10-25T10:00:00Z"));
  });

  it.each([
    ["2026-02-30 10:00", "NotATime"],
    ["2026-01-20 24:01", "NotATime"],
    ["snart", "NotATime"],
    ["17:50", "InFuture"],
    ["2026-01-21 10:00", "InFuture"],
    ["2019-12-03 16:43", "TooLongAgo"],
  ])("[ACV5] %s is an error: %s", (typed, type) => {
    expect(read(`tid;navn\n${typed};Kari`).errors).toMatchObject([{ column: "arrivedAt", type }]);
  });
});

describe("hostile files", () => {
  it("[ACV6] text that looks like a formula is text", () => {
    const { ready } = read("navn;årsak\n=cmd|' /C calc'!A0;\"=HYPERLINK(\"\"http://x\"\")\"");
    expect(ready).toMatchObject([{ details: { name: known("=cmd|' /C calc'!A0"), reason: known('=HYPERLINK("http://x")') } }]);
  });

  it("[ACV6] any text at all gives rows or faults", () => {
    const piece = fc.oneof(fc.constantFrom(";", ",", '"', "\n", "\r\n", "navn", "tid", "fnr", "født", "1658", "'=1", "\ufeff", "sep=", "\u0000", "\ud800", "2026-01-20", "T16:58"), fc.string(), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const reading = readArrivalsCsv(`navn;tid;født\n${pieces.join("")}`, at);
        const bare = readArrivalsCsv(pieces.join(""), at);
        for (const one of [reading, bare]) {
          const bad = one.ok ? new Set(one.value.errors.map(({ row }) => row)) : new Set();
          expect(one.ok ? one.value.ready.filter(({ row, atMs }) => bad.has(row) || atMs > at.nowMs) : []).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["line ends", "\n".repeat(maxLength - 10)],
    ["quotes", '"'.repeat(maxLength - 10)],
    ["pairs of quotes", '"";'.repeat(600_000)],
    ["separators", ";".repeat(maxLength - 10)],
    ["apostrophes and spaces", `'${" ".repeat(maxLength - 20)}x`],
    ["one long cell", "x".repeat(maxLength - 10)],
  ])("[ACV6] two megabytes of %s are read to their end", (_, text) => {
    const reading = readArrivalsCsv(`navn\n${text}`, at);
    expect(reading.ok ? reading.value.ready : []).toEqual([]);
  });
});
