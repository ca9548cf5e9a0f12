/**
 * One visit as somebody types it into the journal system by hand: what belongs on which screen, and how far each has come.
 *
 * - BKE1 Every item of the visit stands in exactly one entry; who wrote what when is told on each entry and is no item of its own.
 * - BKE2 An entry stands as far as the least far of its items.
 * - BKE3 Screens come in the order that is asked for; on each the newest first.
 * - BKE4 A visit is back when every entry is; no entries is not back.
 */
import type { RecordId } from "#core/log/record.ts";
import { isDone, standingOf, type Item, type Standing } from "#core/recovery/item.ts";
import { screens, type Screen } from "#core/recovery/screens.ts";
import { isSigned, type VisitBack } from "#core/recovery/giving-back.ts";
import type { Actor } from "#core/staff/actor.ts";
import type { EpochMs } from "#core/time.ts";
import type { VisitFact } from "#core/visit/events.ts";
import { chartOf, type ChartLine } from "./chart.ts";
import type { VisitFile } from "./ward-state.ts";

export interface BackEntry {
  readonly id: string;
  readonly screen: Screen;
  /** null: the person or the contact as they stand, out of many records. */
  readonly line: ChartLine | null;
  readonly items: ReadonlyArray<Item>;
  readonly standing: Standing;
  /** Each item's own, in the order of `items`. */
  readonly standings: ReadonlyArray<Standing>;
}

export interface BackVisit {
  readonly entries: ReadonlyArray<BackEntry>;
  readonly done: number;
  readonly isSigned: boolean;
  readonly isBack: boolean;
}

export const backVisitOf = (file: VisitFile, items: ReadonlyArray<Item>, back: VisitBack, order: ReadonlyArray<Screen> = screens): BackVisit => {
  const signed = isSigned(back, file.records);
  const lines = new Map(chartOf(file.records).map((line) => [line.id, line]));
  const groups = new Map<string, { readonly screen: Screen; readonly line: ChartLine | null; readonly items: Item[] }>();
  for (const item of items) {
    const [record, part] = partsOf(item.key);
    if (part.startsWith("provenance")) continue;
    const line = part === "patient" || part === "encounter" || part === "age" ? null : (lines.get(record) ?? null);
    const screen = screenOf(part, line);
    const id = line === null ? screen : `${screen}-${record}`;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, { screen, line, items: [item] });
    else group.items.push(item);
  }
  const entries = [...groups].map(([id, group]): BackEntry => {
    const standings = group.items.map((item) => standingOf(item, back.sayings.get(item.key) ?? [], signed));
    return { id, ...group, standings, standing: leastFar(standings) };
  });
  const done = entries.filter(({ standing }) => isDone(standing)).length;
  return { entries: entries.toSorted((a, b) => order.indexOf(a.screen) - order.indexOf(b.screen) || cameMs(b) - cameMs(a)), done, isSigned: signed, isBack: entries.length > 0 && done === entries.length };
};

/** The standing ones first on their screen. */
const cameMs = ({ line }: BackEntry): number => line?.atMs ?? Number.POSITIVE_INFINITY;

const partsOf = (key: string): readonly [RecordId, string] => {
  const dot = key.indexOf(".");
  return [key.slice(0, dot) as RecordId, key.slice(dot + 1)];
};

/** One deed is typed in one place, whatever it is made of; an answer to many questions is parted by question. */
const screenOf = (part: string, line: ChartLine | null): Screen => (line === null || "details" in line.event ? (screensByPart[part.split("-")[0] ?? ""] ?? "told") : screensByDeed(line.event.type));

const screensByPart: { readonly [kind: string]: Screen | undefined } = {
  patient: "person", age: "person", encounter: "contact", allergy: "medicines", in: "medicines",
};

const screensByDeed = (type: VisitFact["type"]): Screen => {
  switch (type) {
    case "v1.MedicineGiven":
      return "medicines";
    case "v1.Ordered":
    case "v1.ResultCame":
    case "v1.OrderOwned":
    case "v1.OrderDropped":
      return "results";
    case "v1.Observed":
      return "measurements";
    case "v1.Arrived":
    case "v1.DetailsSet":
    case "v1.TriageSet":
    case "v1.Placed":
    case "v1.ClinicianSet":
    case "v1.CalledIn":
    case "v1.Seen":
    case "v1.Left":
    case "v1.Joined":
      return "contact";
    case "v1.CallTaken":
    case "v1.CallEnded":
    case "v1.CalledBack":
    case "v1.Noted":
    case "v1.Concluded":
    case "v1.ProcedureDone":
    case "v1.FormFilled":
    case "v1.PhotoTaken":
      return "notes";
  }
};

/** From what somebody must settle, through what nobody has begun, to what is done. */
const ranks: { readonly [S in Standing["is"]]: number } = {
  person: 0, refused: 1, captured: 2, ready: 3, waiting: 4, unknown: 5, taken: 6, accepted: 7, keyed: 8, verified: 9, checked: 9, void: 9,
};

const leastFar = (standings: ReadonlyArray<Standing>): Standing =>
  standings.reduce((least, one) => (ranks[one.is] < ranks[least.is] ? one : least), standings[0] ?? { is: "captured" });

/** Who has the visit in hand, and what they typed it in under. */
export const handOn = ({ entries }: BackVisit): { readonly by: Actor; readonly sinceMs: EpochMs } | null => {
  const taken = entries.flatMap(({ standings }) => standings).find((one) => one.is === "taken");
  return taken?.is === "taken" ? { by: taken.by, sinceMs: taken.sinceMs } : null;
};

export const placeTyped = ({ entries }: BackVisit): string => {
  const typed = entries.flatMap(({ standings }) => standings).findLast((one) => one.is === "keyed" || one.is === "checked");
  return typed?.is === "keyed" || typed?.is === "checked" ? typed.at : "";
};

/** In whole minutes, from the pace of what was typed already: the median of the times between two; null under five. */
export const minutesLeft = (back: VisitBack, left: number): number | null => {
  const times = [...new Set([...back.sayings.values()].flat().filter(({ is }) => is === "keyed").map(({ atMs }) => atMs))].toSorted((a, b) => a - b);
  const between = times.slice(1).map((atMs, place) => atMs - (times[place] ?? atMs)).filter((ms) => ms < pauseMs).toSorted((a, b) => a - b);
  const median = between[Math.floor(between.length / 2)];
  return between.length < 4 || median === undefined ? null : Math.max(1, Math.ceil((median * left) / 60_000));
};

/** Longer between two is a pause, not a pace. */
const pauseMs = 5 * 60_000;
