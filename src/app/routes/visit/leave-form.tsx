/**
 * How they left and to where, and the button that ends the visit. Undo takes it back.
 *
 * - LVF1 An ending that nobody chose is not written: the form says what is missing, and the focus stays.
 * - LVF4 What is still awaited is listed with its age, and who follows it up is written in the same go; without one it ends all the same.
 * - LVF2 On the board and in the chart alike nothing ends before the button is pressed, so that "to" can be written in any order.
 * - LVF3 Each way of leaving has a key, 1 to 9, 0 and A, where nobody is typing; Enter ends the visit.
 */
import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from "react";
import { dispositions, type Disposition } from "#core/visit/events.ts";
import { usePageWords } from "../../page-words.ts";
import type { DraftFields } from "#core/draft.ts";
import { fieldsIn, fillForm } from "../../drafts/native-form.ts";
import { useFormDraft } from "../../drafts/use-draft.ts";
import type { Awaited } from "#projections/orders.ts";
import { leavingText } from "./fact-text.ts";
import { LeaveAwaited } from "./leave-awaited.tsx";
import "./leave-form.css";

interface LeaveFormProps {
  /** The name of its draft. */
  readonly draft: string;
  /** `to` is "" when nobody wrote it; `fields` is all that stands in the form. */
  readonly onLeave: (how: Disposition, to: string, fields: DraftFields) => void;
  /** What is still awaited: whoever follows it up is asked for, and not demanded. */
  readonly awaited: ReadonlyArray<Awaited>;
  /** What may be said at the end besides. */
  readonly children?: ReactNode;
}

export const LeaveForm = ({ draft, awaited, onLeave, children }: LeaveFormProps) => {
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
    const fields = fieldsIn(event.currentTarget);
    const how = dispositions.find((one) => one === fields["how"]);
    if (how === undefined) setMissing(true);
    else onLeave(how, (fields["to"] ?? "").trim(), fields);
  };
  const press = (event: KeyboardEvent<HTMLFormElement>): void => {
    const how = dispositions[leavingKeys.indexOf(event.key.toLowerCase())];
    const isTyping = event.target instanceof HTMLInputElement && event.target.type === "text";
    if (how === undefined || isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    setMissing(false);
    fillForm(event.currentTarget, { how });
    event.currentTarget.querySelector<HTMLElement>("input:checked")?.focus();
  };
  const end = (
    <button type="submit" className="button button-main panel-save">
      {visit.endVisit}
    </button>
  );
  return (
    <form className="leave-form" ref={ref} onInput={keep} onKeyDown={press} onSubmit={submit} autoComplete="off">
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
        {children === undefined && end}
      </div>
      {children}
      {children !== undefined && end}
    </form>
  );
};

/** One for each way, in their order. */
const leavingKeys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "a"];

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
      <div className="leave-tiles">
        {dispositions.map((how, place) => (
          <label key={how} className="chip leave-tile">
            <input type="radio" name="how" value={how} defaultChecked={how === chosen} />
            {leavingText(how, words)}
            {children !== undefined && <kbd aria-hidden="true">{leavingKeys[place]?.toUpperCase()}</kbd>}
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  );
};
