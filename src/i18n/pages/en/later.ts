import type { OwnPageWords } from "../../words.ts";

export const later: OwnPageWords["later"] = {
  coming: "This page is coming",
  lead: "The figures of the shift: who waits, who is over the limit, wait by level and what must be done now.",
  devices: "Enrolling more devices by QR, and carrying records between devices without a network.",
  ready: "Whether the fall-back would work now: last drill, last copy, battery, version.",
  display: "The waiting-room screen: numbers only, next numbers and expected wait.",
  notice: "Texts for residents: web page, poster, SMS and phone answer, with expected wait.",
  unknownText: "The address leads nowhere in Vaktbok. Nothing is lost.",
  toBoard: "To the board",
  untilThen: "Until then: everybody taken in is on the board and can be saved to a file under Recovery.",
};
