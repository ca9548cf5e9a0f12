// Waiting: for a state, or for the moment that the dice chose to pull the plug.

export const waitUntil = async (what: string, isSo: () => boolean, limitMs = 60_000): Promise<void> => {
  const endMs = performance.now() + limitMs;
  while (!isSo()) {
    if (performance.now() > endMs) throw new Error(`waited ${limitMs} ms in vain until ${what}`);
    await pause(10);
  }
};

export const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });
