/**
 * What came of a call, written in the chart; or a new time to ring back.
 *
 * - CEP1 Nothing said is not written: the panel says so and stays.
 */
import { useEffect, useRef, useState, type FormEvent } from "react";
import { saysNothingOfCall } from "#core/clinical/telephone.ts";
import { readOutcome, type OutcomeAnswers } from "#forms/telephone.ts";
import { useApp } from "../../app-context.tsx";
import { fieldsIn } from "../../drafts/native-form.ts";
import { useFormDraft } from "../../drafts/use-draft.ts";
import { offsetMinAt } from "../../formats.ts";
import { draftForm } from "./open-part.ts";
import { OutcomeFields } from "./outcome-fields.tsx";
import { PanelFoot } from "./panel-foot.tsx";
import type { Chart } from "./use-chart.ts";
import { useOnce } from "./use-once.ts";

export const CallEndPanel = ({ chart }: { readonly chart: Chart }) => {
  const { text, act, file } = chart;
  const words = text.words.telephone;
  const { clock } = useApp();
  const ref = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<OutcomeAnswers>({});
  const [isMissing, setMissing] = useState(false);
  const once = useOnce();
  const keep = useFormDraft(draftForm(file.visit.id, { is: "panel", verb: "callEnd", byKey: false }), ref, setTyped);
  useEffect(() => {
    ref.current?.querySelector("input")?.focus();
  }, []);
  const input = (event: FormEvent<HTMLFormElement>): void => {
    keep();
    setTyped(fieldsIn(event.currentTarget));
    setMissing(false);
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const outcome = readOutcome(fieldsIn(event.currentTarget), { nowMs: clock.nowMs(), offsetMinAt });
    if (saysNothingOfCall(outcome)) return setMissing(true);
    return once(() => act((atMs) => ({ type: "EndCall", outcome, atMs }), words.doneOutcome));
  };
  return (
    <form ref={ref} className="choice-panel" autoComplete="off" noValidate onInput={input} onSubmit={submit}>
      <OutcomeFields stood={nothing} callBackAt={typed.callBackAt ?? ""} text={text} />
      <PanelFoot missing={isMissing ? words.noOutcome : null} save={words.saveOutcome} />
    </form>
  );
};

const nothing: OutcomeAnswers = {};
