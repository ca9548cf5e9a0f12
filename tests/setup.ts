/**
 * Runs before every unit test file.
 *
 * A test that makes noise on the console fails, because a warning nobody reads is a fault nobody finds.
 * A test that expects a warning replaces `console.warn` itself with `vi.spyOn`.
 *
 * A worker reads a module once and runs many files (`isolate: false`), so what one file could leave to the next is put away
 * here: the databases, the drawn page, what the page kept, and its address.
 */
import { afterAll, afterEach, beforeEach } from "vitest";

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

if ("document" in globalThis) {
  await import("@testing-library/jest-dom/vitest");
  const { cleanup, configure } = await import("@testing-library/react");
  // Sealing and signing take their time on a busy machine.
  configure({ asyncUtilTimeout: 10_000 });
  const { emptyDrafts } = await import("#app/drafts/drafts.ts");
  afterEach(async () => {
    cleanup();
    await emptyDrafts();
  });
  afterAll(() => {
    localStorage.clear();
    sessionStorage.clear();
    history.replaceState(null, "", "/");
    document.title = "";
  });
}

if (!("document" in globalThis)) {
  // It has no types of its own. First of all, so that a file that asks for it finds what stands below.
  const auto: string = "fake-indexeddb/auto";
  await import(auto);
  const [{ IDBFactory }, { default: Dexie }] = await Promise.all([import("fake-indexeddb"), import("dexie")]);
  globalThis.indexedDB = new IDBFactory();
  // It holds on to what it found when it was loaded.
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  Dexie.dependencies.IDBKeyRange = globalThis.IDBKeyRange;
}
