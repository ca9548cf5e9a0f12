// Dice that fall the same way again when given the same seed: a trial that failed can be repeated.

export interface Dice {
  /** From 0 up to, and without, 1. */
  readonly next: () => number;
  /** A whole number from 0 up to, and without, `limit`. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(some: ReadonlyArray<T>) => T;
}

/** Mulberry32: small, and even enough to choose where a disk is harmed. */
export const diceOf = (seed: number): Dice => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(some: ReadonlyArray<T>): T => {
    if (some.length === 0) throw new Error("there is nothing to choose from");
    return some[below(some.length)] as T; // Below its length, so it is there.
  };
  return { next, below, pick };
};
