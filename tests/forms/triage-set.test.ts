import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldTwice } from "#forms/field-twice.ts";
import { maxComplaints, maxDiscriminators, maxTriageSetBytes, readTriageSet, triageSetText, type ReadSet, type SetFault } from "#forms/triage-set.ts";
import { fileLimits } from "#sync/file/limits.ts";

const demo = readFileSync(new URL("demo-triage-set.json", import.meta.url), "utf8");
const size = (text: string): number => new TextEncoder().encode(text).length;
const read = (text: string) => readTriageSet(text, size(text));
// A parsed fixture of our own.
const file = JSON.parse(demo) as Readonly<Record<string, unknown>> & { readonly complaints: ReadonlyArray<Readonly<Record<string, unknown>>> };
const first = file.complaints[0]!;
const readWith = (change: object) => read(JSON.stringify({ ...file, ...change }));
const withFirst = (change: object) => ({ complaints: [{ ...first, ...change }, ...file.complaints.slice(1)] });
const withDiscriminator = (...all: ReadonlyArray<unknown>) => withFirst({ discriminators: all });

const faultsOf = (reading: ReturnType<typeof readTriageSet>): ReadonlyArray<SetFault> => {
  if (reading.ok) throw new Error("it was read");
  return reading.error.shown;
};
const readOk = (reading: ReturnType<typeof readTriageSet>): ReadSet => {
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  return reading.value;
};

const one = { complaint: 1, called: "Brystsmerter" };

/** What is wrong with it, and where. */
const nasty: ReadonlyArray<readonly [name: string, text: string, fault: Partial<SetFault>]> = [
  ["nothing at all", "", { what: "notJson" }],
  ["words", "Kjære avdeling, her er settet", { what: "notJson" }],
  ["a file cut off", demo.slice(0, 400), { what: "notJson" }],
  ["a comma too many", demo.replace("\n  ]\n}", ",\n  ]\n}"), { what: "notJson" }],
  ["a hundred thousand brackets", "[".repeat(100_000), { what: "notJson" }],
  ["a list", "[]", { what: "notASet" }],
  ["nothing but null", "null", { what: "notASet" }],
  ["another kind of file", '{"resourceType":"Questionnaire"}', { what: "notASet" }],
  ["a format that is no text", '{"format":1}', { what: "notASet" }],
  ["a format of somebody else", '{"format":"other.v1"}', { what: "notASet" }],
  ["a newer format", demo.replace("set.v1", "set.v2"), { what: "otherFormat", stood: "vaktbok-triage-set.v2" }],
  ["a level told twice", demo.replace('"level": 1', '"level": 1, "level": 3'), { what: "fieldTwice", field: "level" }],
  ["a level told twice, once in disguise", demo.replace('"level": 1', String.raw`"level": 1, "le\u0076el": 3`), { what: "fieldTwice", field: "level" }],
  ["a second list of complaints", demo.replace('"complaints"', '"complaints": [], "complaints"'), { what: "fieldTwice", field: "complaints" }],
  ["a list told as an object", JSON.stringify({ ...file, complaints: { 0: first } }), { what: "notAList", field: "complaints" }],
  ["no name", JSON.stringify({ ...file, name: undefined }), { what: "missing", field: "name" }],
  ["a name of blanks", JSON.stringify({ ...file, name: " \t\u00A0 " }), { what: "missing", field: "name" }],
  ["a version that is a number", JSON.stringify({ ...file, version: 2 }), { what: "notText", field: "version", stood: "2" }],
  ["no source", JSON.stringify({ ...file, source: null }), { what: "missing", field: "source" }],
  ["no language", JSON.stringify({ ...file, language: "" }), { what: "missing", field: "language" }],
  ["no scale", JSON.stringify({ ...file, scale: undefined }), { what: "missing", field: "scale" }],
  ["a scale that is not ours", JSON.stringify({ ...file, scale: "RETTS+" }), { what: "badScale", stood: '"RETTS+"' }],
  ["a scale that any object knows", JSON.stringify({ ...file, scale: "constructor" }), { what: "badScale" }],
  ["no licence", JSON.stringify({ ...file, licence: undefined }), { what: "noLicence" }],
  ["a licence of nobody", JSON.stringify({ ...file, licence: { holder: " " } }), { what: "noLicence" }],
  ["a licence as words", JSON.stringify({ ...file, licence: "fri bruk" }), { what: "noLicence" }],
  ["a licence to a day that is none", JSON.stringify({ ...file, licence: { holder: "A", until: "2027-02-30" } }), { what: "notADay", field: "licence.until", stood: '"2027-02-30"' }],
  ["a licence to a day in Norwegian", JSON.stringify({ ...file, licence: { holder: "A", until: "31.12.2027" } }), { what: "notADay", field: "licence.until" }],
  ["a licence to a number", JSON.stringify({ ...file, licence: { holder: "A", until: 20271231 } }), { what: "notADay", field: "licence.until", stood: "20271231" }],
  ["nobody who approved it", JSON.stringify({ ...file, approvedBy: undefined }), { what: "noApprover" }],
  ["an approver without a name", JSON.stringify({ ...file, approvedBy: { name: "", role: "overlege", date: "2026-10-01" } }), { what: "noApprover" }],
  ["an approver as a word", JSON.stringify({ ...file, approvedBy: "Kari" }), { what: "noApprover" }],
  ["an approver without a role", JSON.stringify({ ...file, approvedBy: { name: "Kari", date: "2026-10-01" } }), { what: "missing", field: "approvedBy.role" }],
  ["an approval of no day", JSON.stringify({ ...file, approvedBy: { name: "Kari", role: "overlege" } }), { what: "missing", field: "approvedBy.date" }],
  ["an approval of some day", JSON.stringify({ ...file, approvedBy: { name: "Kari", role: "overlege", date: "i fjor" } }), { what: "notADay", field: "approvedBy.date" }],
  ["no complaints", JSON.stringify({ ...file, complaints: [] }), { what: "noComplaints" }],
  ["too many complaints", JSON.stringify({ ...file, complaints: Array.from({ length: maxComplaints + 1 }, (_, place) => ({ ...first, name: `Nr ${String(place)}` })) }), { what: "tooManyComplaints" }],
  ["a complaint that is a word", JSON.stringify({ ...file, complaints: ["Brystsmerter"] }), { what: "notAnObject", complaint: 1 }],
  ["a complaint without a name", JSON.stringify({ ...file, ...withFirst({ name: "" }) }), { what: "missing", complaint: 1, field: "name" }],
  ["two complaints of one name", JSON.stringify({ ...file, complaints: [first, { ...first, name: "BRYSTSMERTER " }] }), { what: "complaintTwice", complaint: 2 }],
  ["a complaint without discriminators", JSON.stringify({ ...file, ...withDiscriminator() }), { what: "noDiscriminators", ...one }],
  ["too many discriminators", JSON.stringify({ ...file, ...withDiscriminator(...Array.from({ length: maxDiscriminators + 1 }, (_, place) => ({ text: `t${String(place)}`, level: 1 }))) }), { what: "tooManyDiscriminators", ...one }],
  ["other words as one text", JSON.stringify({ ...file, ...withFirst({ also: "hjerte, bryst" }) }), { what: "notAList", ...one, field: "also" }],
  ["another word that is a number", JSON.stringify({ ...file, ...withFirst({ also: ["hjerte", 5] }) }), { what: "notText", ...one, field: "also" }],
  ["a discriminator that is a list", JSON.stringify({ ...file, ...withDiscriminator(["blek", 1]) }), { what: "notAnObject", ...one, discriminator: 1 }],
  ["a discriminator without text", JSON.stringify({ ...file, ...withDiscriminator({ level: 1 }) }), { what: "missing", ...one, discriminator: 1, field: "text" }],
  ["a discriminator without a level", JSON.stringify({ ...file, ...withDiscriminator({ text: "blek" }) }), { what: "missing", ...one, discriminator: 1, field: "level" }],
  ["a level in quotes", JSON.stringify({ ...file, ...withDiscriminator({ text: "blek", level: "1" }) }), { what: "badLevel", ...one, discriminator: 1, stood: '"1"' }],
  ["a level as a colour", JSON.stringify({ ...file, ...withDiscriminator({ text: "blek", level: "rød" }) }), { what: "badLevel", ...one, discriminator: 1 }],
  ["level nought", JSON.stringify({ ...file, ...withDiscriminator({ text: "blek", level: 0 }) }), { what: "badLevel", ...one, discriminator: 1, stood: "0" }],
  ["a level that the scale does not have", JSON.stringify({ ...file, ...withDiscriminator({ text: "blek", level: 2 }, { text: "rød", level: 4 }) }), { what: "badLevel", ...one, discriminator: 2, stood: "4" }],
  ["a level and a half", JSON.stringify({ ...file, ...withDiscriminator({ text: "blek", level: 1.5 }) }), { what: "badLevel", ...one, discriminator: 1 }],
  ["a level of null", JSON.stringify({ ...file, ...withDiscriminator({ text: "blek", level: null }) }), { what: "badLevel", ...one, discriminator: 1, stood: "null" }],
  ["one text on two levels", JSON.stringify({ ...file, ...withDiscriminator({ text: "Blek", level: 1 }, { text: "blek ", level: 3 }) }), { what: "textTwice", ...one, discriminator: 2 }],
  ["a text that is turned round", JSON.stringify({ ...file, ...withDiscriminator({ text: "SpO2 \u202E09 <\u202C", level: 1 }) }), { what: "hidden", ...one, discriminator: 1 }],
  ["a bell", JSON.stringify({ ...file, ...withDiscriminator({ text: "blek\u0007", level: 1 }) }), { what: "hidden", ...one, discriminator: 1, stood: "blek" }],
  ["letters lost on the way", JSON.stringify({ ...file, ...withDiscriminator({ text: "R\uFFFDd", level: 1 }) }), { what: "notUtf8", ...one, discriminator: 1 }],
  ["half a letter", demo.replace("blek og klam", String.raw`\ud83d og klam`), { what: "notUtf8", ...one, discriminator: 1 }],
  ["a text of a page", JSON.stringify({ ...file, ...withDiscriminator({ text: "x".repeat(601), level: 1 }) }), { what: "tooLong", ...one, discriminator: 1, stood: "601 > 600" }],
  ["a name of a page", JSON.stringify({ ...file, name: "x".repeat(2000) }), { what: "tooLong", field: "name" }],
];

describe("[TSR1] nothing is read of", () => {
  it.each(nasty)("%s", (_, text, fault) => {
    expect(faultsOf(read(text))).toContainEqual(expect.objectContaining(fault));
  });

  it("a file that is too large, before it is looked at", () => {
    expect(faultsOf(readTriageSet(demo, maxTriageSetBytes + 1))).toEqual([{ what: "tooLarge" }]);
    expect(faultsOf(readTriageSet(`${demo}${" ".repeat(maxTriageSetBytes)}`, 10))).toEqual([{ what: "tooLarge" }]);
  });

  it("a file with many faults; twenty are shown, and the rest counted", () => {
    const reading = readWith(withDiscriminator(...Array.from({ length: 50 }, (_, place) => ({ text: `t${String(place)}`, level: 9 }))));
    expect(reading).toMatchObject({ ok: false, error: { shown: { length: 20 }, more: 30 } });
    expect(faultsOf(reading)[19]).toEqual({ what: "badLevel", ...one, discriminator: 20, stood: "9" });
  });
});

it("[TSR1][TSR7] the invented set is read, every word and level of it", () => {
  const { format: _known, ...rest } = file;
  expect(readOk(read(demo))).toEqual({ set: rest, unknown: [] });
});

it("[TSR7] the example of the format's page reads, every field of it known", () => {
  const example = /```json\n(.*?)```/s.exec(readFileSync("docs/formats/triage-set.v1.md", "utf8"))?.[1] ?? "";
  expect(readOk(read(example)).unknown).toEqual([]);
});

it("[TSR2] with a scale that is not known, a level is judged by what any scale has: one fault, not one for each", () => {
  expect(faultsOf(readWith({ scale: "own", ...withDiscriminator({ text: "blek", level: 5 }) }))).toEqual([{ what: "badScale", stood: '"own"' }]);
});

it("[TSR3] one who approved it is enough; a licence without a last day too", () => {
  expect(readOk(readWith({ licence: { holder: "A", until: "" } })).set.licence).toEqual({ holder: "A" });
});

it("[TSR4] the same text under another complaint, and a word like a field's inside a text, are no second", () => {
  const same = { text: 'Sier "level": 1, {"level": 2}', level: 1 };
  expect(readOk(readWith({ complaints: [{ name: "A", discriminators: [same] }, { name: "B", discriminators: [same] }] })).set.complaints).toHaveLength(2);
});

it("[TSR5] a byte order mark, blanks of every kind and soft hyphens do no harm; markup stays text", () => {
  const text = "<b onclick=alert(1)>Bryst\u00ADsmerter</b>\r\n\t i\u00A0dag \u200B& <script>";
  const { set } = readOk(read(`\uFEFF${JSON.stringify({ ...file, ...withDiscriminator({ text, level: 1 }) })}`));
  expect(set.complaints[0]?.discriminators).toEqual([{ text: "<b onclick=alert(1)>Brystsmerter</b> i dag & <script>", level: 1 }]);
  expect(readOk(readWith({ name: "A\u030Amot sett" })).set.name).toBe("Åmot sett");
});

it("[TSR6] fields that are not known are named with their place, and change nothing", () => {
  const text = JSON.stringify({ ...file, colour: "pink", licence: { holder: "A", price: 5 }, ...withFirst({ code: "R07", discriminators: [{ text: "blek", level: 1, score: 3 }] }) }).replace('"colour"', '"__proto__":{"level":1},"colour"');
  const { set, unknown } = readOk(read(text));
  expect(unknown).toEqual([{ field: "__proto__" }, { field: "colour" }, { field: "licence.price" }, { complaint: 1, field: "code" }, { ...one, discriminator: 1, field: "score" }]);
  expect(Object.keys(set)).not.toContain("colour");
});

it("[FTW1] a field twice is found wherever it stands, and only then", () => {
  expect(fieldTwice('{"a":{"a":1},"b":[{"a":1},{"a":2}],"c":"a"}')).toBeNull();
  expect(fieldTwice('{"x":[{"a" : 1, "b": "\\"a\\": {", "\\u0061"\n: 2}]}')).toBe("a");
  expect(fieldTwice('["a","a"]')).toBeNull();
  expect(fieldTwice('"a"')).toBeNull();
});

const text = fc.oneof(fc.string({ unit: "binary", maxLength: 12 }), fc.string(), fc.constantFrom("A", "Brystsmerter", " ", "2026-10-01"));
const word = fc.string({ minLength: 1, maxLength: 20 }).map((letters) => `x${letters}`);
const setOf = (odd: fc.Arbitrary<unknown>, wordOr: fc.Arbitrary<unknown>) =>
  fc.record({
    format: fc.constant("vaktbok-triage-set.v1"), name: wordOr, version: wordOr, scale: fc.constantFrom("no3", "retts"), language: wordOr, source: wordOr,
    licence: fc.record({ holder: wordOr, terms: odd }), approvedBy: fc.record({ name: wordOr, role: wordOr, date: fc.constant("2026-10-01") }),
    complaints: fc.array(
      fc.record({ name: wordOr, also: fc.array(odd, { maxLength: 2 }), discriminators: fc.array(fc.record({ text: wordOr, level: fc.oneof({ weight: 20, arbitrary: fc.constantFrom<unknown>(1, 2, 3) }, odd) }), { minLength: 1, maxLength: 3 }) }),
      { minLength: 1, maxLength: 3 },
    ),
  });
const isReading = (reading: ReturnType<typeof readTriageSet>): boolean => reading.ok || reading.error.shown.length > 0;

describe("[TSR7] anything at all gives a reading", () => {
  it("of text", () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.json()), (any) => {
        expect(isReading(read(any))).toBe(true);
      }),
    );
  });

  it("of anything in the places of the format", () => {
    const odd = fc.oneof(text, fc.jsonValue() as fc.Arbitrary<unknown>);
    fc.assert(
      fc.property(setOf(odd, fc.oneof({ weight: 8, arbitrary: word as fc.Arbitrary<unknown> }, odd)), (raw) => {
        expect(isReading(read(JSON.stringify(raw)))).toBe(true);
      }),
    );
  });

  it("and what is read reads the same again", () => {
    const reads = fc.sample(setOf(word, word), { numRuns: 300, seed: 5 }).map((raw) => read(JSON.stringify(raw))).flatMap((reading) => (reading.ok ? [reading.value.set] : []));
    expect(reads.length).toBeGreaterThan(100);
    for (const set of reads) expect(readOk(read(triageSetText(set))).set).toEqual(set);
  });

  it("and the largest set fits, sealed, into one line of the file that carries it", () => {
    expect((maxTriageSetBytes * 4) / 3 + 16 * 1024).toBeLessThan(fileLimits.lineBytes);
  });
});
