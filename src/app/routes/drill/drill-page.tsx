/**
 * The way into a drill and out of it: one tap each way.
 *
 * - DRP1 One tap starts the evening in a book of its own; one that was begun can be gone on with.
 * - DRP2 Before a drill the page says what would be left behind: a form that is not registered, a downtime that is real.
 */
import { useState, useSyncExternalStore } from "react";
import { openDowntime } from "#core/downtime/downtime.ts";
import { useApp, useNow, useWardState } from "../../app-context.tsx";
import { useHasDraft } from "../../drafts/drafts.ts";
import { duration, timeOf } from "../../formats.ts";
import { usePageWords } from "../../page-words.ts";
import { Link } from "../../router/link.tsx";
import { SafetyAsks } from "../settings/keeping.tsx";
import { ChipChoice } from "../settings/chip-choice.tsx";
import type { DrillLook, DrillPlayer } from "./drill-player.ts";
import { readBegun } from "./begun.ts";
import { paces } from "./pace.ts";
import "./drill.css";

export const DrillPage = () => {
  const { drill } = usePageWords();
  const { profile, book } = useApp();
  return (
    <div className="page drill">
      <h1>{drill.title}</h1>
      {profile === "real" && <BeforeDrill />}
      {book.is === "open" && book.drill !== undefined && <InDrill player={book.drill} />}
    </div>
  );
};

const BeforeDrill = () => {
  const { drill } = usePageWords();
  const { clock, prefs, switchTo } = useApp();
  const hasDraft = useHasDraft();
  const isDown = openDowntime(useWardState().downtimes) !== null;
  const [begunMs] = useState(() => readBegun(localStorage));
  return (
    <section className="card stack">
      <h2>{drill.evening}</h2>
      <ul className="drill-what">
        {drill.what.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {hasDraft && (
        <p className="drill-warning" role="status">
          {drill.draftWarning} <Link to="/intake">{drill.toIntake}</Link>
        </p>
      )}
      {isDown && (
        <p className="drill-warning" role="status">
          {drill.downtimeWarning}
        </p>
      )}
      <p className="row">
        <button type="button" className="button button-main drill-start" onClick={() => switchTo("drillAnew")}>
          {drill.start}
        </button>
        {begunMs !== null && (
          <button type="button" className="button" onClick={() => switchTo("drill")}>
            {drill.goOn(timeOf(begunMs, clock.nowMs(), prefs.language))}
          </button>
        )}
      </p>
      {begunMs !== null && <p className="soft small">{drill.startNote}</p>}
    </section>
  );
};

const InDrill = ({ player }: { readonly player: DrillPlayer }) => {
  const words = usePageWords();
  const { drill } = words;
  const { switchTo } = useApp();
  const look = useSyncExternalStore(player.subscribe, player.look);
  return (
    <>
      <section className="card stack drill-now">
        <h2>{look.is === "over" ? drill.over : drill.running}</h2>
        <Evening look={look} />
        {look.is === "watching" && <p>{drill.watching}</p>}
        {look.is === "over" && <p>{drill.overText}</p>}
        {look.fault !== null && <p role="alert" className="drill-warning">{look.fault.type === "DiskFull" ? words.faults.diskFull : words.faults.storeLost}</p>}
        {look.is === "playing" && <PaceChoice player={player} />}
        <p>
          <Link className="button button-main" to="/">
            {drill.toBoard}
          </Link>
        </p>
      </section>
      {look.is === "over" && <SafetyAsks />}
      <section className="card drill-ways">
        <button type="button" className="button" onClick={() => switchTo("real")}>
          {drill.leave}
        </button>
        <p className="soft">{drill.leaveNote}</p>
        <button type="button" className="button" onClick={() => switchTo("drillAnew")}>
          {drill.anew}
        </button>
        <p className="soft">{drill.anewNote}</p>
      </section>
    </>
  );
};

const Evening = ({ look: { startMs } }: { readonly look: DrillLook }) => {
  const words = usePageWords();
  const { prefs } = useApp();
  const { visits } = useWardState();
  const nowMs = useNow();
  if (startMs === null) return null;
  return (
    <ul className="drill-figures">
      <li>{words.drill.openedAt(timeOf(startMs, nowMs, prefs.language))}</li>
      <li>{words.drill.gone(duration(Math.max(0, nowMs - startMs), words))}</li>
      <li>{words.drill.came(visits.size)}</li>
    </ul>
  );
};

const PaceChoice = ({ player: { pace } }: { readonly player: DrillPlayer }) => {
  const { drill } = usePageWords();
  const speed = useSyncExternalStore(pace.subscribe, pace.speed);
  const choices = paces.map((one) => [String(one), drill.paceOf(one)] as const);
  return (
    <div>
      <ChipChoice label={drill.pace} choices={choices} chosen={String(speed)} onChoose={(chosen) => pace.setSpeed(paces.find((one) => String(one) === chosen) ?? 1)} />
      <p className="soft small">{drill.paceNote}</p>
    </div>
  );
};
