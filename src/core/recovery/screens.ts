/**
 * The screens of a journal system, as somebody types a visit into it by hand, in the ward's own order.
 *
 * - SCR1 Every screen is there once, whatever a setting says: names it does not know are passed over, those it forgot come last.
 */

/** Who and why; then what is dangerous to lack first. */
export const screens = ["person", "contact", "medicines", "results", "measurements", "notes", "told"] as const;
export type Screen = (typeof screens)[number];

export const screensInOrder = (said: ReadonlyArray<string>): ReadonlyArray<Screen> => {
  const known = said.flatMap((name) => screens.find((screen) => screen === name) ?? []);
  return [...new Set([...known, ...screens])];
};
