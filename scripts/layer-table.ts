/** The layer table of ARCHITECTURE.md, printed from `layers.ts`. */
import { layers, wiring } from "../layers.ts";

const cell = (names: ReadonlyArray<string>): string => (names.length === 0 ? "nothing" : names.join(", "));

export const layerTable = (): string =>
  [
    "| layer | folder | may import | packages | pure | says |",
    "|---|---|---|---|---|---|",
    ...layers.map(
      ({ name, folder, mayImport, npm, pure, says }) =>
        `| ${name} | \`${folder}/\` | ${cell(mayImport)} | ${cell(npm.map((part) => `\`${part}\``))} | ${pure ? "yes" : "no"} | ${says} |`,
    ),
    "",
    `\`${wiring.folder}/\` alone may also import ${wiring.mayAlsoImport.join(" and ")}.`,
  ].join("\n");

const markers = { from: "<!-- layers: from layers.ts -->", to: "<!-- layers: end -->" } as const;

export const withLayerTable = (document: string): string => {
  const [before = "", rest = ""] = document.split(markers.from);
  const [, after = ""] = rest.split(markers.to);
  return `${before}${markers.from}\n${layerTable()}\n${markers.to}${after}`;
};
