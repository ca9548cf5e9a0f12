/**
 * Opens the log of this device: keys, store, other tabs. One log a profile; a drill is another profile, with another
 * store, other keys and another ward, so that nothing of it can be mixed with what is real.
 *
 * - WLG1 At first use a ward, a device and their keys are made, silently; the next opening finds them.
 * - WLG2 Records without the keys that open them are KeysLost: nothing is overwritten.
 * - WLG3 A store that was emptied takes a new device id and a new ward key: no number is ever used twice.
 * - WLG4 Two tabs that open for the first time at once end up with one ward and one device.
 * - WLG5 What a newer program has made is left alone: NewerData.
 * - WLG6 A book of another name is another book on the same device: what lies in the one opens, fills and harms no other.
 * - WLG7 An empty book that was made silently gives way to the ward that invites this device; one that holds a record never does.
 * - WLG8 A device that lost records of its own for good writes on under a new device id, in the same ward: the numbers of
 *        lost records are not used again.
 * - WLG10 A book that another tab begins to fill while it gives way stays what it is, keys and all.
 * - WLG9 Records whose owner is not known any more belong to the device whose keys are here, if it wrote any of them.
 */
import type { OpenFault } from "#core/log/port.ts";
import { err, ok, type Result } from "#core/result.ts";
import { startDeviceLog, type DeviceLog, type WallClock } from "./device-log.ts";
import { openCared, openDevicePlaces, type CopyParts, type Places } from "./device-places.ts";
import { numberLetters } from "#core/visit/temporary-number.ts";
import { makeKeyRing, type Invitation, type KeyRing, type Profile, type RandomBytes } from "./keys/key-ring.ts";
import { loadKeyRing, saveKeyRing, type RingFault } from "./keys/ring-file.ts";
import type { SecretFiles } from "./keys/secret-files.ts";
import type { Later } from "./keys/settling-secret-files.ts";
import { silentDoor } from "./keys/unlock-door.ts";
import type { RecordStore, StoreState } from "./record-store.ts";
import { noReserve } from "./reserve.ts";
import { epochKeys, type WardKeys } from "./sealing.ts";
import type { TabChannel } from "./tab-channel.ts";
import { singleStore } from "./twin-store.ts";
import { platformLocks, type Locks } from "./writer-lock.ts";

export interface OpenOptions {
  readonly profile: Profile;
  /** What the store, the key files and the locks are named after. Left out: the profile. */
  readonly book?: string;
  readonly clock: WallClock;
  readonly random: RandomBytes;
  /** Left out: Dexie on this device. */
  readonly store?: RecordStore;
  /** With a store that is given: its second copy. Left out: it has none. */
  readonly second?: Pick<CopyParts, "journal" | "note" | "reserve">;
  /** Left out: files of the origin, or IndexedDB where there are none. */
  readonly files?: SecretFiles;
  readonly locks?: Locks;
  /** Of the store on this device. */
  readonly channel?: TabChannel;
  /** A ward that is there already and lets this device in; without it a new device makes its own. A book that holds records ignores it. */
  readonly invitation?: Invitation;
}

export const openWardLog = async (options: OpenOptions): Promise<Result<DeviceLog, OpenFault>> => {
  const { profile, book = profile, locks = platformLocks() } = options;
  const keysLock = `vaktbok-keys-${book}`;
  const later: Later = (ms, work) => { setTimeout(() => void locks.hold(keysLock, work), ms); };
  const places = options.store === undefined ? await openDevicePlaces({ book, locks, later, channel: options.channel }) : await givenPlaces(options, options.store, locks);
  if (!places.ok) return places;
  const found = { ...options, ...places.value, ...(options.files === undefined ? {} : { files: options.files }), locks };
  const opened = await locks.hold(keysLock, () => openKeys(found));
  if (opened.ok) return ok(await startWith(found, opened.value));
  found.store.close();
  return opened;
};

type Found = Omit<OpenOptions, "store"> & Places & { readonly locks: Locks };

const givenPlaces = async ({ files, second, profile, book = profile }: OpenOptions, store: RecordStore, locks: Locks): Promise<Result<Places, OpenFault>> => {
  if (files === undefined) throw new Error("a store that is given comes with its key files");
  if (second === undefined) return ok({ store: singleStore(store), files, reserve: noReserve });
  const cared = await openCared(ok(store), async () => ok(store), { ...second, locks, lockName: `vaktbok-journal-${book}` });
  return cared.ok ? ok({ store: cared.value, files, reserve: second.reserve }) : cared;
};

const startWith = async ({ clock, random, store, files }: Found, { ring, state }: OpenedKeys): Promise<DeviceLog> => {
  const [signKey, ownVerifyKey, keys] = await Promise.all([
    crypto.subtle.importKey("pkcs8", ring.signKey, "Ed25519", false, ["sign"]),
    crypto.subtle.importKey("raw", ring.verifyKey, "Ed25519", true, ["verify"]),
    wardKeys(ring),
  ]);
  const writer = { ring, keys, signKey, random };
  return startDeviceLog({ store, state, writer, ownVerifyKey, clock, keysIn: files.kind });
};

interface OpenedKeys {
  readonly ring: KeyRing;
  readonly state: StoreState;
}

const openKeys = async (found: Omit<Found, "invitation"> & { readonly invitation?: Invitation | undefined }): Promise<Result<OpenedKeys, OpenFault>> => {
  const { profile, random, store, files, invitation } = found;
  const door = silentDoor(files);
  const [copies, loaded] = await Promise.all([store.openWhole(), loadKeyRing(files, door)]);
  const state = await store.state();
  if (!loaded.ok && loaded.error.type !== "Damaged") return err(openFaultOf(loaded.error));
  const ring = loaded.ok ? loaded.value : null;
  const isOwn = ring !== null && isOwnedBy(ring, state);
  const isEmpty = state.lastPlace === 0;
  const givesWay = isOwn && isEmpty && invitation !== undefined && invitation.ward !== ring.ward;
  const isReadOnly = copies === "unfinished" || store.care().isReadOnly;
  const hasLostOwn = isOwn && !isReadOnly && (store.retired().includes(ring.device) || hasGap(ring, state));
  if (isOwn && !givesWay && !hasLostOwn) {
    if (state.owner?.device !== ring.device && !isReadOnly) await store.own({ ward: ring.ward, device: ring.device });
    return ok({ ring, state });
  }
  if (!isEmpty && !isOwn) return err({ type: "KeysLost", records: state.lastPlace });

  // A new book is never begun over one that cannot be read now.
  if (isReadOnly && ring !== null) return err({ type: "NoStore", detail: "the two copies are not whole" });
  const sameWard = isOwn && hasLostOwn && !isEmpty ? { ...ring, letter: anotherLetter(ring.letter, random) } : null;
  const fresh = await makeKeyRing(profile, random, sameWard ?? invitation ?? null, givesWay ? null : ring);
  const made = givesWay ? { ...fresh, former: ring.former } : fresh;
  const owner = { ward: made.ward, device: made.device };
  // An empty store first: should another tab fill it in this moment, its keys must not be written over.
  const taken = isEmpty ? await store.own(owner) : ok(null);
  if (!taken.ok) return taken.error.type === "OwnerGone" ? openKeys({ ...found, invitation: undefined }) : err({ type: "NoStore", detail: taken.error.type });
  const saved = await saveKeyRing(files, door, made, random);
  if (!saved.ok) return err(openFaultOf(saved.error));
  const owned = isEmpty ? ok(null) : await store.own(owner);
  if (!owned.ok) return err({ type: "NoStore", detail: owned.error.type });
  return ok({ ring: made, state: await store.state() });
};

/** Something is missing below the last number this device gave: what hangs beyond it cannot be gone on from. */
const hasGap = ({ device }: KeyRing, { holds }: StoreState): boolean =>
  holds.some((hold) => hold.device === device && hold.held - hold.forks > (hold.head?.seq ?? 0));

/** Serials begin at what is left: under the old letter, one number could stand on two patients. */
const anotherLetter = (letter: string, random: RandomBytes): string => {
  const others = Array.from(numberLetters).filter((other) => other !== letter);
  return others[(random(1)[0] ?? 0) % others.length] ?? letter;
};

/** A ring of the same ward opens the records, whichever of the ward's devices wrote here last. */
const isOwnedBy = (ring: KeyRing, { owner, holds }: StoreState): boolean =>
  owner === null ? holds.some(({ device }) => device === ring.device) : owner.ward === ring.ward;

const openFaultOf = (fault: RingFault): OpenFault => {
  switch (fault.type) {
    case "Newer":
      return { type: "NewerData" };
    case "Damaged":
    case "DiskFull":
      return { type: "NoStore", detail: `the keys: ${fault.type}` };
    case "FilesLost":
      return { type: "NoStore", detail: fault.detail };
  }
};

const wardKeys = async ({ ward, epochs }: KeyRing): Promise<WardKeys> => {
  const pairs = await Promise.all(epochs.map(async ({ epoch, key }) => [epoch, await epochKeys(key, epoch)] as const));
  return { ward, epochs: new Map(pairs), epoch: epochs.at(-1)?.epoch ?? epochs[0].epoch };
};

