/** Steps about orders, for visits that are told by hand. */
import type { Identifier, Order, OrderResult } from "#core/clinical/order.ts";
import { recordId, theVisit, type Circumstances, type Step } from "./given.ts";

export const ordered = (what: string, how: Circumstances = {}, more: Partial<Order> = {}): Step => ({ event: { type: "v1.Ordered", visit: theVisit, order: { kind: "lab", what, ...more } }, how });
export const came = (order: string | null, text: string, how: Circumstances = {}, more: Partial<OrderResult> = {}): Step => ({
  event: { type: "v1.ResultCame", visit: theVisit, order: order === null ? null : recordId(order), result: { text, identifiedBy: twoOf, ...more } }, how,
});
export const owned = (order: string, owner: string, how: Circumstances = {}): Step => ({ event: { type: "v1.OrderOwned", visit: theVisit, order: recordId(order), owner }, how });
export const dropped = (order: string, why: string, how: Circumstances = {}): Step => ({ event: { type: "v1.OrderDropped", visit: theVisit, order: recordId(order), why }, how });
const twoOf: ReadonlyArray<Identifier> = ["name", "born"];
