/** A device's book out into a sealed file and back, by the real road, for tests of what hangs on it. */
import type { Result } from "#core/result.ts";
import { epochMs, type EpochMs } from "#core/time.ts";
import { gatherArchive, type ArchiveContents, type ContentFault } from "#storage/archive-in.ts";
import { archiveLines, type ArchiveAccount } from "#storage/archive-out.ts";
import type { DeviceLog } from "#storage/device-log.ts";
import { recoveryIdentity, recoveryRecipient } from "#sync/file/recovery-key.ts";
import { readSealedLines, sealLines, type LinesFault } from "#sync/file/sealed-lines.ts";

export const cardSecret = Uint8Array.from({ length: 16 }, (_, at) => at * 17);
export const madeMs = epochMs(Date.UTC(2026, 10, 23, 20, 30));

export interface SavedArchive {
  readonly file: Blob;
  readonly account: ArchiveAccount;
}

export const saveArchive = async (log: DeviceLog, about: { readonly isDrill?: boolean; readonly madeMs?: EpochMs } = {}): Promise<SavedArchive> => {
  const going = archiveLines(log.archive, { name: "Legevakten i Vik", madeMs, isDrill: false, ...about });
  const file = await sealLines(going.lines, await recoveryRecipient(cardSecret));
  if (!file.ok) throw new Error(file.error.type);
  return { file: file.value, account: going.account() };
};

export const readArchive = async (file: Blob): Promise<Result<ArchiveContents, ContentFault | LinesFault>> => {
  const gathering = gatherArchive();
  const read = await readSealedLines(file, await recoveryIdentity(cardSecret), gathering.take);
  return read.ok ? gathering.finish() : read;
};

export const contentsOf = async (file: Blob): Promise<ArchiveContents> => {
  const read = await readArchive(file);
  if (!read.ok) throw new Error(read.error.type);
  return read.value;
};

/** The lines of an archive as they stand, to be bent and given to the gatherer without any sealing. */
export const plainLines = async (log: DeviceLog): Promise<ReadonlyArray<string>> => {
  const lines: string[] = [];
  for await (const line of archiveLines(log.archive, { name: "Vik", madeMs, isDrill: false }).lines) lines.push(line);
  return lines;
};

export const gathered = async (lines: ReadonlyArray<string>): Promise<Result<ArchiveContents, ContentFault>> => {
  const gathering = gatherArchive();
  for (const line of lines) {
    const fault = gathering.take(line);
    if (fault !== null) return { ok: false, error: fault };
  }
  return gathering.finish();
};
