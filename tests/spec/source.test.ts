/** What must never stand in the tree, and no linter says so. Each check gives path and line. */
import { expect, it } from "vitest";
import { layers } from "../../layers.ts";
import { paths, pathsUnder, read } from "./tree.ts";

const text = /\.(ts|tsx|mjs|js|json|md|css|html|yml|yaml|svg|txt|csv)$|^\.ci\//;

const linesWith = (pattern: RegExp, among: ReadonlyArray<string>): ReadonlyArray<string> =>
  among.flatMap((path) =>
    read(path)
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );

it("no test is skipped, focused or promised for later", () => {
  const skipped = /\b(?:it|test|describe|suite)(?:\.\w+)*\.(?:skip|only|todo|fixme|skipIf|runIf|fails)\b|\bx(?:it|describe)\(/;
  expect(linesWith(skipped, pathsUnder(["tests"], /\.(ts|tsx)$/).filter((path) => path !== "tests/spec/source.test.ts"))).toEqual([]);
});

it("no path of one machine stands in the tree", () => {
  const machinePath = new RegExp(["/wor", "k/|/tm", "p/[a-z]+|/roo", "t/|/hom", "e/[a-z]+/|/User", "s/[a-z]+/"].join(""));
  expect(linesWith(machinePath, paths.filter((path) => text.test(path)))).toEqual([]);
});

it("a pure layer never asks what time it is", () => {
  const pure = layers.filter((layer) => layer.pure).map(({ folder }) => folder);
  expect(linesWith(/\bnew Date\(\s*\)|\bDate\(\s*\)/, pathsUnder(pure, /\.ts$/))).toEqual([]);
});

it("nobody asks the browser whether there is a network: it does not know", () => {
  expect(linesWith(/\bonLine\b/, pathsUnder(["src"], /\.(ts|tsx)$/))).toEqual([]);
});

it("a lint rule is put aside only with its reason beside it", () => {
  const bare = /(?:oxlint|eslint)-disable(?!.*-- \S)|@ts-(?:ignore|nocheck)/;
  expect(linesWith(bare, pathsUnder(["src", "server", "scripts", "bench"], /\.(ts|tsx|mjs)$/))).toEqual([]);
});

it("a folder under src is a layer of layers.ts", () => {
  const folders = new Set(pathsUnder(["src"], /./).filter((path) => path.split("/").length > 2).map((path) => path.split("/").slice(0, 2).join("/")));
  const known = new Set(layers.map(({ folder }) => folder));
  expect([...folders].filter((folder) => !known.has(folder))).toEqual([]);
});
