/**
 * The one place where the pages meet storage and the roads out. Everything else gets what it needs as an argument.
 */
import { openDexieRecordStore } from "#storage/dexie-record-store.ts";
import { openDeviceSecretFiles } from "#storage/keys/device-secret-files.ts";
import { openWardLog } from "#storage/ward-log.ts";
import type { Book, Profile } from "./app-context.tsx";
import type { Clock } from "./clock.ts";
import type { Outlets } from "./outlets.ts";
import { openWardFeed } from "./ward-feed.ts";

export const openBook = async (profile: Profile, clock: Clock): Promise<Book> => {
  const [store, files] = await Promise.all([
    openDexieRecordStore(`vaktbok-${profile}`),
    openDeviceSecretFiles(profile, (ms, work) => void setTimeout(() => void work(), ms)),
  ]);
  if (!store.ok) return { is: "closed", fault: store.error };
  const opened = await openWardLog({
    profile,
    clock,
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    store: store.value,
    files,
  });
  if (!opened.ok) return { is: "closed", fault: opened.error };
  const log = opened.value;
  const [feed, health] = await Promise.all([openWardFeed(log, whenIdle), log.health()]);
  return { is: "open", feed, device: log.device, keysIn: health.keysIn, damaged: health.damaged };
};

/** WebKit has no idle callback; a short pause is idle enough. */
const whenIdle = (work: () => void): void => {
  if (typeof requestIdleCallback === "function") requestIdleCallback(() => work(), { timeout: 2_000 });
  else setTimeout(work, 200);
};

export const outlets: Outlets = {
  fhir: async () => [],
  csv: async () => [],
};
