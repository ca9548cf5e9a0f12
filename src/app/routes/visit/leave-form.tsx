/**
 * How they left and to where, and the button that ends the visit. Undo takes it back.
 *
 * - LVF1 An ending that nobody chose is not written: the form says what is missing, and the focus stays.
 * - LVF3 What is still awaited is listed with its age, and who follows it up is written in the same go; without one it ends all the same.
 * - LVF2 On the board and in the chart alike nothing ends before the button is pressed, so that "to" can be written in any order.
 */
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from "react";
import { dispositions, type Disposition } from "#core/visit/events.ts";
import { useWords } from "../../app-context.tsx";
import { useFormDraft } from "../../drafts/use-draft.ts";
import type { Awaited } from "#projections/orders.ts";
import { leavingText } from "./fact-text.ts";
import { LeaveAwaited } from "./leave-awaited.tsx";
import "./leave-form.css";

interface LeaveFormProps {
  /** The name of its draft. */
  readonly draft: string;
  /** What is still awaited: whoever follows it up is asked for, and not demanded. */
  readonly awaited: ReadonlyArray<Awaited>;
  /** `to` and `owner` are "" when nobody wrote them. */
  readonly onLeave: (how: Disposition, to: string, owner: string) => void;
}

export const LeaveForm = ({ draft, awaited, onLeave }: LeaveFormProps) => {
  const { visit } = useWords();
  const [isMissing, setMissing] = useState(false);
  const toId = useId();
  const ref = useRef<HTMLFormElement>(null);
  const keep = useFormDraft(draft, ref);
  useEffect(() => {
    ref.current?.querySelector("input")?.focus();
  }, []);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const how = dispositions.find((one) => one === form.get("how"));
    if (how === undefined) setMissing(true);
    else onLeave(how, typedIn(form, "to"), typedIn(form, "owner"));
  };
  return (
    <form className="leave-form" ref={ref} onInput={keep} onSubmit={submit} autoComplete="off">
      <LeavingChoices chosen={null} onChoose={() => setMissing(false)}>
        {isMissing && (
          <p className="field-note" data-kind="warn" role="alert">
            {visit.chooseHow}
          </p>
        )}
      </LeavingChoices>
      {awaited.length > 0 && <LeaveAwaited awaited={awaited} />}
      <div className="leave-to">
        <div className="field">
          <label htmlFor={toId}>{visit.leaveTo}</label>
          <input id={toId} name="to" type="text" placeholder={visit.leaveToHint} spellCheck={false} />
        </div>
        <button type="submit" className="button button-main">
          {visit.endVisit}
        </button>
      </div>
    </form>
  );
};

const typedIn = (form: FormData, name: string): string => {
  const typed = form.get(name);
  return typeof typed === "string" ? typed.trim() : "";
};

interface LeavingChoicesProps {
  readonly chosen: Disposition | null;
  readonly onChoose?: () => void;
  /** What is said of the choice. */
  readonly children?: ReactNode;
}

export const LeavingChoices = ({ chosen, onChoose, children }: LeavingChoicesProps) => {
  const words = useWords();
  return (
    <fieldset className="choice-fieldset" onChange={onChoose}>
      <legend>{words.visit.chooseLeaving}</legend>
      <div className="chips">
        {dispositions.map((how) => (
          <label key={how} className="chip">
            <input type="radio" name="how" value={how} defaultChecked={how === chosen} />
            {leavingText(how, words)}
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  );
};
