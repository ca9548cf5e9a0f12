/**
 * What else can be said of an order that is awaited: who follows it up, or that it is not needed.
 *
 * - RPP4 Each is written by a button of its own; neither takes part in the result that is being typed.
 */
import { useId, useState } from "react";
import type { VisitOrder } from "#core/visit/orders.ts";
import { settingsOf } from "#core/ward/ward.ts";
import { useWardState } from "../../app-context.tsx";
import { namesOf } from "./order-text.ts";
import type { Chart } from "./use-chart.ts";
import { useOnce } from "./use-once.ts";

export const OrderFollowUp = ({ chart: { act, text }, order }: { readonly chart: Chart; readonly order: VisitOrder }) => {
  const words = text.words.orders;
  const id = useId();
  const { clinicians } = settingsOf(useWardState().ward);
  const [owner, setOwner] = useState("");
  const [why, setWhy] = useState("");
  const once = useOnce();
  const name = namesOf(order);
  return (
    <details className="order-more">
      <summary className="button button-plain">{words.more}</summary>
      <div className="order-more-two">
        <form
          className="choice-other"
          onSubmit={(event) => {
            event.preventDefault();
            if (owner.trim() !== "") once(() => act((atMs) => ({ type: "OwnOrder", order: order.id, owner: owner.trim(), atMs }), `${words.doneOwner}: ${owner.trim()}`));
          }}
        >
          <div className="field">
            <label htmlFor={`${id}-owner`}>{words.owner}</label>
            <input id={`${id}-owner`} list={`${id}-list`} value={owner} onChange={(event) => setOwner(event.target.value)} autoComplete="off" spellCheck={false} />
            <datalist id={`${id}-list`}>
              {clinicians.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </datalist>
          </div>
          <button type="submit" className="button">
            {words.saveOwner}
          </button>
        </form>
        <form
          className="choice-other"
          onSubmit={(event) => {
            event.preventDefault();
            once(() => act((atMs) => ({ type: "DropOrder", order: order.id, why: why.trim(), atMs }), `${words.dropped}: ${name}`));
          }}
        >
          <div className="field">
            <label htmlFor={`${id}-why`}>{words.dropWhy}</label>
            <input id={`${id}-why`} value={why} onChange={(event) => setWhy(event.target.value)} autoComplete="off" spellCheck={false} />
          </div>
          <button type="submit" className="button">
            {words.dropped}
          </button>
        </form>
      </div>
    </details>
  );
};
