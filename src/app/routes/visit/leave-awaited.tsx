// At leaving: the results that are still awaited, and who follows them up.
import { useId } from "react";
import { settingsOf } from "#core/ward/ward.ts";
import type { Awaited } from "#projections/orders.ts";
import { useWardState } from "../../app-context.tsx";
import { usePageWords } from "../../page-words.ts";

export const LeaveAwaited = ({ awaited }: { readonly awaited: ReadonlyArray<Awaited> }) => {
  const { visit, board } = usePageWords();
  const { clinicians } = settingsOf(useWardState().ward);
  const id = useId();
  const owners = [...new Set(awaited.flatMap((one) => one.owners))];
  return (
    <section className="leave-awaited" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{visit.stillAwaited}</h3>
      <ul>
        {awaited.map(({ id: order, orders, ageMin, owners: by }) => (
          <li key={order}>
            <span>{[...new Set(orders.map(({ what }) => what))].join(" ≠ ")}</span> <b className="number">{board.min(ageMin)}</b>
            {by.length > 0 && <span className="soft"> {by.join(" / ")}</span>}
          </li>
        ))}
      </ul>
      <div className="field">
        <label htmlFor={`${id}-owner`}>{visit.whoFollowsUp}</label>
        <input id={`${id}-owner`} name="owner" type="text" list={`${id}-list`} defaultValue={owners.length === 1 ? owners[0] : ""} autoComplete="off" spellCheck={false} />
        <datalist id={`${id}-list`}>
          {clinicians.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </datalist>
      </div>
    </section>
  );
};
