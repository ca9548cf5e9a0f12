/**
 * The layers, in one table. Lint rules, gates and ARCHITECTURE.md are made from it; change it here and run
 * `npm run lint:config`.
 *
 * `mayImport` names other layers, or one folder of a layer (`sync/protocol`). `npm` names packages; `node:*` is
 * Node's own. A layer that is `pure` gets no DOM, no clock, no dice and no I/O: time, ids and randomness come as arguments.
 */
export type Layer = {
  readonly name: string;
  readonly folder: string;
  readonly mayImport: ReadonlyArray<string>;
  readonly npm: ReadonlyArray<string>;
  readonly pure: boolean;
  readonly says: string;
};

const pure = { npm: [], pure: true } as const;
const effectful = { pure: false } as const;

export const layers: ReadonlyArray<Layer> = [
  { name: "core", folder: "src/core", mayImport: [], ...pure, says: "what can happen in a ward" },
  { name: "i18n", folder: "src/i18n", mayImport: [], ...pure, says: "every word on screen: nb, nn, en; a missing word does not compile" },
  {
    name: "forms",
    folder: "src/forms",
    mayImport: ["core", "i18n"],
    ...pure,
    says: "the paper forms as data: screen, print, drill and tests all read the one description",
  },
  {
    name: "projections",
    folder: "src/projections",
    mayImport: ["core"],
    ...pure,
    says: "what the log means: board, chart, figures, outbox",
  },
  {
    name: "scenarios",
    folder: "src/scenarios",
    mayImport: ["core", "forms"],
    ...pure,
    says: "written evenings: development seed, drill and test fixture in one",
  },
  {
    name: "storage",
    folder: "src/storage",
    mayImport: ["core"],
    npm: ["dexie", "valibot"],
    ...effectful,
    says: "the log on this device: keys, seal, Dexie, journal copy, space",
  },
  {
    name: "sync",
    folder: "src/sync",
    mayImport: ["core", "projections"],
    npm: ["valibot", "age-encryption"],
    ...effectful,
    says: "to other devices and to the journal system; one folder an adapter, behind one small port each",
  },
  {
    name: "app",
    folder: "src/app",
    mayImport: ["core", "i18n", "forms", "projections", "scenarios"],
    npm: ["react", "react-dom", "@navikt/aksel-icons", "qr"],
    ...effectful,
    says: "screens, one folder a task",
  },
  {
    name: "sw",
    folder: "src/sw",
    mayImport: [],
    npm: [],
    ...effectful,
    says: "the service worker; nothing of patients",
  },
  {
    name: "redd",
    folder: "src/redd",
    mayImport: ["i18n"],
    npm: [],
    ...effectful,
    says: "the rescue page: saves what lies on the device when the program is broken; nothing of the program",
  },
  {
    name: "server",
    folder: "server",
    mayImport: ["core", "sync/protocol", "sync/ehr"],
    npm: ["node:*"],
    ...effectful,
    says: "the ward hub: stores sealed records it cannot read",
  },
];

/** The one folder that may join the screens to storage and sync. */
export const wiring = { folder: "src/app/wiring", file: "src/app/wiring/wiring.ts", mayAlsoImport: ["storage", "sync"] } as const;
