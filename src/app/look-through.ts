/**
 * Both copies of the book are compared in full while nobody waits for it: soon after the start, and once an hour.
 *
 * - LKT1 A look that fails is caught by nobody here: the frame tells of it (alarms.tsx). The next one comes all the same.
 * - LKT2 None is begun, and nothing is told, after it was stopped.
 */
const firstAfterMs = 5_000;
const againAfterMs = 60 * 60_000;

/** `looked` is called each time it is done, and never after it was stopped. Answers how to stop. */
export const keepLookingThrough = (lookThrough: () => Promise<void>, looked: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout>;
  let isStopped = false;
  const look = async (): Promise<void> => {
    try {
      await lookThrough();
      if (!isStopped) looked();
    } finally {
      if (!isStopped) timer = setTimeout(() => void look(), againAfterMs);
    }
  };
  timer = setTimeout(() => void look(), firstAfterMs);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
};
