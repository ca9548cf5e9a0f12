// Where and when the last tap was, so that what it opened knows the second half of the same double tap. By the browser's own
// steady counter: a drill's clock may run faster than the hand.

interface Tap {
  readonly x: number;
  readonly y: number;
  readonly atMs: number;
}

/** A second tap that comes sooner was not meant. */
export const oneTapMs = 700;

/** A glove's second tap lands within the width of a finger from the first. */
const sameTapPx = 40;

let last: Tap | null = null;

const keep = ({ clientX, clientY, detail }: globalThis.MouseEvent): void => {
  // A key's click has no place.
  last = detail === 0 ? null : { x: clientX, y: clientY, atMs: performance.now() };
};
if (typeof document !== "undefined") document.addEventListener("click", keep, { capture: true });

export const lastTap = (): Tap | null => last;

export const isSameTap = (first: Tap | null, { clientX, clientY, detail }: globalThis.MouseEvent): boolean =>
  first !== null && detail > 0 && performance.now() - first.atMs < oneTapMs && Math.hypot(clientX - first.x, clientY - first.y) <= sameTapPx;
