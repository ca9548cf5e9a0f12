/**
 * How far one item has come on its way back to the journal system.
 *
 * - ITM1 The same sayings give the same standing, in whatever order they came: causal order decides, not clocks.
 * - ITM2 What was begun and not answered is unknown, never "not sent" and never "done".
 * - ITM3 Only read back and equal, or keyed and checked by a second person, or void, is done.
 * - ITM4 Where it lies is not forgotten because a later answer was not understood.
 * - ITM5 An item whose words have changed since they were verified or checked is not done: it is a change to be sent.
 * - ITM6 A hand on it locks the machine's road; both roads at once is for a person to settle, and says so.
 * - ITM7 Void is not to go; what lies there already is not void by our saying so.
 */
import { inCausalOrderBy, placeInLog, type PlaceInLog } from "../log/order.ts";
import type { LogRecord } from "../log/record.ts";
import type { Actor } from "../staff/actor.ts";
import type { EpochMs } from "../time.ts";
import type { ItemSaying, ItemsSaid } from "./events.ts";

export interface Said extends ItemSaying {
  readonly target: string;
  readonly by: Actor;
  readonly atMs: EpochMs;
  readonly place: PlaceInLog;
}

export type ItemsSaidRecord = LogRecord & { readonly event: ItemsSaid };

export interface Lies {
  readonly at: string;
  readonly version: string | null;
  /** Of what it said when it was put there. */
  readonly hash: string;
}

export type Standing =
  /** Nobody has signed the visit as it is now. */
  | { readonly is: "captured" }
  | { readonly is: "ready"; readonly lies: Lies | null }
  | { readonly is: "unknown"; readonly sinceMs: EpochMs; readonly why: string; readonly lies: Lies | null }
  | { readonly is: "waiting"; readonly sinceMs: EpochMs; readonly why: string; readonly lies: Lies | null }
  | { readonly is: "accepted"; readonly lies: Lies }
  | { readonly is: "verified"; readonly lies: Lies }
  /** `times` it was refused in a row, as it reads now. */
  | { readonly is: "refused"; readonly why: string; readonly times: number; readonly lies: Lies | null }
  | { readonly is: "person"; readonly why: string }
  | { readonly is: "taken"; readonly by: Actor; readonly sinceMs: EpochMs; readonly lies: Lies | null }
  | { readonly is: "keyed"; readonly by: Actor; readonly atMs: EpochMs; readonly at: string }
  | { readonly is: "checked"; readonly keyedBy: Actor; readonly by: Actor; readonly at: string }
  | { readonly is: "void"; readonly why: string };

export const isDone = ({ is }: Standing): boolean => is === "verified" || is === "checked" || is === "void";

/** By key, each key's in causal order. */
export const sayingsOf = (records: ReadonlyArray<ItemsSaidRecord>): ReadonlyMap<string, ReadonlyArray<Said>> => {
  const sayings = new Map<string, Said[]>();
  for (const record of inCausalOrderBy(once(records), (one) => one)) {
    for (const saying of record.event.items) {
      const said = { ...saying, target: record.event.target, by: record.actor, atMs: record.atMs, place: placeInLog(record) };
      sayings.set(saying.key, [...(sayings.get(saying.key) ?? []), said]);
    }
  }
  return sayings;
};

const once = <T extends LogRecord>(records: ReadonlyArray<T>): ReadonlyArray<T> => [...new Map(records.map((record) => [record.id, record])).values()];

export interface Item {
  readonly key: string;
  readonly hash: string;
}

/** `said` in causal order, as `sayingsOf` gives it. */
export const standingOf = (item: Item, said: ReadonlyArray<Said>, isSigned: boolean): Standing => {
  const lies = liesOf(said);
  const hand = handOf(item, said);
  const voided = said.findLast(({ is }) => is === "void" || is === "released");
  if (hand !== null && hand.is !== "taken") return lies === null ? hand : { is: "person", why: "both roads" };
  if (voided?.is === "void") return lies === null ? { is: "void", why: voided.why ?? "" } : { is: "person", why: "void here and lies there" };
  if (hand !== null) return hand;
  const last = said.findLast(({ is }) => isMachine(is));
  if (last === undefined || (last.hash !== item.hash && isSettled(last))) return isSigned ? { is: "ready", lies } : { is: "captured" };
  return machineStanding(item, last, said, lies);
};

const machineWords: ReadonlyArray<ItemSaying["is"]> = ["sending", "unknown", "waiting", "accepted", "verified", "refused", "person"];
const isMachine = (word: ItemSaying["is"]): boolean => machineWords.includes(word);

/** Nothing of it is under way. */
const isSettled = ({ is }: Said): boolean => is !== "sending" && is !== "unknown" && is !== "person";

const machineStanding = (item: Item, last: Said, said: ReadonlyArray<Said>, lies: Lies | null): Standing => {
  const sinceMs = last.atMs;
  const why = last.why ?? "";
  switch (last.is) {
    case "waiting":
      return { is: "waiting", sinceMs, why, lies };
    case "refused":
      return { is: "refused", why, times: refusals(item, said), lies };
    case "person":
      return { is: "person", why };
    case "accepted":
    case "verified":
      // It names a place; one that does not is no answer.
      return lies === null ? { is: "unknown", sinceMs, why: "no place was told", lies } : { is: last.is, lies };
    case "sending":
    case "unknown":
    case "taken":
    case "released":
    case "keyed":
    case "checked":
    case "void":
      return { is: "unknown", sinceMs, why, lies };
  }
};

const liesOf = (said: ReadonlyArray<Said>): Lies | null => {
  const last = said.findLast(({ is, at }) => (is === "accepted" || is === "verified") && at !== undefined);
  return last?.at === undefined ? null : { at: last.at, version: last.version ?? null, hash: last.hash };
};

const refusals = ({ hash }: Item, said: ReadonlyArray<Said>): number => {
  const answers = said.filter(({ is }) => isMachine(is) && is !== "sending").toReversed();
  const other = answers.findIndex((one) => one.is !== "refused" || one.hash !== hash);
  return other === -1 ? answers.length : other;
};

type Hand = Extract<Standing, { readonly is: "taken" | "keyed" | "checked" }>;

const handOf = (item: Item, said: ReadonlyArray<Said>): Hand | null => {
  const from = said.findLastIndex(({ is }) => is === "released");
  const hands = said.slice(from + 1);
  const keyed = hands.findLast(({ is, hash }) => is === "keyed" && hash === item.hash);
  if (keyed !== undefined) {
    const checked = hands.find(({ is, hash, by }) => is === "checked" && hash === item.hash && !isSamePerson(by, keyed.by));
    return checked === undefined ? { is: "keyed", by: keyed.by, atMs: keyed.atMs, at: keyed.at ?? "" } : { is: "checked", keyedBy: keyed.by, by: checked.by, at: keyed.at ?? "" };
  }
  const taken = hands.findLast(({ is }) => is === "taken" || is === "keyed");
  return taken === undefined ? null : { is: "taken", by: taken.by, sinceMs: taken.atMs, lies: liesOf(said) };
};

/** Two roles of one person are one person. */
export const isSamePerson = (a: Actor, b: Actor): boolean =>
  a.staffId !== undefined && b.staffId !== undefined ? a.staffId === b.staffId : a.name.trim().toLowerCase() === b.name.trim().toLowerCase();
