/** Vitest: Node unless a file asks for jsdom in its first line; the end-to-end journeys belong to Playwright. */
import { defineConfig } from "vitest/config";

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
    // A worker of its own for each file cost more than the tests in it; tests/setup.ts puts away what a file leaves behind.
    isolate: false,
    testTimeout: 15_000,
    // A state is waited for, never a time: patience costs nothing where the state comes soon, and a busy machine is no fault.
    expect: { poll: { timeout: 10_000 } },
  },
});
