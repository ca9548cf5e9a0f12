// What comes of a call: the same in the telephone form, in the chart, and where it is corrected.
import { useId, useState, type FormEvent, type MouseEvent } from "react";
import { callActions } from "#core/clinical/telephone.ts";
import { readComingTime } from "#forms/coming-time.ts";
import type { OutcomeAnswers } from "#forms/telephone.ts";
import { offsetMinAt, timeOf } from "../../formats.ts";
import { actionText } from "./call-text.ts";
import { ChipChoice } from "./call-fields.tsx";
import type { TextContext } from "./fact-text.ts";
import { clearsOnSecondPress } from "./second-press.ts";
import "./telephone.css";

interface OutcomeFieldsProps {
  /** What stands in the fields when they come. */
  readonly stood: OutcomeAnswers;
  /** What is typed for the time to ring back, read back under the field. */
  readonly callBackAt: string;
  readonly text: TextContext;
}

export const OutcomeFields = ({ stood, callBackAt, text }: OutcomeFieldsProps) => {
  const words = text.words.telephone;
  const id = useId();
  return (
    <div className="call-fields" {...clearsOnSecondPress}>
      <ChipChoice name="action" label={words.action} chosen={stood.action} choices={callActions.map((action) => [action, actionText(action, words)] as const)} />
      <div className="field call-wide">
        <label htmlFor={id}>{words.advice}</label>
        <input id={id} name="advice" type="text" defaultValue={stood.advice} autoComplete="off" />
      </div>
      <ChipChoice isNarrow name="toldToRingAgain" label={words.told} chosen={stood.toldToRingAgain} choices={(["yes", "no"] as const).map((told) => [told, words[told]] as const)} />
      <CallBackField stood={stood} typed={callBackAt} text={text} />
    </div>
  );
};

/** Where nobody else holds what is typed. */
export const CheckedOutcomeFields = ({ stood, text }: Omit<OutcomeFieldsProps, "callBackAt">) => {
  const [typed, setTyped] = useState(stood.callBackAt ?? "");
  const hear = ({ target }: FormEvent): void => {
    if (target instanceof HTMLInputElement && target.name === "callBackAt") setTyped(target.value);
  };
  return (
    <div onInput={hear}>
      <OutcomeFields stood={stood} callBackAt={typed} text={text} />
    </div>
  );
};

const CallBackField = ({ stood, typed, text }: { readonly stood: OutcomeAnswers; readonly typed: string; readonly text: TextContext }) => {
  const words = text.words.telephone;
  const id = useId();
  const atMs = typed.trim() === "" ? null : readComingTime(typed, { nowMs: text.nowMs, offsetMinAt });
  const isRead = typed.trim() === "" || atMs !== null;
  const fill = ({ currentTarget }: MouseEvent<HTMLButtonElement>): void => {
    const field = currentTarget.form?.elements.namedItem("callBackAt");
    if (!(field instanceof HTMLInputElement)) return;
    field.value = currentTarget.value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return (
    <div className="field call-back">
      <label htmlFor={id}>{words.callBackAt}</label>
      <div className="chips">
        <input id={id} name="callBackAt" type="text" className="call-rang" placeholder={words.callBackAtHint} defaultValue={stood.callBackAt} autoComplete="off" spellCheck={false} aria-describedby={`${id}-note`} />
        {quick.map(([minutes, word]) => (
          <button key={minutes} type="button" className="chip" value={minutes} onClick={fill}>
            {words[word]}
          </button>
        ))}
      </div>
      <p id={`${id}-note`} className="field-note" data-kind={isRead ? "plain" : "warn"} aria-live="polite">
        {atMs !== null ? `${words.callBackReadAs} ${timeOf(atMs, text.nowMs, text.language)}` : isRead ? "" : words.callBackNotRead}
      </p>
    </div>
  );
};

const quick = [["+30", "halfHour"], ["+60", "hour"], ["+120", "twoHours"]] as const;
