/**
 * A result that came, taken: its words, what it was compared by, and the call where it is critical.
 *
 * - RPP1 What the patient is known by here stands on the ticks, so that the paper and the screen can be compared; fewer than two
 *   are warned of and hinder nothing.
 * - RPP2 Which order it is of stands above, and another one is chosen there; what was typed for one is never saved for another.
 * - RPP3 A result of no order, with nothing in it, is not written: the panel says so and stays.
 */
import { useEffect, useRef, useState, type FormEvent } from "react";
import { valueOf } from "#core/answer.ts";
import { saysNothingCame } from "#core/clinical/order.ts";
import { maskNationalNumber } from "#core/identity/national-number.ts";
import type { RecordId } from "#core/log/record.ts";
import { answerOf } from "#core/visit/visit.ts";
import { readResult, type ResultAnswers } from "#forms/order.ts";
import { awaitedOf } from "#projections/orders.ts";
import { fieldsIn } from "../../drafts/native-form.ts";
import { useFormDraft } from "../../drafts/use-draft.ts";
import { bornText } from "./fact-text.ts";
import { draftForm } from "./open-part.ts";
import { OrderFollowUp } from "./order-follow-up.tsx";
import { namesOf, orderNames } from "./order-text.ts";
import { PanelFoot } from "./panel-foot.tsx";
import { ResultFields, type Offered } from "./result-fields.tsx";
import type { Chart } from "./use-chart.ts";
import { useOnce } from "./use-once.ts";

interface ResultPanelProps {
  readonly chart: Chart;
  /** null: of nothing that was ordered here. */
  readonly order: RecordId | null;
}

export const ResultPanel = ({ chart, order }: ResultPanelProps) => {
  const { text, act, file } = chart;
  const words = text.words.orders;
  const ref = useRef<HTMLFormElement>(null);
  const [isEmpty, setEmpty] = useState(false);
  const once = useOnce();
  const keep = useFormDraft(draftForm(file.visit.id, { is: "result", order }), ref);
  const about = file.visit.orders.all.find(({ id }) => id === order);
  const name = about === undefined ? words.unasked : namesOf(about);
  useEffect(() => {
    ref.current?.querySelector("textarea")?.focus();
  }, []);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const result = readResult(fieldsIn(event.currentTarget));
    if (saysNothingCame(order, result)) return setEmpty(true);
    return once(() => act((atMs) => ({ type: "TakeResult", order, result, atMs }), `${words.doneResult}: ${name}`));
  };
  const input = (): void => {
    keep();
    setEmpty(false);
  };
  return (
    <div className="choice-panel">
      <WhichOrder chart={chart} order={order} />
      <form ref={ref} className="result-form" autoComplete="off" noValidate aria-label={`${words.result}: ${name}`} onInput={input} onSubmit={submit}>
        <ResultFields typed={nothingTyped} offered={offeredOf(chart, about?.order[0].value.requisition)} words={words} />
        <PanelFoot missing={isEmpty ? words.noResult : null} save={words.saveResult} />
      </form>
      {about !== undefined && <OrderFollowUp chart={chart} order={about} />}
    </div>
  );
};

const nothingTyped: ResultAnswers = {};

const WhichOrder = ({ chart: { file, text, show }, order }: ResultPanelProps) => {
  const words = text.words.orders;
  const awaited = awaitedOf(file.visit, text.nowMs);
  const choose = (id: RecordId | null) => () => show({ is: "result", order: id });
  return (
    <div className="field" role="group" aria-label={words.otherAwaited}>
      <span className="field-label" aria-hidden="true">
        {words.otherAwaited}
      </span>
      <div className="chips">
        {awaited.map(({ id, orders }) => (
          <button key={id} type="button" className="chip" aria-pressed={id === order} onClick={choose(id)}>
            {orderNames(orders)}
          </button>
        ))}
        <button type="button" className="chip chip-none" aria-pressed={order === null} onClick={choose(null)}>
          {words.unasked}
        </button>
      </div>
    </div>
  );
};

/** What is not known here cannot be compared, and is not offered. */
const offeredOf = ({ file: { visit }, text }: Chart, requisition: string | undefined): Offered => {
  const [name, born, national] = [valueOf(answerOf(visit, "name")), valueOf(answerOf(visit, "born")), valueOf(answerOf(visit, "nationalNumber"))];
  return [
    ...(name === null ? [] : [["name", name] as const]),
    ...(born === null ? [] : [["born", bornText(born, text)] as const]),
    ...(national === null ? [] : [["nationalNumber", maskNationalNumber(national)] as const]),
    ...(visit.number === null ? [] : [["temporaryNumber", visit.number] as const]),
    ...(requisition === undefined ? [] : [["requisition", requisition] as const]),
  ];
};
