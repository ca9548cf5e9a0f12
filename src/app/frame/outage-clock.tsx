// How long the outage has lasted, beside the time of day; and the doubt, when the device's clock has jumped.
import { Link } from "react-router";
import { openDowntime } from "#core/downtime/downtime.ts";
import { useApp, useNow, useWardState, useWords } from "../app-context.tsx";
import { clockTime, duration } from "../formats.ts";

export const OutageClock = () => {
  const words = useWords();
  const nowMs = useNow();
  const downtime = openDowntime(useWardState().downtimes);
  if (downtime === null) {
    return (
      <Link to="/downtime" className="outage" data-kind="none">
        {words.frame.declareDowntime}
      </Link>
    );
  }
  const lasted = duration(Math.max(0, nowMs - downtime.startedAtMs), words);
  return (
    <Link to="/downtime" className="outage" aria-label={words.frame.downtimeLasted(lasted)}>
      <span className="outage-word">{words.frame.downtimeMark}</span>
      <span className="number">{lasted}</span>
    </Link>
  );
};

export const DayClock = () => {
  const words = useWords();
  const { clock } = useApp();
  const nowMs = useNow(1000);
  const isInDoubt = clock.jumpMs() !== null;
  return (
    <div>
      <time className="frame-clock number" data-doubt={isInDoubt} title={isInDoubt ? words.frame.clockDoubt : undefined}>
        {clockTime(nowMs)}
      </time>
      {isInDoubt && (
        <span className="frame-doubt" role="status">
          {words.frame.clockDoubtShort}
          <span className="unseen">{words.frame.clockDoubt}</span>
        </span>
      )}
    </div>
  );
};
