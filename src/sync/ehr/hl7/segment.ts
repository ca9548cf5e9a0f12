/**
 * A message as segments, and a segment as fields by the numbers that the standard gives them.
 *
 * - HLS1 Segments end with CR, the last one too; empty fields at the end of a segment are left out.
 */
import { nothing, type Written } from "./text.ts";

export interface Fields {
  readonly [place: number]: Written;
}

export type Segment = string;

export const segment = (name: string, fields: Fields): Segment => [name, ...row(fields)].join("|");

/** Of MSH the first field is the sign between fields itself. */
export const header = (fields: Fields): Segment => `MSH|^~\\&|${row(fields).slice(2).join("|")}`;

export const messageText = (segments: ReadonlyArray<Segment>): string => segments.map((one) => `${one}\r`).join("");

const row = (fields: Fields): ReadonlyArray<Written> => {
  const last = Math.max(0, ...Object.entries(fields).flatMap(([place, value]) => (value === "" ? [] : [Number(place)])));
  return Array.from({ length: last }, (_, at) => fields[at + 1] ?? nothing);
};
