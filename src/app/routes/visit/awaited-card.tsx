/**
 * What is awaited, always in sight: the one that has been waited for longest first. One tap takes its result.
 *
 * - AWC1 Critical results stand above all else for as long as they stand, and say whether they were read back.
 * - AWC2 Each that is awaited says its age in minutes, its requisition number, whether it is urgent, came in part, and who follows it up.
 */
import { awaitedOf, type Awaited } from "#projections/orders.ts";
import { timeOf } from "../../formats.ts";
import { namesOf, orderNames } from "./order-text.ts";
import type { Chart } from "./use-chart.ts";
import "./orders.css";

export const AwaitedCard = ({ chart }: { readonly chart: Chart }) => {
  const { file, text, show } = chart;
  const words = text.words.orders;
  const awaited = awaitedOf(file.visit, text.nowMs);
  return (
    <section className="card awaited" aria-labelledby="awaited">
      <h2 id="awaited">
        {words.awaited} {awaited.length > 0 && <span className="number">{awaited.length}</span>}
      </h2>
      <Criticals chart={chart} />
      {awaited.length === 0 ? (
        <p className="small soft">{words.nothingAwaited}</p>
      ) : (
        <ul className="awaited-list">
          {awaited.map((one, place) => (
            <li key={one.id}>
              <AwaitedRow one={one} isFirst={place === 0} chart={chart} />
            </li>
          ))}
        </ul>
      )}
      <button type="button" id="result-null" className="button button-plain no-print awaited-unasked" aria-keyshortcuts={awaited.length === 0 ? "F" : undefined} onClick={() => show({ is: "result", order: null })}>
        {words.unasked}
        {awaited.length === 0 && <kbd aria-hidden="true">F</kbd>}
      </button>
    </section>
  );
};

const AwaitedRow = ({ one, isFirst, chart: { text, show, open } }: { readonly one: Awaited; readonly isFirst: boolean; readonly chart: Chart }) => {
  const words = text.words.orders;
  const [order] = one.orders;
  const more = [
    order.urgent === undefined ? "" : words.urgent.toLowerCase(),
    one.isPartly ? words.partly : "",
    order.requisition === undefined ? "" : `${words.requisitionShort} ${order.requisition}`,
    one.owners.length === 0 ? "" : `${words.ownedBy.toLowerCase()} ${one.owners.join(" / ")}`,
  ].filter((part) => part !== "");
  return (
    <button
      type="button"
      id={`result-${one.id}`}
      className="awaited-row"
      data-urgent={order.urgent}
      aria-expanded={open.is === "result" && open.order === one.id}
      aria-keyshortcuts={isFirst ? "F" : undefined}
      aria-label={`${words.takeResult}: ${[orderNames(one.orders), text.words.board.min(one.ageMin), ...more].join(", ")}`}
      onClick={() => show({ is: "result", order: one.id })}
    >
      <span className="awaited-what">
        <b>{orderNames(one.orders)}</b> <span className="small soft">{words[order.kind]}</span>
      </span>
      <span className="awaited-age">
        <b className="number">{text.words.board.min(one.ageMin)}</b>
        {isFirst && <kbd aria-hidden="true">F</kbd>}
      </span>
      {more.length > 0 && <span className="awaited-more small">{more.join(" · ")}</span>}
    </button>
  );
};

const Criticals = ({ chart: { file, text } }: { readonly chart: Chart }) => {
  const words = text.words.orders;
  const { all, loose } = file.visit.orders;
  const came = [...all.flatMap((order) => order.results.map((result) => ({ result, name: namesOf(order) }))), ...loose.map((result) => ({ result, name: "" }))];
  const critical = came.flatMap(({ result, name }) => (result.value.critical === undefined ? [] : [{ result, name, call: result.value.critical }]));
  return critical.map(({ result: { by, atMs, value }, name, call }) => (
    <p key={by} className="awaited-critical">
      <strong>
        ‼ {[name, value.text === "" ? words.textOnPaper : value.text].filter((part) => part !== "").join(": ")}
      </strong>
      <span className="small">
        {words.critical} {timeOf(atMs, text.nowMs, text.language)} · {call.readBack ? words.readBack : words.notReadBack}
      </span>
    </p>
  ));
};

/** What A opens: the oldest that is awaited, or a result that nobody ordered. */
export const firstAwaited = ({ file, text }: Chart) => awaitedOf(file.visit, text.nowMs)[0]?.id ?? null;
