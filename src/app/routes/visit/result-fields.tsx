// The fields of a result that came: the same in the panel that takes one and in the form that corrects it.
import { useEffect, useId, useRef, useState } from "react";
import { identifiers, identifiersWanted, type Identifier } from "#core/clinical/order.ts";
import { ticked, type ResultAnswers } from "#forms/order.ts";
import type { OrderWords } from "#i18n/pages/orders.ts";
import { fieldsIn } from "../../drafts/native-form.ts";
import "./orders.css";

/** What of the patient is known here, to compare with: the identifier and what it says. */
export type Offered = ReadonlyArray<readonly [identifier: Identifier, says: string]>;

interface ResultFieldsProps {
  readonly typed: ResultAnswers;
  /** null: all of them, without what they say. */
  readonly offered: Offered | null;
  readonly words: OrderWords;
}

export const ResultFields = ({ typed, offered, words }: ResultFieldsProps) => {
  const id = useId();
  const ref = useRef<HTMLDivElement>(null);
  const [now, setNow] = useState(() => readNow(typed));
  useEffect(() => {
    const form = ref.current?.closest("form");
    // A draft that is filled in says so as an input too.
    const look = (): void => setNow(readNow(form === null || form === undefined ? {} : fieldsIn(form)));
    form?.addEventListener("input", look);
    return () => form?.removeEventListener("input", look);
  }, []);
  return (
    <div ref={ref} className="result-fields">
      <div className="field">
        <label htmlFor={`${id}-text`}>{words.result}</label>
        <textarea id={`${id}-text`} name="text" defaultValue={typed.text} rows={2} aria-describedby={`${id}-hint`} />
        <p id={`${id}-hint`} className="field-note">
          {words.resultHint}
        </p>
      </div>
      <Compared typed={typed} offered={offered} words={words} isFew={now.compared < identifiersWanted && now.hasText} />
      <div className="chips">
        <label className="chip result-critical">
          <input type="checkbox" name="critical" value={ticked} defaultChecked={typed.critical !== undefined} />
          ‼ {words.critical}
        </label>
        <label className="chip">
          <input type="checkbox" name="preliminary" value={ticked} defaultChecked={typed.preliminary !== undefined} />
          {words.preliminary}
        </label>
      </div>
      <CallFields typed={typed} words={words} isHidden={!now.isCritical} isReadBack={now.isReadBack} />
    </div>
  );
};

interface ComparedProps extends ResultFieldsProps {
  readonly isFew: boolean;
}

const Compared = ({ typed, offered, words, isFew }: ComparedProps) => {
  const id = useId();
  return (
    <fieldset className="choice-fieldset" aria-describedby={`${id}-note`}>
      <legend>{words.compared}</legend>
      <div className="chips">
        {(offered ?? identifiers.map((one) => [one, ""] as const)).map(([one, says]) => (
          <label key={one} className="chip">
            <input type="checkbox" name={`id-${one}`} value={ticked} defaultChecked={typed[`id-${one}`] !== undefined} />
            <span>
              {words[one]} {says !== "" && <b className="number">{says}</b>}
            </span>
          </label>
        ))}
      </div>
      <p id={`${id}-note`} className="field-note" data-kind={isFew ? "warn" : "plain"} aria-live="polite">
        {isFew ? words.fewerThanTwo : words.compareTwo}
      </p>
    </fieldset>
  );
};

interface CallProps extends Omit<ResultFieldsProps, "offered"> {
  readonly isHidden: boolean;
  readonly isReadBack: boolean;
}

const CallFields = ({ typed, words, isHidden, isReadBack }: CallProps) => {
  const id = useId();
  return (
    <div className="result-call" hidden={isHidden}>
      <div className="field">
        <label htmlFor={`${id}-by`}>{words.calledBy}</label>
        <input id={`${id}-by`} name="calledBy" type="text" defaultValue={typed.calledBy} spellCheck={false} autoComplete="off" />
      </div>
      <label className="chip">
        <input type="checkbox" name="readBack" value={ticked} defaultChecked={typed.readBack !== undefined} />
        {words.readBack}
      </label>
      {!isReadBack && (
        <p className="field-note" data-kind="warn">
          {words.readItBack}
        </p>
      )}
    </div>
  );
};

const isTicked = (answer: string | undefined): boolean => answer !== undefined && answer !== "";

const readNow = (typed: ResultAnswers) => ({
  hasText: (typed.text ?? "").trim() !== "",
  isCritical: isTicked(typed.critical),
  isReadBack: isTicked(typed.readBack),
  compared: identifiers.filter((one) => isTicked(typed[`id-${one}`])).length,
});
