/**
 * What is inside the seal, as text and read back. Reading is kind to what a newer program may add; it never guesses.
 *
 * - BDY1 A body reads back as it was written, the event untouched, known or not.
 * - BDY2 A role that this program does not know is read as "other"; fields it does not know are left out.
 * - BDY3 Without an actor, two times and a causal vector it is no body.
 */
import { roles, type Actor, type StaffId } from "../staff/actor.ts";
import { epochMs } from "../time.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { DeviceId, RecordBody, SeenVector } from "./record.ts";


export const bodyText = (body: RecordBody): string => {
  const { actor, atMs, wroteMs, seen, event } = body;
  return canonicalJson({ actor, atMs, wroteMs, seen, event });
};

export const readBody = (raw: unknown): RecordBody | null => {
  if (!isObject(raw)) return null;
  const actor = readActor(raw["actor"]);
  const seen = readSeen(raw["seen"]);
  const { atMs, wroteMs } = raw;
  if (actor === null || seen === null || !isTime(atMs) || !isTime(wroteMs)) return null;
  return { actor, atMs: epochMs(atMs), wroteMs: epochMs(wroteMs), seen, event: raw["event"] };
};

const readActor = (raw: unknown): Actor | null => {
  if (!isObject(raw)) return null;
  const { name, role, staffId } = raw;
  if (typeof name !== "string" || typeof role !== "string") return null;
  const known = { name, role: roles.find((each) => each === role) ?? "other" };
  // A parsed border: the id is whatever the ward calls its people.
  return typeof staffId === "string" ? { ...known, staffId: staffId as StaffId } : known;
};

const readSeen = (raw: unknown): SeenVector | null => {
  if (!Array.isArray(raw)) return null;
  const pairs = raw.filter(isSeenPair);
  return pairs.length === raw.length ? pairs : null;
};

const isSeenPair = (raw: unknown): raw is readonly [DeviceId, number] =>
  Array.isArray(raw) && raw.length === 2 && typeof raw[0] === "string" && Number.isSafeInteger(raw[1]);

const isTime = (raw: unknown): raw is number => Number.isSafeInteger(raw);

const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> => typeof raw === "object" && raw !== null && !Array.isArray(raw);
