import type { Words } from "../words.ts";

export const faults: Words["faults"] = {
  diskFull: "The disk is full. The last entry is NOT saved. Everything saved before is here. Free some space, or write it on paper now.",
  storeLost: "This device could not write. The last entry is NOT saved. Reload the page and try again; use paper meanwhile.",
  newerData: "The book was written by a newer version, and this one does not write in it. Close other tabs and reload.",
  noStore: "The browser gives no room for the book. Try another window (not private), or another device.",
  keysLost: (records) => `${records} records are here, but the key that opens them is gone. Nothing was deleted. Use another device and tell the preparedness coordinator.`,
  former: "There was a book on this device before, and the browser has lost it. This book began anew. Tell the preparedness coordinator; look for saved files.",
  stumbled: "Something went wrong in this tab. What was shown as saved is safe. Reload the page to be sure that the board is right.",
  damaged: (records) => (records === 1 ? "1 record is damaged and not shown." : `${records} records are damaged and not shown.`),
  visitIsOver: (time) => `The visit ended ${time}. What happened before that can still be written.`,
  alreadySo: "It already says so.",
  noSuchVisit: "There is no such visit here.",
  nothingToStrike: "It is struck already.",
  nothingSaid: "There was nothing to write.",
  brokenTitle: "The page broke",
  brokenText: "Everything that was saved is safe on this device. Reload the page. If it happens again: go to Recovery and save the records to a file.",
  reload: "Reload the page",
};
