/**
 * The whole evening, given back to two real receivers of which nearly every second answer goes wrong.
 * A receiver that drops a second message of the same id must end with each message once; of one that does not, what could be
 * doubled is for a person; and a sender that does not know the difference must double, or the proof proves nothing.
 */
import { afterEach, describe, expect, it } from "vitest";
import { epochMs } from "#core/time.ts";
import { lightsOut1643 } from "#scenarios/lights-out-1643.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import type { ItemOutcome, Parcel } from "#sync/ehr/courier/courier.ts";
import { visitToMessages } from "#sync/ehr/hl7/messages.ts";
import type { Hl7Message } from "#sync/ehr/hl7/message.ts";
import { createMllpCourier } from "#sync/ehr/mllp/courier.ts";
import { createSocketLine } from "../../../../server/mllp/socket-line.ts";
import { faults, faultsOf, type DeskRules, type Receiver } from "../../../counterparts/mllp/desk.ts";
import { startMedplumReceiver } from "../../../counterparts/mllp/medplum-receiver.ts";
import { startSimpleReceiver } from "../../../counterparts/mllp/simple-receiver.ts";
import { playEvening } from "../../../scenarios/pretend-log.ts";
import { sourceOf } from "../fhir/sources.ts";
import { hl7Source } from "../hl7/sources.ts";
import { carried, parcelOf } from "./parcels.ts";
import { sentInMemory } from "./sent-in-memory.ts";

/** Silence is waited for in real time: as short as a busy machine can still answer in. */
const answerTimeoutMs = 30;
const state = playEvening(lightsOut1643, { startMs: epochMs(Date.UTC(2026, 0, 20, 15, 43)) }).log.state();
const visits = await Promise.all(
  [...state.visits.values()].map(async (file: VisitFile) => ({ parcel: await parcelOf(file, sourceOf(state)), messages: await visitToMessages(file, hl7Source({}, state)) })),
);
const all = visits.flatMap(({ messages }) => messages);
const messagesById = new Map<string, ReadonlyArray<Hl7Message>>(visits.map(({ parcel, messages }) => [parcel.of, messages]));

const receivers: ReadonlyArray<readonly [string, (rules: DeskRules) => Promise<Receiver>]> = [["@medplum/hl7", startMedplumReceiver], ["simple-hl7", startSimpleReceiver]];
const closing: Array<() => unknown> = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Evening {
  readonly outcomes: ReadonlyArray<ItemOutcome>;
  readonly receiver: Receiver;
  readonly filedIds: ReadonlyArray<string>;
}

const givenBack = async (start: (rules: DeskRules) => Promise<Receiver>, seed: number, site: { readonly dedupes: boolean; readonly isSaidToDedupe: boolean }): Promise<Evening> => {
  const receiver = await start({ dedupes: site.dedupes, nextFault: faultsOf(seed, 0.45), lateMs: answerTimeoutMs * 1.5 });
  const line = createSocketLine({ host: "127.0.0.1", port: receiver.port, connectTimeoutMs: 5_000, answerTimeoutMs, maxBytes: 100_000 });
  closing.push(line.close, receiver.stop);
  const courier = createMllpCourier({ line, dedupes: site.isSaidToDedupe, sentBefore: sentInMemory(), messagesOf: ({ of }: Parcel) => Promise.resolve(messagesById.get(of) ?? []) });
  const outcomes: ItemOutcome[] = [];
  for (const { parcel } of visits) outcomes.push(...(await carried(parcel, (left) => courier.send(left, new AbortController().signal))).values());
  return { outcomes, receiver, filedIds: receiver.filed().map(({ id }) => id) };
};

const doubledIn = (ids: ReadonlyArray<string>): ReadonlyArray<string> => ids.filter((id, at) => ids.indexOf(id) !== at);
const carriedKeys = new Set(all.flatMap(({ keys }) => keys));
const onceOnly = new Set(all.filter(({ isRepeatable }) => !isRepeatable).map(({ id }) => id));
const seeds = [1, 2, 3];

describe.each(receivers)("%s", (_, start) => {
  it("[MLC2] a receiver that drops what it has ends with each message once, whatever goes wrong on the way", { timeout: 120_000 }, async () => {
    const evenings = await Promise.all(seeds.map((seed) => givenBack(start, seed, { dedupes: true, isSaidToDedupe: true })));
    for (const { outcomes, receiver, filedIds } of evenings) {
      expect(new Set(receiver.met())).toEqual(new Set(faults));
      expect(doubledIn(filedIds)).toEqual([]);
      expect(all.filter(({ id }) => !filedIds.includes(id))).toEqual([]);
      expect(outcomes.filter(({ is, key }) => is !== "accepted" && carriedKeys.has(key))).toEqual([]);
    }
  });

  it("[MLC4] of one that does not, nothing found is doubled, and what may be there is for a person", { timeout: 120_000 }, async () => {
    const evenings = await Promise.all(seeds.map((seed) => givenBack(start, seed, { dedupes: false, isSaidToDedupe: false })));
    for (const { outcomes, filedIds } of evenings) {
      expect(doubledIn(filedIds).filter((id) => onceOnly.has(id))).toEqual([]);
      const forPeople = new Set(outcomes.filter(({ is, key }) => is === "person" && carriedKeys.has(key)).map(({ key }) => key));
      expect(forPeople.size).toBeGreaterThan(0);
      expect(all.filter(({ id, keys }) => !filedIds.includes(id) && !keys.some((key) => forPeople.has(key)))).toEqual([]);
    }
  });

  it("control: sent again blindly to one that does not, findings are doubled", { timeout: 120_000 }, async () => {
    const { filedIds } = await givenBack(start, 1, { dedupes: false, isSaidToDedupe: true });
    expect(doubledIn(filedIds).filter((id) => onceOnly.has(id)).length).toBeGreaterThan(10);
  });
});
