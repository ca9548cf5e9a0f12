// The lines of a long board, drawn only where one looks. The page itself scrolls, so that the frame stays in sight.
import { useImperativeHandle, useMemo, useRef, type Ref } from "react";
import type { DrawLine } from "./board-table.tsx";
import type { Line } from "./lines.ts";
import { useFewAtATime } from "./use-few-at-a-time.ts";
import { useWindow } from "./use-window.ts";

export interface VirtualHandle {
  /** Scrolls a line into sight and focuses what `find` finds, as soon as it is drawn. */
  readonly reveal: (place: number, find: () => HTMLElement | null) => void;
}

interface VirtualLinesProps {
  readonly lines: ReadonlyArray<Line>;
  readonly draw: DrawLine;
  readonly ref: Ref<VirtualHandle>;
}

const isInSight = (found: HTMLElement | null): boolean => {
  if (found === null) return false;
  const { top, bottom } = found.getBoundingClientRect();
  return top >= edgePx && bottom <= innerHeight - edgePx;
};

/** The frame, the notice and the thumb bar may lie over the page's edges. */
const edgePx = 120;
const framesToWait = 12;

export const VirtualLines = ({ lines, draw, ref }: VirtualLinesProps) => {
  const bodyRef = useRef<HTMLDivElement>(null);
  const ids = useMemo(() => lines.map(({ id }) => id), [lines]);
  const { first, end, abovePx, allPx, spanOf, measure } = useWindow(ids, bodyRef);
  const drawn = useFewAtATime(ids.slice(first, end));
  useImperativeHandle(ref, () => ({
    reveal: (place, find) => {
      if (place < 0) return;
      if (!isInSight(find())) scrollTo({ top: scrollFor(spanOf(place)) });
      const focusSoon = (framesLeft: number): void => {
        const found = find();
        if (found !== null) found.focus({ preventScroll: true });
        else if (framesLeft > 0) requestAnimationFrame(() => focusSoon(framesLeft - 1));
      };
      focusSoon(framesToWait);
    },
  }));
  return (
    <div role="rowgroup" ref={bodyRef} style={{ height: allPx, paddingTop: abovePx }}>
      {lines.slice(first, end).map((line, at) => {
        const { topPx, bottomPx } = spanOf(first + at);
        return drawn.has(line.id) ? draw(line, first + at, measure) : <div key={`${line.id} later`} role="none" style={{ height: bottomPx - topPx }} />;
      })}
    </div>
  );
};

/** As far as it takes to have the line between the page's edges, and no farther. */
const scrollFor = ({ topPx, bottomPx }: { readonly topPx: number; readonly bottomPx: number }): number =>
  Math.min(topPx - edgePx, Math.max(scrollY, bottomPx + edgePx - innerHeight));
