/** The line to one receiver, as the courier sees it: a message goes, and something or nothing comes back. */
export type Exchange =
  | { readonly is: "answered"; readonly text: string }
  /** Not a byte of it left here. */
  | { readonly is: "notSent"; readonly why: string }
  /** Some of it may have got there. */
  | { readonly is: "noAnswer"; readonly why: string };

export interface MllpLine {
  /** One at a time; the next waits. A line that gave no clear answer is closed before the next: a late answer meets nobody. */
  readonly exchange: (text: string, isAnswer: (text: string) => boolean, signal: AbortSignal) => Promise<Exchange>;
  readonly close: () => void;
}
