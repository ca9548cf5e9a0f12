/**
 * "Not asked", "asked, unknown" and "none" are three things; a field that is absent was not asked.
 */

export type Answer<T> =
  | { readonly is: "known"; readonly value: T }
  | { readonly is: "unknown" }
  | { readonly is: "none" };

export const known = <T>(value: T): Answer<T> => ({ is: "known", value });
export const unknown: Answer<never> = { is: "unknown" };
export const none: Answer<never> = { is: "none" };

/** The value when there is one, else null. */
export const valueOf = <T>(answer: Answer<T> | undefined): T | null =>
  answer?.is === "known" ? answer.value : null;
