import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WardEvent } from "#core/ward/events.ts";
import { defaultSettings, emptyWard, evolveWard, settingsOf, type Ward, type WardRecord } from "#core/ward/ward.ts";
import { epochMs, hourMs } from "#core/time.ts";
import { at, device, nurse, recordId, stampAt } from "../visit/given.ts";

let count = 0;
const said = (event: WardEvent, when: string, on = "A", name = `r${(count += 1)}`): WardRecord => ({
  id: recordId(name), device: device(on), seq: 1, stamp: stampAt(at(when), 0), actor: nurse, atMs: at(when), wroteMs: at(when), seen: [], event,
});
const wardOf = (...records: ReadonlyArray<WardRecord>): Ward => records.reduce(evolveWard, emptyWard);
const named = (name: string, when: string, on = "A"): WardRecord => said({ type: "v1.WardSettingsSet", settings: { name } }, when, on);
const joined = (of: string, letter: string, when: string, on = of): WardRecord =>
  said({ type: "v1.DeviceJoined", device: device(of), wardCode: "TR", letter, signKey: `key of ${letter}` }, when, on);

describe("settings", () => {
  it("[WRD1] each is the last one said, whatever order the records came in", () => {
    const records = [named("Legevakta", "16:00"), said({ type: "v1.WardSettingsSet", settings: { scale: "mts" } }, "16:30"), named("Trondheim", "17:00")];
    expect(settingsOf(wardOf(...records))).toEqual({ ...defaultSettings, name: "Trondheim", scale: "mts" });
    expect(wardOf(...records.toReversed())).toEqual(wardOf(...records));
  });

  it("[WRD1] two said in one instant, even on one device, are settled alike everywhere", () => {
    const records = [named("Aker", "16:00", "B"), named("Ullevål", "16:00", "A"), named("Kalfaret", "16:00", "B")];
    expect(settingsOf(wardOf(...records))).toEqual(settingsOf(wardOf(...records.toReversed())));
  });

  // A tablet a day ahead named the ward; what was set on the others afterwards was said to be saved, and changed nothing.
  it("[WRD1] whoever knew what stood has the last word, also when that came from a clock a day ahead", () => {
    const ahead = { ...named("Feil", "16:00", "B"), stamp: stampAt(epochMs(at("16:00") + 24 * hourMs), 0) };
    const mended: WardRecord = { ...named("Legevakta", "16:10"), seen: [[device("B"), 1]] };
    const list = (name: string, people: number) => ({ type: "v1.SnapshotTaken" as const, asOfMs: at("15:00"), source: name, people: Array.from({ length: people }, () => ({ name: "Kari" })) });
    const lists = [{ ...said(list("old", 1), "16:00", "B"), stamp: ahead.stamp }, { ...said(list("new", 2), "16:20"), seen: mended.seen }];
    for (const order of [[ahead, mended, ...lists], [mended, ahead, ...lists.toReversed()]]) {
      expect(settingsOf(wardOf(...order)).name).toBe("Legevakta");
      expect(wardOf(...order).snapshot?.value).toMatchObject({ source: "new", count: 2 });
    }
  });

  it("[WRD1] what nobody said is what a Norwegian legevakt starts with", () => {
    expect(settingsOf(emptyWard)).toEqual(defaultSettings);
  });
});

describe("devices", () => {
  it("[WRD2] a device is known by what it said of itself first", () => {
    const records = [joined("A", "A", "16:00"), joined("A", "B", "17:00")];
    for (const order of [records, records.toReversed()]) expect(wardOf(...order).devices["A"]?.letter).toBe("A");
  });

  it("[WRD2] and never by what another says of it", () => {
    expect(wardOf(joined("A", "Z", "15:00", "B"), joined("A", "A", "16:00")).devices["A"]?.signKey).toBe("key of A");
    expect(wardOf(joined("A", "Z", "15:00", "B")).devices).toEqual({});
  });

  it("[WRD2] its name is the last that anybody gave it", () => {
    const name = (text: string, when: string, on: string): WardRecord => said({ type: "v1.DeviceNamed", device: device("A"), name: text }, when, on);
    const records = [name("Skranken", "16:00", "A"), name("Triage", "17:00", "B")];
    for (const order of [records, records.toReversed()]) expect(wardOf(...order).names["A"]?.value).toBe("Triage");
  });
});

it("[WRD5] an archive is sealed to the recovery key that was set last, whatever came in last", () => {
  const set = (recipient: string, when: string): WardRecord => said({ type: "v1.RecoveryKeySet", recipient }, when, "A");
  const records = [set("age1a", "16:00"), set("age1b", "17:00")];
  for (const order of [records, records.toReversed()]) expect(wardOf(...order).recovery?.value).toBe("age1b");
});

it("[WRD1] the same records in any order and any number give the same ward", () => {
  const event = fc.oneof(
    fc.constantFrom("Aker", "Ullevål").map((name): WardEvent => ({ type: "v1.WardSettingsSet", settings: { name } })),
    fc.constantFrom("A", "B").map((letter): WardEvent => ({ type: "v1.DeviceJoined", device: device("A"), wardCode: "TR", letter, signKey: letter })),
    fc.constantFrom("one", "two").map((name): WardEvent => ({ type: "v1.DeviceNamed", device: device("B"), name })),
    fc.constantFrom("age1a", "age1b").map((recipient): WardEvent => ({ type: "v1.RecoveryKeySet", recipient })),
  );
  const any = fc.tuple(event, fc.constantFrom("16:00", "17:00"), fc.constantFrom("A", "B"));
  fc.assert(
    fc.property(fc.array(any, { maxLength: 8 }), (facts) => {
      const records = facts.map(([one, when, on], place) => said(one, when, on, `p${place}`));
      expect(wardOf(...records.toReversed(), ...records)).toEqual(wardOf(...records));
    }),
  );
});
