// What somebody has begun to write and has not registered, and the shelf that keeps it through a kill.
import type { Brand } from "./brand.ts";
import type { EpochMs } from "./time.ts";

/** Made at the first letter. At the door it becomes the visit's own id, so that one draft can only ever be one patient. */
export type DraftId = Brand<string, "DraftId">;

/** What stands in a form, as typed, by field name. */
export type DraftFields = { readonly [field: string]: string };

export interface Draft {
  readonly id: DraftId;
  /** Which form, and of what: "door", "visit/<id>/leave". */
  readonly form: string;
  readonly fields: DraftFields;
  readonly keptMs: EpochMs;
}

/** One draft belongs to one tab at a time. A tab that is gone leaves its drafts for others to claim. */
export interface DraftShelf {
  /** Begun in the same turn. Of two texts of one draft that wait for the disk, only the newer is written. */
  readonly keep: (draft: Draft) => void;
  readonly drop: (id: DraftId) => void;
  /** It stays where it lies, for any tab. */
  readonly letGo: (id: DraftId) => void;
  /** The newest of this form that no tab has; from now on this tab's. */
  readonly claim: (form: string) => Promise<Draft | null>;
  /** All whose form begins so and that no tab has, the newest first. */
  readonly waiting: (formStart: string) => Promise<ReadonlyArray<Draft>>;
}
