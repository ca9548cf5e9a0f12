import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { epochMs } from "#core/time.ts";
import { maxPeople, maxSnapshotBytes, readPeople, type KnownPerson } from "#core/ward/snapshot.ts";
import { maxSnapshotText, readAsOf, readListTime, readSnapshot, type SnapshotFault, type SnapshotReading } from "#forms/snapshot.ts";
import { bundle, encounter, kariFhir, ndjson } from "./snapshot-files.ts";

const nowMs = epochMs(Date.parse("2026-11-23T16:58:00+01:00"));
const at = { nowMs, offsetMinAt: () => 60, isDrill: false };
const empty: SnapshotReading = { people: [], leftOut: [], notes: [], asOfMs: null, isPartOfMore: false, ignoredColumns: [] };
const read = (text: string, isDrill = false): SnapshotReading => {
  const reading = readSnapshot(text, { ...at, isDrill });
  return reading.ok ? reading.value : empty;
};
const faultOf = (text: string, isDrill = false): SnapshotFault | null => {
  const reading = readSnapshot(text, { ...at, isDrill });
  return reading.ok ? null : reading.error;
};
const first = (text: string): KnownPerson | undefined => read(text).people[0];
const typesIn = (text: string): ReadonlyArray<string> => [...read(text).leftOut, ...read(text).notes].map(({ row, field, type }) => `${String(row)} ${field ?? "row"} ${type}`);
const born = (date: string) => ({ is: "date", date }) as const;
/** Made for tests: month + 80. */
const [synthetic, real] = ["12835700052", "01010750160"];

describe("a list in CSV", () => {
  it.each([
    "Navn;Fødselsnummer;Født;Kjønn;Avdeling;Innlagt;Allergier", "namn;fnr;fødd;kjønn;Post;Inn-tid;CAVE", "Name;National ID;Date of birth;Sex;Ward;Admitted at;Allergies",
  ])("[SNC1] knows %s", (header) => {
    expect(read(`${header}\nKari Nordmann;${synthetic};12.03.1957;K;Kirurgisk 3;22.11.2026 14:10;Penicillin, nøtter\n`)).toEqual({
      ...empty,
      people: [{ name: "Kari Nordmann", nationalNumber: synthetic, born: born("1957-03-12"), sex: "female", where: "Kirurgisk 3", admittedAtMs: Date.parse("2026-11-22T14:10:00+01:00"), allergies: ["Penicillin", "nøtter"] }],
    });
  });

  it("[SNC1] a name in two columns and a place in two are one each; others are named and left alone", () => {
    expect(read("Etternavn;Fornavn;Post;Seng;Pårørende\nNordmann;Kari;Kir 3;12;Ola\n")).toMatchObject({ people: [{ name: "Kari Nordmann", where: "Kir 3 12" }], ignoredColumns: ["Pårørende"] });
  });

  it("[SNC1] without a column that says who, and with one that stands twice, the file is not taken", () => {
    expect(faultOf("Avdeling;Født\nKir 3;1957")).toEqual({ type: "NoKnownColumn" });
    expect(faultOf("Navn;Namn\nKari;Kari")).toEqual({ type: "ColumnTwice", column: "Namn" });
    expect(faultOf("")).toEqual({ type: "Empty" });
    expect(faultOf('Navn\n"Kari')).toEqual({ type: "UnclosedQuote", row: 2 });
  });

  it.each([
    ["navn;født\n;1957", "2 row NobodyNamed"],
    ["navn;født\n?;1957", "2 row NobodyNamed"],
    ["navn;født\nukjent;1957", "2 row NobodyNamed"],
    ["navn;født\n-;1957", "2 row NobodyNamed"],
    ["navn\n\u200b", "2 row NobodyNamed"],
    [`navn\n${"a;".repeat(70)}`, "2 row TooManyCells"],
    ["navn;født\nKari;31.02.1957", "2 born NotBorn"],
    ["navn;født\nKari;12.03.2057", "2 born NotBorn"],
    ["navn;født\nKari;mars", "2 born NotBorn"],
    ["navn;alder\nKari;gammel", "2 born NotBorn"],
    ["navn;kjønn\nKari;X", "2 sex NotASex"],
    ["navn;innlagt\nKari;i går", "2 admitted NotATime"],
    ["navn;innlagt\nKari;22.11.2026", "2 admitted NotATime"],
    ["navn;fnr\nKari;12345", "2 nationalNumber WrongNumber"],
    ["navn;fnr\nKari;12345678901", "2 nationalNumber WrongNumber"],
    ["navn;fnr\nKari;mangler", "2 nationalNumber WrongNumber"],
    [`navn;fnr\nKari;${real.slice(1)}`, "2 nationalNumber ZeroRestored"],
    [`navn;fnr;født\nKari;${real};02.01.1907`, "2 born DiffersFromBorn"],
    [`navn;avdeling\nKari;${"x".repeat(121)}`, "2 where TooLong"],
    [`navn;cave\nKari;${"x".repeat(1001)}`, "2 allergies TooLong"],
    [`navn;fnr\n${"x".repeat(201)};${synthetic}`, "2 name TooLong"],
    [`navn;fnr\nKari;${synthetic}\nKaren;${synthetic}`, "3 nationalNumber SameNumberTwice"],
  ])("[SNR1][SNR2][SNR4][SNL4] says of %j: %s, and nothing else", (text, said) => {
    expect(typesIn(text)).toEqual([said]);
  });

  it("[SNR1] who is left out takes nobody else along, and what was not understood of one is not on them", () => {
    const text = "navn;født;kjønn\nKari;mars;X\n;1957;k\nOla;1960;m\n";
    expect(read(text).people).toEqual([{ name: "Kari" }, { name: "Ola", born: { is: "year", year: 1960 }, sex: "male" }]);
    expect(read(text).leftOut).toEqual([{ row: 3, field: null, text: "1957, k", type: "NobodyNamed" }]);
  });

  it("[SNL4] who stands twice is kept twice", () => {
    expect(read(`navn;fnr;post\nKari;${synthetic};Kir\nKari;${synthetic};Int\n`).people.map(({ where }) => where)).toEqual(["Kir", "Int"]);
  });

  it("[SNR2] a wrong number is kept as it is, a spreadsheet's lost zero comes back, and a number tells what was not told", () => {
    expect(first("navn;fnr\nKari;12345678901")).toEqual({ name: "Kari", nationalNumber: "12345678901" });
    expect(first(`navn;fnr\nKari;${real.slice(1)}`)).toEqual({ name: "Kari", nationalNumber: real, born: born("2007-01-01"), sex: "male" });
    expect(first(`navn;fnr;født;kjønn\nKari;${real};1908;k`)).toMatchObject({ born: { is: "year", year: 1908 }, sex: "female" });
    expect(first(`navn;fnr;født\nKari;${real};mars`)?.born).toBeUndefined();
    expect(first(`fnr\n${real.slice(0, 6)} ${real.slice(6)}`)).toMatchObject({ nationalNumber: real });
  });

  it.each([
    ["ingen", []], ["Ingen kjente", []], ["-", []], ["NKDA", []], ["ukjent", undefined], ["?", undefined], ["", undefined],
    ["Penicillin; nøtter", ["Penicillin", "nøtter"]], ['"Penicillin\nLateks"', ["Penicillin", "Lateks"]], ["ingen, Penicillin", ["ingen", "Penicillin"]], ["=1+1", ["=1+1"]],
  ])("[SNR3] allergies %j are %j", (text, allergies) => {
    expect(first(`navn,cave\nKari,${text.includes(",") ? `"${text}"` : text}\n`)).toEqual({ name: "Kari", ...(allergies === undefined ? {} : { allergies }) });
  });

  it("[SNR4] text is one line without what nobody sees", () => {
    expect(first('navn;post\n"  Kari\u202e\n Nordmann\u0000";"Kir\t3"')).toEqual({ name: "Kari Nordmann", where: "Kir 3" });
    expect(first("navn;født\nKari;12.03.1957 00:00:00")).toEqual({ name: "Kari", born: born("1957-03-12") });
  });
});

describe("a list in FHIR", () => {
  it("[SNF1] patients, where they are and what they do not bear", () => {
    expect(read(JSON.stringify(bundle()))).toEqual({
      ...empty,
      asOfMs: Date.parse("2026-11-23T14:10:00+01:00"),
      people: [
        { name: "Kari Marie Nordmann", nationalNumber: synthetic, born: born("1957-03-12"), sex: "female", where: "Kirurgisk 3", admittedAtMs: Date.parse("2026-11-22T14:10:00+01:00"), allergies: ["Penicillin", "Peanøtt"] },
        { name: "Ola Hansen", born: { is: "year", year: 1960 }, where: "Medisinsk 1", allergies: [] },
      ],
    });
  });

  it("[SNF1] the same from one resource a line, without a time", () => {
    expect(read(ndjson()).people).toEqual(read(JSON.stringify(bundle())).people);
    expect(read(ndjson()).asOfMs).toBeNull();
  });

  it("[SNF1] of several contacts that go on the last begun says where; an allergy of nobody, or of another house's patient, is nobody's", () => {
    const later = encounter("Patient/1", "Intensiv", "2026-11-23T08:00:00+01:00");
    const lost = { resourceType: "AllergyIntolerance", code: { text: "Alt" } };
    const other = { ...lost, patient: { reference: "https://annet.hus/fhir/Patient/1" } };
    const people = read([kariFhir, later, encounter("Patient/1", "Kirurgisk 3", "2026-11-22T14:10:00+01:00"), lost, other, { resourceType: "Patient", name: [{ text: "Uten id" }] }].map((one) => JSON.stringify(one)).join("\n")).people;
    expect(people).toMatchObject([{ where: "Intensiv" }, { name: "Uten id" }]);
    expect(people.every(({ allergies }) => allergies === undefined)).toBe(true);
  });

  it("[SNF2] what is over says nothing, and who is not in use is left out and said", () => {
    const over = [
      { resourceType: "Encounter", status: "finished", subject: { reference: "Patient/1" }, location: [{ location: { display: "Hjemme" } }] },
      ...["inactive", "resolved"].map((code) => ({ resourceType: "AllergyIntolerance", patient: { reference: "Patient/1" }, clinicalStatus: { coding: [{ code }] }, code: { text: code } })),
      { resourceType: "AllergyIntolerance", patient: { reference: "Patient/1" }, verificationStatus: { coding: [{ code: "refuted" }] }, code: { text: "refuted" } },
    ];
    const gone = [{ ...kariFhir, id: "2", active: false }, { ...kariFhir, id: "3", link: [{ type: "replaced-by", other: { reference: "Patient/1" } }] }];
    const { people, leftOut } = read([kariFhir, ...over, ...gone].map((one) => JSON.stringify(one)).join("\n"));
    expect(people).toHaveLength(1);
    expect(people[0]).not.toHaveProperty("where");
    expect(people[0]).not.toHaveProperty("allergies");
    expect(leftOut.map(({ row, type }) => [row, type])).toEqual([[6, "NotActive"], [7, "NotActive"]]);
  });

  const told = (...codes: ReadonlyArray<object>) => read([kariFhir, ...codes.map((code) => ({ resourceType: "AllergyIntolerance", patient: { reference: "Patient/1" }, code }))].map((one) => JSON.stringify(one)).join("\n"));
  const coded = (code: string, more: object = {}): object => ({ coding: [{ system: "http://snomed.info/sct", code, ...more }] });

  // 428197003 is "no known insect allergy": it was read as "none known", and stood so at the door.
  it.each(["409137002", "429625007", "428607008", "428197003", "716184000", "no-known-medication-allergies", "no-allergy-info"])("[SNF5] %s is not none known, and no allergy", (code) => {
    expect(told(coded(code, { display: "Noe" })).people[0]).not.toHaveProperty("allergies");
    expect(told(coded(code), { text: "Penicillin" }).people[0]).toMatchObject({ allergies: ["Penicillin"] });
    expect(told(coded(code), coded("716186003")).people[0]).toMatchObject({ allergies: [] });
  });

  it("[SNF5] none known beside an allergy that stands is no none; one without a name is said, and is its code where it has one", () => {
    expect(told(coded("716186003"), { text: "Nøtter" }).people[0]).toMatchObject({ allergies: ["Nøtter"] });
    expect(told(coded("91936005")).people[0]).toMatchObject({ allergies: ["91936005"] });
    expect(told({ text: "Nøtter" }, {}).people[0]).toMatchObject({ allergies: ["Nøtter"] });
    expect(told({ text: "Nøtter" }, {}).notes).toMatchObject([{ row: 1, field: "allergies", type: "AllergyUnnamed" }]);
    expect(told(coded("716186003"), {}).people[0]).not.toHaveProperty("allergies");
    expect(told(coded("716186003"), {}).notes).toMatchObject([{ type: "AllergyUnnamed" }]);
  });

  it("[SNR3] an entry of FHIR is one entry, whatever signs are in it", () => {
    expect(told({ text: "Sulfa, alle; også salver" }, { text: "Ingen" }, { text: " Lateks\nhansker " }).people[0]).toMatchObject({ allergies: ["Sulfa, alle; også salver", "Ingen", "Lateks hansker"] });
  });

  it("[SNF3] the time is the bundle's own; a patient's is none, and a page of more is said to be one", () => {
    const one = (more: object): string => JSON.stringify({ resourceType: "Bundle", entry: [{ resource: { ...kariFhir, meta: { lastUpdated: "2026-11-23T09:00:00Z" } } }], ...more });
    expect(read(one({})).asOfMs).toBeNull();
    expect(read(one({ meta: { lastUpdated: "2026-11-23T13:00:00.123Z" } })).asOfMs).toBe(Date.parse("2026-11-23T13:00:00Z"));
    expect(read(one({ timestamp: "2026-11-23T12:00:00Z", meta: { lastUpdated: "2026-11-23T13:00:00Z" } })).asOfMs).toBe(Date.parse("2026-11-23T12:00:00Z"));
    expect(read(one({ timestamp: "i dag" })).asOfMs).toBeNull();
    expect(read(one({ total: 1 })).isPartOfMore).toBe(false);
    expect(read(one({ total: 412 })).isPartOfMore).toBe(true);
    expect(read(one({ link: [{ relation: "self" }, { relation: "next", url: "x" }] })).isPartOfMore).toBe(true);
  });

  it.each([
    ["{", "NotFhir"], ["[]", "NotFhir"], ["[1,2]", "NotFhir"], ["{}", "NotFhir"], ['{"a":1}\n{"b":2}', "NotFhir"], [`${JSON.stringify(kariFhir)}\nx`, "NotFhir"], ["{".repeat(100_000), "NotFhir"],
    ['{"resourceType":"Bundle"}', "NoPatients"], ['{"resourceType":"Bundle","entry":7}', "NoPatients"], ['{"resourceType":"Observation"}', "NoPatients"], ['{"resourceType":"Bundle","entry":[null,1,{"resource":"Patient"}]}', "NoPatients"],
  ])("[SNF4] %j is a fault of the file: %s", (text, type) => {
    expect(faultOf(text)).toEqual({ type });
  });

  it.each(['{"resourceType":"Patient"}', '{"resourceType":"Patient","name":"Kari","identifier":{},"link":5}', '{"resourceType":"Patient","name":[7,{"given":"K","family":[]}]}'])("[SNF4][SNR1] %j is nobody, and said", (text) => {
    expect(typesIn(text)).toEqual(["1 row NobodyNamed"]);
  });

  it.each([
    [{ birthDate: "1957-03" }, { born: { is: "year", year: 1957 } }], [{ birthDate: "1957-02-30" }, {}], [{ birthDate: 1957 }, {}], [{ gender: "unknown" }, {}], [{ gender: "other" }, { sex: "other" }],
    [{ identifier: [{ system: "urn:journal", value: "4711" }] }, {}], [{ identifier: [{ system: "urn:journal", value: synthetic }] }, { nationalNumber: synthetic, sex: "female" }],
    [{ identifier: [{ use: "old", system: "urn:oid:2.16.578.1.12.4.1.4.1", value: synthetic }] }, {}],
    [{ name: [{ use: "maiden", family: "Hansen" }, { use: "official", given: ["Kari"], family: "Berg" }] }, { name: "Kari Berg" }],
    [{ name: [{ text: "Kari B" }] }, { name: "Kari B" }],
  ])("[SNF1] a patient with %j is %j", (more, person) => {
    const { people } = read(JSON.stringify({ resourceType: "Patient", name: [{ text: "Kari" }], ...more }));
    expect(people).toHaveLength(1);
    expect({ ...people[0], ...("sex" in person && "nationalNumber" in person ? { sex: people[0]?.sex } : {}) }).toMatchObject({ name: "Kari", ...person });
    expect(Object.keys(people[0] ?? {}).filter((name) => !["name", "born", "sex", ...Object.keys(person)].includes(name))).toEqual([]);
  });
});

describe("the whole file", () => {
  it("[SNL2] too many people, too much text and too much told are faults, and nothing is cut", () => {
    const rows = (count: number, row: string): string => `navn;cave\n${Array.from({ length: count }, (_, place) => `Nr ${String(place)};${row}`).join("\n")}`;
    expect(read(rows(maxPeople, "")).people).toHaveLength(maxPeople);
    expect(faultOf(rows(maxPeople + 1, ""))).toEqual({ type: "TooManyPeople", count: maxPeople + 1 });
    expect(faultOf(rows(1_500, "ø".repeat(500)))).toEqual({ type: "TooMuchTold" });
    expect(faultOf("{".repeat(maxSnapshotText + 1))).toMatchObject({ type: "TooLarge" });
  });

  it("[SNL3] in a drill one number that looks real refuses the file; made-up ones are taken", () => {
    const text = `navn;fnr\nKari;${synthetic}\nOla;${real}\n`;
    expect(faultOf(text, true)).toEqual({ type: "RealInDrill", count: 1 });
    expect(faultOf(`navn;fnr\nOla;${real.slice(1)}\n`, true)).toEqual({ type: "RealInDrill", count: 1 });
    expect(faultOf(text)).toBeNull();
    expect(faultOf(`navn;fnr\nKari;${synthetic}\n`, true)).toBeNull();
  });

  it("[SNL1] a time of the file that lies ahead is none", () => {
    expect(read(JSON.stringify({ ...bundle(), timestamp: "2026-11-23T17:00:00+01:00" })).asOfMs).toBeNull();
  });

  it("[SNL1][SNL2][SNF4] whatever the file holds, nothing throws, and what is read is what would be read back", () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom("Kari", synthetic, real, "1957", "k", ";", '"', "\n", "?", "-", "Penicillin, nøtter", "Kir 3"));
    const csv = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 6 }).map((rows) => ["navn;fnr;født;kjønn;post;innlagt;cave", ...rows.map((row) => row.join(";"))].join("\n"));
    const resource = fc.oneof(fc.json(), fc.record({ resourceType: fc.constantFrom("Patient", "Encounter", "AllergyIntolerance", "Bundle"), id: fc.anything(), name: fc.anything(), identifier: fc.anything(), entry: fc.anything(), code: fc.anything(), patient: fc.anything() }).map((one) => JSON.stringify(one, (_, value: unknown) => (typeof value === "bigint" ? 1 : value)) ?? "{}"));
    fc.assert(
      fc.property(fc.oneof(fc.string(), csv, fc.array(resource, { maxLength: 4 }).map((lines) => lines.join("\n"))), (text) => {
        const { people } = read(text);
        expect(readPeople(JSON.parse(JSON.stringify(people)))).toEqual(people);
        expect(new TextEncoder().encode(JSON.stringify(people)).length).toBeLessThanOrEqual(maxSnapshotBytes);
      }),
    );
  });

  it.each([["14:10", "14:10"], ["1410", "14:10"], ["kl 14", "NotATime"], ["", "NotATime"], ["17:30", "InFuture"], ["23.11.2026 14:10", "14:10"], ["2026-11-23T13:10:00Z", "14:10"], ["01.10.2026 14:10", "TooLongAgo"], ["24.11.2026 08:00", "InFuture"]])(
    "[SNL5] %j is read as %s",
    (typed, said) => expect(readAsOf(typed, at)).toBe(/\d/.test(said) ? Date.parse(`2026-11-23T${said}:00+01:00`) : said),
  );

  it("[SNL5] the time that the file tells is kept to the second, and is asked for again when it is more than a month ago", () => {
    const told = (typed: string, iso: string) => readListTime(typed, { atMs: epochMs(Date.parse(iso)), typed }, at);
    expect(told("23.11.2026 14:10", "2026-11-23T14:10:42+01:00")).toBe(Date.parse("2026-11-23T14:10:42+01:00"));
    expect(told("01.10.2026 14:10", "2026-10-01T14:10:42+02:00")).toBe("TooLongAgo");
    expect(readListTime("23.11.2026 14:09", { atMs: nowMs, typed: "23.11.2026 14:10" }, at)).toBe(Date.parse("2026-11-23T14:09:00+01:00"));
  });
});
