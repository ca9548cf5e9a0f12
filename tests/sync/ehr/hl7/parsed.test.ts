/** Every message of any visit is read by two libraries, and both find in it what we put there. */
import fc from "fast-check";
import { Hl7Message as Parsed } from "@medplum/core";
import { Parser } from "simple-hl7";
import { expect, it } from "vitest";
import { known } from "#core/answer.ts";
import { epochMs } from "#core/time.ts";
import { lightsOut1643 } from "#scenarios/lights-out-1643.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { visitToMessages } from "#sync/ehr/hl7/messages.ts";
import { readHl7Text } from "#sync/ehr/hl7/text.ts";
import { readByMedplum } from "../../../counterparts/mllp/medplum-receiver.ts";
import { readBySimple } from "../../../counterparts/mllp/simple-receiver.ts";
import { playEvening } from "../../../scenarios/pretend-log.ts";
import { anyVisit } from "../any-visit.ts";
import { arrived, given, visitId } from "../given-visit.ts";
import { hl7Source } from "./sources.ts";
import { parcelOf } from "../mllp/parcels.ts";

const state = playEvening(lightsOut1643, { startMs: epochMs(Date.UTC(2026, 0, 20, 15, 43)) }).log.state();

const checkVisit = async (file: VisitFile, source = hl7Source()) => {
  const messages = await visitToMessages(file, source);
  const keys = new Set((await parcelOf(file, source)).items.map(({ key }) => key));
  expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
  for (const message of messages) {
    // oxlint-disable-next-line no-control-regex -- they would end a frame
    expect(message.text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    const [byMedplum, bySimple] = [readByMedplum(Parsed.parse(message.text)), readBySimple(new Parser().parse(message.text))];
    expect(byMedplum).toEqual(bySimple);
    expect(byMedplum.id).toBe(message.id);
    expect(message.id).toMatch(/^[0-9a-f]{20}$/);
    expect(byMedplum.event).toBe(message.event);
    expect(byMedplum.patient).not.toBe("");
    for (const key of message.keys) expect(keys).toContain(key);
    for (const line of message.text.split("\r").slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9]{2}\|/);
  }
  expect(await visitToMessages(file, source)).toEqual(messages);
  return messages.length;
};

it("[HLX2] every visit of the evening is read alike by both, and the same records give the same bytes", async () => {
  let messages = 0;
  for (const file of state.visits.values()) messages += await checkVisit(file, hl7Source({}, state));
  expect(messages).toBeGreaterThan(250);
});

it("[HLX3] so is any visit there can be, and its keys are those of the FHIR file", async () => {
  const property = fc.asyncProperty(anyVisit, async (file) => (await checkVisit(file)) >= 0);
  expect((await fc.check(property, { numRuns: 100 })).failed).toBe(false);
}, 60_000);

it("[HLT1] names and notes come out of both as somebody wrote them", async () => {
  const nasty = "Bjørg \"|\" Åsgård^&~\\ Øye\nlinje 2 \\.br\\ æ";
  const file = given({ event: arrived({ name: known(nasty), reason: known(nasty) }) }, { event: { type: "v1.Noted", visit: visitId, note: { text: nasty } } });
  const messages = await visitToMessages(file, hl7Source());
  for (const { text, event } of messages) {
    for (const read of [readByMedplum(Parsed.parse(text)), readBySimple(new Parser().parse(text))]) {
      expect(readHl7Text(read.name)).toBe(nasty);
      expect(event === "T02" ? read.values.map(readHl7Text) : [nasty]).toEqual([nasty]);
    }
  }
  expect(messages.map(({ event }) => event)).toEqual(["A04", "T02"]);
});
