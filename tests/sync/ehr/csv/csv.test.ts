import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { known, none, unknown } from "#core/answer.ts";
import type { DeviceId, RecordId } from "#core/log/record.ts";
import { epochMs } from "#core/time.ts";
import type { DetailAnswers } from "#core/visit/details.ts";
import type { VisitEvent } from "#core/visit/events.ts";
import { emptyState } from "#projections/ward-state.ts";
import { lightsOut1643 } from "#scenarios/lights-out-1643.ts";
import { answerOf, phaseOf } from "#core/visit/visit.ts";
import { readArrivalsCsv } from "#forms/arrivals-csv.ts";
import { csvText, grouped } from "#sync/ehr/csv/cells.ts";
import { recordsCsv } from "#sync/ehr/csv/records.ts";
import { visitsCsv, type CsvSource } from "#sync/ehr/csv/visits.ts";
import { playEvening } from "../../../scenarios/pretend-log.ts";
import { anyVisit, nastyText } from "../any-visit.ts";
import type { Because } from "#core/ward/triage-set.ts";
import { arrived, fileOf, given, idOf, marit, triaged, visitId, type Told } from "../given-visit.ts";

const source: CsvSource = { ward: emptyState.ward, isDrill: false, date: "2026-01-20", offsetMinAt: () => 60 };

/** RFC 4180 with `;`, written for these tests alone. */
const parse = (text: string): ReadonlyArray<ReadonlyArray<string>> => {
  const rows: string[][] = [];
  for (const line of text.slice(1).split("\r\n").slice(0, -1)) {
    rows.push(line.slice(1, -1).split('";"').map((cell) => cell.replace(/""/g, '"')));
  }
  return rows;
};

const tableOf = (text: string): ReadonlyArray<{ readonly [column: string]: string }> => {
  const [names = [], ...rows] = parse(text);
  return rows.map((row) => Object.fromEntries(names.map((name, place) => [name, row[place] ?? ""])));
};
const lineOf = (...told: ReadonlyArray<Told>) => tableOf(visitsCsv([given(...told)], source).text)[0] ?? {};

describe("cells", () => {
  it("[CSV1] starts with the byte order mark, parts with ;, ends lines with CRLF and quotes every cell", () => {
    expect(csvText([["a", 1, null], ['b"c', "d;e", ""]])).toBe('\ufeff"a";"1";""\r\n"b""c";"d;e";""\r\n');
  });

  it.each(["=1+1", "+47 900", "-2", "@SUM(A1)", "\t=x", "\r=x", "\n=x", "  =1", "\u200b=1", "\u202e=1", "\ufeff=1", "\u00a0=1", "＝1", "＋1", "－1", "＠x", "%x", "|x", "'=1"])(
    "[CSV2] %j is not run as a formula",
    (text) => {
      expect(parse(csvText([[text]]))[0]?.[0]).toMatch(/^'/);
    },
  );

  it("[CSV2] what is no formula stands as it was written", () => {
    for (const text of ["Tungpust", "2 + 2", "a=b", "", "  Åse", "(=1)"]) expect(parse(csvText([[text]]))).toEqual([[text]]);
  });

  it("[CSV3] a row is one line, whatever is in it", () => {
    expect(parse(csvText([["hei\r\ndu\nder\u2028og\u0000her"]]))).toEqual([["hei ⏎ du ⏎ der ⏎ og her"]]);
    fc.assert(
      fc.property(fc.array(fc.tuple(nastyText, nastyText), { minLength: 1 }), (rows) => {
        const text = csvText(rows);
        expect(text.split(/\r\n|\r|\n|\u2028|\u2029/)).toHaveLength(rows.length + 1);
        expect(text.isWellFormed()).toBe(true);
      }),
    );
  });

  it("[CSV4] long numbers are written in groups", () => {
    expect([grouped("01018012345"), grouped("200205705502"), grouped("123"), grouped("ukjent")]).toEqual(["010180 12345", "200205 705502", "123", "ukjent"]);
  });
});

describe("one line a visit", () => {
  it("holds the visit as the chart has it, in local time", () => {
    const left: VisitEvent = { type: "v1.Left", visit: visitId, how: "admitted", to: "Medisinsk avdeling" };
    const line = lineOf(
      { event: arrived({ name: known("Åse Morild"), nationalNumber: known("13097248022"), born: known({ is: "date", date: "1972-09-13" }), sex: known("female"), reason: known("Tungpust"), arrivedBy: known("ambulance") }) },
      { event: triaged(2), minute: 7 },
      { event: { type: "v1.Seen", visit: visitId }, minute: 20, lateMin: 30 },
      { event: left, minute: 80 },
    );
    expect(line).toMatchObject({
      midlertidig_nummer: "TRA-017-K", navn: "Åse Morild", nasjonalt_nummer: "130972 48022", nummertype: "fødselsnummer", nummerkontroll: "stemmer", født: "1972-09-13", alder: "53 år",
      kjønn: "kvinne", kontaktårsak: "Tungpust", ankommet_med: "ambulanse", ankommet: "2026-01-20T16:43:00+01:00", skala: "Norsk indeks", hastegrad: "2", hastegrad_navn: "Haster",
      hastegrad_satt: "2026-01-20T16:50:00+01:00", sett: "2026-01-20T17:03:00+01:00", avsluttet: "2026-01-20T18:03:00+01:00", utfall: "innlagt", utfall_sted: "Medisinsk avdeling",
      minutter_til_hastegrad: "7", minutter_til_sett: "20", minutter_til_avsluttet: "80", innførsler: "4", strøket: "0", uenighet: "", siste_skrevet: "2026-01-20T18:03:00+01:00", øvelse: "",
    });
  });

  it("[CSV5] the same visits give the same bytes, in whatever order they were chosen and written down", () => {
    fc.assert(
      fc.property(anyVisit.chain((file) => fc.tuple(fc.constant(file), fc.shuffledSubarray([...file.records], { minLength: file.records.length }))), ([file, records]) => {
        expect(visitsCsv([fileOf(records)], source).text).toBe(visitsCsv([file], source).text);
        expect(recordsCsv([fileOf(records)], source).text).toBe(recordsCsv([file], source).text);
        expect(tableOf(visitsCsv([file], source).text).length).toBe(visitsCsv([file], source).visits);
      }),
    );
    const { visits } = playEvening(lightsOut1643, { startMs: epochMs(Date.UTC(2026, 0, 20, 15, 43)) }).log.state();
    const evening = visitsCsv([...visits.values()], source);
    expect(visitsCsv([...visits.values()].toReversed(), source)).toEqual(evening);
    expect(evening).toMatchObject({ name: "vaktbok-legevakt-2026-01-20.csv", visits: 63, leftOut: ["drill-agnieszka-igjen"] });
  });

  it("can be read back as arrivals", () => {
    const { visits } = playEvening(lightsOut1643, { startMs: epochMs(Date.UTC(2026, 0, 20, 15, 43)) }).log.state();
    const came = [...visits.values()].filter(({ visit }) => visit.arrivedAtMs !== null);
    const arrivals = readArrivalsCsv(visitsCsv(came, source).text, { nowMs: epochMs(Date.UTC(2026, 0, 21, 8)), isDrill: true, offsetMinAt: () => 60 });
    const back = arrivals.ok ? arrivals.value : null;
    const sent = came.map(({ visit }) => [visit.arrivedAtMs, answerOf(visit, "name"), answerOf(visit, "nationalNumber"), answerOf(visit, "sex")]);
    expect(back?.errors).toEqual([]);
    expect(back?.ready.map(({ atMs, details }) => [atMs, details.name, details.nationalNumber, details.sex])).toEqual(sent);
  });

  it("[ACV8] who only rang comes back as nobody's arrival, and the row says why", () => {
    const { visits } = playEvening(lightsOut1643, { startMs: epochMs(Date.UTC(2026, 0, 20, 15, 43)) }).log.state();
    const here = [...visits.values()].filter(({ visit }) => phaseOf(visit).is !== "void");
    const onlyRang = here.filter(({ visit }) => visit.arrivedAtMs === null);
    expect(onlyRang.length).toBeGreaterThan(0);
    const read = readArrivalsCsv(visitsCsv(here, source).text, { nowMs: epochMs(Date.UTC(2026, 0, 21, 8)), isDrill: true, offsetMinAt: () => 60 });
    const back = read.ok ? read.value : null;
    expect([back?.ready.length, back?.errors.map(({ type }) => type)]).toEqual([here.length - onlyRang.length, onlyRang.map(() => "OnlyRang")]);
  });

  it("[CSV23] what is still awaited, with who follows it up", () => {
    const order = (what: string): VisitEvent => ({ type: "v1.Ordered", visit: visitId, order: { kind: "lab", what } });
    const first = given({ event: arrived({}) }, { event: order("Troponin") }, { event: order("CRP") }, { event: order("Urin") }).records;
    const id = (place: number): RecordId => first[place]?.id ?? ("" as RecordId);
    const line = lineOf(
      { event: arrived({}) }, { event: order("Troponin") }, { event: order("CRP") }, { event: order("Urin") },
      { event: { type: "v1.OrderOwned", visit: visitId, order: id(1), owner: "Lege Vik" }, minute: 9 },
      { event: { type: "v1.ResultCame", visit: visitId, order: id(3), result: { text: "neg", identifiedBy: [] } }, minute: 10 },
    );
    expect(line["venter_på_svar"]).toBe("Troponin (følges opp av Lege Vik), CRP");
    expect(lineOf({ event: arrived({}) })).not.toHaveProperty("venter_på_svar");
  });

  it("[CSV6] not asked, asked and unknown, and none are three different cells", () => {
    expect(lineOf({ event: arrived({ name: unknown, nationalNumber: none }) })).toMatchObject({ navn: "ukjent", nasjonalt_nummer: "ingen", kjønn: "", født: "" });
  });

  it("[CSV18] the fields of the chart stand last, and only those that somebody answered", () => {
    const chart = lineOf({ event: arrived({ allergies: { ...known(["Latex", "Jod"]), source: "relative" }, anticoagulant: known("yes"), flags: none, pregnant: unknown, isolation: known("droplet") }) });
    expect(Object.entries(chart).slice(-5)).toEqual([["gravid", "ukjent"], ["allergier", "Latex, Jod (pårørende)"], ["blodfortynnende", "ja"], ["isolering", "dråpesmitte"], ["varsler", "ingen"]]);
    expect(Object.keys(lineOf({ event: arrived({}) })).at(-1)).toBe("kontakt_id");
  });

  it("[CST1] what was chosen from the triage set has a column of its own, where there is one, and is that of the level that stands", () => {
    const because: Because = { complaint: "Brystsmerter", text: "Sterke; smerter", level: 2, set: { name: "Prøvesett", version: "1" } };
    const reasoned = { event: { ...triaged(3), because }, minute: 5 };
    expect(lineOf({ event: arrived({}) }, reasoned)).toMatchObject({ hastegrad: "3", hastegrad_etter: "Brystsmerter: Sterke; smerter (Prøvesett 1, nivå 2)" });
    expect(lineOf({ event: arrived({}) }, reasoned, { event: triaged(2), minute: 9 })).not.toHaveProperty("hastegrad_etter");
  });

  it("[CSV18] lists that devices set unaware of each other stand united, with a none beside them that disagrees", () => {
    const elsewhere = { device: "device-b", seen: [] } as const;
    const said = (details: DetailAnswers): VisitEvent => ({ type: "v1.DetailsSet", visit: visitId, details });
    expect(lineOf({ event: arrived({ allergies: known(["Latex"]) }) }, { event: said({ allergies: known(["Jod"]) }), ...elsewhere })).toMatchObject({ allergier: "Latex, Jod", uenighet: "" });
    expect(lineOf({ event: arrived({ allergies: known(["Latex"]) }) }, { event: said({ allergies: none }), ...elsewhere })).toMatchObject({ allergier: "Latex / ingen", uenighet: "ja" });
  });

  it("[CSV18] each entry has its own saying behind it where they differ, and doubt stands as such", () => {
    const relative: Told = { event: { type: "v1.DetailsSet", visit: visitId, details: { allergies: { ...known(["Jod", "latex"]), source: "relative", unsure: true }, phone: { ...known("1"), unsure: true } } }, device: "device-b", seen: [] };
    expect(lineOf({ event: arrived({ allergies: { ...known(["Latex"]), source: "patient" } }) }, relative)).toMatchObject({ allergier: "Latex (pasienten; usikkert, pårørende), Jod (usikkert, pårørende)", telefon: "1 (usikkert)" });
  });

  it("[CSV21] which of the door's fields are unsure stands in a last column, and only where any is", () => {
    const line = lineOf({ event: arrived({ name: { ...known("Kari"), unsure: true }, born: { ...known({ is: "year", year: 1950 }), unsure: true } }) });
    expect(line).toMatchObject({ navn: "Kari", født: "1950" });
    expect(Object.entries(line).at(-1)).toEqual(["usikre_felt", "navn, født"]);
    expect(Object.keys(lineOf({ event: arrived({ name: known("Kari") }) }))).not.toContain("usikre_felt");
  });

  it("[CSV7] what two devices told unaware of each other is all there, and the line says so", () => {
    const name = (text: string, device: "device-a" | "device-b"): Told => ({ event: { type: "v1.DetailsSet", visit: visitId, details: { name: known(text) } }, minute: 4, device });
    expect(lineOf({ event: arrived() }, name("Per", "device-a"), name("Pål", "device-b"))).toMatchObject({ navn: "Per / Pål", uenighet: "ja" });
  });
});

describe("every record", () => {
  const wrong = idOf("device-a", 2);
  const told: ReadonlyArray<Told> = [
    { event: arrived({ reason: known("=1+1") }) },
    { event: triaged(3), minute: 5, lateMin: 2 },
    { event: { type: "v1.Struck", visit: visitId, target: wrong, as: "correction", why: "Feil pasient" }, minute: 9 },
  ];

  it("[CSV8] a struck record stands with who struck it, when and why", () => {
    const lines = tableOf(recordsCsv([given(...told)], source).text);
    expect(lines).toMatchObject([
      { hendelse: "v1.Arrived", strøket_av: "" },
      { hendelse: "v1.TriageSet", skjedde: "2026-01-20T16:48:00+01:00", skrevet: "2026-01-20T16:50:00+01:00", strøket_av: marit.name, strøket_hvorfor: "Feil pasient", rolle: "sykepleier", enhet: "device-a", enhet_nr: "2", innførsel_id: wrong },
      { hendelse: "v1.Struck" },
    ]);
    const whole = [...told, { event: { type: "v1.Struck", visit: visitId, target: idOf("device-a", 1), as: "undo", why: "" }, minute: 10 } as const];
    expect(visitsCsv([given(...whole)], source)).toMatchObject({ visits: 0, leftOut: [visitId] });
    expect(tableOf(recordsCsv([given(...whole)], source).text)).toHaveLength(4);
  });

  it("[CSV9] what an event says stands whole", () => {
    const [first, second] = tableOf(recordsCsv([given(...told)], source).text);
    expect(JSON.parse(first?.["innhold"] ?? "")).toEqual({ number: "TRA-017-K", details: { reason: { is: "known", value: "=1+1" } } });
    expect(second?.["innhold"]).toBe('{"level":3,"scale":"no3","scaleVersion":"2026-1"}');
  });
});

it("[CSV11] a leaving after which another device saw the patient is no outcome", () => {
  const gone: Told = { event: { type: "v1.Left", visit: visitId, how: "home" }, minute: 20 };
  const still: Told = { event: triaged(1), minute: 30, device: "device-b", seen: [["device-a" as DeviceId, 1]] };
  const outcome = (...told: ReadonlyArray<Told>) => tableOf(visitsCsv([given({ event: arrived() }, ...told)], source).text)[0]?.["utfall"];
  expect([outcome(gone), outcome(gone, still)]).toEqual(["hjem", ""]);
});
