import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import type { DowntimeId } from "#core/downtime/events.ts";
import type { Writing } from "#core/log/port.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import { openDexieRecordStore } from "#storage/dexie-record-store.ts";
import type { DeviceLog } from "#storage/device-log.ts";
import { emptyBook } from "#storage/empty-book.ts";
import { openIndexedDbSecretFiles } from "#storage/keys/indexeddb-secret-files.ts";
import { openWardLog } from "#storage/ward-log.ts";
import { platformRandom, setClock } from "./memory-log.ts";

const filesOf = (profile: "real" | "drill") => openIndexedDbSecretFiles(`keys-${profile}`);

const openBook = async (profile: "real" | "drill"): Promise<DeviceLog> => {
  const store = await openDexieRecordStore(`book-${profile}`);
  if (!store.ok) throw new Error(store.error.type);
  const opened = await openWardLog({ profile, clock: setClock(), random: platformRandom, store: store.value, files: filesOf(profile) });
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
};
const declared: Writing = { actor: nobodyYet, atMs: setClock().nowMs(), event: { type: "v1.DowntimeDeclared", downtime: "d" as DowntimeId } };
const idsIn = async (log: DeviceLog): Promise<ReadonlyArray<string>> => {
  const ids: string[] = [];
  for await (const batch of log.read(0)) ids.push(...batch.map(({ record }) => record.id));
  return ids;
};

it("[EMPT1] an emptied drill opens as new, and the real book keeps each record and its keys", async () => {
  const [real, drill] = [await openBook("real"), await openBook("drill")];
  await real.append([declared]);
  await drill.append([declared, declared]);
  const realIds = await idsIn(real);
  expect(realIds.length).toBeGreaterThan(0);
  real.close();
  drill.close();

  await emptyBook({ storeName: "book-drill", files: filesOf("drill") });

  const [realAgain, drillAgain] = [await openBook("real"), await openBook("drill")];
  expect(await idsIn(realAgain)).toEqual(realIds);
  expect([realAgain.ward, realAgain.device]).toEqual([real.ward, real.device]);
  expect(await idsIn(drillAgain)).toEqual([]);
  expect(drillAgain.ward).not.toBe(drill.ward);
  expect(drillAgain.wardCode).toBe("XX");
  expect((await realAgain.append([declared])).ok).toBe(true);
  expect((await drillAgain.append([declared])).ok).toBe(true);
  realAgain.close();
  drillAgain.close();
});

it("[EMPT1] a tab that has the emptied book open is told that its store is gone, and writes nothing more", async () => {
  const drill = await openBook("drill");
  await drill.append([declared]);
  await emptyBook({ storeName: "book-drill", files: filesOf("drill") });
  expect(await drill.append([declared])).toMatchObject({ ok: false, error: { type: "StoreLost" } });
  drill.close();
});
