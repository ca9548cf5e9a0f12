/**
 * A new version waits. It can be taken when no tab is in the middle of anything; until then it is told what it waits for.
 *
 * - UTP1 What holds the new version back is said in a sentence, with where: in this tab or in another.
 * - UTP2 When another tab has taken it, that is said, and this tab goes on until somebody loads it anew.
 * - UTP3 A new version that does not answer is said to have failed, and can be tried again.
 */
import { useState } from "react";
import { openDowntime } from "#core/downtime/downtime.ts";
import { useWardState, useWords } from "../app-context.tsx";
import { useHeld, type Held } from "../held.ts";
import { useHold } from "../holds.ts";
import { takeUpdate, useUpdate } from "../update.ts";

export const UpdateTip = () => {
  const { frame } = useWords();
  const { isWaiting, isTakenElsewhere } = useUpdate();
  useHold("downtime", openDowntime(useWardState().downtimes) !== null);
  const found = useHeld(isWaiting);
  const [hasFailed, setFailed] = useState(false);
  if (!isWaiting) return null;
  const held = isTakenElsewhere && found?.where === "elsewhere" ? null : found;
  const take = async (): Promise<void> => {
    setFailed(false);
    const taken = await takeUpdate();
    setFailed(!taken.ok && taken.error.type === "NoAnswer");
  };
  return (
    <div className="frame-tip no-print" role="status">
      <span>
        {isTakenElsewhere ? frame.newVersionTaken : frame.newVersionWaits} {held !== null && heldText(held, frame.newVersionHeld)}
        {hasFailed && frame.newVersionFailed}
      </span>
      {held === null && (
        <button type="button" className="button" onClick={() => void take()}>
          {frame.newVersionTake}
        </button>
      )}
    </div>
  );
};

const heldText = ({ by, where }: Held, words: { readonly [W in Held["where"]]: { readonly [K in Held["by"]]: string } }): string => words[where][by];
