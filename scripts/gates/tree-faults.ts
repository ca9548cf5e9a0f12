/** Faults in what the tree holds: dead code (knip), and what the spec tests under tests/spec keep. */
import { type Fault, appended, replaced, text } from "./fault.ts";

const spec = (gate: string, path: string, plant: Fault["plant"], sees: RegExp): Fault => ({ gate: `spec: ${gate}`, path, plant, sees });

export const unusedFaults: ReadonlyArray<Fault> = [
  { gate: "unused: a file", path: "src/core/planted-file.ts", plant: text("export const a = 1;"), sees: /planted-file\.ts/ },
  { gate: "unused: an export", path: "scripts/gates/fault.ts", plant: appended("export const plantedExport = 1;"), sees: /plantedExport/ },
  { gate: "unused: an exported type", path: "scripts/gates/fault.ts", plant: appended("export type PlantedType = 1;"), sees: /PlantedType/ },
  { gate: "unused: a dependency", path: "package.json", plant: replaced(/"dependencies": \{/, '"dependencies": {\n    "planted-package": "1.0.0",'), sees: /planted-package/ },
  { gate: "unused: a package that is not listed", path: "scripts/planted.ts", plant: text('import "planted-stranger";'), sees: /planted-stranger/ },
];

const machine = ["", "home", "somebody", "file"].join("/");
const putAside = `// ox${"lint"}-disable-next-line no-console`;

export const specFaults: ReadonlyArray<Fault> = [
  spec("a rule without a test", "src/core/planted-rule.ts", text("/**\n * A rule.\n *\n * - PLANTED1 Nobody tests this.\n */\nexport const a = 1;"), /PLANTED1 in src/),
  spec("a test of a rule that is gone", "tests/planted-gone.test.ts", text('import { it } from "vitest";\nit("[PLANTED2] tests what nobody says", () => {});'), /PLANTED2 in tests/),
  spec("one rule number in two heads", "src/core/planted-twice.ts", text("/**\n * - ENS1 The same number again.\n */\nexport const a = 1;"), /ENS1 in s/),
  spec("a platform's package missing from the lock file", "package-lock.json", replaced(/"node_modules\/@oxlint-tsgolint\/darwin-arm64"/, '"node_modules/@planted/elsewhere"'), /@oxlint-tsgolint\/darwin-arm64, wanted by/),
  spec("a registry's host in the lock file", "package-lock.json", replaced(/"node_modules\/sirv": \{/, '"node_modules/sirv": {\n      "resolved": "https://registry.example/sirv.tgz",'), /"node_modules\/sirv"/),
  spec("a loose version", "package.json", replaced(/"dependencies": \{/, '"dependencies": {\n    "planted-loose": "^1.0.0",'), /planted-loose/),
  spec("a stale lint config", ".oxlintrc.json", replaced(/"eqeqeq": "error"/, '"eqeqeq": "off"'), /FAIL.*the committed lint config/),
  spec("a stale layer table", "ARCHITECTURE.md", replaced(/\| core \|/, "| planted |"), /FAIL.*layer table/),
  spec("a broken link", "docs/planted-link.md", text("[gone](./gone-long-ago.md)"), /docs\/planted-link\.md.*gone-long-ago/),
  spec("a decision that is in no index", "docs/decisions/9999-planted.md", text("# 9999"), /"docs\/decisions\/9999-planted\.md"/),
  spec("a hazard that leans on a rule that is gone", "docs/hazards.md", appended("[PLANTED3]"), /"PLANTED3"/),
  spec("a runtime dependency nobody decided on", "package.json", replaced(/"dependencies": \{/, '"dependencies": {\n    "planted-undecided": "1.0.0",'), /FAIL.*every runtime dependency[\s\S]*planted-undecided/),
  spec("a skipped test", "tests/planted-skip.test.ts", text('import { it } from "vitest";\nit.skip("later", () => {});'), /planted-skip\.test\.ts:2/),
  spec("a path of one machine", "docs/planted-path.md", text(`See ${machine}.`), /planted-path\.md:1/),
  spec("a clock in a pure layer", "src/projections/planted-clock.ts", text("export const now = (): number => new Date().getTime();"), /planted-clock\.ts:1/),
  spec("a lint rule put aside without a reason", "src/app/planted-aside.ts", text(`${putAside}\nexport const a = 1;`), /planted-aside\.ts:1/),
  spec("a folder that is no layer", "src/planted/a.ts", text("export const a = 1;"), /FAIL.*is a layer[\s\S]*"src\/planted"/),
  spec("a test that is not quiet", "tests/spec/planted-noise.test.ts", text('import { it } from "vitest";\nit("speaks", () => console.warn("planted noise"));'), /console\.warn: planted noise/),
];
