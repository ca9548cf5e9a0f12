/** Faults against the general lint rules, one a rule. Each is the smallest file that breaks it. */
import { everywhere } from "../lint-config.ts";
import { type Fault, literally, text } from "./fault.ts";

const lines = (count: number, line: string): string => Array.from({ length: count }, () => line).join("\n");
// In two halves, or this file would break the rules that it plants faults against.
const later = `// TO${"DO"}: later`;
const ignore = `// @ts-${"ignore"}`;

const broken: Readonly<Record<string, string>> = {
  eqeqeq: "export const isOne = (a: unknown): boolean => a == 1;",
  "no-console": "export const tell = (name: string): void => console.log(name);",
  "no-var": "export var a = 1;",
  "prefer-const": "let a = 1;\nexport const b = a;",
  "no-param-reassign": "export const f = (a: number): number => {\n  a = 2;\n  return a;\n};",
  "no-unused-vars": "const a = 1;\nexport const b = 2;",
  "no-unused-expressions": "export const f = (a: number): void => {\n  a + 1;\n};",
  "no-warning-comments": `${later}\nexport const a = 1;`,
  "max-lines": lines(301, "// one more line"),
  "max-lines-per-function": `export const f = (): number => {\n  let a = 0;\n${lines(60, "  a += 1;")}\n  return a;\n};`,
  "import/no-cycle": 'import { a } from "./cycle-back.ts";\nexport const b = a;',
  "import/no-default-export": "export default 1;",
  "import/no-mutable-exports": "export let a = 1;",
  "import/extensions": 'import "./elsewhere";',
  "oxc/no-barrel-file": 'export * from "../result.ts";',
  "typescript/no-explicit-any": "export const f = (a: any): unknown => a;",
  "typescript/no-non-null-assertion": "export const f = (a: number | null): number => a!;",
  "typescript/consistent-type-imports": 'import { Result } from "../result.ts";\nexport type R = Result<1, 2>;',
  "typescript/ban-ts-comment": `${ignore}\nexport const a: string = 1;`,
  "typescript/no-floating-promises": "const f = async (): Promise<void> => {};\nexport const g = (): void => {\n  f();\n};",
  "typescript/no-misused-promises": "export const g = (): void => [1].forEach(async () => {});",
  "typescript/await-thenable": "export const f = async (): Promise<number> => await 1;",
  "typescript/only-throw-error": 'export const f = (): never => {\n  throw "text";\n};',
  "typescript/switch-exhaustiveness-check":
    'export const f = (a: "x" | "y"): number => {\n  switch (a) {\n    case "x":\n      return 1;\n    case "y":\n      return 2;\n    default:\n      return 3;\n  }\n};',
  "unicorn/no-thenable": "export const a = { then: (): void => {} };",
  "react/rules-of-hooks":
    'import { useState } from "react";\nexport const Page = ({ on }: { readonly on: boolean }): null => {\n  if (on) useState(1);\n  return null;\n};',
  "react/exhaustive-deps":
    'import { useEffect } from "react";\nexport const Page = ({ f }: { readonly f: () => void }): null => {\n  useEffect(() => f(), []);\n  return null;\n};',
  "react/button-has-type": "export const Page = () => <button>Register</button>;",
  "react/no-danger": 'export const Page = () => <p dangerouslySetInnerHTML={{ __html: "" }} />;',
  // From the linter's own set of plain errors, one of each plugin that we count on.
  "jsx-a11y/alt-text": 'export const Page = () => <img src="board.png" />;',
  "vitest/no-focused-tests": 'import { it } from "vitest";\nit.only("is alone", () => {});',
};

const pathFor = (rule: string): string => {
  const name = rule.replaceAll("/", "-");
  if (/^(react|jsx-a11y)\//.test(rule)) return `src/app/planted/${name}.tsx`;
  return rule.startsWith("vitest/") ? `tests/planted/${name}.test.ts` : `src/core/planted/${name}.ts`;
};

const cycleBack: Fault = {
  gate: "lint: import/no-cycle, seen from the other file",
  path: "src/core/planted/cycle-back.ts",
  plant: text('import { b } from "./import-no-cycle.ts";\nexport const a = b;'),
  sees: /^src\/core\/planted\/cycle-back\.ts:.*no-cycle/m,
};

/** A rule without a fault of its own is not known to work, so each must be in the list. */
export const unproved = Object.entries(everywhere).flatMap(([rule, level]) => (level === "off" || rule in broken ? [] : [rule]));

export const lintFaults: ReadonlyArray<Fault> = [
  ...Object.entries(broken).map(([rule, content]): Fault => {
    const path = pathFor(rule);
    return {
      gate: `lint: ${rule}`,
      path,
      plant: text(content),
      sees: new RegExp(`^${literally(path)}:.*\\(${literally(rule.split("/").at(-1) ?? rule)}\\)`, "m"),
    };
  }),
  cycleBack,
];
