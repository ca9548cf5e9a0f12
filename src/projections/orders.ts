/**
 * What is awaited, for how long, and by whom: the chart, the board's row, the lead and the letter ask here.
 *
 * - AWA1 The one that was ordered first stands first; an age is never negative.
 * - AWA2 What came in part is still awaited, and says so.
 * - AWA3 The ward's longest wait is of everybody, those who have left too: a result that nobody asks for any more is still awaited.
 * - AWA4 What a ward has ordered more than once stands first among its common ones, the most ordered first; the list is filled
 *   up from ours, each name once, however it is spelt in capitals.
 */
import type { Order } from "#core/clinical/order.ts";
import type { RecordId } from "#core/log/record.ts";
import { minutesBetween, type EpochMs } from "#core/time.ts";
import type { VisitOrder } from "#core/visit/orders.ts";
import { latest } from "#core/visit/standing.ts";
import { phaseOf, type Visit } from "#core/visit/visit.ts";
import type { WardState } from "./ward-state.ts";

export interface Awaited {
  readonly id: RecordId;
  /** As it stands; more than one where devices corrected it unaware of each other. */
  readonly orders: readonly [Order, ...ReadonlyArray<Order>];
  readonly orderedAtMs: EpochMs;
  readonly ageMin: number;
  /** Something came, and more is to come. */
  readonly isPartly: boolean;
  /** Who follows it up after leaving; none when nobody was named. */
  readonly owners: ReadonlyArray<string>;
}

const isAwaited = ({ state }: VisitOrder): boolean => state === "awaited" || state === "partly";

export const awaitedOf = ({ orders }: Visit, nowMs: EpochMs): ReadonlyArray<Awaited> =>
  orders.all.filter(isAwaited).map((one) => {
    const { value: last, atMs } = latest(one.order);
    return {
      id: one.id,
      orders: [last, ...one.order.slice(0, -1).map(({ value }) => value)],
      orderedAtMs: atMs,
      ageMin: minutesBetween(atMs, nowMs),
      isPartly: one.state === "partly",
      owners: [...new Set((one.owner ?? []).map(({ value }) => value))],
    };
  });

export interface AwaitedCount {
  readonly count: number;
  readonly longestMin: number;
}

/** null when nothing is awaited. */
export const awaitedCount = (visit: Visit, nowMs: EpochMs): AwaitedCount | null => {
  const waiting = visit.orders.all.filter(isAwaited);
  const [first] = waiting;
  return first === undefined ? null : { count: waiting.length, longestMin: minutesBetween(latest(first.order).atMs, nowMs) };
};

export interface CriticalState {
  readonly atMs: EpochMs;
  readonly isReadBack: boolean;
}

/** Of all critical results that stand, the last; one that nobody read back stands before those that were. */
export const criticalOf = ({ orders }: Visit): CriticalState | null => {
  const calls = [...orders.all.flatMap(({ results }) => results), ...orders.loose].flatMap(({ value: { critical }, atMs }) => (critical === undefined ? [] : [{ atMs, isReadBack: critical.readBack }]));
  return calls.toSorted((a, b) => Number(a.isReadBack) - Number(b.isReadBack) || b.atMs - a.atMs)[0] ?? null;
};

export interface WardAwaited {
  readonly visit: Visit;
  readonly awaited: Awaited;
  readonly hasLeft: boolean;
}

/** For the lead: every result that is awaited, the longest wait first. */
export const awaitedInWard = ({ visits }: Pick<WardState, "visits">, nowMs: EpochMs): ReadonlyArray<WardAwaited> =>
  [...visits.values()]
    .flatMap(({ visit }) => {
      const phase = phaseOf(visit);
      return phase.is === "void" ? [] : awaitedOf(visit, nowMs).map((awaited) => ({ visit, awaited, hasLeft: phase.is === "left" }));
    })
    .toSorted((a, b) => a.awaited.orderedAtMs - b.awaited.orderedAtMs || (a.awaited.id < b.awaited.id ? -1 : 1));

/** `ours` are where a ward has none of its own yet. */
export const commonOrders = ({ visits }: Pick<WardState, "visits">, ours: ReadonlyArray<string>, most: number): ReadonlyArray<string> => {
  const told = new Map<string, { readonly what: string; readonly count: number }>();
  for (const { visit } of visits.values()) {
    for (const { order } of visit.orders.all) {
      const { what } = latest(order).value;
      const key = what.toLowerCase();
      told.set(key, { what: told.get(key)?.what ?? what, count: (told.get(key)?.count ?? 0) + 1 });
    }
  }
  const known = [...told.values()].filter(({ count }) => count > 1).toSorted((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1));
  const own = known.map(({ what }) => what);
  const taken = new Set(known.map(({ what }) => what.toLowerCase()));
  return [...own, ...ours.filter((what) => !taken.has(what.toLowerCase()))].slice(0, most);
};
