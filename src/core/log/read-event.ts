/**
 * What stands in a record is read here, and nowhere else.
 *
 * - READ1 An event of an older version is lifted to today's on reading; the log is not rewritten.
 * - READ2 A type that this program does not know is kept and passed on untouched, shown as unknown, never guessed at.
 * - READ3 A known type whose content does not fit is unknown too: it breaks no fold.
 */
import type { KnownEvent } from "../event.ts";
import { eventShapes } from "./event-shapes.ts";

export interface UnknownEvent {
  readonly type: "unknown";
  /** The type as written, "" when there was none. */
  readonly was: string;
  readonly raw: unknown;
}

export type ReadEvent = KnownEvent | UnknownEvent;

/** From an older type to the next one up; applied until today's is reached. Empty while everything is v1. */
export type Lifts = { readonly [type: string]: (raw: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>> };
const lifts: Lifts = {};

const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw);

const maxLifts = 100;

export const readEvent = (raw: unknown, using: Lifts = lifts): ReadEvent => {
  if (!isObject(raw) || typeof raw["type"] !== "string") return { type: "unknown", was: "", raw };
  let event = raw;
  for (let step = 0; step < maxLifts; step += 1) {
    const lift = Object.hasOwn(using, String(event["type"])) ? using[String(event["type"])] : undefined;
    if (lift === undefined) break;
    event = lift(event);
  }
  const type = String(event["type"]);
  const fits = Object.hasOwn(eventShapes, type) ? eventShapes[type as KnownEvent["type"]] : undefined;
  // The shape was checked field by field just now.
  return fits?.(event) === true ? (event as unknown as KnownEvent) : { type: "unknown", was: raw["type"], raw };
};
