// What the frame says of backups; the rest comes with the pages that say it.
import type { OwnWords } from "../words.ts";

export const archive: OwnWords["archive"] = {
  backedUp: (age) => `Backed up ${age} ago`,
};
