/**
 * Runs before every unit test file.
 *
 * A test that makes noise on the console fails, because a warning nobody reads is a fault nobody finds.
 * A test that expects a warning replaces `console.warn` itself with `vi.spyOn`.
 */
import "@testing-library/jest-dom/vitest";
import { afterEach, beforeEach } from "vitest";

const quiet = { error: console.error, warn: console.warn };
const noise: Array<string> = [];

const record =
  (level: "error" | "warn") =>
  (...parts: ReadonlyArray<unknown>): void => {
    noise.push(`console.${level}: ${parts.map(String).join(" ")}`);
  };

beforeEach(() => {
  noise.length = 0;
  console.error = record("error");
  console.warn = record("warn");
});

afterEach(() => {
  Object.assign(console, quiet);
  if (noise.length > 0) throw new Error(`The test was not quiet.\n${noise.join("\n")}`);
});
