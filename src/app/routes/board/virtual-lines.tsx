// The lines of a long board, drawn only where one looks. The page itself scrolls, so that the frame stays in sight.
import { useCallback, useImperativeHandle, useLayoutEffect, useRef, useState, type Ref } from "react";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import type { DrawLine } from "./board-table.tsx";
import type { Line } from "./lines.ts";

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
/** Only a first guess: every drawn line is measured. */
const guessedPx = 56;
const framesToWait = 12;

export const VirtualLines = ({ lines, draw, ref }: VirtualLinesProps) => {
  const bodyRef = useRef<HTMLDivElement>(null);
  const [topPx, setTopPx] = useState(0);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by a compiler; rows are memoized by hand
  const virtualizer = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => guessedPx,
    overscan: 4,
    scrollPaddingStart: edgePx,
    scrollPaddingEnd: edgePx,
    useFlushSync: false,
    scrollMargin: topPx,
    getItemKey: useCallback((place: number) => lines[place]?.id ?? place, [lines]),
  });
  useLayoutEffect(() => {
    const measure = (): void => setTopPx((bodyRef.current?.getBoundingClientRect().top ?? 0) + scrollY);
    measure();
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  }, []);
  useImperativeHandle(ref, () => ({
    reveal: (place, find) => {
      if (place < 0) return;
      if (!isInSight(find())) virtualizer.scrollToIndex(place, { align: "auto" });
      const focusSoon = (framesLeft: number): void => {
        const found = find();
        if (found !== null) found.focus({ preventScroll: true });
        else if (framesLeft > 0) requestAnimationFrame(() => focusSoon(framesLeft - 1));
      };
      focusSoon(framesToWait);
    },
  }));
  const items = virtualizer.getVirtualItems();
  const offsetPx = (items[0]?.start ?? topPx) - topPx;
  return (
    <div role="rowgroup" ref={bodyRef} style={{ height: virtualizer.getTotalSize(), paddingTop: offsetPx }}>
      {items.map(({ index }) => {
        const line = lines[index];
        return line === undefined ? null : draw(line, index, virtualizer.measureElement);
      })}
    </div>
  );
};
