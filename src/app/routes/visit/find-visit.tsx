// The way to a visit whose number is not at hand: any fragment of number, name or reason.
import { useState } from "react";
import { answerOf, phaseOf, triageOf } from "#core/visit/visit.ts";
import { findVisits, whereFound } from "#projections/find.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { useApp, useNow, useWardState } from "../../app-context.tsx";
import { usePageWords } from "../../page-words.ts";
import { timeOf } from "../../formats.ts";
import { Link } from "../../router/link.tsx";
import { LevelTag } from "../../ui/level-tag.tsx";
import { nameText } from "./who-text.ts";

interface FindVisitProps {
  readonly title: string;
  readonly text: string;
  readonly typed: string;
}

const shownAtMost = 20;

export const FindVisit = ({ title, text, typed }: FindVisitProps) => {
  const words = usePageWords();
  const state = useWardState();
  const [sought, setSought] = useState(typed);
  const found = findVisits(state, sought);
  return (
    <div className="page find-visit">
      <h1>{title}</h1>
      <p>{text}</p>
      <div className="field">
        <label htmlFor="find-visit">{words.visit.find}</label>
        <input id="find-visit" type="search" value={sought} onChange={(event) => setSought(event.target.value)} autoComplete="off" spellCheck={false} aria-describedby="find-visit-note" />
        <p id="find-visit-note" className="field-note" aria-live="polite">
          {sought.trim() === "" ? words.visit.findHint : found.length === 0 ? words.visit.foundNone : words.visit.found(found.length)}
        </p>
      </div>
      <ul className="found-list">
        {found.slice(0, shownAtMost).map((file) => (
          <li key={file.visit.id}>
            <FoundVisit file={file} typed={sought} />
          </li>
        ))}
      </ul>
      <p>
        <Link className="button" to="/">
          {words.visit.toBoard}
        </Link>
      </p>
    </div>
  );
};

/** One visit as a line that leads to its chart, or to where it is told to. */
export const FoundVisit = ({ file, typed = "", to = `/visit/${file.visit.number ?? ""}` }: { readonly file: VisitFile; readonly typed?: string; readonly to?: string }) => {
  const { visit } = file;
  const words = usePageWords();
  const { prefs } = useApp();
  const nowMs = useNow();
  const reason = answerOf(visit, "reason");
  const phase = phaseOf(visit);
  const where = whereFound(file, typed);
  return (
    <Link className="found" to={to}>
      <strong className="number">{visit.number}</strong>
      <span>{nameText(visit, words)}</span>
      {visit.arrivedAtMs !== null && <span className="number">{words.visit.cameAt(timeOf(visit.arrivedAtMs, nowMs, prefs.language))}</span>}
      <span className="soft">{reason?.is === "known" ? reason.value : ""}</span>
      {visit.arrivedAtMs === null && visit.phone !== null && <span className="number">{`${words.telephone.rangAt} ${timeOf(visit.phone.atMs, nowMs, prefs.language)}`}</span>}
      {where !== null && <span className="found-where">{`${words.finding[where.of]} ${timeOf(where.atMs, nowMs, prefs.language)}`}</span>}
      {phase.is === "left" ? <span className="soft">{words.visit.leftAt(timeOf(phase.atMs, nowMs, prefs.language))}</span> : <LevelTag triage={triageOf(visit)?.value ?? null} />}
    </Link>
  );
};
