import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskNationalNumber, readNationalNumber } from "#core/identity/national-number.ts";
import { epochMs } from "#core/time.ts";

const nowMs = epochMs(Date.UTC(2026, 0, 20));
const in2032Ms = epochMs(Date.UTC(2032, 0, 1));
const read = (typed: string) => readNationalNumber(typed, nowMs);

/** Check digits for nine digits, by the rule that held until 2032; null where there are none. */
const withCheckDigits = (nine: string): string | null => {
  const digit = (digits: string, weights: ReadonlyArray<number>): number =>
    (11 - (weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11)) % 11;
  const first = digit(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
  const second = digit(`${nine}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
  return first === 10 || second === 10 ? null : `${nine}${first}${second}`;
};

describe("kinds", () => {
  it.each([
    ["13097248022", "birthNumber", "no", "1972-09-13", "female"],
    ["29020075838", "birthNumber", "no", "2000-02-29", "female"],
    ["53097248016", "dNumber", "no", "1972-09-13", "female"],
    ["70108299914", "dNumber", "no", "1982-10-30", "male"],
    ["30108299920", "birthNumber", "no", "1982-10-30", "male"],
    ["02013299997", "birthNumber", "no", null, null],
  ] as const)("[NIN1] %s is a %s", (typed, kind, synthetic, born, sex) => {
    expect(read(typed)).toEqual({ kind, digits: typed, synthetic, born, sex, checked: born === null ? "bornInFuture" : "ok" });
  });

  it("[NIN1] reads what is typed with spaces, dots and dashes", () => {
    expect(read(" 130972 480 22 ")).toMatchObject({ digits: "13097248022", checked: "ok" });
    expect(read("13.09.72-48022")).toMatchObject({ digits: "13097248022", checked: "ok" });
  });

  it("[NIN1] a shared help number tells neither date nor sex", () => {
    const typed = ["812345678", "912345671", "854321987"].map(withCheckDigits).find((one) => one !== null) ?? "";
    expect(read(typed)).toEqual({ kind: "sharedHelpNumber", digits: typed, synthetic: "no", born: null, sex: null, checked: "ok" });
  });

  it.each(["200205705502", "200900595509"])("[NIN1] %s is a DUF number", (typed) => {
    expect(read(typed)).toMatchObject({ kind: "duf", born: null, checked: "ok" });
    expect(read(`${typed.slice(0, -1)}${(Number(typed.at(-1)) + 1) % 10}`)).toMatchObject({ kind: "duf", checked: "wrongCheckDigits" });
  });
});

describe("numbers made for tests", () => {
  it.each([
    ["10915596784", "birthNumber", "1955-11-10"],
    ["50846202355", "dNumber", "1962-04-10"],
  ] as const)("[NIN2] %s has the month of Skatteetaten's synthetic people", (typed, kind, born) => {
    expect(read(typed)).toMatchObject({ kind, synthetic: "yes", born, checked: "ok" });
  });

  it("[NIN2] month +65 is synthetic, month +40 perhaps: hospitals give such H-numbers to real patients", () => {
    expect(read(withCheckDigits("017780123") ?? withCheckDigits("017780124") ?? "")).toMatchObject({ synthetic: "yes", born: "1980-12-01", checked: "ok" });
    expect(read("68467038838")).toMatchObject({ kind: "dNumber", synthetic: "perhaps" });
    expect(read(withCheckDigits("015280123") ?? withCheckDigits("015280125") ?? "")).toMatchObject({ kind: "hNumber", synthetic: "perhaps", born: "1980-12-01" });
  });
});

it.each([
  ["41814061033", "1940-01-01"],
  ["41814065640", "1940-01-01"],
  ["41814075603", "1940-01-01"],
  ["41810021827", "2000-01-01"],
  ["41810025091", "2000-01-01"],
  ["41810034422", "2000-01-01"],
])("[NIN3] the D-number %s tells of %s", (typed, born) => {
  expect(read(typed)).toMatchObject({ kind: "dNumber", synthetic: "yes", born, checked: "ok" });
});

describe("the rule of 2032", () => {
  it("[NIN4] 30108299939 holds from 2032, and is warned of before", () => {
    const typed = "30108299939";
    expect(read(typed)).toMatchObject({ born: null, sex: null, checked: "onlyFrom2032" });
    expect(readNationalNumber(typed, in2032Ms)).toMatchObject({ checked: "ok" });
  });

  it("[NIN5] from 2032 the date is not guessed, not even where the old series would tell one", () => {
    for (const typed of ["30108299920", "13097248022", "02013299997"]) {
      expect(readNationalNumber(typed, in2032Ms)).toMatchObject({ born: null, sex: null, checked: "ok" });
    }
  });
});

it("[NIN6] a wrong number is read as far as it goes", () => {
  expect(read("13097248023")).toMatchObject({ kind: "birthNumber", born: null, checked: "wrongCheckDigits" });
  expect(read("1309724802")).toMatchObject({ kind: "unrecognised", checked: "wrongLength" });
  expect(read("kjente ikke")).toMatchObject({ kind: "unrecognised", digits: "kjente ikke", checked: "notDigits" });
  expect(read("")).toMatchObject({ checked: "notDigits" });
  expect(read(withCheckDigits("310280123") ?? withCheckDigits("310280124") ?? "")).toMatchObject({ checked: "noSuchDate" });
  expect(read(withCheckDigits("290201123") ?? withCheckDigits("290201124") ?? "")).toMatchObject({ checked: "noSuchDate" });
  expect(read(withCheckDigits("010145812") ?? withCheckDigits("010145813") ?? "")).toMatchObject({ born: null, checked: "noSuchSeries" });
});

it("[NIN6] anything at all gives a reading", () => {
  const texts = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.stringMatching(/^[0-9]{10,13}$/), fc.stringMatching(/^[0-9٠-٩ .-]{9,14}$/));
  fc.assert(
    fc.property(texts, fc.integer({ min: 0, max: 4_102_444_800_000 }), (typed, ms) => {
      const reading = readNationalNumber(typed, epochMs(ms));
      expect(reading.born === null || reading.checked === "ok").toBe(true);
      expect(maskNationalNumber(typed).length).toBeLessThanOrEqual(12);
    }),
  );
});

it("[NIN6] one wrong digit and two neighbours swapped are always noticed", () => {
  const nine = fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 499 }));
  const pad = (value: number, length: number): string => String(value).padStart(length, "0");
  fc.assert(
    fc.property(nine, fc.nat(10), fc.integer({ min: 1, max: 9 }), ([day, month, yy, series], place, add) => {
      const typed = withCheckDigits(`${pad(day, 2)}${pad(month, 2)}${pad(yy, 2)}${pad(series, 3)}`);
      fc.pre(typed !== null);
      const digits = Array.from(typed, Number);
      const wrong = digits.map((digit, at) => (at === place ? (digit + add) % 10 : digit)).join("");
      expect(read(wrong).checked).not.toBe("ok");
      const swapped = digits.with(place, digits[place + 1] ?? 0).with(Math.min(10, place + 1), digits[place] ?? 0).join("");
      fc.pre(place < 10 && swapped !== typed);
      expect(read(swapped).checked).not.toBe("ok");
    }),
  );
});

it("[NIN7] a masked number shows the day of birth and nothing more", () => {
  expect(maskNationalNumber("130972 48022")).toBe("130972 •••••");
  expect(maskNationalNumber("200205705502")).toBe("••••••••••••");
  expect(maskNationalNumber("83012345678")).toBe("83•••• •••••");
  expect(maskNationalNumber("ABC-123")).toBe("•••••••");
});
