import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import type { Bytes } from "#core/log/envelope.ts";
import { err } from "#core/result.ts";
import type { DowntimeId } from "#core/downtime/events.ts";
import type { Writing } from "#core/log/port.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import { openDexieRecordStore } from "#storage/dexie-record-store.ts";
import type { DeviceLog } from "#storage/device-log.ts";
import { emptyBook } from "#storage/empty-book.ts";
import { noNote } from "#storage/expectation.ts";
import { memoryJournal } from "#storage/journal/journal.ts";
import { openIndexedDbSecretFiles } from "#storage/keys/indexeddb-secret-files.ts";
import { noReserve } from "#storage/reserve.ts";
import { openWardLog } from "#storage/ward-log.ts";
import { platformRandom, setClock } from "./memory-log.ts";

const filesOf = (profile: "real" | "drill") => openIndexedDbSecretFiles(`keys-${profile}`);

const openBook = async (profile: "real" | "drill", journal?: { bytes: Bytes }): Promise<DeviceLog> => {
  const store = await openDexieRecordStore(`book-${profile}`);
  if (!store.ok) throw new Error(store.error.type);
  const second = journal === undefined ? {} : { second: { journal: memoryJournal(journal), note: noNote, reserve: noReserve } };
  const opened = await openWardLog({ profile, clock: setClock(), random: platformRandom, store: store.value, files: filesOf(profile), ...second });
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

/** Another tab has the journal open: where nobody else may, the browser refuses. */
const refused = async () => err({ type: "FilesLost", detail: "NoModificationAllowedError" } as const);

it("[EMPT1] a journal that another tab has open is emptied all the same", async () => {
  const journal = { bytes: new Uint8Array() };
  const drill = await openBook("drill", journal);
  await drill.append([declared]);
  drill.close();
  await emptyBook({ storeName: "book-drill", files: filesOf("drill"), second: { files: { replace: async (_, bytes) => memoryJournal(journal).replace(bytes), shred: refused }, note: noNote } });
  const anew = await openBook("drill", journal);
  expect(await idsIn(anew)).toEqual([]);
  expect(anew.ward).not.toBe(drill.ward);
  anew.close();
});

it("[EMPT2] a journal that cannot be emptied keeps its keys, and the book opens as it was", async () => {
  const journal = { bytes: new Uint8Array() };
  const drill = await openBook("drill", journal);
  await drill.append([declared]);
  const ids = await idsIn(drill);
  drill.close();
  await emptyBook({ storeName: "book-drill", files: filesOf("drill"), second: { files: { replace: refused, shred: refused }, note: noNote } });
  const again = await openBook("drill", journal);
  expect([again.ward, await idsIn(again)]).toEqual([drill.ward, ids]);
  again.close();
});
