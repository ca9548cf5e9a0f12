/** The platform's locks in memory, as far as the program uses them; other tabs are whoever else asks the same object. */
interface Held {
  readonly name: string;
  readonly mode: LockMode;
}

export interface MemoryLocks {
  readonly request: (name: string, options: LockOptions, work: (lock: Held | null) => unknown) => Promise<unknown>;
  readonly query: () => Promise<{ readonly held: ReadonlyArray<Held> }>;
}

export const memoryLocks = (): MemoryLocks => {
  const held = new Set<Held>();
  const waiting: Array<() => void> = [];
  const isFree = ({ name, mode }: Held): boolean => [...held].every((one) => one.name !== name || (one.mode === "shared" && mode === "shared"));
  return {
    request: async (name, { mode = "exclusive", ifAvailable = false }, work) => {
      const lock: Held = { name, mode };
      if (ifAvailable && !isFree(lock)) return work(null);
      while (!isFree(lock)) await new Promise<void>((resolve) => void waiting.push(resolve));
      held.add(lock);
      try {
        return await work(lock);
      } finally {
        held.delete(lock);
        for (const wake of waiting.splice(0)) wake();
      }
    },
    query: async () => ({ held: [...held] }),
  };
};
