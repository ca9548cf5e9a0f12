// A new version waits. It is offered only when nobody is writing and no downtime is open; until then it is told, not pushed.
import { openDowntime } from "#core/downtime/downtime.ts";
import { useWardState, useWords } from "../app-context.tsx";
import { useHasDraft } from "../drafts.ts";
import { takeUpdate, useUpdate } from "../update.ts";

export const UpdateTip = () => {
  const words = useWords();
  const { isWaiting } = useUpdate();
  const hasDraft = useHasDraft();
  const isDown = openDowntime(useWardState().downtimes) !== null;
  if (!isWaiting || isDown) return null;
  return (
    <div className="frame-tip no-print" role="status">
      <span>{words.frame.newVersionWaits}</span>
      {!hasDraft && (
        <button type="button" className="button" onClick={() => void takeUpdate()}>
          {words.frame.newVersionTake}
        </button>
      )}
    </div>
  );
};
