/**
 * The ATC code in a line of medicine or allergy, where there is one beyond doubt.
 *
 * - ATC1 It stands last, in capitals, down to its third level at least: "Vitamin B12" and "type A01" hold none. Nothing is looked up.
 */
export const atcIn = (entry: string): string | null => /(?:^|[\s(])([ABCDGHJLMNPRSV]\d{2}[A-Z](?:[A-Z](?:\d{2})?)?)\)?$/.exec(entry)?.[1] ?? null;
