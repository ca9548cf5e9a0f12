// What seals and unseals an archive: it comes when somebody asks for one, and is no part of what an outage waits for.
import { ok } from "#core/result.ts";
import { codeBytes, recoveryCode } from "#core/ward/recovery-code.ts";
import { gatherArchive, proveArchive, wardKeysOf } from "#storage/archive-in.ts";
import { archiveLines } from "#storage/archive-out.ts";
import { takeArchive, wayIn } from "#storage/archive-take.ts";
import type { DeviceLog } from "#storage/device-log.ts";
import type { RandomBytes } from "#storage/keys/key-ring.ts";
import { openWardLog, type OpenOptions } from "#storage/ward-log.ts";
import { archiveName } from "#sync/file/archive-name.ts";
import { recoveryIdentity, recoveryRecipient } from "#sync/file/recovery-key.ts";
import { readSealedLines, sealLines } from "#sync/file/sealed-lines.ts";
import type { Archive, ArchiveRequest, RecoveryCard } from "../archive/port.ts";
import type { Clock } from "../clock.ts";
import type { WardFeed } from "../ward-feed.ts";

export interface ArchiveNeeds {
  readonly log: DeviceLog;
  readonly feed: WardFeed;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly options: OpenOptions & { readonly book: string };
}

export const newCard = async (random: RandomBytes): Promise<RecoveryCard> => {
  const secret = random(codeBytes);
  return { code: recoveryCode(secret), recipient: await recoveryRecipient(secret) };
};

export const makeArchive = async ({ log, clock, options: { profile } }: ArchiveNeeds, { recipient, wardName, second }: ArchiveRequest): ReturnType<Archive["make"]> => {
  const madeAtMs = clock.nowMs();
  const { lines, account } = archiveLines(log.archive, { name: wardName, madeMs: madeAtMs, isDrill: profile === "drill" });
  const file = await sealLines(lines, recipient);
  return file.ok ? ok({ name: archiveName(wardName, second), file: file.value, madeAtMs, ...account() }) : file;
};

export const lookAt = async ({ log, clock, random, options }: ArchiveNeeds, ...[file, secret, onProved]: Parameters<Archive["look"]>): ReturnType<Archive["look"]> => {
  const gathering = gatherArchive();
  const read = await readSealedLines(file, await recoveryIdentity(secret), gathering.take);
  const contents = read.ok ? await gathering.finish() : read;
  if (!contents.ok) return contents;
  const { manifest, aside, unreadable } = contents.value;
  const way = await wayIn(log.archive, options.profile, contents.value);
  if (!way.ok) return way;
  const proof = await proveArchive(contents.value, await wardKeysOf(contents.value), clock.nowMs(), onProved);
  return ok({
    wardName: manifest.name,
    madeMs: manifest.madeMs,
    records: proof.of,
    proved: proof.proved,
    isWhole: proof.isWhole,
    aside: aside.length,
    unreadable,
    drifts: proof.drifts.length,
    way: way.value,
    takeIn: () => takeArchive({ log, profile: options.profile, random, open: (invitation) => openWardLog({ ...options, invitation }) }, contents.value, proof),
  });
};

