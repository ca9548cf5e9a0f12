/**
 * The orders of a visit and what became of each. An order is named by the record that first wrote it.
 *
 * - AWT1 The same records give the same orders, in whatever order and however often they came here.
 * - AWT2 A corrected order is the same order: results, owners and "not needed" that name any record of it are its own. Of
 *   corrections made unaware of each other both stand.
 * - AWT3 An order is awaited until a result came that is not preliminary, or until somebody says that it is not needed; a struck
 *   result makes it awaited again, and a result that came all the same stands before "not needed".
 * - AWT4 Every result stands beside the others, two of one order too: devices that had not met lose none.
 * - AWT5 A result of an order that was struck, or that has not come here yet, or that nobody ordered stands by itself.
 */
import type { Order, OrderResult } from "../clinical/order.ts";
import type { RecordId } from "../log/record.ts";
import { claimOf, lastWord, latest, type Claim, type Standing } from "./standing.ts";
import type { VisitRecord } from "./strikes.ts";

export type OrderState = "awaited" | "partly" | "came" | "notNeeded";

export interface VisitOrder {
  /** The record that first ordered it. */
  readonly id: RecordId;
  readonly order: Standing<Order>;
  /** In the order they happened. */
  readonly results: ReadonlyArray<Claim<OrderResult>>;
  /** Who follows it up after the patient has left. */
  readonly owner: Standing<string> | null;
  /** Why it is not needed. */
  readonly dropped: Standing<string> | null;
  readonly state: OrderState;
}

export interface VisitOrders {
  /** In the order they were ordered. */
  readonly all: ReadonlyArray<VisitOrder>;
  /** Results of no order that stands here. */
  readonly loose: ReadonlyArray<Claim<OrderResult>>;
}

export const noOrders: VisitOrders = { all: [], loose: [] };

type Open = Omit<VisitOrder, "state">;

/** `facts` are all that are here, in causal order; `counting` those of them that are not struck. */
export const ordersIn = (facts: ReadonlyArray<VisitRecord>, counting: ReadonlyArray<VisitRecord>): VisitOrders => {
  if (!counting.some(({ event }) => event.type === "v1.Ordered" || event.type === "v1.ResultCame")) return noOrders;
  const firstOf = firstNames(facts);
  const open = new Map<RecordId, Open>();
  for (const record of counting) {
    if (record.event.type !== "v1.Ordered") continue;
    const id = firstOf(record.id);
    const before = open.get(id);
    open.set(id, { id, order: lastWord(before?.order ?? null, claimOf(record, record.event.order)), results: [], owner: null, dropped: null });
  }
  const loose: Claim<OrderResult>[] = [];
  for (const record of counting) {
    const { event } = record;
    if (event.type !== "v1.ResultCame" && event.type !== "v1.OrderOwned" && event.type !== "v1.OrderDropped") continue;
    const order = event.order === null ? undefined : open.get(firstOf(event.order));
    if (order !== undefined) open.set(order.id, told(order, record));
    else if (event.type === "v1.ResultCame") loose.push(claimOf(record, event.result));
  }
  return { all: [...open.values()].map((one) => ({ ...one, state: stateOf(one) })).toSorted((a, b) => latest(a.order).atMs - latest(b.order).atMs), loose: loose.toSorted(byTime) };
};

const told = (order: Open, record: VisitRecord): Open => {
  const { event } = record;
  if (event.type === "v1.ResultCame") return { ...order, results: [...order.results, claimOf(record, event.result)].toSorted(byTime) };
  if (event.type === "v1.OrderOwned") return { ...order, owner: lastWord(order.owner, claimOf(record, event.owner)) };
  return event.type === "v1.OrderDropped" ? { ...order, dropped: lastWord(order.dropped, claimOf(record, event.why)) } : order;
};

const stateOf = ({ results, dropped }: Open): OrderState => {
  if (results.some(({ value }) => value.preliminary !== true)) return "came";
  if (dropped !== null) return "notNeeded";
  return results.length > 0 ? "partly" : "awaited";
};

/** A correction names what it stands instead of, and that one again: the first of them names the order, struck or not. */
const firstNames = (facts: ReadonlyArray<VisitRecord>): ((id: RecordId) => RecordId) => {
  const before = new Map(facts.flatMap(({ id, event }) => (event.type === "v1.Ordered" && event.corrects !== undefined ? [[id, event.corrects] as const] : [])));
  return (id) => {
    let first = id;
    // A record cannot name one that names it, as names are hashes; a forged log ends all the same.
    for (let steps = 0; steps <= before.size; steps += 1) first = before.get(first) ?? first;
    return first;
  };
};

const byTime = (a: Claim<unknown>, b: Claim<unknown>): number => a.atMs - b.atMs;
