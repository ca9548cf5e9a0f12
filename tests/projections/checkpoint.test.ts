import { describe, expect, it } from "vitest";
import { foldVersion, partsOf, stateFrom, withPast } from "#projections/checkpoint.ts";
import { knownTypes } from "#core/log/event-shapes.ts";
import { phaseOf } from "#core/visit/visit.ts";
import type { Later } from "#app/kept-state.ts";
import { openWardFeed } from "#app/ward-feed.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import { epochMs } from "#core/time.ts";
import type { VisitId } from "#core/visit/events.ts";
import { openMemoryWardLog } from "#tests/storage/memory-log.ts";

const later: Later = (work) => { setTimeout(work); };
const atMs = epochMs(Date.UTC(2026, 10, 23, 15, 43));
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const evening = async () => {
  const feed = await openWardFeed(await openMemoryWardLog(), later);
  for (const name of ["here", "gone"]) {
    await feed.register({ visit: name as VisitId, commands: (number) => [{ type: "RegisterArrival", number, details: {}, atMs }] }, nobodyYet);
  }
  await feed.ask("gone" as VisitId, [{ type: "Leave", how: "home", atMs }], nobodyYet);
  return feed.state();
};

describe("the checkpoint's pieces", () => {
  it("[CPT2] who is here stands before the past is taken up, and nobody is lost when it is", async () => {
    const state = await evening();
    const [ward, here, past] = partsOf(state).map(({ value }) => throughJson(value));
    const first = stateFrom(ward, here);
    expect([...first!.state.visits.values()].map(({ visit }) => phaseOf(visit).is)).toEqual(["waiting"]);
    expect(first!.pastParts).toBe(1);
    const whole = withPast(first!.state, past);
    expect(whole).toEqual({ ...state, visits: whole!.visits });
    expect(new Map(whole!.visits)).toEqual(new Map(state.visits));
  });

  // An event that came with an update would have stayed "unknown" in what an older program had put away.
  it("[CPT4] what a program put away that knew fewer events is not taken up", async () => {
    const log = await openMemoryWardLog();
    const visit = "here" as VisitId;
    const first = await openWardFeed(log, later);
    await first.register({ visit, commands: (number) => [{ type: "RegisterArrival", number, details: {}, atMs }] }, nobodyYet);
    const blind = partsOf(first.state());
    await first.ask(visit, [{ type: "Observe", found: { measured: { pulsePerMin: 72 } }, atMs }], nobodyYet);
    let upTo = 0;
    for await (const batch of log.read(0)) upTo = Math.max(upTo, ...batch.map(({ place }) => place));
    expect(foldVersion).toBe(`6.${knownTypes.length}`);
    await log.saveCheckpoint({ upTo, foldVersion: `5.${knownTypes.length - 1}`, parts: blind });
    expect((await openWardFeed(log, later)).state().visits.get(visit)?.visit.looks).toHaveLength(1);
    await log.saveCheckpoint({ upTo, foldVersion, parts: blind });
    expect((await openWardFeed(log, later)).state().visits.get(visit)?.visit.looks).toHaveLength(0);
  });

  it("[CPT3] a piece that is not understood makes it void", async () => {
    const [ward, here] = partsOf(await evening()).map(({ value }) => throughJson(value));
    expect(stateFrom(ward, "not records")).toBeNull();
    expect(stateFrom(ward, [{ event: { type: "v9.Unheard" }, seen: [] }])).toBeNull();
    expect(stateFrom({}, here)).toBeNull();
    expect(stateFrom(null, here)).toBeNull();
    expect(withPast((await evening()), [{}])).toBeNull();
  });
});
