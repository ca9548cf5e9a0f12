/**
 * The keystroke-level model (Card, Moran, Newell 1980): how long a practised person's hands need who makes no mistake and does
 * not talk. It compares ways of writing the same; it says nothing of how long a visit to the desk takes.
 *
 * - KLM1 At a desk: 0.239 s a key (Dhakal 2018; Shift, Ctrl and Alt are keys), 1.20 s a click (pointing 1.10, press 0.10),
 *   0.40 s each time the hand goes between keys and mouse.
 * - KLM2 By touch: 0.331 s a key on glass (Palin 2019), 0.567 s a tap with its reach, 0.40 s each time the keys come up.
 * - KLM3 1.35 s for every control that is decided on, and for every further value on a line; half of it for the press that ends
 *   a form, which is the same each time.
 * - KLM4 A scan is 2 s. What the program lets a person wait is added as measured.
 * - KLM5 On paper: 0.50 s a letter, 1.85 s a field that is written in, 2.15 s a tick; typing it afterwards is a form's time again.
 */

/** One thing that hands did, as the page heard it. */
export interface Act {
  readonly is: "key" | "mouse" | "touch" | "scan";
  /** What it was done to: the same text for the same control. */
  readonly control: string;
  /** Begins another value on a line that takes several. */
  readonly beginsValue: boolean;
}

export interface Counts {
  readonly keys: number;
  readonly clicks: number;
  readonly taps: number;
  readonly scans: number;
  /** Hand to the mouse and back, or the keys of the glass coming up. */
  readonly switches: number;
  /** In whole decisions; the press that ends it is half a one. */
  readonly decisions: number;
}

/** What is written on paper: the words that are written, a field each, and the ticks. */
export interface Paper {
  readonly written: ReadonlyArray<string>;
  readonly ticks: number;
}

const keyS = 0.239;
const glassKeyS = 0.331;
const clickS = 1.2;
const tapS = 0.567;
const switchS = 0.4;
const decisionS = 1.35;
const scanS = 2;

export const countsOf = (acts: ReadonlyArray<Act>): Counts => {
  const many = (is: Act["is"]): number => acts.filter((act) => act.is === is).length;
  const controls = acts.filter((act, at) => act.control !== acts[at - 1]?.control).length;
  const values = acts.filter(({ beginsValue }) => beginsValue).length;
  const hands = acts.filter(({ is }) => is !== "scan");
  return {
    keys: many("key"),
    clicks: many("mouse"),
    taps: many("touch"),
    scans: many("scan"),
    switches: hands.filter(({ is }, at) => at > 0 && is !== hands[at - 1]?.is && (is === "key" || hands[at - 1]?.is === "key") && (is === "key" || is === "mouse")).length,
    decisions: Math.max(0, controls + values - 0.5),
  };
};

/** Seconds; `waitedS` is what the program took. */
export const deskS = ({ keys, clicks, scans, switches, decisions }: Counts, waitedS: number): number =>
  keyS * keys + clickS * clicks + scanS * scans + switchS * switches + decisionS * decisions + waitedS;

export const touchS = ({ keys, taps, scans, switches, decisions }: Counts, waitedS: number): number =>
  glassKeyS * keys + tapS * taps + scanS * scans + switchS * switches + decisionS * decisions + waitedS;

export const paperS = ({ written, ticks }: Paper): number =>
  0.5 * written.reduce((letters, text) => letters + text.replaceAll(" ", "").length, 0) + 1.85 * written.length + 2.15 * ticks;
