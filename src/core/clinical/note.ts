/**
 * What is written in words: free text, or a handover in the five parts of ISBAR.
 *
 * - NOT1 Every part may be absent; a note with nothing in it says nothing.
 */
export const noteParts = ["text", "identification", "situation", "background", "assessment", "recommendation"] as const;
export type NotePart = (typeof noteParts)[number];

/** As typed, line breaks and all. */
export type Note = { readonly [P in NotePart]?: string };

export const saysNothingNoted = (note: Note): boolean => noteParts.every((part) => (note[part] ?? "").trim() === "");
