// A written evening as data: who comes, and what happens minute by minute. Seed, drill and fixture are the same evening.
import type { Conclusion } from "#core/clinical/conclusion.ts";
import type { Found } from "#core/clinical/found.ts";
import type { GivenMedicine } from "#core/clinical/medicine.ts";
import type { Note } from "#core/clinical/note.ts";
import type { Order, OrderResult, Procedure } from "#core/clinical/order.ts";
import type { Level } from "#core/clinical/scales.ts";
import type { CallOutcome, TakenCall } from "#core/clinical/telephone.ts";
import type { DetailAnswers } from "#core/visit/details.ts";
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

/** What is found, given and said; never corrected in a scenario. */
export type Care =
  | { readonly does: "know"; readonly details: DetailAnswers }
  | { readonly does: "observe"; readonly found: Found }
  | { readonly does: "give"; readonly given: GivenMedicine }
  | { readonly does: "note"; readonly note: Note }
  | { readonly does: "order"; readonly order: Order }
  /** `to` is what was ordered. */
  | { readonly does: "result"; readonly to: string; readonly result: OrderResult }
  | { readonly does: "procedure"; readonly procedure: Procedure }
  | { readonly does: "conclude"; readonly conclusion: Conclusion }
  /** Who rings answers as in `people`. */
  | { readonly does: "takeCall"; readonly call: TakenCall }
  | { readonly does: "endCall"; readonly outcome: CallOutcome; readonly callBackInMin?: number };

type VisitDoing =
  /** What the person answers at the door stands in `people`. */
  | { readonly does: "arrive" }
  | Doing
  | Care
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
