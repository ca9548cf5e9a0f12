/**
 * Everything that was said of giving one ward's visits back, by visit.
 *
 * - GVB1 The same records give the same account, in any order and however often they came.
 * - GVB2 A visit is signed as far as somebody has read: a record written after that is not covered by it.
 * - GVB3 Who the patient is there is what was said last, in causal order; a word about another target is another's.
 */
import { inCausalOrderBy } from "../log/order.ts";
import type { LogRecord } from "../log/record.ts";
import { isIn, type Run } from "../log/runs.ts";
import type { Actor } from "../staff/actor.ts";
import type { EpochMs } from "../time.ts";
import type { VisitId } from "../visit/events.ts";
import type { PatientMatched, RecoveryClosed, RecoveryEvent } from "./events.ts";
import { sayingsOf, type ItemsSaidRecord, type Said } from "./item.ts";

export type RecoveryRecord = LogRecord & { readonly event: RecoveryEvent };

export interface Signature {
  readonly by: Actor;
  readonly atMs: EpochMs;
  readonly held: { readonly [device: string]: ReadonlyArray<Run> };
}

export interface VisitBack {
  readonly records: ReadonlyArray<RecoveryRecord>;
  readonly signatures: ReadonlyArray<Signature>;
  /** The last word, by target. */
  readonly matches: ReadonlyMap<string, PatientMatched>;
  readonly sayings: ReadonlyMap<string, ReadonlyArray<Said>>;
}

export interface GivingBack {
  readonly visits: ReadonlyMap<VisitId, VisitBack>;
  readonly closings: ReadonlyArray<RecoveryRecord>;
  readonly closed: ReadonlyArray<RecoveryClosed & { readonly by: Actor; readonly atMs: EpochMs }>;
}

export const nothingBack: VisitBack = { records: [], signatures: [], matches: new Map(), sayings: new Map() };
export const noneGivenBack: GivingBack = { visits: new Map(), closings: [], closed: [] };

export const isRecovery = (record: LogRecord): record is RecoveryRecord =>
  record.event.type === "v1.VisitSigned" || record.event.type === "v1.PatientMatched" || record.event.type === "v1.ItemsSaid" || record.event.type === "v1.RecoveryClosed";

/** Costs what the visits cost that these records are about, whatever the others are. */
export const takenIn = (before: GivingBack, records: ReadonlyArray<RecoveryRecord>): GivingBack => {
  const byVisit = new Map<VisitId, RecoveryRecord[]>();
  const closings: RecoveryRecord[] = [];
  for (const record of records) {
    if (record.event.type === "v1.RecoveryClosed") {
      closings.push(record);
      continue;
    }
    const known = byVisit.get(record.event.of);
    if (known === undefined) byVisit.set(record.event.of, [record]);
    else known.push(record);
  }
  const visits = new Map(before.visits);
  for (const [visit, some] of byVisit) visits.set(visit, visitBackOf([...(before.visits.get(visit)?.records ?? []), ...some]));
  return { visits, ...(closings.length === 0 ? { closings: before.closings, closed: before.closed } : closedBy([...before.closings, ...closings])) };
};

const closedBy = (records: ReadonlyArray<RecoveryRecord>): Pick<GivingBack, "closings" | "closed"> => {
  const closings = inOrderOnce(records);
  return { closings, closed: closings.flatMap(({ event, actor, atMs }) => (event.type === "v1.RecoveryClosed" ? [{ ...event, by: actor, atMs }] : [])) };
};

export const visitBackOf = (records: ReadonlyArray<RecoveryRecord>): VisitBack => {
  const ordered = inOrderOnce(records);
  return {
    records: ordered,
    signatures: ordered.flatMap(({ event, actor, atMs }) => (event.type === "v1.VisitSigned" ? [{ by: actor, atMs, held: Object.fromEntries(event.held) }] : [])),
    matches: new Map(ordered.flatMap(({ event }) => (event.type === "v1.PatientMatched" ? [[event.target, event] as const] : []))),
    sayings: sayingsOf(ordered.filter((record): record is ItemsSaidRecord => record.event.type === "v1.ItemsSaid")),
  };
};

const inOrderOnce = <T extends LogRecord>(records: ReadonlyArray<T>): ReadonlyArray<T> => inCausalOrderBy([...new Map(records.map((record) => [record.id, record])).values()], (one) => one);

/** Whether every one of these records was read by somebody who signed. */
export const isSigned = ({ signatures }: VisitBack, records: ReadonlyArray<Pick<LogRecord, "device" | "seq">>): boolean =>
  signatures.length > 0 && records.every(({ device, seq }) => signatures.some(({ held }) => isIn(held[device] ?? [], seq)));
