/** Faults that the type checker must see, each by the configuration that is there for it. */
import { type Fault, appended, literally, replaced, text } from "./fault.ts";

const seenIn = (path: string, code = "TS\\d+"): RegExp => new RegExp(`^${literally(path)}\\(.*error ${code}`, "m");

const mistake = (gate: string, name: string, content: string, code: string): Fault => {
  const path = `src/core/planted/${name}.ts`;
  return { gate: `types: ${gate}`, path, plant: text(content), sees: seenIn(path, code) };
};

const plantedEvent = 'export interface Planted extends OfVisit {\n  readonly type: "v1.Planted";\n}\n';

/** Under tsconfig.json, the whole program. */
export const programFaults: ReadonlyArray<Fault> = [
  mistake("an index may find nothing", "unchecked-index", "export const f = (a: ReadonlyArray<number>): number => a[0];", "TS2322"),
  mistake("an optional property is not undefined", "optional", "export const a: { readonly b?: number } = { b: undefined };", "TS2375"),
  mistake("a type is imported as one", "verbatim", 'import { Result } from "../result.ts";\nexport const a: Result<1, 2> | null = null;', "TS1484"),
  mistake("no enum", "enum", "export enum Level {\n  red,\n}", "TS1294"),
  mistake("a file that is not there", "gone", 'export { a } from "./gone-long-ago.ts";', "TS2307"),
  {
    gate: "types: a new event breaks the fold that does not know it",
    path: "src/core/visit/events.ts",
    plant: replaced(/export type VisitEvent =/, `${plantedEvent}export type VisitEvent =\n  | Planted`),
    sees: seenIn("src/core/visit/visit.ts"),
  },
  {
    gate: "types: a word that one language lacks",
    path: "src/i18n/nb/planted.ts",
    plant: text(
      'import type { Words } from "../words.ts";\nimport { nn } from "../nn/index.ts";\nexport const lacking = { ...nn, faults: {} } satisfies Words;',
    ),
    sees: seenIn("src/i18n/nb/planted.ts"),
  },
];

/** Under tsconfig.pure.json: the layers that have neither DOM nor Node. */
export const pureFaults: ReadonlyArray<Fault> = ["core", "i18n", "forms", "projections", "scenarios"].flatMap((layer) => {
  const at = (name: string): string => `src/${layer}/planted/${name}.ts`;
  return [
    { gate: `pure: ${layer} has no DOM`, path: at("dom"), plant: text("export type Where = HTMLElement;"), sees: seenIn(at("dom"), "TS2304") },
    { gate: `pure: ${layer} has no Node`, path: at("node"), plant: text("export const version = process.version;"), sees: seenIn(at("node"), "TS2(304|580|591)") },
  ];
});

/** Under tsconfig.sw.json and tsconfig.worker.json: a worker has no page. */
export const serviceWorkerFaults: ReadonlyArray<Fault> = [
  { gate: "types: the service worker has no page", path: "src/sw/planted.ts", plant: text("export const page = document.title;"), sees: seenIn("src/sw/planted.ts") },
];
export const workerFaults: ReadonlyArray<Fault> = [
  { gate: "types: a worker has no page", path: "src/storage/planted.worker.ts", plant: appended("export const page = document.title;"), sees: seenIn("src/storage/planted.worker.ts") },
];
