// One backup of the whole book into a folder, told as carried out when it was read back (BKP2); fetched when the first is made.
import { nobodyYet } from "#core/staff/actor.ts";
import { settingsOf } from "#core/ward/ward.ts";
import type { BackupFault, BackupNeeds } from "./backups.ts";
import type { Folder } from "./port.ts";

const keptFiles = 5;

export const backUpInto = async ({ archive, feed, clock, second, nameOf, isOurs }: BackupNeeds, folder: Folder): Promise<BackupFault | null> => {
  const { ward } = feed.state();
  const recipient = ward.recovery?.value;
  if (recipient === undefined) return null;
  const wardName = settingsOf(ward).name;
  const at = second(clock.nowMs());
  const made = await archive.make({ recipient, wardName, second: at });
  if (!made.ok) return made.error.type;
  const name = nameOf(wardName, at);
  const put = await folder.put(name, made.value.file);
  if (!put.ok) return put.error.type;
  const told = await feed.tell([{ atMs: made.value.madeAtMs, event: { type: "v1.CarriedOut", as: "archive", file: name, held: made.value.held } }], nobodyYet);
  await folder.keepLast(isOurs, keptFiles, name);
  return told.ok ? null : "StoreLost";
};
