/**
 * Leaving, as commands: the end of the visit, and who follows up what is still awaited, in one go.
 *
 * - LVC1 Each result that is awaited gets the owner that was written, before the end; with none written only the end is asked for.
 */
import type { DraftFields } from "#core/draft.ts";
import type { EpochMs } from "#core/time.ts";
import type { VisitCommand } from "#core/visit/commands.ts";
import type { Disposition } from "#core/visit/events.ts";
import type { Awaited } from "#projections/orders.ts";

interface Leaving {
  readonly how: Disposition;
  readonly to: string;
  readonly owner: string;
  readonly awaited: ReadonlyArray<Awaited>;
}

/** As it stands in the form; "" when nobody wrote it. */
export const ownerIn = ({ owner = "" }: DraftFields): string => owner.trim();

export const leaveCommands = ({ how, to, owner, awaited }: Leaving, atMs: EpochMs): ReadonlyArray<VisitCommand> => [
  // Who follows it up already is not written again.
  ...(owner === "" ? [] : awaited.filter(({ owners }) => owners.length !== 1 || owners[0] !== owner).map(({ id }): VisitCommand => ({ type: "OwnOrder", order: id, owner, atMs }))),
  { type: "Leave", how, ...(to === "" ? {} : { to }), atMs },
];
