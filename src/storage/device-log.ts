/**
 * The open log of this device: writing, admitting, reading and telling, over one store and one key ring.
 *
 * - DEV1 An append is all or nothing, and answers when the store has it on disk.
 * - DEV2 Two tabs never give one number twice: who was second by the head's compare-and-swap begins anew.
 * - DEV3 A later append waits for an earlier one; one that fails holds up none.
 * - DEV4 A store emptied under our feet takes no more: numbers used before would be used again.
 * - DEV5 A clock that is far ahead on another device is shown and not followed.
 * - DEV6 A plan is made after listeners heard everything written here before it, and anew, after they heard that too,
 *        when another tab was first.
 * - DEV7 When the store is gone under us, whoever hangs on the log is told once, and readings that were under way end quietly.
 */
import { observe } from "#core/log/hlc.ts";
import type { LogHealth, PlacedRecord, SaveFault, WardLog } from "#core/log/port.ts";
import type { DeviceId, SealedRecord, Stamp } from "#core/log/record.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { EpochMs } from "#core/time.ts";
import type { Gate } from "./admission.ts";
import { archiveSource, type ArchiveSource } from "./archive-source.ts";
import { loadCheckpoint, saveCheckpoint } from "./log-checkpoint.ts";
import { startDelivery, type Delivery } from "./log-delivery.ts";
import { readBatches, readOne, type LogReader } from "./log-reader.ts";
import { ownHead, writeRecords, type Writer, type Written } from "./log-writer.ts";
import type { PlacedId, StoreFault, StoreState } from "./record-store.ts";
import type { CaredStore } from "./twin-store.ts";

export interface WallClock {
  readonly nowMs: () => EpochMs;
}

interface Admitted {
  /** Records that were new and are true. */
  readonly taken: number;
  readonly aside: number;
  /** Of another ward: not taken. */
  readonly strangers: number;
}

interface DeviceLogHealth extends LogHealth {
  /** True records of devices that share a number: a device was cloned or restored. */
  readonly forks: number;
  /** Held records that hang beyond a gap: something is missing below them. */
  readonly loose: number;
  /** Records of devices or keys that are not known here yet. */
  readonly waiting: number;
  readonly drifts: ReadonlyArray<{ readonly device: DeviceId; readonly aheadMs: number }>;
}

/** The log with what only the carriers between devices need. */
export interface DeviceLog extends WardLog {
  readonly admit: (records: ReadonlyArray<SealedRecord>) => Promise<Result<Admitted, SaveFault>>;
  /** One device's records as they were sealed, by number, to be carried elsewhere. */
  readonly readSealed: (device: DeviceId, fromSeq: number, limit: number) => Promise<ReadonlyArray<SealedRecord>>;
  readonly health: () => Promise<DeviceLogHealth>;
  /** The whole book as it lies, with the keys that open it: for a sealed archive and nothing else. */
  readonly archive: ArchiveSource;
}

export interface LogParts {
  readonly store: CaredStore;
  readonly state: StoreState;
  readonly writer: Writer;
  readonly ownVerifyKey: CryptoKey;
  readonly clock: WallClock;
  readonly keysIn: LogHealth["keysIn"];
}

interface Session extends LogParts {
  readonly gate: Gate;
  readonly reader: LogReader;
  readonly delivery: Delivery;
  /** What this tab believes the store holds. A stale belief costs one more round, never a fork. */
  belief: StoreState;
  isClosed: boolean;
}

export const startDeviceLog = (parts: LogParts): DeviceLog => {
  const { store, state, writer } = parts;
  const { ring, keys, random } = writer;
  const reader: LogReader = { store, keys, damaged: new Set() };
  const gate: Gate = { store, keys, deviceKeys: new Map([[ring.device, parts.ownVerifyKey]]) };
  const session: Session = { ...parts, gate, reader, delivery: startDelivery(reader, state.lastPlace), belief: state, isClosed: false };
  const stop = (): void => {
    session.isClosed = true;
    session.delivery.stop();
  };
  // Before any reading that is under way meets the closed door.
  void store.gone.then(stop);
  const unsubscribe = store.subscribe(() => void hearOthers(session));
  let lastAppend: Promise<unknown> = Promise.resolve();

  return {
    ward: ring.ward,
    device: ring.device,
    wardCode: ring.wardCode,
    letter: ring.letter,
    append: (plan) => {
      const write = (): ReturnType<WardLog["append"]> => appendNow(session, plan);
      const answer = lastAppend.then(write, write);
      lastAppend = answer;
      return answer;
    },
    admit: (records) => admitNow(session, records),
    read: async function* (after) {
      for await (const { records } of readBatches(reader, after)) if (records.length > 0) yield records;
    },
    readOne: (record) => readOne(reader, record),
    readSealed: async (device, fromSeq, limit) =>
      (await store.readDevice(device, fromSeq, limit)).flatMap(({ record }) => (record === null ? [] : [record])),
    subscribe: session.delivery.subscribe,
    saveCheckpoint: (checkpoint) => saveCheckpoint({ store, keys, random }, checkpoint),
    loadCheckpoint: (foldVersion) => loadCheckpoint({ store, keys, random }, foldVersion),
    health: () => healthOf(session),
    lookThrough: async () => {
      await unlessClosed(session, async () => {
        await store.lookThrough();
        reader.damaged.clear();
        await store.holdSpaceBack();
      });
      await hearOthers(session);
    },
    forgetLost: store.forgetLost,
    gone: store.gone,
    care: store.care,
    archive: archiveSource(store, writer),
    close: () => {
      unsubscribe();
      stop();
      store.close();
    },
  };
};

type Plan = Parameters<WardLog["append"]>[0];

/** More than this many lost races in a row are not races: something keeps the head from standing still. */
const maxRounds = 1_000;

const appendNow = async (session: Session, plan: Plan): ReturnType<WardLog["append"]> => {
  const { store, writer, clock, delivery } = session;
  for (let round = 0; round < maxRounds; round += 1) {
    const writings = typeof plan === "function" ? plan() : plan;
    if (writings.length === 0) return ok([]);
    // Held fast: while the records are made, news from another tab may change what is believed, but not what they hang on.
    const { belief } = session;
    const written = await writeRecords(writer, belief, writings, clock.nowMs());
    const onto = ownHead(belief, writer.ring)?.id ?? null;
    const stored = await store.append(written.map(({ sealed }) => sealed), onto);
    if (stored.ok) {
      const placed = withPlaces(written, stored.value);
      session.belief = afterOwn(session.belief, written, placed.at(-1)?.place ?? 0);
      await delivery.tellOwn(placed);
      return ok(placed.slice(placed.length - writings.length));
    }
    if (stored.error.type !== "HeadMoved") return err(saveFaultOf(stored.error));
    if (typeof plan === "function") await hearOthers(session);
    else session.belief = await store.state();
  }
  return err({ type: "StoreLost", detail: "the head never stood still" });
};

const withPlaces = (written: ReadonlyArray<Written>, places: ReadonlyArray<PlacedId>): ReadonlyArray<PlacedRecord> => {
  const recordsById = new Map(written.map(({ record }) => [record.id, record]));
  return places.flatMap(({ place, id }) => {
    const record = recordsById.get(id);
    return record === undefined ? [] : [{ place, record }];
  });
};

const afterOwn = (before: StoreState, written: ReadonlyArray<Written>, lastPlace: number): StoreState => {
  const last = written.at(-1)?.sealed;
  if (last === undefined) return before;
  const { device, seq, hlc } = last.header;
  const held = before.holds.find((hold) => hold.device === device);
  const own = { device, head: { device, seq, id: last.id }, hlc, held: (held?.held ?? 0) + written.length, forks: held?.forks ?? 0 };
  return { ...before, holds: [...before.holds.filter((hold) => hold.device !== device), own], clock: hlc, lastPlace };
};

const admitNow = async (session: Session, arrived: ReadonlyArray<SealedRecord>): Promise<Result<Admitted, SaveFault>> => {
  const { store, gate, clock } = session;
  // Records of others come by roads that no start waits for.
  const { sortArrivals } = await import("./admission.ts");
  const { records, aside, released, strangers } = await sortArrivals(gate, arrived);
  const nowMs = clock.nowMs();
  const followed = records.reduce<Stamp | null>((last, { header }) => observe(last, header.hlc, nowMs).last, null);
  const stored = await store.admit({ records, aside, released, clock: followed });
  if (!stored.ok) return err(saveFaultOf(stored.error));
  await hearOthers(session);
  return ok({ taken: stored.value.length, aside: aside.length, strangers });
};

const hearOthers = async (session: Session): Promise<void> => {
  await unlessClosed(session, async () => { session.belief = await session.store.state(); });
  if (!session.isClosed && session.belief.lastPlace > session.delivery.told()) await session.delivery.catchUp();
};

/** A store closed under a reading that nobody waits for any more is no fault. */
const unlessClosed = async (session: Session, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (thrown) {
    if (!session.isClosed) throw thrown;
  }
};

const healthOf = async ({ store, reader, keysIn, clock, writer }: Session): Promise<DeviceLogHealth> => {
  const { holds } = await store.state();
  const nowMs = clock.nowMs();
  return {
    keysIn,
    former: writer.ring.former.length,
    heads: holds.flatMap(({ head }) => (head === null ? [] : [head])),
    damaged: reader.damaged.size + (await store.countAside(["WrongId", "WrongSeal", "WrongSignature"])),
    waiting: await store.countAside(["UnknownDevice", "UnknownEpoch"]),
    forks: holds.reduce((sum, hold) => sum + hold.forks, 0),
    loose: holds.reduce((sum, { held, forks, head }) => sum + held - forks - (head?.seq ?? 0), 0),
    drifts: holds.flatMap(({ device, hlc }) => {
      const { drift } = observe(null, hlc, nowMs);
      return drift === null ? [] : [{ device, aheadMs: drift.aheadMs }];
    }),
  };
};

const saveFaultOf = (fault: StoreFault): SaveFault => {
  switch (fault.type) {
    case "OwnerGone":
      return { type: "StoreLost", detail: "the store was emptied or is another device's" };
    case "HeadMoved":
      return { type: "StoreLost", detail: "the head moved" };
    case "DiskFull":
    case "StoreLost":
    case "NewerData":
      return fault;
  }
};
