/**
 * Which of many lines are in sight of the page as it is scrolled, and how high the others would stand.
 *
 * - WIN1 A line counts as high as it was when it was last drawn; one that never was, as high as most are.
 * - WIN2 When a line above the sight turns out higher or lower, what is in sight stays where it is.
 */
import { startTransition, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefCallback, type RefObject } from "react";

/** Drawn beyond the edges of the sight, so that a scroll finds lines there. */
const beyondPx = 200;
/** Before any line has been drawn. */
const guessedPx = 56;

export interface LinesWindow {
  readonly first: number;
  /** One behind the last. */
  readonly end: number;
  readonly abovePx: number;
  readonly allPx: number;
  /** Where a line begins and ends on the page. */
  readonly spanOf: (place: number) => { readonly topPx: number; readonly bottomPx: number };
  /** For each drawn line, so that its height is known. */
  readonly measure: RefCallback<HTMLElement>;
}

/** `ids` is a new array only when the lines are others. */
export const useWindow = (ids: ReadonlyArray<string>, body: RefObject<HTMLElement | null>): LinesWindow => {
  const topPx = useTop(body);
  const sight = useSight();
  const { heights, measure } = useHeights(ids);
  const starts = useMemo(() => startsOf(ids, heights), [ids, heights]);
  useSteady(starts, ids, topPx);
  const from = sight.fromPx - topPx - beyondPx;
  const first = Math.max(0, placeAt(starts, from));
  const end = Math.min(ids.length, placeAt(starts, from + sight.heightPx + 2 * beyondPx) + 1);
  const startOf = (place: number): number => starts[place] ?? 0;
  return {
    first,
    end,
    abovePx: startOf(first),
    allPx: startOf(ids.length),
    spanOf: (place) => ({ topPx: topPx + startOf(place), bottomPx: topPx + startOf(place + 1) }),
    measure,
  };
};

const useTop = (body: RefObject<HTMLElement | null>): number => {
  const [topPx, setTopPx] = useState(0);
  useLayoutEffect(() => {
    const look = (): void => setTopPx((body.current?.getBoundingClientRect().top ?? 0) + scrollY);
    look();
    addEventListener("resize", look);
    return () => removeEventListener("resize", look);
  }, [body]);
  return topPx;
};

interface Sight {
  readonly fromPx: number;
  readonly heightPx: number;
}

/** In steps: a scroll by a few pixels draws nothing anew. */
const stepPx = beyondPx / 4;

const useSight = (): Sight => {
  const [sight, setSight] = useState(sightNow);
  useEffect(() => {
    const look = (): void => {
      const now = sightNow();
      setSight((before) => (before.fromPx === now.fromPx && before.heightPx === now.heightPx ? before : now));
    };
    look();
    addEventListener("scroll", look, { passive: true });
    addEventListener("resize", look);
    return () => {
      removeEventListener("scroll", look);
      removeEventListener("resize", look);
    };
  }, []);
  return sight;
};

const sightNow = (): Sight => ({ fromPx: Math.floor(scrollY / stepPx) * stepPx, heightPx: innerHeight });

interface Heights {
  readonly usualPx: number;
  readonly byId: ReadonlyMap<string, number>;
}

/** Told by the browser after it has laid the lines out anyway: nothing here makes it do so. */
const useHeights = (ids: ReadonlyArray<string>): { readonly heights: Heights; readonly measure: RefCallback<HTMLElement> } => {
  const [heights, setHeights] = useState<Heights>({ usualPx: guessedPx, byId: new Map() });
  const latest = useRef(ids);
  useLayoutEffect(() => {
    latest.current = ids;
  });
  const observer = useRef<ResizeObserver | null>(null);
  const measure = useCallback((line: HTMLElement | null) => {
    if (line === null || typeof ResizeObserver === "undefined") return undefined;
    observer.current ??= new ResizeObserver((entries) => {
      const told = entries.flatMap(({ target, borderBoxSize: [box] }) => {
        const id = target instanceof HTMLElement ? latest.current[Number(target.dataset["index"])] : undefined;
        return id === undefined || box === undefined || !target.isConnected ? [] : [[id, box.blockSize] as const];
      });
      startTransition(() => setHeights((before) => heightsAfter(before, told)));
    });
    const watching = observer.current;
    watching.observe(line);
    return () => watching.unobserve(line);
  }, []);
  return { heights, measure };
};

const heightsAfter = (before: Heights, told: ReadonlyArray<readonly [id: string, px: number]>): Heights => {
  const usualPx = before.byId.size === 0 && told.length > 0 ? Math.min(...told.map(([, px]) => px)) : before.usualPx;
  const isNew = told.some(([id, px]) => (before.byId.get(id) ?? usualPx) !== px);
  if (!isNew && usualPx === before.usualPx) return before;
  return { usualPx, byId: new Map([...before.byId, ...told]) };
};

/** Where each begins, from the first on; one more than there are lines, for the end of all. */
const startsOf = (ids: ReadonlyArray<string>, { usualPx, byId }: Heights): Float64Array => {
  const starts = new Float64Array(ids.length + 1);
  let px = 0;
  ids.forEach((id, place) => {
    px += byId.get(id) ?? usualPx;
    starts[place + 1] = px;
  });
  return starts;
};

/** The last line that begins at or above it. */
const placeAt = (starts: Float64Array, px: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= px) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Only heights moved, not the lines: the line at the top of the sight stays where it was. */
const useSteady = (starts: Float64Array, ids: ReadonlyArray<string>, topPx: number): void => {
  const before = useRef({ starts, ids });
  useLayoutEffect(() => {
    const { starts: last, ids: lastIds } = before.current;
    before.current = { starts, ids };
    if (starts === last || ids !== lastIds || scrollY <= topPx) return;
    const place = placeAt(last, scrollY - topPx);
    const byPx = (starts[place] ?? 0) - (last[place] ?? 0);
    if (byPx !== 0) scrollBy(0, byPx);
  }, [starts, ids, topPx]);
};
