// What the page and the harness say to each other.
import type { Care, SaveFault } from "#core/log/port.ts";

/** Two copies is the product. The others are the controls that must lose something. */
export type How = "two copies" | "one copy" | "relaxed";

export interface Acknowledged {
  readonly id: string;
  readonly device: string;
  readonly seq: number;
  readonly content: string;
}

export interface Shown extends Acknowledged {
  readonly place: number;
}

export interface Health {
  readonly damaged: number;
  readonly forks: number;
}

export type Opened =
  | { readonly ok: false; readonly fault: string }
  | {
      readonly ok: true;
      readonly ward: string;
      readonly device: string;
      readonly care: Care;
    };

export interface SaveEnd {
  readonly saved: number;
  /** Of these, saved after the held-back space was freed. */
  readonly onReserve: number;
  readonly fault: SaveFault | null;
}
