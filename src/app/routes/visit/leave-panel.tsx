// Leaving: how, and to where. One press on the button ends the visit; undo takes it back.
import { useEffect, useId, useRef, type FormEvent } from "react";
import { dispositions } from "#core/visit/events.ts";
import { leavingText, leavingWithTo } from "./fact-text.ts";
import type { Chart } from "./use-chart.ts";

export const LeavePanel = ({ chart: { act, text } }: { readonly chart: Chart }) => {
  const { words } = text;
  const { visit } = words;
  const id = useId();
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    ref.current?.querySelector("input")?.focus();
  }, []);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const how = dispositions.find((one) => one === form.get("how")) ?? "other";
    const typed = form.get("to");
    const to = typeof typed === "string" ? typed.trim() : "";
    void act((atMs) => ({ type: "Leave", how, ...(to === "" ? {} : { to }), atMs }), visit.doneLeft(leavingWithTo(how, to, words)));
  };
  return (
    <form className="choice-panel" ref={ref} onSubmit={submit} autoComplete="off">
      <LeavingChoices chosen={null} legend={visit.chooseLeaving} words={words} />
      <div className="choice-other">
        <div className="field">
          <label htmlFor={id}>{visit.leaveTo}</label>
          <input id={id} name="to" type="text" placeholder={visit.leaveToHint} spellCheck={false} />
        </div>
        <button type="submit" className="button button-main">
          {visit.endVisit}
        </button>
      </div>
    </form>
  );
};

interface LeavingChoicesProps {
  readonly chosen: string | null;
  readonly legend: string;
  readonly words: Parameters<typeof leavingText>[1];
}

export const LeavingChoices = ({ chosen, legend, words }: LeavingChoicesProps) => (
  <fieldset className="choice-fieldset">
    <legend>{legend}</legend>
    <div className="chips">
      {dispositions.map((how) => (
        <label key={how} className="chip">
          <input type="radio" name="how" value={how} defaultChecked={how === chosen} />
          {leavingText(how, words)}
        </label>
      ))}
    </div>
  </fieldset>
);
