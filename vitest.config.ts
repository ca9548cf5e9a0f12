/** Vitest: Node unless a file asks for jsdom in its first line; the end-to-end journeys belong to Playwright. */
import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const drawsPages = ({ moduleId }: TestSpecification): boolean => readFileSync(moduleId, "utf8").startsWith("// @vitest-environment jsdom");

/** A worker is begun anew whenever a file needs another environment: those that draw pages come first, together. */
class ByEnvironment extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(drawsPages), ...sorted.filter((file) => !drawsPages(file))];
  }
}

export default defineConfig({
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: ["tests/e2e/**"],
    environment: "node",
    globals: false,
    setupFiles: ["tests/setup.ts"],
    restoreMocks: true,
    unstubGlobals: true,
    maxWorkers: 2,
    sequence: { sequencer: ByEnvironment },
    // A worker of its own for each file cost more than the tests in it; tests/setup.ts puts away what a file leaves behind.
    isolate: false,
    testTimeout: 15_000,
    // A state is waited for, never a time: patience costs nothing where the state comes soon, and a busy machine is no fault.
    expect: { poll: { timeout: 10_000 } },
  },
});
