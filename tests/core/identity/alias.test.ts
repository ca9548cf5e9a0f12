import { expect, it } from "vitest";
import { aliases, aliasOf } from "#core/identity/alias.ts";
import { numberLetters, temporaryNumber, type TemporaryNumber } from "#core/visit/temporary-number.ts";

const number = (letter: string, serial: number): TemporaryNumber => temporaryNumber({ wardCode: "TR", letter, serial });
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (const [i, letter] of Array.from(a).entries()) {
    row = row.reduce<number[]>((next, above, j) => [...next, j === 0 ? i + 1 : Math.min(above + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1))], []);
  }
  return row.at(-1) ?? 0;
};

it("[ALS1] the same number gives the same word, any text gives some word", () => {
  expect(aliasOf(number("A", 14))).toBe(aliasOf(number("A", 14)));
  for (const text of ["", "x", "TRA-abc-K", "-", "1"]) expect(aliases).toContain(aliasOf(text as TemporaryNumber));
});

it("[ALS2] forty patients in a row have forty words, from any number and on any device", () => {
  for (const letter of numberLetters) {
    for (const first of [1, 77, 999_900]) expect(new Set(aliases.map((_, place) => aliasOf(number(letter, first + place)))).size).toBe(aliases.length);
  }
  expect(new Set(["A", "B", "C", "D"].map((letter) => aliasOf(number(letter, 1)))).size).toBe(4);
});

it("[ALS3] no two words begin alike or differ by one letter", () => {
  const small = aliases.map((word) => word.toLowerCase());
  expect(new Set(small.map((word) => word.slice(0, 3))).size).toBe(small.length);
  for (const [place, word] of small.entries()) for (const other of small.slice(place + 1)) expect(`${word} ${other} ${Math.min(2, distance(word, other))}`).toBe(`${word} ${other} 2`);
});
