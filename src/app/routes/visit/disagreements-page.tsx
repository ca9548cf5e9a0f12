/**
 * The queue of what devices say differently, over all patients: one after the other, each settled with one press.
 *
 * - DPG1 A digit chooses that claim of the disagreement that stands out; the next one then stands out, with its button in focus.
 * - DPG2 J and L go on and back without choosing. How somebody left is corrected in their chart, and the way there is told.
 */
import { useEffect, useRef, useState } from "react";
import type { EpochMs } from "#core/time.ts";
import type { VisitCommand } from "#core/visit/commands.ts";
import { disagreeing, settling, type Disagreeing, type Disputed } from "#projections/disagreements.ts";
import { useApp, useNow, useWardState } from "../../app-context.tsx";
import { useDeeds } from "../../deeds.tsx";
import { useKeys } from "../../keys.ts";
import { usePageWords } from "../../page-words.ts";
import { Link } from "../../router/link.tsx";
import { Dispute } from "./disagreements.tsx";
import type { TextContext } from "./fact-text.ts";
import { useOnce } from "./use-once.ts";
import { knownAgeAndSex, nameText } from "./who-text.ts";
import "./visit.css";
import "./identity.css";

interface Entry {
  readonly key: string;
  readonly of: Disagreeing;
  readonly disputed: Disputed;
}

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

export const DisagreementsPage = () => {
  const words = usePageWords();
  const { prefs } = useApp();
  const nowMs = useNow();
  const entries = disagreeing(useWardState()).flatMap((of) => of.disputed.map((disputed): Entry => ({ key: `${of.file.visit.id} ${disputed.of === "detail" ? disputed.name : disputed.of}`, of, disputed })));
  const [at, setAt] = useState(0);
  const current = Math.min(at, Math.max(0, entries.length - 1));
  const list = useRef<HTMLOListElement>(null);
  const settle = useSettling();
  const one = entries[current];
  useKeys({
    ...Object.fromEntries(digits.map((digit, claim) => [digit, one === undefined ? undefined : () => void settle(one, (atMs) => settling(one.disputed, claim, atMs))])),
    j: () => setAt(Math.min(entries.length - 1, current + 1)),
    l: () => setAt(Math.max(0, current - 1)),
  });
  useEffect(() => {
    const stands = list.current?.querySelector<HTMLElement>("[data-current=true]");
    (stands?.querySelector<HTMLElement>("button") ?? stands?.querySelector<HTMLElement>("a"))?.focus({ preventScroll: true });
    stands?.scrollIntoView?.({ block: "nearest" });
  }, [one?.key]);
  const text: TextContext = { words, language: prefs.language, nowMs, isNumberShown: false };
  const { identity } = words;
  return (
    <div className="page queue">
      <div className="page-head">
        <h1>
          {identity.disagreements} {entries.length > 0 && <span className="number">({entries.length})</span>}
        </h1>
        <Link className="button" to="/">
          {identity.toBoard}
        </Link>
      </div>
      <p>{entries.length === 0 ? identity.noDisagreements : identity.disagreementsText}</p>
      {entries.length > 0 && <p className="soft small">{identity.disagreementsKeys}</p>}
      <ol ref={list} className="queue-list">
        {entries.map((entry, place) => (
          <li key={entry.key} className="queue-one" data-current={place === current} onFocus={() => setAt(place)}>
            <Head entry={entry} text={text} />
            <Dispute disputed={entry.disputed} chart={{ text, act: (commandAt) => settle(entry, commandAt) }} />
            {entry.disputed.of === "left" && <p className="small">{identity.settleInChart}</p>}
          </li>
        ))}
      </ol>
    </div>
  );
};

const Head = ({ entry: { of: { file: { visit } } }, text }: { readonly entry: Entry; readonly text: TextContext }) => (
  <h2>
    <Link to={`/visit/${visit.number ?? ""}`} className="number">
      {visit.number ?? text.words.visit.noNumber}
    </Link>
    <span>{nameText(visit, text.words)}</span>
    <span className="soft">{knownAgeAndSex(visit, text.nowMs, text.words)}</span>
  </h2>
);

type Settle = (entry: Entry, commandAt: (atMs: EpochMs) => VisitCommand | ReadonlyArray<VisitCommand> | null) => Promise<void>;

const useSettling = (): Settle => {
  const { clock } = useApp();
  const { ask } = useDeeds();
  const { identity } = usePageWords();
  const once = useOnce();
  return async ({ of: { file } }, commandAt) => {
    const command = commandAt(clock.nowMs());
    if (command !== null) once(async () => void (await ask(file.visit.id, [command].flat(), identity.settled)));
  };
};
