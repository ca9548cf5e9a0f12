// A deed as a button with its key: done at once, or opening its panel in place.
import type { ReactNode } from "react";
import type { NextDeed } from "#projections/next-deed.ts";
import type { PanelVerb } from "./open-part.ts";
import type { Chart } from "./use-chart.ts";

interface OpenerProps {
  readonly chart: Chart;
  readonly verb: PanelVerb;
  readonly word: string;
  readonly letter: string;
  readonly next: NextDeed | null;
}

export const Opener = ({ chart, verb, word, letter, next }: OpenerProps) => {
  const { open, show, close } = chart;
  const isOpen = open.is === "panel" && open.verb === verb;
  return (
    <Deed id={`verb-${verb}`} letter={letter} isNext={next === verb} isOpen={isOpen} onDo={() => (isOpen ? close() : show({ is: "panel", verb, byKey: false }))}>
      {word}
    </Deed>
  );
};

interface DeedProps {
  readonly id?: string;
  readonly letter?: string;
  readonly isNext?: boolean;
  readonly isOpen?: boolean;
  readonly onDo: () => void;
  readonly children: ReactNode;
}

export const Deed = ({ id, letter, isNext = false, isOpen, onDo, children }: DeedProps) => (
  <button type="button" id={id} className={isNext ? "button button-main" : "button"} aria-keyshortcuts={letter} aria-expanded={isOpen} onClick={onDo}>
    {children}
    {letter !== undefined && <kbd aria-hidden="true">{letter}</kbd>}
  </button>
);
