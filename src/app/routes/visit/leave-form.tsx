/**
 * How they left and to where, and the button that ends the visit. Undo takes it back.
 *
 * - LVF1 An ending that nobody chose is not written: the form says what is missing, and the focus stays.
 * - LVF2 On the board and in the chart alike nothing ends before the button is pressed, so that "to" can be written in any order.
 */
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from "react";
import { dispositions, type Disposition } from "#core/visit/events.ts";
import { usePageWords } from "../../page-words.ts";
import { useFormDraft } from "../../drafts/use-draft.ts";
import { leavingText } from "./fact-text.ts";
import "./leave-form.css";

interface LeaveFormProps {
  /** The name of its draft. */
  readonly draft: string;
  /** `to` is "" when nobody wrote it. */
  readonly onLeave: (how: Disposition, to: string) => void;
}

export const LeaveForm = ({ draft, onLeave }: LeaveFormProps) => {
  const { visit } = usePageWords();
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
    const to = form.get("to");
    if (how === undefined) setMissing(true);
    else onLeave(how, typeof to === "string" ? to.trim() : "");
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

interface LeavingChoicesProps {
  readonly chosen: Disposition | null;
  readonly onChoose?: () => void;
  /** What is said of the choice. */
  readonly children?: ReactNode;
}

export const LeavingChoices = ({ chosen, onChoose, children }: LeavingChoicesProps) => {
  const words = usePageWords();
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
