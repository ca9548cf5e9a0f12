/**
 * Rule and test, both ways: a numbered rule in a file head under src/, server/, scripts/ or bench/ has a test that carries its
 * number, and a number in a test's name is a living rule. A rule nobody tests and a test nobody can look up are both noise.
 */
import { expect, it } from "vitest";
import { pathsUnder, read } from "./tree.ts";

const ruleLine = /^(?:\s*\*|\/\/)\s+-\s+([A-Z]+[0-9]+)\s+\S/gm;
const numbersInName = /(?<=["'`](?:\[[A-Z]+[0-9]+\])*)\[([A-Z]+[0-9]+)\]/g;

const head = (text: string): string =>
  /^\/\*\*[\s\S]*?\*\//.exec(text)?.[0] ?? /^(?:\/\/.*\n)+/.exec(text)?.[0] ?? "";

const rules = pathsUnder(["src", "server", "scripts", "bench"], /\.(ts|tsx|mjs)$/).flatMap((path) =>
  [...head(read(path)).matchAll(ruleLine)].map((match) => ({ id: match[1] ?? "", path })),
);
const tested = pathsUnder(["tests"], /\.(ts|tsx)$/).flatMap((path) =>
  [...read(path).matchAll(numbersInName)].map((match) => ({ id: match[1] ?? "", path })),
);

const shown = ({ id, path }: { readonly id: string; readonly path: string }): string => `${id} in ${path}`;

it("finds rules and tests at all", () => {
  expect(rules.length).toBeGreaterThan(0);
  expect(tested.length).toBeGreaterThan(0);
});

it("every rule has a test with its number", () => {
  const known = new Set(tested.map(({ id }) => id));
  expect(rules.filter(({ id }) => !known.has(id)).map(shown)).toEqual([]);
});

it("every number in a test's name is a living rule", () => {
  const known = new Set(rules.map(({ id }) => id));
  expect(tested.filter(({ id }) => !known.has(id)).map(shown)).toEqual([]);
});

it("a rule number stands in one file head only", () => {
  const twice = rules.filter(({ id }, index) => rules.findIndex((rule) => rule.id === id) !== index);
  expect(twice.map(shown)).toEqual([]);
});
