/**
 * The outage itself: declared in one tap, seen to run, ended.
 *
 * - DTP1 One tap declares with the time now; a start typed before it is taken instead.
 * - DTP2 A start may be corrected to an earlier one; who ended by mistake says that it still goes on.
 */
import { useState } from "react";
import type { DowntimeId } from "#core/downtime/events.ts";
import type { EpochMs } from "#core/time.ts";
import { readOutageEnd, readOutageStart } from "#forms/outage-times.ts";
import { endingsAt, outagesOf, type Outages, type PastOutage } from "#projections/outages.ts";
import { useApp, useNow, useWardState } from "../../app-context.tsx";
import { useDeeds } from "../../deeds.tsx";
import { duration, timeOf } from "../../formats.ts";
import { newDowntimeId } from "../../new-id.ts";
import { usePageWords } from "../../page-words.ts";
import { OutageTimeField } from "./outage-time-field.tsx";
import "./downtime.css";

export const DowntimePage = () => {
  const { downtime } = usePageWords();
  const outages = outagesOf(useWardState().downtimes);
  const [endedHere, setEndedHere] = useState<DowntimeId | null>(null);
  const mistaken = outages.open === null ? outages.past.find(({ id }) => id === endedHere) : undefined;
  return (
    <div className="page downtime">
      <h1>{downtime.title}</h1>
      {outages.open === null ? <Declare mistaken={mistaken} /> : <Running open={outages.open} onEnded={setEndedHere} />}
      <PastTable past={outages.past} />
      <section className="stack soft no-print">
        <h2>{downtime.laterTitle}</h2>
        <p>{downtime.laterText}</p>
      </section>
    </div>
  );
};

const useDeclare = (): ((id: DowntimeId, atMs: EpochMs) => Promise<boolean>) => {
  const { downtime } = usePageWords();
  const { clock, prefs } = useApp();
  const { tell } = useDeeds();
  return async (id, atMs) =>
    (await tell([{ atMs, event: { type: "v1.DowntimeDeclared", downtime: id } }], downtime.declared(timeOf(atMs, clock.nowMs(), prefs.language)))).ok;
};

const Declare = ({ mistaken }: { readonly mistaken: PastOutage | undefined }) => {
  const { downtime } = usePageWords();
  const { prefs } = useApp();
  const nowMs = useNow();
  const declare = useDeclare();
  return (
    <section className="card stack">
      <h2>{downtime.noneTitle}</h2>
      <p>{downtime.noneText}</p>
      <OutageTimeField draft="downtime/start" label={downtime.startAt} button={downtime.declare} isMain read={(text, at) => readOutageStart(text, at)} onTake={(atMs) => declare(newDowntimeId(), atMs)} />
      {mistaken !== undefined && (
        <p className="row outage-mistake">
          {downtime.stillTitle(timeOf(mistaken.endedAtMs, nowMs, prefs.language))}
          <button type="button" className="button" onClick={() => void declare(newDowntimeId(), mistaken.startedAtMs)}>
            {downtime.still}
          </button>
        </p>
      )}
    </section>
  );
};

interface RunningProps {
  readonly open: NonNullable<Outages["open"]>;
  readonly onEnded: (id: DowntimeId) => void;
}

const Running = ({ open, onEnded }: RunningProps) => {
  const words = usePageWords();
  const { downtime } = words;
  const { clock, prefs } = useApp();
  const { downtimes } = useWardState();
  const { tell } = useDeeds();
  const declare = useDeclare();
  const nowMs = useNow();
  const end = async (atMs: EpochMs): Promise<boolean> => {
    const told = await tell(endingsAt(downtimes, atMs), downtime.ended(timeOf(atMs, clock.nowMs(), prefs.language)));
    if (told.ok) onEnded(open.id);
    return told.ok;
  };
  return (
    <section className="card stack outage-open">
      <h2>{downtime.running}</h2>
      <p className="outage-lasted number">{duration(Math.max(0, nowMs - open.startedAtMs), words)}</p>
      <p className="soft">{downtime.since(timeOf(open.startedAtMs, nowMs, prefs.language))}</p>
      <div className="outage-deeds no-print">
        <OutageTimeField draft={`downtime/${open.id}/end`} label={downtime.endAt} button={downtime.end} isMain read={(text, at) => readOutageEnd(text, at, open.startedAtMs)} onTake={end}>
          <p className="small soft">{downtime.endText}</p>
        </OutageTimeField>
        <OutageTimeField draft={`downtime/${open.id}/start`} label={downtime.correctTitle} button={downtime.correct} read={(text, at) => readOutageStart(text, at, open.startedAtMs)} onTake={(atMs) => declare(open.id, atMs)}>
          <p className="small soft">{downtime.correctText}</p>
        </OutageTimeField>
      </div>
    </section>
  );
};

const PastTable = ({ past }: { readonly past: ReadonlyArray<PastOutage> }) => {
  const words = usePageWords();
  const { downtime } = words;
  const { prefs } = useApp();
  const nowMs = useNow();
  return (
    <section className="stack">
      <h2>{downtime.pastTitle}</h2>
      {past.length === 0 ? (
        <p className="soft">{downtime.pastNone}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{downtime.from}</th>
              <th scope="col">{downtime.to}</th>
              <th scope="col" className="of-number">{downtime.lasted}</th>
            </tr>
          </thead>
          <tbody>
            {past.map(({ id, startedAtMs, endedAtMs }) => (
              <tr key={id}>
                <td className="number">{timeOf(startedAtMs, nowMs, prefs.language)}</td>
                <td className="number">{timeOf(endedAtMs, nowMs, prefs.language)}</td>
                <td className="number of-number">{duration(endedAtMs - startedAtMs, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};
