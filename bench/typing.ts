/** A key every 290 ms into whatever field has the focus, and what the page made of it: frames, from key to paint, and its own work. */
import type { Session } from "./browser.ts";
import { traced, type MainThread } from "./main-thread.ts";

export interface Typed {
  /** From frame to frame. */
  readonly frames: ReadonlyArray<number>;
  /** From each key to the next painted frame. */
  readonly keys: ReadonlyArray<number>;
  readonly work: MainThread;
}

interface Probe {
  readonly frames: Array<number>;
  readonly keys: Array<number>;
}

export const typedFor = async (ms: number, { page, cdp }: Session, keyAt: (place: number) => string): Promise<Typed> => {
  await page.evaluate(() => {
    const frames: Array<number> = [];
    const keys: Array<number> = [];
    Object.assign(window, { probe: { frames, keys } });
    let lastMs = performance.now();
    const frame = (nowMs: number): void => {
      frames.push(nowMs - lastMs);
      lastMs = nowMs;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    addEventListener(
      "keydown",
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener("message", () => keys.push(performance.now() - timeStamp));
          port1.start();
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  const work = await traced(cdp, async () => {
    const endMs = Date.now() + ms;
    for (let place = 0; Date.now() < endMs; place += 1) {
      await page.keyboard.press(keyAt(place));
      await page.waitForTimeout(290);
    }
  });
  return { ...(await page.evaluate(() => (window as unknown as { probe: Probe }).probe)), work };
};
