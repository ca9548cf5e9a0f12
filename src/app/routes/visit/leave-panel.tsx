/**
 * Leaving, in the chart: at the time typed beside the deeds, with the advice that was given.
 *
 * - LVP1 Advice that is ticked at the end is written with it in one go, and taken back with it; what was concluded before stays.
 * - LVP3 What was done is said with an undo and the way to the letter.
 * - LVP2 Ticks that say what stands already write nothing.
 */
import { awaitedOf } from "#projections/orders.ts";
import { advices, saysNothingConcluded, standingConclusion } from "#core/clinical/conclusion.ts";
import type { EpochMs } from "#core/time.ts";
import type { VisitCommand } from "#core/visit/commands.ts";
import { readConclusion, typedConclusion, type ConclusionAnswers } from "#forms/conclusion.ts";
import { letterAddress } from "../print/print-choice.ts";
import { AdviceChips } from "./conclusion-fields.tsx";
import { leavingWithTo } from "./fact-text.ts";
import { LeaveForm } from "./leave-form.tsx";
import { leaveCommands, ownerIn } from "./leave-commands.ts";
import { draftForm } from "./open-part.ts";
import type { Chart } from "./use-chart.ts";

export const LeavePanel = ({ chart: { act, text, file } }: { readonly chart: Chart }) => {
  const { words } = text;
  const awaited = awaitedOf(file.visit, text.nowMs);
  const { number } = file.visit;
  const way = number === null ? undefined : { to: letterAddress(number, "discharge"), word: words.letter.letter };
  const standing = standingConclusion(file.visit.concluded);
  const withAdvice = (fields: ConclusionAnswers, atMs: EpochMs): ReadonlyArray<VisitCommand> => {
    const ticked = readConclusion(fields).conclusion.advices ?? [];
    const { advices: before = [], ...rest } = standing;
    const conclusion = { ...rest, ...(ticked.length === 0 ? {} : { advices: ticked }) };
    const isSaid = advices.every((advice) => before.includes(advice) === ticked.includes(advice));
    return isSaid || saysNothingConcluded(conclusion) ? [] : [{ type: "Conclude", conclusion, atMs }];
  };
  return (
    <div className="choice-panel">
      <LeaveForm
        draft={draftForm(file.visit.id, { is: "panel", verb: "leave", byKey: false })}
        awaited={awaited}
        onLeave={(how, to, fields) =>
          void act((atMs) => [...withAdvice(fields, atMs), ...leaveCommands({ how, to, owner: ownerIn(fields), awaited }, atMs)], words.visit.doneLeft(leavingWithTo(how, to, words)), way)
        }
      >
        <AdviceChips typed={typedConclusion(standing)} words={words.letter} />
      </LeaveForm>
    </div>
  );
};
