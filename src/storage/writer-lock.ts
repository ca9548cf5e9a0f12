// One writer at a time: the platform's lock across tabs, or a queue in this tab where there is none (the store's
// compare-and-swap on the head holds in any case).

export interface Locks {
  readonly hold: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

export const platformLocks = (): Locks =>
  typeof navigator === "object" && "locks" in navigator
    ? { hold: async (name, work) => await navigator.locks.request(name, work) }
    : queueLocks();

/** Locks among those who share the returned object. */
export const queueLocks = (): Locks => {
  const lastByName = new Map<string, Promise<unknown>>();
  return {
    hold: (name, work) => {
      const turn = (lastByName.get(name) ?? Promise.resolve()).then(work, work);
      lastByName.set(name, turn);
      return turn;
    },
  };
};
