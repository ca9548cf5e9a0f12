import fc from "fast-check";
import { expect, it } from "vitest";
import { areLikeNames, isSameName, nameWords } from "#core/identity/name-likeness.ts";

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

it("[NLK1] any two texts are compared without a fault, the same both ways, and a full name is like itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.string({ maxLength: 60 }), (a, b) => {
      expect(areLike(a, b)).toBe(areLike(b, a));
      expect(areLike(a, a)).toBe(nameWords(a).length > 0);
    }),
  );
});
