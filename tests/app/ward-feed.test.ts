import { describe, expect, it } from "vitest";
import type { Later } from "#app/kept-state.ts";
import { openWardFeed, undoableIn, type Asked, type WardFeed } from "#app/ward-feed.ts";
import { epochMs } from "#core/time.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import type { VisitId } from "#core/visit/events.ts";
import { phaseOf, triageOf } from "#core/visit/visit.ts";
import { foldVersion } from "#projections/checkpoint.ts";
import { absorb, emptyState } from "#projections/ward-state.ts";
import { newMemoryDevice, openMemoryWardLog } from "#tests/storage/memory-log.ts";

const now: Later = (work) => { setTimeout(work); };
const atMs = epochMs(Date.UTC(2026, 10, 23, 15, 43));
const visit = (name: string): VisitId => name as VisitId;
const arrive = (feed: WardFeed, name: string) =>
  feed.register({ visit: visit(name), commands: (number) => [{ type: "RegisterArrival", number, details: {}, atMs }] }, nobodyYet);
const undoableOf = (asked: Asked) => undoableIn(asked.ok ? asked.value : [])!;
const numbersIn = (feed: WardFeed) => [...feed.state().visits.values()].map((file) => file.visit.number);

describe("the ward feed", () => {
  it("[FED1] what is asked is in the state when the answer comes, and a refusal writes nothing", async () => {
    const feed = await openWardFeed(await openMemoryWardLog(), now);
    await arrive(feed, "a");
    expect(phaseOf(feed.state().visits.get(visit("a"))!.visit).is).toBe("waiting");
    const before = feed.state();
    expect(await feed.ask(visit("nobody"), [{ type: "CallIn", atMs }], nobodyYet)).toEqual({ ok: false, error: { type: "NoSuchVisit" } });
    expect(feed.state()).toBe(before);
  });

  it("[FED2] two askings at once follow each other: the second is decided against what the first wrote", async () => {
    const feed = await openWardFeed(await openMemoryWardLog(), now);
    await arrive(feed, "a");
    const [first, second] = await Promise.all([
      feed.ask(visit("a"), [{ type: "BeginCare", atMs }], nobodyYet),
      feed.ask(visit("a"), [{ type: "BeginCare", atMs }], nobodyYet),
    ]);
    expect([first.ok, second]).toEqual([true, { ok: false, error: { type: "AlreadySo" } }]);
  });

  it("[FED2] two tabs that take in two patients at once never give them one number", async () => {
    const device = newMemoryDevice();
    const tabs = await Promise.all([1, 2].map(async () => openWardFeed(await openMemoryWardLog({ device }), now)));
    await Promise.all(Array.from({ length: 20 }, (_, place) => arrive(tabs[place % 2]!, `visit ${place}`)));
    expect(new Set(tabs.flatMap(numbersIn)).size).toBe(20);
  });

  it("[FED3] the answer holds what takes the whole deed back, and the undo too", async () => {
    const feed = await openWardFeed(await openMemoryWardLog(), now);
    await arrive(feed, "a");
    const asked = await feed.ask(visit("a"), [{ type: "SetTriage", scale: "no3", scaleVersion: "1", level: 2, atMs }], nobodyYet);
    await arrive(feed, "b");
    const undo = (deed: Asked) => feed.ask(visit("a"), undoableOf(deed).records.map((target) => ({ type: "Undo", target, atMs })), nobodyYet);
    const undone = await undo(asked);
    expect(triageOf(feed.state().visits.get(visit("a"))!.visit)).toBeNull();
    await undo(undone);
    expect(triageOf(feed.state().visits.get(visit("a"))!.visit)?.value.level).toBe(2);
  });

  it("[FED5] one draft registered by two tabs at once, and once more after a crash, is one patient with one number", async () => {
    const device = newMemoryDevice();
    const tabs = await Promise.all([1, 2].map(async () => openWardFeed(await openMemoryWardLog({ device }), now)));
    const asked = await Promise.all(tabs.map((feed) => arrive(feed, "draft")));
    const afterCrash = await openWardFeed(await openMemoryWardLog({ device }), now);
    asked.push(await arrive(afterCrash, "draft"));
    const told = asked.map((one) => one.ok && one.value.map(({ record }) => record.id).join());
    expect(new Set(told).size).toBe(1);
    expect(numbersIn(afterCrash)).toHaveLength(1);
    for (const { visit: undone, records } of asked.map(undoableOf)) expect([undone, records.length]).toEqual(["draft", 1]);
  });

  it("[CPT1][KEEP1][KEEP2] starts from the checkpoint with the very state that the log gives", async () => {
    const device = newMemoryDevice();
    const feed = await openWardFeed(await openMemoryWardLog({ device }), now);
    for (let place = 0; place < 260; place += 1) {
      await arrive(feed, `visit ${place}`);
      if (place % 2 === 0) await feed.ask(visit(`visit ${place}`), [{ type: "Leave", how: "home", atMs }], nobodyYet);
    }
    const log = await openMemoryWardLog({ device });
    await expect.poll(async () => (await log.loadCheckpoint(foldVersion))?.upTo ?? 0).toBeGreaterThan(200);
    let folded = emptyState;
    for await (const batch of log.read(0)) folded = absorb(folded, batch.map(({ record }) => record));
    const again = await openWardFeed(log, now);
    expect(again.state().visits.size).toBeLessThan(260);
    await again.whole;
    expect(sorted(again.state())).toEqual(sorted(folded));
    expect((await arrive(again, "the next")).ok).toBe(true);
    expect(new Set(numbersIn(again)).size).toBe(261);
  });
});

const sorted = (state: typeof emptyState) => ({ ...state, visits: [...state.visits].toSorted(([a], [b]) => (a < b ? -1 : 1)) });
