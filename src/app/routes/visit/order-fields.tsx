// The fields of an order: the same in the panel that writes orders and in the form that corrects one.
import { useId, type Ref } from "react";
import { orderKinds } from "#core/clinical/order.ts";
import { ticked, type OrderAnswers } from "#forms/order.ts";
import type { OrderWords } from "#i18n/pages/orders.ts";
import "./orders.css";

interface OrderFieldsProps {
  readonly typed: OrderAnswers;
  readonly words: OrderWords;
  /** Where several may be written on the line, and their kinds are read from it. */
  readonly isLine?: boolean;
  readonly lineRef?: Ref<HTMLInputElement>;
}

export const OrderFields = ({ typed, words, isLine = false, lineRef }: OrderFieldsProps) => {
  const id = useId();
  const kinds = isLine ? (["", ...orderKinds] as const) : orderKinds;
  return (
    <div className="order-fields">
      <div className="field order-line">
        <label htmlFor={`${id}-what`}>{isLine ? words.orderLine : words.what}</label>
        <input ref={lineRef} id={`${id}-what`} name="what" type="text" defaultValue={typed.what} placeholder={isLine ? words.orderHint : undefined} spellCheck={false} autoComplete="off" />
      </div>
      <div className="field" role="radiogroup" aria-label={words.kind}>
        <span className="field-label" aria-hidden="true">
          {words.kind}
        </span>
        <div className="chips">
          {kinds.map((kind) => (
            <label key={kind} className="chip">
              <input type="radio" name="kind" value={kind} defaultChecked={(typed.kind ?? "") === kind} />
              {kind === "" ? words.kindRead : words[kind]}
            </label>
          ))}
        </div>
      </div>
      <div className="field order-requisition">
        <label htmlFor={`${id}-requisition`}>{words.requisition}</label>
        <input id={`${id}-requisition`} name="requisition" type="text" defaultValue={typed.requisition} spellCheck={false} autoComplete="off" />
      </div>
      <label className="chip order-tick">
        <input type="checkbox" name="urgent" value={ticked} defaultChecked={typed.urgent !== undefined} />
        {words.urgent}
      </label>
    </div>
  );
};
