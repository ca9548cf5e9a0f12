import { expect, it } from "vitest";
import { openWardFeed, undoableIn, type Arrival, type WardFeed } from "#app/ward-feed.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import { epochMs } from "#core/time.ts";
import type { VisitId } from "#core/visit/events.ts";
import { newMemoryDevice, openMemoryWardLog } from "#tests/storage/memory-log.ts";

const atMs = epochMs(Date.UTC(2026, 10, 23, 15, 43));
const arrival = (name: string): Arrival => ({ visit: name as VisitId, commands: (number) => [{ type: "RegisterArrival", number, details: {}, atMs }] });
const many = (from: string, count: number): ReadonlyArray<Arrival> => Array.from({ length: count }, (_, place) => arrival(`${from} ${place}`));
const openFeed = async (device = newMemoryDevice()): Promise<WardFeed> => openWardFeed(await openMemoryWardLog({ device }), (work) => void setTimeout(work));
const numbers = (feed: WardFeed): ReadonlySet<string | null> => new Set([...feed.state().visits.values()].map(({ visit }) => visit.number));

it("[FED4] takes many in in one go, each with a number of its own, in their order", async () => {
  const feed = await openFeed();
  const asked = await feed.registerMany(many("a", 30), nobodyYet);
  expect(asked.ok && asked.value.length).toBe(30);
  expect(numbers(feed).size).toBe(30);
  const serials = [...feed.state().visits.values()].map(({ visit }) => Number(visit.number?.slice(4, 7)));
  expect(serials).toEqual(Array.from({ length: 30 }, (_, place) => place + 1));
});

it("[FED4] two tabs that take in many at once never give one number twice", async () => {
  const device = newMemoryDevice();
  const tabs = [await openFeed(device), await openFeed(device)] as const;
  await Promise.all([tabs[0].registerMany(many("a", 20), nobodyYet), tabs[1].registerMany(many("b", 20), nobodyYet), tabs[0].register(arrival("c"), nobodyYet)]);
  await expect.poll(() => numbers(tabs[0]).size).toBe(41);
});

it("[FED4] one that cannot be taken in leaves all out", async () => {
  const feed = await openFeed();
  await feed.register(arrival("a 3"), nobodyYet);
  expect(await feed.registerMany(many("a", 5), nobodyYet)).toEqual({ ok: false, error: { type: "AlreadySo" } });
  expect(feed.state().visits.size).toBe(1);
});

it("[FED4] no single undo takes many back", async () => {
  const feed = await openFeed();
  const asked = await feed.registerMany(many("a", 2), nobodyYet);
  expect(undoableIn(asked.ok ? asked.value : [])).toBeNull();
});
