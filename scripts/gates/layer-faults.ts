/** Faults against the layers, made from `layers.ts`: each import a row does not name, and everything a pure layer must not touch. */
import { type Layer, layers, wiring } from "../../layers.ts";
import { impureGlobals, impureProperties } from "../lint-config.ts";
import { type Fault, type Innocent, appended, literally, text } from "./fault.ts";

const strangers = ["left-pad", "react", "dexie", "node:fs", "fs", "workbox-core"];
const wordsOf = (parts: ReadonlyArray<string>): string => parts.join("-").replaceAll(/[^a-z0-9-]/gi, "");

const refused = (gate: string, path: string, line: string, rule: string): Fault => ({
  gate: `layers: ${gate}`,
  path,
  plant: text(line),
  sees: new RegExp(`^${literally(path)}:.*\\(${rule}\\)`, "m"),
});

const isAllowed = (layer: Layer, name: string): boolean =>
  layer.npm.some((pattern) => pattern === name || (pattern.endsWith("*") && name.startsWith(pattern.slice(0, -1))));

const importFaults = (layer: Layer): ReadonlyArray<Fault> => {
  const at = (name: string): string => `${layer.folder}/planted/${name}.ts`;
  const forbidden = layers.filter(({ name }) => name !== layer.name && !layer.mayImport.includes(name)).map(({ name }) => name);
  const [first = "app"] = forbidden;
  return [
    ...forbidden.map((name) => refused(`${layer.name} imports ${name}`, at(`from-${name}`), `import "#${name}/planted.ts";`, "no-restricted-imports")),
    ...strangers
      .filter((name) => !isAllowed(layer, name))
      .map((name) => refused(`${layer.name} imports the package ${name}`, at(wordsOf(["package", name])), `import "${name}";`, "no-restricted-imports")),
    refused(`${layer.name} reaches ${first} by a relative path`, at("relative"), `import "../../${first}/planted.ts";`, "no-restricted-imports"),
    refused(`${layer.name} imports ${first} later`, at("dynamic"), `export const late = import("#${first}/planted.ts");`, "no-restricted-imports"),
    refused(`${layer.name} takes a type from ${first}`, at("type"), `export type { T } from "#${first}/planted.ts";`, "no-restricted-imports"),
  ];
};

const pureFaults = ({ name, folder }: Layer): ReadonlyArray<Fault> => [
  ...impureGlobals.map((global) =>
    refused(`${name} names ${global}`, `${folder}/planted/global-${global}.ts`, `export const a = ${global};`, "no-restricted-globals"),
  ),
  ...impureProperties.map(({ object = "new Date(0)", property }) =>
    refused(
      `${name} uses ${object}.${property}`,
      `${folder}/planted/property-${property}.ts`,
      `export const a = ${object}.${property}();`,
      "no-restricted-properties",
    ),
  ),
];

const innocentImports = (layer: Layer): Innocent => {
  const path = `${layer.folder}/planted/innocent.ts`;
  const own = ["./deeper/other.ts", "../other.ts", `#${layer.name}/other.ts`];
  const named = layer.mayImport.map((name) => `#${name}/deeper/other.ts`);
  const packages = layer.npm.flatMap((name) => (name.endsWith("*") ? [name.replace("*", "fs")] : [name, `${name}/deeper.js`]));
  return {
    gate: `layers: ${layer.name} imports what it may`,
    path,
    plant: text([...own, ...named, ...packages].map((from) => `import "${from}";`).join("\n")),
    mustNotSay: new RegExp(`^${literally(path)}:.*no-restricted-imports`, "m"),
  };
};

/** One folder of a layer may be named without the rest of it. */
const besides: ReadonlyArray<Fault> = layers.flatMap((layer) =>
  layer.mayImport
    .filter((name) => name.includes("/"))
    .map((name) => {
      const [top = ""] = name.split("/");
      return refused(`${layer.name} imports ${top} beside ${name}`, `${layer.folder}/planted/beside.ts`, `import "#${top}/other/planted.ts";`, "no-restricted-imports");
    }),
);

const wiringInnocent: Innocent = {
  gate: "layers: the wiring file joins screens, storage and sync",
  path: wiring.file,
  plant: appended(wiring.mayAlsoImport.map((name) => `import "#${name}/planted.ts";`).join("\n")),
  mustNotSay: new RegExp(`^${literally(wiring.file)}:.*no-restricted-imports`, "m"),
};

export const layerFaults: ReadonlyArray<Fault> = [...layers.flatMap(importFaults), ...layers.filter(({ pure }) => pure).flatMap(pureFaults), ...besides];
export const layerInnocents: ReadonlyArray<Innocent> = [...layers.map(innocentImports), wiringInnocent];
