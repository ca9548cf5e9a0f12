/**
 * The account of giving back, over every visit.
 *
 * - TLY1 Taken is every item there is; each of them is counted once, as what it stands as, and only what is done counts as done.
 */
import type { Tally } from "#core/recovery/events.ts";
import type { BackVisit } from "./back-entry.ts";

export const tallyOf = (visits: ReadonlyArray<BackVisit>): Tally => {
  const standings = visits.flatMap(({ entries }) => entries.flatMap((entry) => entry.standings));
  const count = (is: "verified" | "checked" | "void"): number => standings.filter((standing) => standing.is === is).length;
  return { taken: standings.length, verified: count("verified"), checked: count("checked"), void: count("void") };
};

export const isSameTally = (a: Tally, b: Tally): boolean => a.taken === b.taken && a.verified === b.verified && a.checked === b.checked && a.void === b.void;
