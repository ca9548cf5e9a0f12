// What the frame says of how safe the book lies; the rest comes with the pages that say it.
import type { Words } from "../words.ts";

export const settings: Words["settings"] = {
  keptNot: "The browser has not promised to keep the book. If the disk runs full it may delete everything.",
  keptRefused: "The browser would not promise. The book works, but may be deleted when the disk is full: install Vaktbok, keep room on the disk, and save the records in a file more often.",
  keep: "Ask to keep the book",
  installOffered: "Vaktbok can be installed and gets an icon. It is then easier to find when everything else is down.",
  install: "Install",
  tipTitle: "Make the book safer on this device",
  tipLater: "Not now",
};
