// A written evening as data: who comes, and what happens minute by minute. Seed, drill and fixture are the same evening.
import type { Level } from "#core/clinical/scales.ts";
import type { Actor } from "#core/staff/actor.ts";
import type { Disposition, VisitFact } from "#core/visit/events.ts";
import type { WardSettings } from "#core/ward/events.ts";
import type { DoorAnswers } from "#forms/door.ts";

/** One thing that happens to a visit and that can be written, and written instead of something struck. */
export type Doing =
  | { readonly does: "triage"; readonly level: Level }
  | { readonly does: "tell"; readonly answers: DoorAnswers }
  | { readonly does: "move"; readonly to: string | null }
  | { readonly does: "assign"; readonly to: string | null }
  | { readonly does: "callIn" }
  | { readonly does: "see" }
  | { readonly does: "leave"; readonly how: Disposition; readonly to?: string };

type VisitDoing =
  /** What the person answers at the door stands in `people`. */
  | { readonly does: "arrive" }
  | Doing
  /** The last unstruck record of that kind. */
  | { readonly does: "undo"; readonly what: VisitFact["type"] }
  | { readonly does: "correct"; readonly what: VisitFact["type"]; readonly why: string; readonly instead: Doing | null };

interface Timed {
  /** Minutes after the start: when it is written down. */
  readonly minute: number;
  /** When it happened, where that was earlier. */
  readonly happened?: number;
  /** Alias of who writes. */
  readonly by: string;
}

export type VisitLine = Timed & { readonly visit: string } & VisitDoing;
export type Line = (Timed & { readonly does: "declareDowntime" | "endDowntime" }) | VisitLine;

export interface Scenario {
  readonly id: string;
  readonly title: { readonly nb: string; readonly nn: string; readonly en: string };
  /** The clock on the wall at minute 0. */
  readonly startsAt: string;
  readonly ward: WardSettings;
  readonly staff: { readonly [alias: string]: Actor };
  readonly people: { readonly [alias: string]: DoorAnswers };
  /** In order of `minute`. */
  readonly lines: ReadonlyArray<Line>;
}
