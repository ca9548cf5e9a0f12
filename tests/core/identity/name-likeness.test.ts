import fc from "fast-check";
import { expect, it } from "vitest";
import { areLikeNames, isBegunName, isPartOfName, isSameName, nameWords } from "#core/identity/name-likeness.ts";

const areLike = (a: string, b: string): boolean => areLikeNames(nameWords(a), nameWords(b));

it.each([
  ["Kari Nordmann", "kari nordmann"],
  ["Kari Nordmann", "Nordmann, Kari"],
  ["Kari Nordmann", "NORDMANN KARI ANNE"],
  ["Anne-Lise Berg", "Anne Lise Berg"],
  ["Åse Ødegård", "Aase Oedegaard"],
  ["Åse Ødegård", "A\u030ase Ødega\u030ard"],
  ["Pål Sæther", "Paal Saeter"],
  ["Christian Dahl", "Kristian Dal"],
  ["Erik Backer", "Eric Bakker"],
  ["Thor Hansen", "Tor Hansen"],
  ["José Álvarez", "Jose Alvarez"],
  ["Zofia Wójcik", "Sofia Vojcik"],
  ["Mohammed Ali", "Mohamed Ali"],
  ["Philip Moe", "Filip Moe"],
  ["Mohammed Hussein", "Muhammed Husein"],
  ["Per O'Brien", "Per O’Brien"],
  ["Kari   Nordmann ", "Kari\tNordmann"],
  ["Müller Jan", "Muller Jan"],
  ["Björn Ek", "Bjørn Ek"],
])("[NLK1] %s may be %s", (a, b) => {
  expect(areLike(a, b)).toBe(true);
  expect(areLike(b, a)).toBe(true);
});

it.each([
  ["Karin Nordmann", "Katrin Nordmann", true],
  ["Kirsten Nordmann", "Kristen Nordmann", true],
  ["Marit Kristoffersen", "Marit Kristofersn", true],
  ["Kari Nordmann", "Kåre Nordmann", false],
  ["Ole Berg", "Ola Berg", false],
  ["Per Lie", "Per Moe", false],
  ["Jan Hansen", "Jon Hansen", false],
  ["Anne Hansen", "Anne Jensen", false],
  ["Anne Hansen", "Arne Hansen", false],
  ["Nguyen Van An", "Nguyen Thi Be", false],
])("[NLK2] %s and %s: %s", (a, b, is) => {
  expect(areLike(a, b)).toBe(is);
});

it.each([
  ["Kari", "Kari", true],
  ["Kari", "Kari Nordmann", false],
  ["Nordmann", "Kari Nordmann", false],
  ["", "", false],
  ["", "Kari", false],
  ["–", "?", false],
  ["Kari Kari", "Kari Nordmann", false],
  ["123", "124", false],
])("[NLK3] %s and %s: %s", (a, b, is) => {
  expect(areLike(a, b)).toBe(is);
});

it("[NLK4] a letter alone is every word that begins with it", () => {
  expect(areLike("Kari N.", "Kari Nordmann")).toBe(true);
  expect(areLike("K N", "Kari Nordmann")).toBe(true);
  expect(areLike("Kari M.", "Kari Nordmann")).toBe(false);
});

it("[NLK3] the very same name is the same words in any order, and more than one", () => {
  expect(isSameName(nameWords("Kari Nordmann"), nameWords("Nordmann, Kari"))).toBe(true);
  expect(isSameName(nameWords("Kari"), nameWords("Kari"))).toBe(false);
  expect(isSameName(nameWords("Kari Nordmann"), nameWords("Karin Nordmann"))).toBe(false);
});

it.each([
  ["Ola", "Ola Nordmann", true],
  ["Ola Nordmann", "ola nor", true],
  ["Normann", "Ola Nordmann", true],
  ["Ola N", "Nordmann, Ola", true],
  ["Ol", "Ola Nordmann", false],
  ["O", "Ola", false],
  ["Ola Berg", "Ola Nordmann", false],
  ["", "Ola", false],
])("[NLK5] %s and %s: %s", (a, b, is) => {
  expect([isPartOfName(nameWords(a), nameWords(b)), isPartOfName(nameWords(b), nameWords(a))]).toEqual([is, is]);
});

it("[NLK1] any two texts are compared without a fault, the same both ways, and a full name is like itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.string({ maxLength: 60 }), (a, b) => {
      expect(areLike(a, b)).toBe(areLike(b, a));
      expect(areLike(a, a)).toBe(nameWords(a).length > 0);
    }),
  );
});

it.each([
  ["ka", "Kari Nordmann", true], ["no ka", "Kari Nordmann", true], ["ka kari", "Kari Karlsen", true], ["kari ka", "Kari Nordmann", false], ["ari", "Kari Nordmann", false],
  ["aa", "Åse Bø", true], ["bo", "Åse Bø", true], ["chr", "Kristian Berg", true], ["", "Kari", false], ["kari nordmann ås", "Kari Nordmann", false],
])("[NLK6] %s begins %s: %s", (begun, whole, is) => {
  expect(isBegunName(nameWords(begun), nameWords(whole))).toBe(is);
});
