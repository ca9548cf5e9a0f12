import { expect, it } from "vitest";
import { openWardFeed, type WardFeed } from "#app/ward-feed.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import { epochMs } from "#core/time.ts";
import { numberParts, type TemporaryNumber } from "#core/visit/temporary-number.ts";
import { newMemoryDevice, openMemoryWardLog, type MemoryDevice } from "#tests/storage/memory-log.ts";
import { visitId } from "./board-ward.ts";

const atMs = epochMs(1_000);
const openFeed = async (device: MemoryDevice = newMemoryDevice()): Promise<WardFeed> =>
  openWardFeed(await openMemoryWardLog({ device, clock: { nowMs: () => atMs } }), (work) => void setTimeout(work));
const arrive = async (feed: WardFeed, id: string, number?: TemporaryNumber): Promise<TemporaryNumber | null> => {
  await feed.register({ visit: visitId(id), number, commands: (given) => [{ type: "RegisterArrival", number: given, details: {}, atMs }] }, nobodyYet);
  return feed.state().visits.get(visitId(id))?.visit.number ?? null;
};
const reserve = async (feed: WardFeed, count: number): Promise<ReadonlyArray<TemporaryNumber>> => {
  const reserved = await feed.reserve(count, atMs, nobodyYet);
  if (!reserved.ok) throw new Error(reserved.error.type);
  return reserved.value;
};

it("[FED6] numbers on paper are in a row, and nobody who comes before or after gets one of them", async () => {
  const feed = await openFeed();
  const before = await arrive(feed, "a");
  const paper = await reserve(feed, 5);
  const more = await reserve(feed, 2);
  const after = await arrive(feed, "b");
  const all = [before, ...paper, ...more, after];
  expect(all.map((number) => numberParts(number!).serial)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

it("[FED6] two tabs that keep numbers back and take patients in at once never give one number twice, nor does the device after a start", async () => {
  const device = newMemoryDevice();
  const [one, two] = [await openFeed(device), await openFeed(device)];
  const [paper, first, other, second] = await Promise.all([reserve(one, 10), arrive(two, "a"), reserve(two, 10), arrive(one, "b")]);
  const anew = await openFeed(device);
  const all = [...paper, ...other, first, second, await arrive(anew, "c")];
  expect(new Set(all).size).toBe(23);
});

it("[FED7] who was written on paper gets the paper's number; a second one on the same paper gets the next", async () => {
  const feed = await openFeed();
  const [paper, , last] = await reserve(feed, 3);
  expect(await arrive(feed, "a", paper)).toBe(paper);
  expect(numberParts((await arrive(feed, "b", paper))!).serial).toBe(4);
  expect(await arrive(feed, "c", last)).toBe(last);
});
