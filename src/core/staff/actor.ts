// Who did it. Identity for the record only; how a person proves who they are comes from outside.
import type { Brand } from "../brand.ts";

export type StaffId = Brand<string, "StaffId">;

export const roles = ["nurse", "lead", "doctor", "recordsClerk", "coordinator", "other"] as const;
export type Role = (typeof roles)[number];

export interface Actor {
  /** As it shall stand in the journal; "" when nobody has said who they are yet. */
  readonly name: string;
  readonly role: Role;
  /** Norwegian health personnel number or the ward's own id, when known. */
  readonly staffId?: StaffId;
}

export const nobodyYet: Actor = { name: "", role: "other" };
