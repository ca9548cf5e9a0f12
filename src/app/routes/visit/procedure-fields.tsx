// The fields of a procedure: the same in the panel that writes one and in the form that corrects it.
import { useId } from "react";
import { settingsOf } from "#core/ward/ward.ts";
import { procedureFields, type ProcedureAnswers } from "#forms/order.ts";
import type { OrderWords } from "#i18n/pages/orders.ts";
import { useWardState } from "../../app-context.tsx";
import "./observation.css";

export const ProcedureFields = ({ typed, words }: { readonly typed: ProcedureAnswers; readonly words: OrderWords }) => {
  const id = useId();
  const { clinicians } = settingsOf(useWardState().ward);
  return (
    <div className="medicine-fields">
      {procedureFields.map((field) => (
        <div key={field} className="field">
          <label htmlFor={`${id}-${field}`}>{words[field]}</label>
          <input id={`${id}-${field}`} name={field} type="text" defaultValue={typed[field]} list={field === "by" ? `${id}-list` : undefined} autoComplete="off" spellCheck={false} />
        </div>
      ))}
      <datalist id={`${id}-list`}>
        {clinicians.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </datalist>
    </div>
  );
};
