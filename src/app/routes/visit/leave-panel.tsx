// Leaving, in the chart: at the time typed beside the deeds.
import { awaitedOf } from "#projections/orders.ts";
import { leavingWithTo } from "./fact-text.ts";
import { LeaveForm } from "./leave-form.tsx";
import { leaveCommands } from "./leave-commands.ts";
import { draftForm } from "./open-part.ts";
import type { Chart } from "./use-chart.ts";

export const LeavePanel = ({ chart: { act, text, file } }: { readonly chart: Chart }) => {
  const { words } = text;
  const awaited = awaitedOf(file.visit, text.nowMs);
  return (
    <div className="choice-panel">
      <LeaveForm
        draft={draftForm(file.visit.id, { is: "panel", verb: "leave", byKey: false })}
        awaited={awaited}
        onLeave={(how, to, owner) =>
          void act((atMs) => leaveCommands({ how, to, owner, awaited }, atMs), words.visit.doneLeft(leavingWithTo(how, to, words)))
        }
      />
    </div>
  );
};
