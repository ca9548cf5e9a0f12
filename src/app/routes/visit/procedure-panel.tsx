/**
 * A procedure that was done, written: what, where on the body, by whom.
 *
 * - PRP1 A common one that is tapped fills the first field; the others stay as they are.
 * - PRP2 Without saying what was done nothing is written: the panel says so and stays.
 */
import { useEffect, useRef, useState, type FormEvent } from "react";
import { readProcedure, type ProcedureAnswers } from "#forms/order.ts";
import { fieldsIn, fillForm } from "../../drafts/native-form.ts";
import { useFormDraft } from "../../drafts/use-draft.ts";
import { draftForm } from "./open-part.ts";
import { PanelFoot } from "./panel-foot.tsx";
import { ProcedureFields } from "./procedure-fields.tsx";
import type { Chart } from "./use-chart.ts";
import { useOnce } from "./use-once.ts";

export const ProcedurePanel = ({ chart }: { readonly chart: Chart }) => {
  const { text, act, file } = chart;
  const words = text.words.orders;
  const ref = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<ProcedureAnswers>({});
  const [isEmpty, setEmpty] = useState(false);
  const once = useOnce();
  const keep = useFormDraft(draftForm(file.visit.id, { is: "panel", verb: "procedure", byKey: false }), ref, setTyped);
  useEffect(() => {
    ref.current?.querySelector("input")?.focus();
  }, []);
  const input = (event: FormEvent<HTMLFormElement>): void => {
    keep();
    setTyped(fieldsIn(event.currentTarget));
    setEmpty(false);
  };
  const tap = (what: string): void => {
    if (ref.current !== null) fillForm(ref.current, { what: typed.what === what ? "" : what });
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const procedure = readProcedure(fieldsIn(event.currentTarget));
    if (procedure === null) return setEmpty(true);
    return once(() => act((atMs) => ({ type: "DoProcedure", procedure, atMs }), `${words.procedure}: ${procedure.what}`));
  };
  return (
    <form ref={ref} className="choice-panel" autoComplete="off" noValidate onInput={input} onSubmit={submit}>
      <ProcedureFields typed={nothingTyped} words={words} />
      <div className="chips" role="group" aria-label={words.common}>
        {words.commonProcedures.split("|").map((what) => (
          <button key={what} type="button" className="chip" aria-pressed={typed.what === what} onClick={() => tap(what)}>
            {what}
          </button>
        ))}
      </div>
      <PanelFoot missing={isEmpty ? words.noProcedure : null} save={words.saveProcedure} />
    </form>
  );
};

const nothingTyped: ProcedureAnswers = {};
