import { expect, it } from "vitest";
import { boardOf, waitOf } from "#projections/board.ts";
import { countsOf } from "#projections/counts.ts";
import { epochMs, minuteMs } from "#core/time.ts";
import { createClock, type Clock } from "#app/clock.ts";
import { createPace, type Pace } from "#app/routes/drill/pace.ts";
import { behindMin, openDrillPlayer, type DrillPlayer } from "#app/routes/drill/drill-player.ts";
import { createWriteClock } from "#app/routes/drill/write-clock.ts";
import { openWardFeed, type WardFeed } from "#app/ward-feed.ts";
import { lightsOut1643 } from "#scenarios/lights-out-1643.ts";
import { newMemoryDevice, openMemoryWardLog, type MemoryDevice } from "#tests/storage/memory-log.ts";

const evening = Date.UTC(2026, 10, 23, 16, 58);

interface Time {
  nowMs: number;
}
interface Tab {
  readonly feed: WardFeed;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly player: DrillPlayer;
  /** As the clock's own tick, without waiting for it. */
  readonly tick: () => void;
}

const openTab = async (device: MemoryDevice, time: Time): Promise<Tab> => {
  const pace = createPace({ wallMs: () => time.nowMs, steadyMs: () => time.nowMs });
  const ticks = new Set<() => void>();
  const clock: Clock = { ...createClock(pace), onTick: (listener) => { ticks.add(listener); return () => ticks.delete(listener); } };
  const writeClock = createWriteClock(clock);
  const log = await openMemoryWardLog({ profile: "drill", device, clock: writeClock });
  const feed = await openWardFeed(log, (work) => void setTimeout(work));
  const alone = (work: () => Promise<void>): Promise<void> => device.locks.hold("player", work);
  const player = await openDrillPlayer({ scenario: lightsOut1643, log, feed, clock, writeClock, pace, alone });
  return { feed, clock, pace, player, tick: () => { for (const tick of ticks) tick(); } };
};

const arrivals = ({ feed }: Tab): number => feed.state().visits.size;
const recordCount = ({ feed }: Tab): number => [...feed.state().visits.values()].reduce((sum, { records }) => sum + records.length, 0);
const cameBy = (minute: number): number => new Set(lightsOut1643.lines.flatMap((line) => ((line.does === "arrive" || line.does === "takeCall") && line.minute <= minute ? [line.visit] : []))).size;

it("[DRL1] opens with the first hours behind it, and waits that are real against the clock", async () => {
  const tab = await openTab(newMemoryDevice(), { nowMs: evening });
  expect(arrivals(tab)).toBe(cameBy(behindMin));
  const board = boardOf(tab.feed.state(), tab.clock.nowMs());
  expect(countsOf(board, tab.clock.nowMs()).longestWaitMin).toBeGreaterThan(20);
  for (const row of [...board.overdue, ...board.waiting]) expect(waitOf(row, tab.clock.nowMs()).waitedMin).toBeLessThan(120);
  expect(tab.feed.state().downtimes[0]?.startedAtMs).toBe(evening - behindMin * minuteMs);
});

it("[DRL1] every entry was written in its own minute, never later than now", async () => {
  const { feed } = await openTab(newMemoryDevice(), { nowMs: evening });
  for (const { records } of feed.state().visits.values()) {
    for (const record of records) expect(record.wroteMs).toBeLessThanOrEqual(evening);
  }
  const first = lightsOut1643.lines[0]?.minute ?? 0;
  const wrote = [...feed.state().visits.values()].flatMap(({ records }) => records.map(({ wroteMs }) => wroteMs));
  expect(Math.min(...wrote)).toBe(evening - (behindMin - first) * minuteMs + 20_000);
});

it("[DRL1] goes on with the clock, faster where asked", async () => {
  const time = { nowMs: evening };
  const tab = await openTab(newMemoryDevice(), time);
  tab.pace.setSpeed(20);
  time.nowMs += minuteMs;
  tab.tick();
  await expect.poll(() => arrivals(tab)).toBe(cameBy(behindMin + 20));
  expect(tab.clock.nowMs()).toBe(evening + 20 * minuteMs);
  expect(tab.clock.jumpMs()).toBeNull();
});

it("[DRL2] a reload goes on where the book ends, and writes nothing twice", async () => {
  const device = newMemoryDevice();
  const time = { nowMs: evening };
  const first = await openTab(device, time);
  first.player.close();
  time.nowMs += 10 * minuteMs;
  const again = await openTab(device, time);
  await expect.poll(() => again.player.look().is).toBe("playing");
  await expect.poll(() => arrivals(again)).toBe(cameBy(behindMin + 10));
  const unbroken = { nowMs: evening };
  const straight = await openTab(newMemoryDevice(), unbroken);
  unbroken.nowMs += 10 * minuteMs;
  straight.tick();
  await expect.poll(() => recordCount(straight)).toBe(recordCount(again));
  expect(again.player.look().startMs).toBe(straight.player.look().startMs);
});

it("[DRL2] the whole evening, cut in pieces by reloads, is the whole evening once", async () => {
  const device = newMemoryDevice();
  const time = { nowMs: evening };
  for (const minutes of [0, 13, 100, 200, 120]) {
    time.nowMs += minutes * minuteMs;
    const tab = await openTab(device, time);
    await expect.poll(() => tab.player.look().is).not.toBe("watching");
    tab.player.close();
  }
  const last = await openTab(device, time);
  await expect.poll(() => last.player.look().is).toBe("over");
  const { visits } = last.feed.state();
  const begun = [...visits.values()].flatMap(({ records }) => records.flatMap(({ event }) => (event.type === "v1.Arrived" || event.type === "v1.CallTaken" ? [`${event.visit} ${event.type}`] : [])));
  expect(visits.size).toBe(cameBy(1_000));
  expect(begun).toHaveLength(new Set(begun).size);
});

it("[DRL2] a drill that ran ahead of the device's clock is taken up at the time it had reached", async () => {
  const device = newMemoryDevice();
  const time = { nowMs: evening };
  const fast = await openTab(device, time);
  fast.pace.setSpeed(20);
  time.nowMs += 3 * minuteMs;
  fast.tick();
  await expect.poll(() => arrivals(fast)).toBe(cameBy(behindMin + 60));
  fast.player.close();
  const again = await openTab(device, time);
  expect(again.clock.nowMs()).toBeGreaterThan(evening + 55 * minuteMs);
  expect(again.pace.speed()).toBe(1);
});

it("[DRL3] a second tab watches, and takes over when the first closes", async () => {
  const device = newMemoryDevice();
  const time = { nowMs: evening };
  const first = await openTab(device, time);
  const second = await openTab(device, time);
  expect([first.player.look().is, second.player.look().is]).toEqual(["playing", "watching"]);
  first.player.close();
  await expect.poll(() => second.player.look().is).toBe("playing");
  expect(recordCount(second)).toBe(recordCount(first));
});

it("[DRL4] what could not be written is said, and written with the next minute", async () => {
  const device = newMemoryDevice();
  const time = { nowMs: evening };
  const pace = createPace({ wallMs: () => time.nowMs, steadyMs: () => time.nowMs });
  const clock = createClock(pace);
  const ticks = new Set<() => void>();
  const ticking: Clock = { ...clock, onTick: (listener) => { ticks.add(listener); return () => ticks.delete(listener); } };
  const writeClock = createWriteClock(clock);
  const log = await openMemoryWardLog({ profile: "drill", device, clock: writeClock });
  const feed = await openWardFeed(log, (work) => void setTimeout(work));
  let isFull = true;
  const player = await openDrillPlayer({
    scenario: lightsOut1643, feed, clock: ticking, writeClock, pace,
    log: { ...log, append: async (plan) => (isFull ? { ok: false, error: { type: "DiskFull" } } : log.append(plan)) },
    alone: (work) => work(),
  });
  expect(player.look().fault).toEqual({ type: "DiskFull" });
  isFull = false;
  for (const tick of ticks) tick();
  await expect.poll(() => feed.state().visits.size).toBe(cameBy(behindMin));
  expect(player.look().fault).toBeNull();
  expect(epochMs(evening)).toBe(clock.nowMs());
});
