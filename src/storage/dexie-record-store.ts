/**
 * The store on disk: Dexie on IndexedDB with strict durability. Keeps the promise of record-store.ts.
 *
 * - DXR1 Every writing transaction asks for strict durability.
 * - DXR2 A connection that the browser lost is opened again, and what was under way is tried once more.
 * - DXR3 A try whose answer was lost is not written twice.
 * - DXR4 When a newer program wants the store, this one lets go at once and says NewerData from then on.
 * - DXR5 A store of a newer format is not opened.
 */
import type { OpenFault, SaveFault } from "#core/log/port.ts";
import { err, ok, type Result } from "#core/result.ts";
import { isLostConnection, saveFaultFrom } from "./dexie-faults.ts";
import { newStoreDatabase, storeFormat, type StoreTables } from "./dexie-schema.ts";
import { dexieReads } from "./dexie-reads.ts";
import { appendIn, admitIn, ownIn, rebuildIn, saveCheckpointIn } from "./dexie-writes.ts";
import type { RecordStore, StoreFault } from "./record-store.ts";
import { openTabChannel, type TabChannel } from "./tab-channel.ts";

export const openDexieRecordStore = async (name: string, channel: TabChannel = openTabChannel(name)): Promise<Result<RecordStore, OpenFault>> => {
  const { db, tables } = newStoreDatabase(name);
  let gone: SaveFault | null = null;
  let tellGone = (_fault: SaveFault): void => undefined;
  const whenGone = new Promise<SaveFault>((resolve) => { tellGone = resolve; });
  // Answering false keeps Dexie's own handler, which writes to the console, from running after ours.
  db.on("versionchange", ({ newVersion }) => {
    gone = newVersion === null ? { type: "StoreLost", detail: "the store was removed" } : { type: "NewerData" };
    tellGone(gone);
    db.close();
    return false;
  });

  const tried = async <T>(work: () => PromiseLike<T>): Promise<T> => {
    try {
      return await work();
    } catch (thrown) {
      if (gone !== null || !isLostConnection(thrown)) throw thrown;
      db.close({ disableAutoOpen: false });
      await db.open();
      return await work();
    }
  };
  const saved = async <T, F extends StoreFault>(work: () => PromiseLike<Result<T, F>>): Promise<Result<T, F | SaveFault>> => {
    if (gone !== null) return err(gone);
    try {
      const answer = await tried(work);
      if (answer.ok) channel.tell();
      return answer;
    } catch (thrown) {
      const fault = gone ?? saveFaultFrom(thrown);
      if (fault === null) throw thrown;
      return err(fault);
    }
  };

  const opened = await openTables(tables);
  if (!opened.ok) {
    db.close();
    channel.close();
    return opened;
  }
  const listeners = new Set<() => void>();
  channel.listen(() => { for (const listener of listeners) listener(); });
  return ok({
    ...dexieReads(tables, tried),
    own: (owner) => saved(() => ownIn(tables, owner)),
    append: (records, onto) => saved(() => appendIn(tables, records, onto)),
    admit: (arrivals) => saved(() => admitIn(tables, arrivals)),
    rebuild: (whole) => saved(() => rebuildIn(tables, whole)),
    saveCheckpoint: (checkpoint) => saved(() => saveCheckpointIn(tables, checkpoint)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    gone: whenGone,
    close: () => {
      channel.close();
      db.close();
    },
  });
};

const openTables = async ({ meta }: StoreTables): Promise<Result<null, OpenFault>> => {
  try {
    const format = await meta.get("format");
    if (format?.name === "format" && format.format > storeFormat) return err({ type: "NewerData" });
    if (format === undefined) await meta.put({ name: "format", format: storeFormat });
    return ok(null);
  } catch (thrown) {
    const fault = saveFaultFrom(thrown);
    if (fault === null) throw thrown;
    return err({ type: "NoStore", detail: fault.type === "StoreLost" ? fault.detail : fault.type });
  }
};
