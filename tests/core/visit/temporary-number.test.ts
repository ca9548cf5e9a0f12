import fc from "fast-check";
import { expect, it } from "vitest";
import { deviceLetterFrom, drillCode, numberLetters, readTemporaryNumber, temporaryNumber, wardCodeFrom } from "#core/visit/temporary-number.ts";

const letter = fc.constantFrom(...numberLetters.split(""));
const serial = fc.oneof(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999_999 }));
const parts = fc.record({ wardCode: fc.tuple(letter, letter).map((pair) => pair.join("")), letter, serial });
const typeable = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ0123456789";

const replaced = (text: string, place: number, by: string): string => text.slice(0, place) + by + text.slice(place + by.length);

it("[TMP1] two devices of one ward never give the same number, nor one device the same twice", () => {
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      const isOne = one.wardCode === other.wardCode && one.letter === other.letter && one.serial === other.serial;
      expect(temporaryNumber(one) === temporaryNumber(other)).toBe(isOne);
    }),
  );
  const ofOneDevice = new Set(Array.from({ length: 20_000 }, (_, place) => temporaryNumber({ wardCode: "TR", letter: "A", serial: place + 1 })));
  expect(ofOneDevice.size).toBe(20_000);
});

it("[TMP2] is never mistaken for a national number: it starts with a letter and holds at most six digits", () => {
  fc.assert(
    fc.property(parts, (one) => {
      const number = temporaryNumber(one);
      expect(number).toMatch(/^[A-Z]{3}-\d{3,6}-[A-Z]$/);
      expect(number.replace(/\D/g, "").length).toBeLessThan(11);
    }),
  );
});

it("[TMP2] a national number is never read as a temporary one", () => {
  expect(readTemporaryNumber("17058012345")).toEqual({ ok: false, error: { type: "NotANumber" } });
});

it("[TMP3] every single wrong letter or digit is noticed", () => {
  const numbers = [1, 7, 17, 100, 999, 1000, 54_321, 999_999].map((one) => temporaryNumber({ wardCode: "TR", letter: "A", serial: one }));
  for (const number of numbers) {
    for (let place = 0; place < number.length; place += 1) {
      for (const wrong of typeable) {
        const typed = replaced(number, place, wrong);
        if (typed === number || number[place] === "-") continue;
        expect(readTemporaryNumber(typed).ok, `${number} typed as ${typed}`).toBe(false);
      }
    }
  }
});

it("[TMP3] two neighbours swapped are noticed, a dash that slipped is not a fault", () => {
  fc.assert(
    fc.property(parts, fc.nat(), (one, dice) => {
      const number = temporaryNumber(one);
      const bare = number.replaceAll("-", "");
      const place = dice % (bare.length - 1);
      const swapped = replaced(bare, place, `${bare.charAt(place + 1)}${bare.charAt(place)}`);
      expect(readTemporaryNumber(swapped).ok).toBe(swapped === bare);
    }),
  );
  expect(readTemporaryNumber("TR-A017-" + temporaryNumber({ wardCode: "TR", letter: "A", serial: 17 }).at(-1)).ok).toBe(true);
});

it("[TMP3] a digit too many or too few is noticed nearly always: 22 times of 23", () => {
  const slips = Array.from({ length: 999 }, (_, place) => temporaryNumber({ wardCode: "TR", letter: "A", serial: place + 1 })).flatMap((number) =>
    Array.from({ length: 10 }, (_, digit) => number.replace(/-(\w)$/, `${digit}-$1`)),
  );
  const unnoticed = slips.filter((typed) => readTemporaryNumber(typed).ok);
  expect(unnoticed.length / slips.length).toBeLessThan(1 / 20);
});

it("[TMP3] a number that does not fit at all says so, and a wrong letter says that", () => {
  const number = temporaryNumber({ wardCode: "TR", letter: "A", serial: 17 });
  for (const typed of ["", "TRA", "TRA-000-A", "TR1-017-K", "TRA-1234567-K", "TOA-017-K", "017"]) {
    expect(readTemporaryNumber(typed)).toEqual({ ok: false, error: { type: "NotANumber" } });
  }
  expect(readTemporaryNumber(number.replace("017", "018"))).toEqual({ ok: false, error: { type: "WrongCheckLetter" } });
});

it("[TMP4] is read as people type it: small letters, spaces or dashes of any kind or none, zeros left out", () => {
  fc.assert(
    fc.property(parts, fc.constantFrom("", " ", "-", "–", " - ", "\u00a0"), fc.constantFrom("", " ", "\t"), (one, between, around) => {
      const number = temporaryNumber(one);
      const [start = "", , check = ""] = number.split("-");
      for (const digits of [String(one.serial), String(one.serial).padStart(3, "0"), String(one.serial).padStart(6, "0")]) {
        const typed = [start, digits, check].join(between);
        expect(readTemporaryNumber(`${around}${typed}${around}`)).toEqual({ ok: true, value: number });
        expect(readTemporaryNumber(typed.toLowerCase())).toEqual({ ok: true, value: number });
      }
    }),
  );
});

it("[TMP4] whatever is typed is answered", () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      expect(() => readTemporaryNumber(typed)).not.toThrow();
    }),
  );
});

it("[TMP1] a ward's two letters are among those that cannot be misheard, from any sixteen bits", () => {
  const codes = new Set(Array.from({ length: 65_536 }, (_, bits) => wardCodeFrom(bits)));
  expect(codes.size).toBe(numberLetters.length ** 2 - 1);
  for (const code of codes) expect(code).toMatch(/^[A-HJ-NPR-Z]{2}$/);
});

it("[TMP5] whatever the dice say, a real ward never begins its numbers as a drill does, and every letter can be read", () => {
  for (let random = 0; random < 65_536; random += 1) {
    const wardCode = wardCodeFrom(random);
    if (wardCode === drillCode || !/^[A-HJ-NPR-Z]{2}$/.test(wardCode)) throw new Error(`${random} gives ${wardCode}`);
  }
  expect(new Set(Array.from({ length: 256 }, (_, random) => deviceLetterFrom(random))).size).toBe(numberLetters.length);
});
