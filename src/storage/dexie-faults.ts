/**
 * What the database throws, as faults that can be handled. Dexie and the browsers wrap the cause at will, so it is
 * looked for at every depth.
 *
 * - DXF1 A quota that is used up is DiskFull, however deep it lies.
 * - DXF2 A lost connection is told from everything else: it is worth one more try, also when it was lost because the disk was full.
 * - DXF3 What no database throws is a bug, and no fault.
 */
import type { SaveFault } from "#core/log/port.ts";

/** null: a bug, to be thrown on. */
export const saveFaultFrom = (thrown: unknown): SaveFault | null => {
  const names = namesIn(thrown);
  if (names.includes("QuotaExceededError")) return { type: "DiskFull" };
  const isBug = names.length === 0 || names.some((name) => bugNames.includes(name));
  return isBug ? null : { type: "StoreLost", detail: names.join(", ") };
};

const bugNames = ["Error", "TypeError", "RangeError", "ReferenceError", "SyntaxError"];

/** The database went away under us: the browser closed it, or lost the process that holds it. */
export const isLostConnection = (thrown: unknown): boolean => {
  const names = namesIn(thrown);
  // Closed is closed, whatever closed it: with room again, or with the held-back space freed, it opens.
  if (names.includes("DatabaseClosedError")) return true;
  if (names.includes("QuotaExceededError")) return false;
  return names.some((name) => ["DatabaseClosedError", "InvalidStateError", "UnknownError", "AbortError"].includes(name));
};

const maxDepth = 5;

const namesIn = (thrown: unknown, depth = 0): ReadonlyArray<string> => {
  if (typeof thrown !== "object" || thrown === null || depth > maxDepth) return [];
  const name = "name" in thrown ? [String(thrown.name)] : [];
  const causes = [
    "inner" in thrown ? thrown.inner : undefined,
    "cause" in thrown ? thrown.cause : undefined,
    ...("failures" in thrown && Array.isArray(thrown.failures) ? thrown.failures : []),
  ];
  return [...name, ...causes.flatMap((cause) => namesIn(cause, depth + 1))];
};
