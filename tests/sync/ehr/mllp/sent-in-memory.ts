/** What outlives the courier in a test: a set. */
import type { SentBefore } from "#sync/ehr/mllp/courier.ts";

export const sentInMemory = (ids = new Set<string>()): SentBefore => ({
  has: (id) => Promise.resolve(ids.has(id)),
  put: (id) => Promise.resolve(void ids.add(id)),
  forget: (id) => Promise.resolve(void ids.delete(id)),
});
