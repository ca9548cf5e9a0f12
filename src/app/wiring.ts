/**
 * The one place where the pages meet storage and the roads out. Everything else gets what it needs as an argument.
 */
import { openMemoryRecordStore } from "#storage/memory-record-store.ts";
import { openMemorySecretFiles } from "#storage/keys/memory-secret-files.ts";
import { openWardLog } from "#storage/ward-log.ts";
import type { Book, Profile } from "./app-context.tsx";
import type { Clock } from "./clock.ts";
import type { Outlets } from "./outlets.ts";
import { openWardFeed } from "./ward-feed.ts";

export const openBook = async (profile: Profile, clock: Clock): Promise<Book> => {
  const opened = await openWardLog({
    profile,
    clock: { nowMs: () => clock.nowMs() },
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    store: openMemoryRecordStore(),
    files: openMemorySecretFiles(),
  });
  if (!opened.ok) return { is: "closed", fault: opened.error };
  const log = opened.value;
  const [feed, health] = await Promise.all([openWardFeed(log), log.health()]);
  return { is: "open", feed, device: log.device, keysIn: health.keysIn, damaged: health.damaged };
};

export const outlets: Outlets = {
  fhir: async () => [],
  csv: async () => [],
};
