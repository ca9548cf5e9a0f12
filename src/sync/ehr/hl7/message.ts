/**
 * A message, ready to be sent: its header, its id, and which items it carries.
 *
 * - HLM1 MSH-10 is twenty characters of a hash over the event, its key and what is said: the same said again has the same id.
 * - HLM2 MSH-7 is when it was written down, never when it is sent: the same records give the same bytes.
 * - HLM3 A drill has MSH-11 `T`.
 * - HLM4 Text is UTF-8, and MSH-18 says so.
 */
import { settingsOf } from "#core/ward/ward.ts";
import { header, messageText, type Segment } from "./segment.ts";
import type { Hl7Source } from "./source.ts";
import { hl7Time } from "./values.ts";
import { components, hl7Text, plain } from "./text.ts";

export interface Hl7Message {
  /** MSH-10. */
  readonly id: string;
  readonly event: Hl7Event;
  /** Items of the visit that are told when this one is accepted. */
  readonly keys: ReadonlyArray<string>;
  /** Said twice it is the same, since the target knows person and visit by their numbers; any other is filed twice. */
  readonly isRepeatable: boolean;
  readonly text: string;
}

const structures = {
  A28: ["ADT", "ADT_A05"], A31: ["ADT", "ADT_A05"], A04: ["ADT", "ADT_A01"], A08: ["ADT", "ADT_A01"], A03: ["ADT", "ADT_A03"], A40: ["ADT", "ADT_A39"],
  R01: ["ORU", "ORU_R01"], T02: ["MDM", "MDM_T02"],
} as const;
export type Hl7Event = keyof typeof structures;

export interface Draft {
  readonly event: Hl7Event;
  readonly keys: ReadonlyArray<string>;
  readonly wroteMs: number;
  /** Everything that, changed, makes it another message. */
  readonly says: ReadonlyArray<string>;
  /** After MSH. */
  readonly segments: ReadonlyArray<Segment>;
}

export const sealed = async ({ event, keys, wroteMs, says, segments }: Draft, source: Hl7Source): Promise<Hl7Message> => {
  const [kind, structure] = structures[event];
  const id = (await source.sha256Hex(JSON.stringify([event, ...keys, ...says]))).slice(0, 20);
  const msh = header({
    3: plain("VAKTBOK"),
    4: hl7Text(settingsOf(source.ward).name),
    5: hl7Text(source.target.application),
    6: hl7Text(source.target.facility),
    7: hl7Time(wroteMs, source),
    9: components(plain(kind), plain(event), plain(structure)),
    10: plain(id),
    11: plain(source.isDrill ? "T" : "P"),
    12: plain("2.5.1"),
    // An answer always, and only the one: that it was taken.
    15: plain("AL"),
    16: plain("NE"),
    17: plain("NOR"),
    18: plain("UNICODE UTF-8"),
  });
  return { id, event, keys, isRepeatable: kind === "ADT", text: messageText([msh, ...segments]) };
};
