// Both copies of the book are compared in full while nobody waits for it: soon after the start, and once an hour.
const firstAfterMs = 5_000;
const againAfterMs = 60 * 60_000;

/** `looked` is called each time it is done. Answers how to stop. */
export const keepLookingThrough = (lookThrough: () => Promise<void>, looked: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout>;
  const after = (ms: number): void => {
    timer = setTimeout(() => {
      void lookThrough()
        .then(looked)
        .finally(() => after(againAfterMs));
    }, ms);
  };
  after(firstAfterMs);
  return () => clearTimeout(timer);
};
