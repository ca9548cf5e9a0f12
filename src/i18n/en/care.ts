import type { Words } from "../words.ts";

export const care: Words["care"] = {
  both: "Every record lies in two places on this device: in the database and in a file of its own.",
  one: "Every record lies in one place on this device, because the browser has no files for such use. Save the book to a file more often.",
  behind: "The second place on this device takes nothing now. What is saved lies in one place. Save the book to a file, and reload the page.",
  readOnly: "The book on this device cannot be made whole now. What was saved is shown, but nothing new can be saved here. Free some space and reload the page. If that does not help: save the book to a file, and go over to another device or paper.",
  reserve: "The disk is full. The space that was held back for this is in use. Free some space now.",
  restored: (records) => (records === 1 ? "1 record was damaged or gone in one copy and came back from the other. Nothing is lost." : `${records} records were damaged or gone in one copy and came back from the other. Nothing is lost.`),
  lost: (records, runs) => (records === 1 ? `1 record that was saved is gone from both copies: ${runs}. Tell the preparedness coordinator, and look for it on paper and in saved files.` : `${records} records that were saved are gone from both copies: ${runs}. Tell the preparedness coordinator, and look for them on paper and in saved files.`),
  run: (from, to, device) => (from === to ? `no. ${from} from device ${device}` : `no. ${from}–${to} from device ${device}`),
};
