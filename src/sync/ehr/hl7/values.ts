/**
 * The data types that every segment uses: times, people, numbers with who gave them, and coded words.
 *
 * - HLV1 A time is local with its offset, to the second: of the two hours 02:30 of an autumn night each is another text.
 * - HLV2 Our own keys stand under the same address as in FHIR, as an assigning authority of type URI.
 */
import type { Actor } from "#core/staff/actor.ts";
import { systems } from "../fhir/systems.ts";
import type { Hl7Source } from "./source.ts";
import { components, hl7Text, nothing, plain, subcomponents, type Written } from "./text.ts";

export const hl7Time = (atMs: number, { offsetMinAt }: Pick<Hl7Source, "offsetMinAt">): Written => {
  const ms = Math.min(Math.max(atMs, firstMs), lastMs);
  const offsetMin = offsetMinAt(ms);
  const local = new Date(ms + offsetMin * 60_000).toISOString().slice(0, 19).replace(/[-:T]/g, "");
  const [hours, minutes] = [Math.floor(Math.abs(offsetMin) / 60), Math.abs(offsetMin) % 60];
  return plain(`${local}${offsetMin < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}${String(minutes).padStart(2, "0")}`);
};

/** A day inside the years that HL7 knows, so that an offset does not lead out of them. */
const firstMs = Date.parse("0001-01-02T00:00:00Z");
const lastMs = Date.parse("9999-12-30T23:59:59Z");

const authority = subcomponents(plain("VAKTBOK"), plain(systems.recordId), plain("URI"));

/** EI: a key of ours. */
export const keyEntity = (key: string): Written => components(hl7Text(key), plain("VAKTBOK"), plain(systems.recordId), plain("URI"));

/** CX: a key of ours as a number of a visit. */
export const keyNumber = (key: string, kind: "VN"): Written => components(hl7Text(key), nothing, nothing, authority, plain(kind));

/** CX: what people say. Only unique within its ward, so the ward's own address gives it. */
export const temporaryId = (number: string, { wardId }: Hl7Source, kind: "PI" | "VN" = "PI"): Written =>
  components(hl7Text(number), nothing, nothing, subcomponents(plain("VAKTBOK-TEMP"), hl7Text(systems.temporaryNumber(wardId)), plain("URI")), plain(kind));

/** XCN: the name is one text, in the family name. */
export const personNamed = (name: string | null | undefined, staffId?: string): Written => components(hl7Text(staffId), hl7Text(name));

export const whoWrote = ({ name, staffId }: Actor): Written => personNamed(name, staffId);

/** CE. */
export const coded = (code: string, text: string, system: string): Written => components(hl7Text(code), hl7Text(text), plain(system));
