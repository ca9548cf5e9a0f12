import "fake-indexeddb/auto";
import { emptyMemoryDisk, openMemoryRecordStore } from "#storage/memory-record-store.ts";
import { openDexieRecordStore } from "#storage/dexie-record-store.ts";
import { describeRecordStore } from "../contract/record-store.ts";

describeRecordStore("memory record store", () => {
  const disk = emptyMemoryDisk();
  return { open: async () => openMemoryRecordStore(disk) };
});

let stores = 0;
describeRecordStore("Dexie record store", () => {
  const name = `contract-${(stores += 1)}`;
  return {
    open: async () => {
      const opened = await openDexieRecordStore(name);
      if (!opened.ok) throw new Error(opened.error.type);
      return opened.value;
    },
  };
});
