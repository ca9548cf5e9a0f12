/**
 * A stack of blank forms, each with a number of its own that nobody else will get.
 *
 * - BLK1 Numbers are kept back before the forms are shown: what can be printed has numbers that are saved. One press keeps back one stack.
 * - BLK2 The same stack can be printed again, also after a reload: its numbers stand in the address.
 */
import { useRef, useState } from "react";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { useActor, useApp } from "../../app-context.tsx";
import { useDeeds } from "../../deeds.tsx";
import { useOpenFeed } from "../../open-feed.ts";
import { usePageWords } from "../../page-words.ts";
import { useNavigate } from "../../router/way.ts";
import { FormSheet } from "./form-sheet.tsx";
import type { Paper } from "./paper.ts";

const stacks = [1, 5, 10, 20, 40] as const;

export const BlankForms = ({ numbers, paper }: { readonly numbers: ReadonlyArray<TemporaryNumber>; readonly paper: Paper }) =>
  numbers.length === 0 ? <HowMany /> : numbers.map((number) => <FormSheet key={number} number={number} visit={null} paper={paper} />);

const HowMany = () => {
  const { hands, faults } = usePageWords();
  const { clock } = useApp();
  const actor = useActor();
  const openFeed = useOpenFeed();
  const navigate = useNavigate();
  const { say } = useDeeds();
  const isAsking = useRef(false);
  const [count, setCount] = useState<number | null>(null);
  const reserve = async (many: number): Promise<void> => {
    if (isAsking.current) return;
    isAsking.current = true;
    setCount(many);
    const feed = await openFeed();
    const reserved = await feed?.reserve(many, clock.nowMs(), actor);
    isAsking.current = false;
    setCount(null);
    if (reserved?.ok === true) navigate(`/print?what=forms&numbers=${reserved.value.join(".")}`, { replace: true });
    else say(reserved?.error.type === "DiskFull" ? faults.diskFull : faults.storeLost);
  };
  return (
    <section className="card stack blank-forms no-print" aria-labelledby="blank-forms">
      <h2 id="blank-forms">{hands.howMany}</h2>
      <div className="row" role="group" aria-labelledby="blank-forms">
        {stacks.map((many) => (
          <button key={many} type="button" className="button blank-count" aria-pressed={count === many} onClick={() => void reserve(many)}>
            {many}
          </button>
        ))}
      </div>
      <p>{hands.blankText}</p>
      <p className="soft small">{hands.blankWhy}</p>
    </section>
  );
};
