import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNationalNumber } from "#core/identity/national-number.ts";
import { epochMs } from "#core/time.ts";
import { numberLetters, temporaryNumber } from "#core/visit/temporary-number.ts";
import { codeOf, longestCode, readScanned } from "#forms/scanned.ts";

const nowMs = epochMs(Date.UTC(2026, 10, 23, 15, 58));
const read = (text: string) => readScanned(text, nowMs);
const number = temporaryNumber({ wardCode: "TR", letter: "A", serial: 17 });
const check = number.slice(-1);
const wrong = check === "B" ? "C" : "B";
const letters = Array.from(numberLetters);
const numbers = fc
  .record({ ward: fc.tuple(fc.constantFrom(...letters), fc.constantFrom(...letters)), letter: fc.constantFrom(...letters), serial: fc.integer({ min: 1, max: 999_999 }) })
  .map(({ ward, letter, serial }) => temporaryNumber({ wardCode: ward.join(""), letter, serial }));

it("[SCD1] our own code is letters and digits alone, short enough for the smallest QR, and reads back as what it is", () => {
  expect(codeOf("visit", number)).toBe(`VBTRA017${check}`);
  fc.assert(
    fc.property(numbers, fc.constantFrom("visit" as const, "blank" as const), (one, is) => {
      const code = codeOf(is, one);
      expect(code).toMatch(/^[A-Z0-9]{9,12}$/);
      expect(code).not.toMatch(/\d{11}/);
      expect(read(code)).toEqual({ is, number: one });
    }),
  );
});

describe("[SCD1] our number, however the scanner puts it", () => {
  it.each([
    `VBTRA017${check}`, `vbtra017${check.toLowerCase()}`, `VB:TRA-017-${check}`, `VBØTRA+017+${check}`, `VBÆTRA/017/${check}`, `VB TRA-017-${check}`,
    `]Q1VBTRA017${check}`, `]C0VBTRA017${check}\r`, `\u0002VBTRA017${check}\u0003`, ` VBTRA017${check}\t`, `VBTRA17${check}`, `\u{FEFF}VBTRA017${check}`,
    number, number.toLowerCase(), `TRA+017+${check}`, `tra 017 ${check}`, `TRA017${check}\n`, `TRA–017–${check}`, `]C1TRA-017-${check}`,
  ])("%j", (text) => {
    expect(read(text)).toEqual({ is: "visit", number });
  });
  it("a blank form is another thing than a visit", () => {
    expect(read(`VPTRA017${check}`)).toEqual({ is: "blank", number });
  });
});

describe("[SCD2] a national number, with what printers put before it", () => {
  it.each([
    ["13097248022", "13097248022"], ["130972 48022", "13097248022"], ["13.09.72-48022", "13097248022"], ["]C013097248022", "13097248022"],
    ["FNR:13097248022", "13097248022"], ["F13097248022\r", "13097248022"], ["PID 13097248022", "13097248022"], ["\u001d13097248022", "13097248022"], ["41810021827", "41810021827"],
  ])("%j", (text, digits) => {
    expect(read(text)).toEqual({ is: "nationalNumber", digits });
  });
});

describe("[SCD2][SCD4] what looks like a number and is none of ours is given back", () => {
  it.each([
    "13097248021", "13097248032", "113097248022", "130972480220", "0013097248022", "REQ13097248022", "13097248022A", "13097248022 13097248022", "99999999999", "00000000000",
    "707000000003", "012345678905", "]E07038010009457", "(01)07038010009457(10)A123", "01070380100094571726123110A123", "123456789012345678", "8018707123456789012345",
    "https://vaktbok.no/visit/1", "BEGIN:VCARD", "VB", "VBTRA", "VP", "O-", "TRA", "GLASS 4", "=<A12345678901>", "1-2-3", "+-*/", "", " ", "´´´", "\u{1F600}", "Ola Nordmann", "VB ER TRA 017 K", "201517382019",
  ])("%j", (text) => {
    expect(read(text).is).toBe("unknown");
  });
  it("as it was read, without the signs that nobody sees", () => {
    expect(read("]C1REQ-4711/26\r\n")).toEqual({ is: "unknown", text: "REQ-4711/26" });
  });
  it("a number of asylum is one, and the same digits of a box of milk are not", () => {
    expect(read("200816832910").is).toBe("nationalNumber");
    for (const box of ["707016832902", "123456789002"]) expect([readNationalNumber(box, nowMs).checked, read(box).is]).toEqual(["ok", "unknown"]);
  });
});

it("[SCD3] our code with a sign wrong is misread, and never another patient", () => {
  expect(read(`VBTRA017${wrong}`)).toEqual({ is: "misread", text: `VBTRA017${wrong}` });
  fc.assert(
    fc.property(numbers, fc.nat(), fc.constantFrom(...letters, ...Array.from("0123456789")), (one, place, sign) => {
      const code = codeOf("visit", one);
      const at = 2 + (place % (code.length - 2));
      const bent = code.slice(0, at) + sign + code.slice(at + 1);
      const found = read(bent);
      expect(found.is === "visit" && found.number !== one).toBe(false);
    }),
  );
});

it("[SCD4] any text at all gives an answer, and a very long one is cut", () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), (text) => { expect(read(text).is).toMatch(/^(?:visit|blank|nationalNumber|misread|unknown)$/); }));
  const long = read("x".repeat(100_000));
  expect(long).toEqual({ is: "unknown", text: "x".repeat(longestCode) });
});
