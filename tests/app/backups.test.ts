import { expect, it } from "vitest";
import { known } from "#core/answer.ts";
import { err, ok } from "#core/result.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import { epochMs, minuteMs } from "#core/time.ts";
import type { VisitId } from "#core/visit/events.ts";
import { carriageOf } from "#projections/carriage.ts";
import { startBackups, type Backups } from "#app/archive/backups.ts";
import type { Archive } from "#app/archive/port.ts";
import { fileTime } from "#app/formats.ts";
import { openWardFeed, type WardFeed } from "#app/ward-feed.ts";
import { archiveLines } from "#storage/archive-out.ts";
import type { DeviceLog } from "#storage/device-log.ts";
import { backupName, isBackupOf } from "#sync/file/archive-name.ts";
import { backupFolder } from "#sync/file/backup-folder.ts";
import { recoveryRecipient } from "#sync/file/recovery-key.ts";
import { sealLines } from "#sync/file/sealed-lines.ts";
import { cardSecret, contentsOf } from "#tests/storage/archive-kit.ts";
import { openMemoryWardLog } from "#tests/storage/memory-log.ts";
import { memoryFolder, type MemoryFolder } from "#tests/sync/file/memory-folder.ts";

interface House {
  readonly log: DeviceLog;
  readonly feed: WardFeed;
  readonly folder: MemoryFolder;
  readonly backups: Backups;
  /** Minutes go by, and every page hears the tick. */
  readonly pass: (minutes: number) => void;
  readonly hide: () => void;
  readonly come: (name: string) => Promise<void>;
  readonly names: () => ReadonlyArray<string>;
}

interface HouseOptions {
  readonly hasCode?: boolean;
  readonly isKept?: boolean;
  readonly make?: (real: Archive["make"]) => Archive["make"];
  readonly alone?: (work: () => Promise<void>) => Promise<void>;
}

/** The real log, the real sealing, the real folder code; the disk below it is of memory and time is set by hand. */
const openHouse = async ({ hasCode = true, isKept = false, make, alone = (work) => work() }: HouseOptions = {}): Promise<House> => {
  let nowMs = epochMs(Date.UTC(2026, 10, 23, 15, 58));
  const ticks = new Set<() => void>();
  const hides = new Set<() => void>();
  const clock = { nowMs: () => nowMs, onTick: (tick: () => void) => { ticks.add(tick); return () => ticks.delete(tick); } };
  const log = await openMemoryWardLog({ clock });
  const feed = await openWardFeed(log, (work) => void setTimeout(work));
  const recipient = await recoveryRecipient(cardSecret);
  if (hasCode) await feed.tell([{ atMs: nowMs, event: { type: "v1.RecoveryKeySet", recipient } }], nobodyYet);
  const folder = memoryFolder();
  let chosen = isKept;
  const found = backupFolder(folder.handle);
  const real: Archive["make"] = async (request) => {
    const going = archiveLines(log.archive, { name: request.wardName, madeMs: nowMs, isDrill: false });
    const file = await sealLines(going.lines, request.recipient);
    return file.ok ? ok({ name: request.second, file: file.value, madeAtMs: nowMs, ...going.account() }) : file;
  };
  const archive = {
    make: make?.(real) ?? real,
    folders: { pick: async () => { chosen = true; return found; }, kept: async () => (chosen ? found : null), forget: async () => { chosen = false; } },
  } as unknown as Archive; // The runner asks for nothing else of it.
  const backups = startBackups({ archive, feed, clock, second: fileTime, nameOf: (ward, second) => backupName(ward, second, log.device), isOurs: isBackupOf(log.device), alone, onHide: (listener) => { hides.add(listener); } });
  return {
    log, feed, folder, backups,
    pass: (minutes) => {
      nowMs = epochMs(nowMs + minutes * minuteMs);
      for (const tick of ticks) tick();
    },
    hide: () => { for (const hide of hides) hide(); },
    come: async (name) => {
      await feed.register({ visit: name as VisitId, commands: (number) => [{ type: "RegisterArrival", number, details: { name: known(name) }, atMs: nowMs }] }, nobodyYet);
    },
    names: () => [...folder.files.keys()].map((name) => name.slice(14, 31)),
  };
};

const onlyHere = ({ feed }: House): number => carriageOf(feed.state()).onlyHere;

it("[BKP1][BKP2] a folder that was chosen gets the whole book at once, and what the file held is backed up", async () => {
  const house = await openHouse();
  await house.come("Ada");
  expect(house.backups.state()).toEqual({ is: "off" });
  await house.backups.choose();
  expect(house.backups.state()).toEqual({ is: "on", folder: "Backup", isMaking: false, fault: null });
  expect([house.names(), onlyHere(house)]).toEqual([["2026-11-23-165800"], 0]);
  const [file = new Blob()] = house.folder.files.values();
  expect((await contentsOf(file)).records).toHaveLength(3);
  expect(house.feed.state().ward.lastBackedUpAtMs).toBe(Date.UTC(2026, 10, 23, 15, 58));
});

it("[BKP1] then every ten minutes, and only while something is only here", async () => {
  const house = await openHouse();
  await house.backups.choose();
  expect(house.names()).toHaveLength(1);
  house.pass(11);
  await house.come("Ada");
  house.pass(1);
  await expect.poll(() => onlyHere(house)).toBe(0);
  expect(house.names()).toEqual(["2026-11-23-165800", "2026-11-23-171000"]);
  await house.come("Bo");
  house.pass(9);
  await house.backups.backUp().then(() => undefined);
  expect(house.names()).toHaveLength(3);
  for (let minute = 0; minute < 30; minute += 1) house.pass(1);
  expect(house.names()).toHaveLength(3);
});

it("[BKP1] and at the last good moment, when the page goes out of sight", async () => {
  const house = await openHouse();
  await house.backups.choose();
  house.pass(1);
  await house.come("Ada");
  house.hide();
  await expect.poll(() => onlyHere(house)).toBe(0);
  expect(house.names()).toHaveLength(2);
});

it("[BKP2][BKP3] what does not read back the same is not backed up, is said, and is tried again in two minutes", async () => {
  const house = await openHouse();
  await house.come("Ada");
  house.folder.faults.bend = (file) => file.slice(1);
  await house.backups.choose();
  expect(house.backups.state()).toMatchObject({ is: "on", fault: "NotTheSame" });
  expect([house.names(), onlyHere(house)]).toEqual([[], 1]);
  house.folder.faults.bend = null;
  house.pass(1);
  expect(house.backups.state()).toMatchObject({ fault: "NotTheSame", isMaking: false });
  house.pass(1);
  await expect.poll(() => house.backups.state()).toMatchObject({ is: "on", isMaking: false, fault: null });
  expect([house.names().length, onlyHere(house)]).toEqual([1, 0]);
});

it("[BKP3] a file that could not be made is said, and a bug while making is no silence", async () => {
  const large = await openHouse({ make: () => async () => err({ type: "TooLarge", maxBytes: 1 }) });
  await large.backups.choose();
  expect(large.backups.state()).toMatchObject({ is: "on", fault: "TooLarge" });
  const broken = await openHouse({ make: () => async () => { throw new Error("a bug"); } });
  await broken.backups.choose();
  expect(broken.backups.state()).toMatchObject({ is: "on", isMaking: false, fault: "FolderGone" });
});

it("[BKP4] a folder from yesterday waits for a tap when the browser wants one, and goes on after it", async () => {
  const house = await openHouse({ isKept: true });
  house.folder.faults.permission = "prompt";
  await house.come("Ada");
  house.pass(1);
  await expect.poll(() => house.backups.state()).toEqual({ is: "paused", folder: "Backup", needs: "permission" });
  house.folder.faults.answer = "denied";
  await house.backups.allow();
  expect(house.backups.state()).toMatchObject({ is: "paused" });
  house.folder.faults.answer = "granted";
  await house.backups.allow();
  expect(house.backups.state()).toMatchObject({ is: "on", fault: null });
  expect(onlyHere(house)).toBe(0);
  house.folder.faults.permission = "denied";
  await house.come("Bo");
  house.pass(10);
  await expect.poll(() => house.backups.state()).toMatchObject({ is: "paused", needs: "permission" });
});

it("[BKP4] a folder without a recovery code waits for one, and goes on by itself when the ward has it", async () => {
  const house = await openHouse({ hasCode: false });
  await house.come("Ada");
  await house.backups.choose();
  expect(house.backups.state()).toEqual({ is: "paused", folder: "Backup", needs: "code" });
  await house.feed.tell([{ atMs: epochMs(1), event: { type: "v1.RecoveryKeySet", recipient: await recoveryRecipient(cardSecret) } }], nobodyYet);
  house.pass(1);
  await expect.poll(() => onlyHere(house)).toBe(0);
});

it("[BKP5] one at a time, and none while another tab is at it", async () => {
  let makes = 0;
  const counted = await openHouse({ make: (real) => (request) => { makes += 1; return real(request); } });
  await counted.come("Ada");
  await counted.backups.choose();
  await counted.come("Bo");
  await Promise.all([counted.backups.backUp(), counted.backups.backUp(), counted.backups.backUp()]);
  expect(makes).toBe(2);
  const other = await openHouse({ alone: async () => undefined });
  await other.come("Ada");
  await other.backups.choose();
  expect(other.names()).toEqual([]);
});

it("[BKP5] the last five files stay, and a folder that was given up gets no more", async () => {
  const house = await openHouse();
  await house.backups.choose();
  for (const name of ["a", "b", "c", "d", "e", "f"]) {
    house.pass(1);
    await house.come(name);
    await house.backups.backUp();
  }
  expect(house.names()).toHaveLength(5);
  expect(house.names().at(-1)).toBe("2026-11-23-170400");
  await house.backups.stop();
  await house.come("g");
  house.pass(20);
  await house.backups.backUp();
  expect(house.backups.state()).toEqual({ is: "off" });
  expect(house.names()).toHaveLength(5);
});
