/**
 * "Not asked", "asked, unknown" and "none" are three things; a field that is absent was not asked.
 *
 * - ANS1 Who said it, and that they are not sure, may stand with an answer. Whoever said it and however sure, the same answer is the same.
 * - ANS2 Two lists do not contradict each other: they unite. A list and "none" do.
 */

export const sources = ["patient", "relative", "document", "measured", "ambulance", "paper"] as const;
export type Source = (typeof sources)[number];

export interface Saying {
  /** Absent: nobody said where it is from. */
  readonly source?: Source;
  /** Who said it was not sure. Never of "unknown", which says so itself. */
  readonly unsure?: true;
}

/** Entries of a list that were said otherwise than its last one: sayings.ts. */
export interface SaidOtherwise extends Saying {
  readonly entries: ReadonlyArray<string>;
}

type Known<T> = { readonly is: "known"; readonly value: T; readonly otherwise?: ReadonlyArray<SaidOtherwise> };
export type Answer<T> = Saying & (Known<T> | { readonly is: "unknown" } | { readonly is: "none" });

export const known = <T>(value: T): Answer<T> => ({ is: "known", value });
export const unknown: Answer<never> = { is: "unknown" };
export const none: Answer<never> = { is: "none" };

/** The value when there is one, else null. */
export const valueOf = <T>(answer: Answer<T> | undefined): T | null =>
  answer?.is === "known" ? answer.value : null;

/** What a comparison of two claims looks at: of an answer neither how it was said nor what else a list may hold. */
export const contentOf = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null || !("is" in value)) return value;
  if (value.is !== "known" || !("value" in value)) return value.is;
  return Array.isArray(value.value) ? "list" : value.value;
};
