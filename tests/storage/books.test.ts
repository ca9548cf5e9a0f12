import "fake-indexeddb/auto";
import Dexie from "dexie";
import { expect, it } from "vitest";
import { openWardLog } from "#storage/ward-log.ts";
import { named, readAll, write } from "./devices.ts";
import { platformRandom, setClock } from "./memory-log.ts";

const openBook = async (book?: string) => {
  const opened = await openWardLog({ profile: "real", clock: setClock(), random: platformRandom, ...(book === undefined ? {} : { book }) });
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
};

it("[WLG6] opens a second book beside the first, with keys of its own, and finds both again", async () => {
  const first = await openBook();
  await write(first, "a");
  const second = await openBook("real-2");
  await write(second, "b");
  expect([second.ward, second.device]).not.toEqual([first.ward, first.device]);
  first.close();
  second.close();
  const again = [await openBook("real"), await openBook("real-2")];
  expect(again.map(({ ward }) => ward)).toEqual([first.ward, second.ward]);
  expect(await Promise.all(again.map(async (log) => named(await readAll(log))))).toEqual([
    ["v1.DeviceJoined", "a"],
    ["v1.DeviceJoined", "b"],
  ]);
  for (const log of again) log.close();
  expect((await Dexie.getDatabaseNames()).toSorted()).toEqual(["vaktbok-keys-real", "vaktbok-keys-real-2", "vaktbok-real", "vaktbok-real-2"]);
});
