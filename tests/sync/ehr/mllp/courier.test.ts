/** What the courier makes of a receiver's single answers; the receiver is a real one. */
import { afterEach, expect, it } from "vitest";
import { known } from "#core/answer.ts";
import { emptyState } from "#projections/ward-state.ts";
import { visitToMessages } from "#sync/ehr/hl7/messages.ts";
import { createMllpCourier } from "#sync/ehr/mllp/courier.ts";
import { createSocketLine } from "../../../../server/mllp/socket-line.ts";
import type { Fault } from "../../../counterparts/mllp/desk.ts";
import { startMedplumReceiver } from "../../../counterparts/mllp/medplum-receiver.ts";
import { sourceOf } from "../fhir/sources.ts";
import { arrived, given, triaged, visitId } from "../given-visit.ts";
import { hl7Source } from "../hl7/sources.ts";
import { parcelOf } from "./parcels.ts";
import { sentInMemory } from "./sent-in-memory.ts";

// A28, A04, ORU of the look, ORU of the level, A03; the medicine is in none of them.
const file = given(
  { event: arrived({ nationalNumber: known("10915596784"), name: known("Åse Morild") }) },
  { event: triaged(2), minute: 1 },
  { event: { type: "v1.Observed", visit: visitId, found: { measured: { pulsePerMin: 88 } } }, minute: 2 },
  { event: { type: "v1.MedicineGiven", visit: visitId, given: { drug: "Paracetamol" } }, minute: 3 },
  { event: { type: "v1.Left", visit: visitId, how: "home" }, minute: 60 },
);
const parcel = await parcelOf(file, sourceOf(emptyState));
const messages = await visitToMessages(file, hl7Source());

const closing: Array<() => unknown> = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const atSite = async (faults: ReadonlyArray<Fault | null>, dedupes: boolean, ids = new Set<string>()) => {
  const left = [...faults];
  const receiver = await startMedplumReceiver({ dedupes: false, nextFault: () => left.shift() ?? null, lateMs: 1_500 });
  const line = createSocketLine({ host: "127.0.0.1", port: receiver.port, connectTimeoutMs: 2_000, answerTimeoutMs: 1_000, maxBytes: 10_000 });
  closing.push(line.close, receiver.stop);
  const courier = createMllpCourier({ line, dedupes, sentBefore: sentInMemory(ids), messagesOf: () => Promise.resolve(messages) });
  const sendAll = (signal = new AbortController().signal) => courier.send(parcel, signal);
  /** By part; of parts that several records have, the first. */
  const send = async (signal?: AbortSignal): Promise<{ readonly [part: string]: string }> =>
    Object.fromEntries((await sendAll(signal)).map(({ key, is }) => [key.replace(/^[0-9a-f]+\./, ""), is]).toReversed());
  return { receiver, send, sendAll, events: () => receiver.filed().map(({ event }) => event) };
};

it("[MLC1] messages go in their order, and each is told once", async () => {
  const { send, events } = await atSite([], true);
  expect(await send()).toMatchObject({ patient: "accepted", encounter: "accepted", triage: "accepted", "found-pulsePerMin": "accepted" });
  expect(events()).toEqual(["A28", "A04", "R01", "R01", "A03"]);
});

it("[MLC1] nothing is filed on a visit that may not be there", async () => {
  const { send, events } = await atSite([null, "droppedBefore"], true);
  expect(await send()).toMatchObject({ patient: "unknown", encounter: "unknown", triage: "waiting", "found-pulsePerMin": "waiting" });
  expect(events()).toEqual(["A28"]);
});

it("[MLC1] a finding that is refused stops no other, one that is busy makes the rest wait", async () => {
  const refused = await atSite([null, null, "applicationError"], true);
  expect(await refused.send()).toMatchObject({ "found-pulsePerMin": "refused", triage: "accepted", encounter: "accepted" });
  const busy = await atSite([null, null, "busy"], true);
  expect(await busy.send()).toMatchObject({ "found-pulsePerMin": "waiting", triage: "waiting", patient: "accepted", encounter: "waiting" });
});

it("[MLC2] an item in two messages is no better than the worse of them", async () => {
  const { send } = await atSite([null, null, null, null, "garbage"], true);
  expect(await send()).toMatchObject({ patient: "accepted", encounter: "unknown" });
});

it("[MLC3] what HL7 has no message for here is for a person, and so is who gave it", async () => {
  const { sendAll } = await atSite([], true);
  const outcomes = new Map((await sendAll()).map(({ key, is }) => [key, is]));
  const medicine = [...outcomes.keys()].find((key) => key.endsWith(".medicine")) ?? "";
  expect(outcomes.get(medicine)).toBe("person");
  expect(outcomes.get(medicine.replace(".medicine", ".provenance"))).toBe("person");
  expect([...outcomes.values()].filter((is) => is === "person")).toHaveLength(2);
});

it("[MLC4] a finding without an answer is for a person where a second would be filed too, and goes no second time", async () => {
  const { send, events } = await atSite([null, null, "droppedAfter"], false);
  expect(await send()).toMatchObject({ "found-pulsePerMin": "person", triage: "accepted" });
  const before = events().length;
  expect(await send()).toMatchObject({ "found-pulsePerMin": "person" });
  expect(events().slice(before)).toEqual(["A28", "A04", "R01", "A03"]);
});

it("[MLC4] one that was surely not taken goes again", async () => {
  const { send } = await atSite([null, null, "busy"], false);
  expect(await send()).toMatchObject({ "found-pulsePerMin": "waiting" });
  expect(await send()).toMatchObject({ "found-pulsePerMin": "accepted" });
});

it("[MLC5] stopped between sending and answer, it is known afterwards that it was sent", async () => {
  const ids = new Set<string>();
  const first = await atSite([null, null, "late"], false, ids);
  const stop = new AbortController();
  const sending = first.send(stop.signal);
  await expect.poll(() => first.receiver.met()).toEqual(["late"]);
  stop.abort();
  await sending;
  const again = await atSite([], false, ids);
  expect(await again.send()).toMatchObject({ "found-pulsePerMin": "person", triage: "accepted" });
});

it("no receiver at all is waiting, and nothing was sent", async () => {
  const { receiver, send } = await atSite([], false);
  await receiver.stop();
  closing.splice(0);
  expect(await send()).toMatchObject({ patient: "waiting", encounter: "waiting", triage: "waiting" });
});
