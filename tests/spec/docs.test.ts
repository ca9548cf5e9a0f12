/** The documents say what is so: the layer table is the code's own, links lead somewhere, each dependency has its reason. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { layerTable } from "../../scripts/layer-table.ts";
import { paths, pathsUnder, read } from "./tree.ts";

const documents = paths.filter((path) => path.endsWith(".md"));

it("finds documents at all", () => {
  expect(documents).toContain("README.md");
});

it("ARCHITECTURE.md has the layer table that layers.ts gives; `npm run docs` writes it", () => {
  expect(read("ARCHITECTURE.md")).toContain(layerTable());
});

it("every link in a document leads to a file that is there", () => {
  const links = documents.flatMap((path) =>
    [...read(path).matchAll(/\]\(<?([^)\s>]+)>?\)/g)].map(([, target = ""]) => ({ path, target: target.replace(/#.*$/, "") })),
  );
  const isBroken = ({ path, target }: (typeof links)[number]): boolean =>
    target !== "" && !/^[a-z]+:/.test(target) && !existsSync(join(dirname(path), decodeURI(target)));
  expect(links.filter(isBroken).map(({ path, target }) => `${path} → ${target}`)).toEqual([]);
});

it("every path in backticks that looks like ours is there", () => {
  const ours = /`((?:src|scripts|tests|docs|server|bench|changes)\/[\w./-]*\w\.(?:ts|tsx|mjs|md|json|png|csv))`/g;
  const named = documents
    .filter((path) => path !== "CHANGELOG.md" && !path.startsWith("changes/"))
    .flatMap((path) => [...read(path).matchAll(ours)].map(([, target = ""]) => ({ path, target })));
  expect(named.filter(({ target }) => !existsSync(target)).map(({ path, target }) => `${path} → ${target}`)).toEqual([]);
});

it("every rule that the hazard log leans on is a living rule", () => {
  const heads = pathsUnder(["src", "server"], /\.(ts|tsx)$/).map(read).join("\n");
  const named = [...read("docs/hazards.md").matchAll(/\[([A-Z]+[0-9]+)\]/g)].map(([, id = ""]) => id);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((id) => !new RegExp(` - ${id} `).test(heads))).toEqual([]);
});

it("every decision stands in the index of decisions", () => {
  const index = read("docs/decisions/README.md");
  const decisions = paths.filter((path) => /^docs\/decisions\/\d{4}-/.test(path));
  expect(decisions.filter((path) => !index.includes(path.replace("docs/decisions", ".")))).toEqual([]);
});

it("every runtime dependency is named, with its reason, in a decision", () => {
  const { dependencies } = JSON.parse(read("package.json")) as { readonly dependencies: Readonly<Record<string, string>> };
  const decisions = paths.filter((path) => path.startsWith("docs/decisions/")).map(read).join("\n");
  expect(Object.keys(dependencies).filter((name) => !decisions.includes(`\`${name}\``))).toEqual([]);
});
