/** A fault to plant, and the sight of it that a gate must give. */
export type Fault = {
  /** What should stop it, in words. */
  readonly gate: string;
  readonly path: string;
  /** The file's text with the fault in it, made from its text before ("" when there was none); null: nowhere to plant it. */
  readonly plant: (before: string) => string | null;
  /** What the tool that is run must say. */
  readonly sees: RegExp;
};

/** Nothing is wrong with it: a gate that stops it stops everything, and so tells nothing. */
export type Innocent = Omit<Fault, "sees"> & { readonly mustNotSay: RegExp };

export const text =
  (content: string): Fault["plant"] =>
  () =>
    `${content}\n`;

export const appended =
  (content: string): Fault["plant"] =>
  (before) =>
    `${before}${content}\n`;

export const replaced =
  (what: RegExp, by: string): Fault["plant"] =>
  (before) =>
    what.test(before) ? before.replace(what, by) : null;

export const literally = (part: string): string => part.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
