// Leaving, in the chart: at the time typed beside the deeds.
import { leavingWithTo } from "./fact-text.ts";
import { LeaveForm } from "./leave-form.tsx";
import { draftForm } from "./open-part.ts";
import type { Chart } from "./use-chart.ts";

export const LeavePanel = ({ chart: { act, text, file } }: { readonly chart: Chart }) => {
  const { words } = text;
  return (
    <div className="choice-panel">
      <LeaveForm
        draft={draftForm(file.visit.id, { is: "panel", verb: "leave", byKey: false })}
        onLeave={(how, to) =>
          void act((atMs) => ({ type: "Leave", how, ...(to === "" ? {} : { to }), atMs }), words.visit.doneLeft(leavingWithTo(how, to, words)))
        }
      />
    </div>
  );
};
