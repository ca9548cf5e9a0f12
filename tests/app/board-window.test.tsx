// @vitest-environment jsdom
/** Of a long board: which lines are drawn, where they stand, and how many a frame. */
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useFewAtATime } from "#app/routes/board/use-few-at-a-time.ts";
import { useWindow } from "#app/routes/board/use-window.ts";

/** The browser's own measuring, told by hand: jsdom lays nothing out. */
let tell: (heights: Readonly<Record<number, number>>) => void = () => undefined;
class Observer {
  readonly observed = new Set<Element>();
  constructor(told: (entries: ReadonlyArray<unknown>) => void) {
    tell = (heights) =>
      act(() => told([...this.observed].flatMap((target) => {
        const px = heights[Number(target instanceof HTMLElement ? target.dataset["index"] : -1)];
        return px === undefined ? [] : [{ target, borderBoxSize: [{ blockSize: px }] }];
      })));
  }
  observe(target: Element): void {
    this.observed.add(target);
  }
  unobserve(target: Element): void {
    this.observed.delete(target);
  }
}

const scrollTo = (px: number): void => {
  vi.stubGlobal("scrollY", px);
  act(() => void window.dispatchEvent(new Event("scroll")));
};

beforeEach(() => {
  vi.stubGlobal("ResizeObserver", Observer);
  vi.stubGlobal("scrollBy", vi.fn<(x: number, y: number) => void>());
  vi.stubGlobal("scrollY", 0);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const idsOf = (count: number, first = 0): ReadonlyArray<string> => Array.from({ length: count }, (_, place) => `line-${first + place}`);

const openWindow = (count: number) => {
  const body = { current: document.body };
  const shown = renderHook(({ ids }) => useWindow(ids, body), { initialProps: { ids: idsOf(count) } });
  for (const place of [0, 1, 2]) {
    const line = document.createElement("div");
    line.dataset["index"] = String(place);
    document.body.append(line);
    shown.result.current.measure(line);
  }
  return shown;
};

it("[WIN1] a line is as high as it was drawn, and one that never was as high as most", () => {
  const { result } = openWindow(500);
  expect(result.current.allPx).toBe(500 * 56);
  tell({ 0: 92, 1: 40 });
  expect(result.current.allPx).toBe(92 + 499 * 40);
  tell({ 2: 60 });
  expect(result.current.spanOf(2)).toEqual({ topPx: 132, bottomPx: 192 });
});

it("only the lines about the sight are drawn, wherever the page is scrolled", () => {
  const { result } = openWindow(10_000);
  tell({ 0: 40, 1: 40, 2: 40 });
  expect(result.current.first).toBe(0);
  expect(result.current.end).toBeLessThan(30);
  scrollTo(200_000);
  expect(result.current.first).toBe((200_000 - 200) / 40);
  expect(result.current.end - result.current.first).toBeLessThan(40);
  expect(result.current.abovePx).toBe(199_800);
  scrollTo(10_000 * 40);
  expect(result.current.end).toBe(10_000);
});

it("[WIN2] what is in sight stays when a line above it turns out higher", () => {
  openWindow(500);
  tell({ 0: 40, 1: 40 });
  scrollTo(4_000);
  tell({ 2: 140 });
  expect(window.scrollBy).toHaveBeenCalledExactlyOnceWith(0, 100);
});

it("[WIN2] other lines are no reason to scroll", () => {
  const { rerender } = openWindow(500);
  tell({ 0: 40, 1: 40, 2: 140 });
  scrollTo(4_000);
  rerender({ ids: idsOf(400, 50) });
  expect(window.scrollBy).not.toHaveBeenCalled();
});

const nextFrame = (): Promise<void> => act(() => new Promise<void>((resolve) => void requestAnimationFrame(() => resolve())));

it("[FEW1] a screen of new lines is drawn a few a frame, the first ones first; what was drawn stays", async () => {
  const { result, rerender } = renderHook(({ wanted }) => useFewAtATime(wanted), { initialProps: { wanted: idsOf(10) } });
  expect([...result.current]).toEqual(idsOf(4));
  await vi.waitFor(() => expect([...result.current]).toEqual(idsOf(10)));
  await nextFrame();
  const others = [...idsOf(6, 20), ...idsOf(5, 5)];
  rerender({ wanted: others });
  expect([...result.current]).toEqual([...idsOf(4, 20), ...idsOf(5, 5)]);
  await vi.waitFor(() => expect([...result.current]).toEqual(others));
});
