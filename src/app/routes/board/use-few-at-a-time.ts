/**
 * Lines that come into sight are drawn a few a frame: no key waits for a whole screen of them.
 *
 * - FEW1 What is drawn stays drawn as long as it is in sight; of what is new, the first come first.
 */
import { startTransition, useEffect, useState } from "react";

/** On a slow tablet a line costs some five milliseconds, and a frame may take fifty. */
const aFrame = 4;

/** Those of `wanted` that may be drawn now. */
export const useFewAtATime = (wanted: ReadonlyArray<string>): ReadonlySet<string> => {
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(() => new Set());
  const now = few(wanted, drawn);
  const isSame = now.size === drawn.size && [...now].every((id) => drawn.has(id));
  useEffect(() => {
    if (isSame) return undefined;
    const frame = requestAnimationFrame(() => startTransition(() => setDrawn(now)));
    return () => cancelAnimationFrame(frame);
  });
  return now;
};

const few = (wanted: ReadonlyArray<string>, drawn: ReadonlySet<string>): ReadonlySet<string> => {
  const now = new Set<string>();
  let left = aFrame;
  for (const id of wanted) {
    if (!drawn.has(id)) {
      if (left === 0) continue;
      left -= 1;
    }
    now.add(id);
  }
  return now;
};
