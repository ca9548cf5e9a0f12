// The sign of a level: colour is never alone. The same five signs stand on the screen, the wall and the black-and-white print.
import type { Level } from "#core/clinical/scales.ts";

const shapes: { readonly [L in Level]: string } = {
  1: "M1 1h14v14H1z",
  2: "M8 1l7.5 14H.5z",
  3: "M8 0l8 8-8 8-8-8z",
  4: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z",
  5: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z",
};

export const LevelSign = ({ level }: { readonly level: Level }) => (
  <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d={shapes[level]} fill="currentColor" fillRule="evenodd" />
  </svg>
);
