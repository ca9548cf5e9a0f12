import { expect, it } from "vitest";
import { known, none, unknown } from "#core/answer.ts";
import { epochMs } from "#core/time.ts";
import type { DetailAnswers } from "#core/visit/details.ts";
import { correctedDetails, readDetailEdit, typedDetails, withWhatCame } from "#forms/detail-edits.ts";
import type { DoorMoment } from "#forms/door.ts";

const now: DoorMoment = { nowMs: epochMs(Date.parse("2026-03-03T18:00:00Z")), offsetMinAt: () => 60, isDrill: false };
const before: DetailAnswers = { name: known("Kari"), reason: known("Feber"), sex: unknown, nationalNumber: none };
/** Made for tests by its month (+80): born in 1958. */
const syntheticNumber = "14835841481";

it("types every kind of answer as it would be typed at the door", () => {
  const told = now.nowMs;
  expect(typedDetails(before)).toEqual({ name: "Kari", reason: "Feber", sex: "?", nationalNumber: "-" });
  expect(typedDetails({ born: known({ is: "date", date: "1980-05-17" }) })).toEqual({ born: "17.05.1980" });
  expect(typedDetails({ born: known({ is: "year", year: 1980 }) })).toEqual({ born: "1980" });
  expect(typedDetails({ born: known({ is: "age", months: 504, toldMs: told }) })).toEqual({ born: "42" });
  expect(typedDetails({ born: known({ is: "age", months: 8, toldMs: told }) })).toEqual({ born: "8 mnd" });
});

it("[DET1] writes only what was changed", () => {
  expect(readDetailEdit(before, { name: "Kari Nordmann", reason: "Feber" }, now).details).toEqual({ name: known("Kari Nordmann") });
});

it("[DET1] an emptied field says nothing new", () => {
  expect(readDetailEdit(before, { name: "" }, now).details).toEqual({});
});

it("[DET2] a new number tells birth and sex only where nothing was said of them", () => {
  const told = readDetailEdit({}, { nationalNumber: syntheticNumber }, now).details;
  expect(Object.keys(told).toSorted()).toEqual(["born", "nationalNumber", "sex"]);
  expect(Object.keys(readDetailEdit(before, { nationalNumber: syntheticNumber }, now).details).toSorted()).toEqual(["born", "nationalNumber"]);
});

it("[DET3] what cannot be read stands after the reason", () => {
  const { details, warnings } = readDetailEdit(before, { born: "around Easter" }, now);
  expect(details).toEqual({ reason: known("Feber · around Easter") });
  expect(warnings).toEqual([{ field: "born", type: "NotRead" }]);
});

it("warns only of what was changed", () => {
  expect(readDetailEdit({ nationalNumber: known("123") }, { name: "Ola" }, now).warnings).toEqual([]);
});

it("[DET4] a correction drops what was emptied and leaves the rest untouched", () => {
  const born = known({ is: "age", months: 501, toldMs: epochMs(1) } as const);
  expect(correctedDetails({ ...before, born }, { name: "", reason: "Feber", sex: "female" }, now)).toEqual({
    reason: known("Feber"), sex: known("female"), nationalNumber: none, born,
  });
});

it("types a list one entry a line, and reads it back the same", () => {
  const answers: DetailAnswers = { allergies: known(["Penicillin J01C", "Metoprolol 47,5 mg"]), flags: known(["violence", "police"]), currentMedicines: none, infectionSigns: unknown };
  expect(typedDetails(answers)).toEqual({ allergies: "Penicillin J01C\nMetoprolol 47,5 mg", flags: "violence\npolice", currentMedicines: "-", infectionSigns: "?" });
  expect(readDetailEdit({}, typedDetails(answers), now).details).toEqual(answers);
});

it("[DET1] an emptied list says nothing new: none must be said", () => {
  expect(readDetailEdit({ allergies: known(["Latex"]) }, { allergies: "" }, now).details).toEqual({});
  expect(readDetailEdit({ allergies: known(["Latex"]) }, { allergies: "-" }, now).details).toEqual({ allergies: none });
});

it("[DET5] what came to a list while its form was open stays", () => {
  const came: DetailAnswers = { allergies: known(["Latex", "Jod"]) };
  expect(withWhatCame({ allergies: known(["Latex", "Nøtter"]) }, { allergies: "Latex" }, came)).toEqual({ allergies: known(["Latex", "Nøtter", "Jod"]) });
  expect(withWhatCame({ allergies: known(["Nøtter"]) }, { allergies: "Latex" }, came)).toEqual({ allergies: known(["Nøtter", "Jod"]) });
  expect(withWhatCame({ allergies: none, phone: known("1") }, { allergies: "" }, came)).toEqual({ phone: known("1") });
  expect(withWhatCame({ allergies: none }, { allergies: "Latex\nJod" }, came)).toEqual({ allergies: none });
});

it("[DET6] a corrected answer keeps who said it and how sure they were, and of its entries each its own", () => {
  expect(correctedDetails({ phone: { ...known("1"), source: "patient", unsure: true } }, { phone: "2" }, now)).toEqual({ phone: { ...known("2"), source: "patient", unsure: true } });
  const allergies = { ...known(["Latex", "Jodd"]), source: "relative", otherwise: [{ source: "patient", entries: ["Latex"] }] } as const;
  expect(correctedDetails({ allergies }, { allergies: "Latex\nJod" }, now).allergies).toEqual({ ...allergies, value: ["Latex", "Jod"] });
});

it("[DET1][DOOR4] in a drill a number that looks real is left out in the chart too, both when it is added and when a line is corrected, and said", () => {
  const drill = { ...now, isDrill: true };
  const typed = { nationalNumber: "130972 48022" };
  expect(readDetailEdit(before, typed, drill)).toEqual({ details: {}, warnings: [{ field: "nationalNumber", type: "RealNumberInDrill" }] });
  expect(correctedDetails(before, typed, drill).nationalNumber).toBeUndefined();
  expect(readDetailEdit(before, { nationalNumber: syntheticNumber }, drill).details.nationalNumber).toEqual(known(syntheticNumber));
});

it("[DET1][DOOR4] outside a drill a number made for tests is kept in the chart, and warned of", () => {
  expect(readDetailEdit(before, { nationalNumber: syntheticNumber }, now).warnings).toContainEqual({ field: "nationalNumber", type: "SyntheticNumber" });
});
