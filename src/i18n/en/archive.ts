// What the frame says of backups; the rest comes with the pages that say it.
import type { OwnWords } from "../words.ts";

export const archive: OwnWords["archive"] = {
  onlyHere: (count, age) => (count === 1 ? `1 record is on this device only. It is ${age} old.` : `${count} records are on this device only. The oldest is ${age} old.`),
  folderPaused: (folder) => `Backing up to “${folder}” stands still: the browser wants to ask you again.`,
  allowFolder: "Allow the folder again",
  backedUp: (age) => `Backed up ${age} ago`,
  tipSave: "Save the whole book",
  tipLater: "Remind me in an hour",
};
