/**
 * Orders, written: several on one line, or tapped among the ward's common ones.
 *
 * - RQP1 What will be ordered stands below the line with its kind as it was read, before it is saved; each becomes an order of its own, in one go.
 * - RQP2 A common one that is tapped goes onto the line, and off it when it is tapped again; what else stands there stays.
 * - RQP3 With nothing on the line nothing is written: the panel says so and stays.
 */
import { useEffect, useRef, useState, type FormEvent } from "react";
import { readOrders, splitLine, type OrderAnswers } from "#forms/order.ts";
import { commonOrders } from "#projections/orders.ts";
import { useWardState } from "../../app-context.tsx";
import { fieldsIn, fillForm } from "../../drafts/native-form.ts";
import { useFormDraft } from "../../drafts/use-draft.ts";
import { draftForm } from "./open-part.ts";
import { OrderFields } from "./order-fields.tsx";
import { PanelFoot } from "./panel-foot.tsx";
import type { Chart } from "./use-chart.ts";
import { useOnce } from "./use-once.ts";

const mostCommon = 12;

export const OrderPanel = ({ chart }: { readonly chart: Chart }) => {
  const { text, act, file } = chart;
  const words = text.words.orders;
  const state = useWardState();
  const ref = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<OrderAnswers>({});
  const [isEmpty, setEmpty] = useState(false);
  const once = useOnce();
  const keep = useFormDraft(draftForm(file.visit.id, { is: "panel", verb: "order", byKey: false }), ref, setTyped);
  useEffect(() => {
    ref.current?.querySelector("input")?.focus();
  }, []);
  const will = readOrders(typed);
  const written = splitLine(typed.what ?? "");
  const isOn = (what: string): boolean => written.some((one) => one.toLowerCase() === what.toLowerCase());
  const tap = (what: string): void => {
    const rest = written.filter((one) => one.toLowerCase() !== what.toLowerCase());
    if (ref.current !== null) fillForm(ref.current, { what: (rest.length < written.length ? rest : [...rest, what]).join(", ") });
  };
  const input = (event: FormEvent<HTMLFormElement>): void => {
    keep();
    setTyped(fieldsIn(event.currentTarget));
    setEmpty(false);
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const orders = readOrders(fieldsIn(event.currentTarget));
    if (orders.length === 0) return setEmpty(true);
    return once(() => act((atMs) => orders.map((order) => ({ type: "PlaceOrder", order, atMs })), `${words.ordered}: ${orders.map(({ what }) => what).join(", ")}`));
  };
  return (
    <form ref={ref} className="choice-panel" autoComplete="off" noValidate onInput={input} onSubmit={submit}>
      <OrderFields typed={nothingTyped} words={words} isLine />
      <div className="chips" role="group" aria-label={words.common}>
        {commonOrders(state, words.commonOnes.split("|"), mostCommon).map((what) => (
          <button key={what} type="button" className="chip" aria-pressed={isOn(what)} onClick={() => tap(what)}>
            {what}
          </button>
        ))}
      </div>
      {will.length > 0 && (
        <ul className="order-will" aria-label={words.willOrder}>
          {will.map(({ what, kind }, place) => (
            <li key={`${String(place)} ${what}`}>
              <b>{what}</b> <span className="small soft">{words[kind]}</span>
            </li>
          ))}
        </ul>
      )}
      <PanelFoot missing={isEmpty ? words.noOrder : null} save={words.saveOrder} />
    </form>
  );
};

const nothingTyped: OrderAnswers = {};
