/**
 * Carries a visit to a receiver of HL7 v2. There is nothing to read back from: what was acknowledged is accepted, never verified.
 *
 * - MLC1 Messages go one by one, in their order; after one that was not accepted, the rest of the visit waits where it needs it.
 * - MLC2 An item's outcome is the worst of all messages that carry it; a Provenance has the worst of what it tells of.
 * - MLC3 An item that no message carries is for a person.
 * - MLC4 Where the receiver is not known to drop a second message of the same MSH-10, findings and documents without an answer are
 *   for a person and are never sent again, also when this program was stopped between sending and answer.
 * - MLC5 That it is being sent is written down before a byte goes.
 */
import type { Courier, ItemOutcome, Parcel, ParcelItem } from "../courier/courier.ts";
import type { Hl7Message } from "../hl7/message.ts";
import { listIn, textIn } from "../hl7/read-fhir.ts";
import { readAnswer, type Answer } from "./answer.ts";
import type { MllpLine } from "./line.ts";

/** Ids of messages that went and got no clear answer; must outlive this program. */
export interface SentBefore {
  readonly has: (id: string) => Promise<boolean>;
  readonly put: (id: string) => Promise<void>;
  readonly forget: (id: string) => Promise<void>;
}

export interface MllpCourierParts {
  readonly line: MllpLine;
  /** All messages of the parcel's visit, in order. */
  readonly messagesOf: (parcel: Parcel) => Promise<ReadonlyArray<Hl7Message>>;
  /** Whether somebody at the site has said that a second message of the same MSH-10 is dropped. */
  readonly dedupes: boolean;
  readonly sentBefore: SentBefore;
}

type Fate = Answer | { readonly is: "person"; readonly why: string };

export const createMllpCourier = (parts: MllpCourierParts): Courier => ({
  send: async (parcel, signal) => {
    const fates = new Map<string, Fate>();
    const ids = new Map<string, string>();
    const wanted = new Set(parcel.items.map(({ key }) => key));
    let stopped: Fate | null = null;
    for (const message of (await parts.messagesOf(parcel)).filter(({ keys }) => keys.some((key) => wanted.has(key)))) {
      const fate: Fate = stopped !== null || signal.aborted ? waitsFor(stopped) : await fateOf(message, parts, signal);
      // Nothing is filed on a visit that may not be there; a finding that fails stops no other.
      if (stopped === null && fate.is !== "accepted" && (message.isRepeatable || fate.is === "waiting")) stopped = fate;
      for (const key of message.keys) {
        fates.set(key, worse(fates.get(key), fate));
        ids.set(key, message.id);
      }
    }
    return parcel.items.map((item) => outcomeOf(item, parcel, { fates, ids }));
  },
});

const fateOf = async (message: Hl7Message, { line, dedupes, sentBefore }: MllpCourierParts, signal: AbortSignal): Promise<Fate> => {
  const isOnceOnly = !message.isRepeatable && !dedupes;
  if (isOnceOnly && (await sentBefore.has(message.id))) return lost(message);
  if (isOnceOnly) await sentBefore.put(message.id);
  const exchange = await line.exchange(message.text, (text) => readAnswer(text, message.id).is !== "unknown", signal);
  const answer: Answer =
    exchange.is === "answered" ? readAnswer(exchange.text, message.id) : exchange.is === "notSent" ? { is: "waiting", why: exchange.why } : { is: "unknown", why: exchange.why };
  if (!isOnceOnly) return answer;
  if (answer.is === "unknown") return lost(message);
  await sentBefore.forget(message.id);
  return answer;
};

const lost = ({ id }: Hl7Message): Fate => ({ is: "person", why: `message ${id} was sent and its answer never understood; the receiver may file it twice if it is sent again` });

const waitsFor = (stopped: Fate | null): Fate => ({ is: "waiting", why: stopped === null ? "stopped before it was sent" : "waits for what goes before it" });

const order: ReadonlyArray<Fate["is"]> = ["accepted", "waiting", "unknown", "refused", "person"];

const worse = (a: Fate | undefined, b: Fate): Fate => (a === undefined || order.indexOf(b.is) > order.indexOf(a.is) ? b : a);

interface Sent {
  readonly fates: ReadonlyMap<string, Fate>;
  readonly ids: ReadonlyMap<string, string>;
}

const outcomeOf = (item: ParcelItem, parcel: Parcel, sent: Sent): ItemOutcome => {
  const { key } = item;
  const fate = fateIn(item, parcel, sent);
  switch (fate.is) {
    case "accepted":
      return { key, is: "accepted", at: sent.ids.get(key) ?? "", version: null };
    case "waiting":
      return { key, is: "waiting", why: fate.why, retryAfterS: null };
    case "unknown":
    case "refused":
    case "person":
      return { key, is: fate.is, why: fate.why };
  }
};

const uncarried: Fate = { is: "person", why: "no HL7 message carries this kind of item" };

/** Who said it and when stands in the messages themselves. What a Provenance tells of and is not in this parcel was told before. */
const fateIn = (item: ParcelItem, { items }: Parcel, { fates }: Sent): Fate => {
  const own = fates.get(item.key);
  if (own !== undefined || item.resource["resourceType"] !== "Provenance") return own ?? uncarried;
  const targets = new Set(listIn(item.resource, "target").map((one) => textIn(one, "reference")));
  return items.filter(({ urn }) => targets.has(urn)).reduce<Fate>((worst, { key }) => worse(worst, fates.get(key) ?? uncarried), { is: "accepted" });
};
