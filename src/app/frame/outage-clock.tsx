// How long the outage has lasted, beside the time of day; and the doubt, when there is one about the clock.
import { openDowntime } from "#core/downtime/downtime.ts";
import { useNow, useWardState, useWords } from "../app-context.tsx";
import { clockTime, duration } from "../formats.ts";
import { Link } from "../router/link.tsx";
import { useClockDoubt } from "./clock-doubt.tsx";

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
  const nowMs = useNow(1000);
  const doubt = useClockDoubt();
  return (
    <div>
      <time className="frame-clock number" data-doubt={doubt !== null} title={doubt?.text(words)}>
        {clockTime(nowMs)}
      </time>
      {doubt !== null && (
        <span className="frame-doubt" role="status">
          {words.frame.clockDoubtShort}
          <span className="unseen">{doubt.text(words)}</span>
        </span>
      )}
    </div>
  );
};
