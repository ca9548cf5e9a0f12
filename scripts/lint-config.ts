/**
 * The lint rules, made from `layers.ts`; `npm run lint:config` writes them to `.oxlintrc.json`, and
 * `check-gates.ts` plants a fault against each.
 *
 * A layer imports only what its row names, by static, dynamic or type import, and a relative import stays inside its
 * layer. A pure layer names no clock, no dice, no network and no browser. Only the wiring joins screens to storage and sync.
 */
import { type Layer, layers, wiring } from "../layers.ts";

type Json = string | number | boolean | null | ReadonlyArray<Json> | { readonly [key: string]: Json };
type Rules = { readonly [rule: string]: Json };

export const everywhere: Rules = {
  eqeqeq: "error",
  "no-console": "error",
  "no-var": "error",
  "prefer-const": "error",
  "no-param-reassign": "error",
  "no-unused-vars": "error",
  "no-unused-expressions": "error",
  "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx", "hack"], location: "anywhere" }],
  "max-lines": ["error", { max: 300 }],
  "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
  "import/no-cycle": "error",
  "import/no-default-export": "error",
  "import/no-mutable-exports": "error",
  "import/extensions": ["error", "always", { ignorePackages: true }],
  "oxc/no-barrel-file": ["error", { threshold: 0 }],
  "typescript/no-explicit-any": "error",
  "typescript/no-non-null-assertion": "error",
  "typescript/consistent-type-imports": "error",
  "typescript/ban-ts-comment": "error",
  "typescript/no-floating-promises": "error",
  "typescript/no-misused-promises": "error",
  "typescript/await-thenable": "error",
  "typescript/only-throw-error": "error",
  // No `default:` over a union: a new event must break every fold that does not know it.
  "typescript/switch-exhaustiveness-check": ["error", { allowDefaultCaseForExhaustiveSwitch: false }],
  "unicorn/no-thenable": "error",
  "react/rules-of-hooks": "error",
  "react/exhaustive-deps": "error",
  "react/button-has-type": "error",
  "react/no-danger": "error",
  // A `div` with a live role is what screen readers know best, and a form listens to what bubbles up from its fields.
  "jsx-a11y/prefer-tag-over-role": "off",
  "jsx-a11y/no-noninteractive-element-interactions": "off",
};

export const impureGlobals = [
  "globalThis", "window", "self", "document", "navigator", "process", "require",
  "fetch", "crypto", "performance", "localStorage", "indexedDB", "setTimeout", "setInterval", "queueMicrotask",
];
export const impureProperties: ReadonlyArray<{ readonly object?: string; readonly property: string; readonly message: string }> = [
  { object: "Date", property: "now", message: "Time comes as an argument." },
  { object: "Math", property: "random", message: "Randomness comes as an argument." },
  ...["getHours", "getMinutes", "getDate", "getDay", "getMonth", "getFullYear", "getTimezoneOffset"].map((property) => ({
    property,
    message: "A pure layer knows no time zone; use UTC, zones live in app.",
  })),
];

const pureRules: Rules = {
  "no-restricted-globals": ["error", ...impureGlobals.map((name) => ({ name, message: "Pure layer: it comes as an argument." }))],
  "no-restricted-properties": ["error", ...impureProperties],
};

/** Top folders and layers, as they would stand in a relative path that leaves its layer. */
const outside = [...new Set([...layers.map(({ name }) => name), "src", "server", "scripts", "tests", "bench"])];
const relativeEscape = `^(\\./)*(\\.\\./)+(src/)?(${outside.join("|")})/`;

/** An allow list in the order of a .gitignore: everything is refused, then what is allowed is taken back. */
const onlyThese = (mayImport: ReadonlyArray<string>, npm: ReadonlyArray<string>): ReadonlyArray<string> => [
  "*",
  "!.",
  "!..",
  "!./**",
  "!../**",
  ...mayImport.flatMap((path) => withParents(path).map((part) => `!\\#${part}`).concat(`!\\#${path}/**`)),
  ...npm.flatMap((name) => withParents(name).map((part) => `!${part}`).concat(name.endsWith("*") ? [] : `!${name}/**`)),
  "!virtual:*",
];

/** A .gitignore takes nothing back below a folder it refused, so each parent is named first: `a/b` → `a`, `a/b`. */
const withParents = (path: string): ReadonlyArray<string> => {
  const parts = path.split("/");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
};

const importRule = (layer: Layer, more: ReadonlyArray<string> = []): Json => {
  const mayImport = [layer.name, ...layer.mayImport, ...more];
  return [
    "error",
    {
      patterns: [
        // First: the linter stops at the first pattern that has something to say, be it yes or no.
        { regex: relativeEscape, message: "Across layers goes #layer/…, not a relative path." },
        { group: onlyThese(mayImport, layer.npm), message: `${layer.name} may not import this; see layers.ts.` },
      ],
    },
  ];
};

const layerOverride = (layer: Layer): Json => ({
  files: [`${layer.folder}/**`],
  rules: { "no-restricted-imports": importRule(layer), ...(layer.pure ? pureRules : {}) },
});

const wiringOverride = (): ReadonlyArray<Json> =>
  layers
    .filter(({ folder }) => wiring.folder.startsWith(`${folder}/`))
    .map((layer) => ({ files: [`${wiring.folder}/**`], rules: { "no-restricted-imports": importRule(layer, wiring.mayAlsoImport) } }));

/** Where a rule of the product has no meaning. Data and tests are long by nature; scripts speak to a terminal. */
const exceptions: ReadonlyArray<Json> = [
  { files: ["*.config.ts"], rules: { "import/no-default-export": "off" } },
  { files: ["scripts/**", "bench/**", "tests/setup.ts"], rules: { "no-console": "off" } },
  { files: ["src/i18n/**", "src/scenarios/**"], rules: { "max-lines": ["error", { max: 600 }] } },
  {
    files: ["tests/**"],
    rules: {
      "max-lines": ["error", { max: 400 }],
      "max-lines-per-function": "off",
      // A test that meets null where something must be has failed anyhow.
      "typescript/no-non-null-assertion": "off",
      // The given-when-then kit expects inside `gives` and `refuses`.
      "vitest/expect-expect": ["error", { assertFunctionNames: ["expect", "**.gives", "**.refuses"] }],
    },
  },
  // Playwright hands a fixture over with a function that it calls `use`.
  { files: ["tests/e2e/**"], rules: { "react/rules-of-hooks": "off" } },
];

export const lintConfig = (): Json => ({
  $schema: "./node_modules/oxlint/configuration_schema.json",
  plugins: ["typescript", "unicorn", "oxc", "import", "react", "jsx-a11y", "promise", "vitest"],
  categories: { correctness: "error" },
  options: { typeAware: true },
  env: { builtin: true },
  ignorePatterns: ["dist", "node_modules", "docs/pictures", "tests/golden"],
  rules: everywhere,
  overrides: [...exceptions, ...layers.map(layerOverride), ...wiringOverride()],
});

export const lintConfigText = (): string => `${JSON.stringify(lintConfig(), null, 2)}\n`;
