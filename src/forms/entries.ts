/**
 * A list as it stands in its field, read and written. How it is typed there: typed-entries.ts.
 *
 * - ENT2 In a field a list stands one entry a line; typed so and read, it is the very same.
 */
import { known, none, unknown, type Answer } from "#core/answer.ts";
import { united } from "#core/visit/heard.ts";

/** The entries of a field; none where it says "?", "-" or nothing. */
export const entriesIn = (field: string): ReadonlyArray<string> => (field === "?" || field === "-" ? [] : tidied(field.split(/\r?\n/u)));

export const readEntries = (field: string): Answer<ReadonlyArray<string>> | undefined => {
  if (field === "?" || field === "-") return field === "?" ? unknown : none;
  const entries = entriesIn(field);
  return entries.length === 0 ? undefined : known(entries);
};

export const typedEntries = (entries: ReadonlyArray<string>): string => entries.join("\n");

export const tidied = (entries: ReadonlyArray<string>): ReadonlyArray<string> => united(entries.map((entry) => entry.trim().replace(/\s+/gu, " ")).filter((entry) => entry !== ""));
