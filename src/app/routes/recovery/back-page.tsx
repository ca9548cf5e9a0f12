/**
 * Typing one visit back into the journal system by hand, in the order of its screens.
 *
 * - BHP1 From the keyboard alone: arrows go from entry to entry, C copies the one that has the focus, F ticks it and goes on to the next.
 * - BHP2 A tick is shown when it is written; a reload, or another person, finds the visit as it was left.
 * - BHP3 Who typed it does not check it.
 * - BHP5 A number that is not here, or that two patients have, opens nobody's visit; the list's own links always do.
 * - BHP4 Each entry shows its original time and author.
 */
import { useMemo, useRef, useState, type RefObject } from "react";
import { isSamePerson } from "#core/recovery/item.ts";
import { nothingBack, type VisitBack } from "#core/recovery/giving-back.ts";
import { screensInOrder } from "#core/recovery/screens.ts";
import type { Actor } from "#core/staff/actor.ts";
import { readTemporaryNumber } from "#core/visit/temporary-number.ts";
import { backVisitOf, handOn, minutesLeft, placeTyped, type BackEntry, type BackVisit } from "#projections/back-entry.ts";
import { filesByNumber } from "#projections/by-number.ts";
import type { VisitId } from "#core/visit/events.ts";
import { fileOf, type VisitFile, type WardState } from "#projections/ward-state.ts";
import { useActor, useApp, useNow, useWardState } from "../../app-context.tsx";
import { timeOf } from "../../formats.ts";
import { useKeys } from "../../keys.ts";
import { useSettings } from "../../use-settings.ts";
import { usePageWords } from "../../page-words.ts";
import { Link } from "../../router/link.tsx";
import { useParams } from "../../router/routes.tsx";
import { useSearch } from "../../router/way.ts";
import { useWholeBook } from "../../use-whole-book.ts";
import { nameText } from "../visit/who-text.ts";
import { whichParam } from "../visit/which-visit.tsx";
import type { TextContext } from "../visit/fact-text.ts";
import { useBackDeeds, type BackDeeds } from "./back-deeds.ts";
import { BackEntryCard } from "./back-entry-card.tsx";
import { screenWords } from "./screen-words.ts";
import { useGivingBack, useItems } from "./use-giving-back.ts";
import "./back.css";

export const BackPage = () => {
  const { back: words } = usePageWords();
  const { number: typed = "" } = useParams();
  const state = useWardState();
  const back = useGivingBack();
  const isWhole = useWholeBook();
  const params = useSearch();
  const file = meant(state, typed, params.get(whichParam));
  if (file === null && isWhole) return <NoVisit />;
  if (file === null || back === null) return <p className="page soft">{words.counting}</p>;
  return <OfVisit key={file.visit.id} file={file} back={back.visits.get(file.visit.id) ?? nothingBack} />;
};

/** A number that two patients have is no patient: the list's links say which. */
const meant = (state: WardState, typed: string, which: string | null): VisitFile | null => {
  if (which !== null) return fileOf(state, which as VisitId) ?? null;
  const number = readTemporaryNumber(typed);
  const files = number.ok ? filesByNumber(state, number.value) : [];
  return files.length === 1 ? (files[0] ?? null) : null;
};

const NoVisit = () => {
  const { back: words } = usePageWords();
  return (
    <div className="page">
      <h1>{words.title}</h1>
      <p>{words.noVisit}</p>
      <p>
        <Link className="button" to="/recovery">
          {words.toList}
        </Link>
      </p>
    </div>
  );
};

const OfVisit = ({ file, back }: { readonly file: VisitFile; readonly back: VisitBack }) => {
  const words = usePageWords();
  const files = useMemo(() => [file], [file]);
  const { items: counted, hasFailed } = useItems(files);
  const items = counted.get(file);
  const deeds = useBackDeeds(file);
  const order = screensInOrder(useSettings().screens);
  const visit = items === undefined ? null : backVisitOf(file, items, back, order);
  return (
    <div className="page back">
      <div className="page-head">
        <h1>
          <span className="number">{file.visit.number}</span> {nameText(file.visit, words)}
        </h1>
        <p className="row">
          <Link className="button" to="/recovery">
            {words.back.toList}
          </Link>
          {file.visit.number !== null && (
            <Link className="button" to={`/visit/${file.visit.number}`}>
              {words.back.openChart}
            </Link>
          )}
        </p>
      </div>
      {visit === null && <p className="soft">{hasFailed ? words.back.notCounted : words.back.counting}</p>}
      {visit?.entries.length === 0 && <p>{words.back.nothing}</p>}
      {visit !== null && visit.entries.length > 0 && <Typing file={file} visit={visit} back={back} deeds={deeds} />}
    </div>
  );
};

interface TypingProps {
  readonly file: VisitFile;
  readonly visit: BackVisit;
  readonly back: VisitBack;
  readonly deeds: BackDeeds;
}

const Typing = ({ file, visit, back, deeds }: TypingProps) => {
  const words = usePageWords();
  const { prefs } = useApp();
  const nowMs = useNow();
  const order = screensInOrder(useSettings().screens);
  const actor = useActor();
  const [place, setPlace] = useState(() => placeTyped(visit));
  const text: TextContext = { words, language: prefs.language, nowMs, isNumberShown: true };
  const list = useRef<HTMLDivElement>(null);
  useEntryKeys(list);
  const isNamed = actor.name.trim() !== "";
  const hand = handOn(visit);
  const isMine = hand !== null && isSamePerson(hand.by, actor);
  const act = (entry: BackEntry): (() => Promise<boolean>) | null => {
    const { standing } = entry;
    if (!isNamed) return null;
    if (standing.is === "keyed") return isSamePerson(standing.by, actor) ? null : () => deeds.check(entry);
    return standing.is === "taken" && isMine ? () => deeds.type(entry, place.trim()) : null;
  };
  return (
    <>
      {!isNamed && (
        <p className="card back-note">
          {words.back.whoFirst} <Link to="/settings">{words.frame.settings}</Link>
        </p>
      )}
      <Hand visit={visit} back={back} deeds={deeds} isMine={isMine} isNamed={isNamed} />
      <Signed visit={visit} back={back} deeds={deeds} isNamed={isNamed} />
      <div className="field back-place">
        <label htmlFor="back-place">{words.back.journalNumber}</label>
        <input id="back-place" value={place} onChange={({ target }) => setPlace(target.value)} autoComplete="off" spellCheck={false} />
        <p className="soft small">{words.back.journalNumberHint}</p>
      </div>
      <p className="soft small back-keys">{words.back.keysHelp}</p>
      <div className="back-screens" ref={list}>
        {order.map((screen) => {
          const entries = visit.entries.filter((entry) => entry.screen === screen);
          return entries.length === 0 ? null : (
            <section key={screen} className="stack" aria-labelledby={`screen-${screen}`}>
              <h2 id={`screen-${screen}`}>{words.back[screenWords[screen]]}</h2>
              <ol className="back-entries">
                {entries.map((entry) => (
                  <BackEntryCard key={entry.id} entry={entry} visit={file.visit} text={text} act={act(entry)} untype={canUntype(entry, actor) ? () => deeds.untype(entry) : null} leaveOut={entry.standing.is === "taken" && isMine && isNamed ? (why) => deeds.leaveOut(entry, why) : null} />
                ))}
              </ol>
            </section>
          );
        })}
      </div>
    </>
  );
};

const canUntype = ({ standing }: BackEntry, actor: Actor): boolean => standing.is === "void" || (standing.is === "keyed" && isSamePerson(standing.by, actor));

/** A clinician's word that what stands here may go. It holds up nobody who types. */
const Signed = ({ visit, back: { signatures }, deeds, isNamed }: Omit<HandProps, "isMine">) => {
  const { back: words } = usePageWords();
  const { prefs } = useApp();
  const nowMs = useNow();
  const last = signatures.at(-1);
  return (
    <div className="row back-signed">
      {last !== undefined && (
        <p>
          {words.signedBy} <strong>{last.by.name}</strong> <span className="soft">{timeOf(last.atMs, nowMs, prefs.language)}</span>
        </p>
      )}
      {!visit.isSigned && (
        <>
          <button type="button" className="button" disabled={!isNamed} onClick={() => void deeds.sign()}>
            {words.sign}
          </button>
          <span className="soft small">{last === undefined ? words.signText : words.signAgain}</span>
        </>
      )}
    </div>
  );
};

interface HandProps {
  readonly visit: BackVisit;
  readonly back: VisitBack;
  readonly deeds: BackDeeds;
  readonly isMine: boolean;
  readonly isNamed: boolean;
}

/** Whose hand it is in, how far it has come, and the one thing to do next. */
const Hand = ({ visit, back, deeds, isMine, isNamed }: HandProps) => {
  const { back: words } = usePageWords();
  const { prefs } = useApp();
  const nowMs = useNow();
  const hand = handOn(visit);
  const typed = visit.entries.filter(({ standing }) => standing.is === "keyed" || standing.is === "checked" || standing.is === "verified" || standing.is === "void").length;
  const left = visit.entries.length - typed;
  const minutes = isMine ? minutesLeft(back, left) : null;
  const isAllTyped = left === 0;
  return (
    <section className="card back-hand" aria-label={words.progress}>
      <progress value={typed} max={visit.entries.length} aria-label={words.typed} />
      <p role="status">
        <strong>
          <span className="number">{typed}</span> {words.of} <span className="number">{visit.entries.length}</span> {words.typed.toLowerCase()}
        </strong>
        {minutes !== null && left > 0 && (
          <span className="soft">
            {" "}
            · <span className="number">{minutes}</span> {words.minutesLeft}
          </span>
        )}
        {visit.isBack && <span className="back-done"> {words.allDone}</span>}
        {isAllTyped && !visit.isBack && <span> {words.allTyped}</span>}
      </p>
      {hand !== null && (
        <p>
          {words.inHandOf} <strong>{hand.by.name}</strong> <span className="soft">{words.since} {timeOf(hand.sinceMs, nowMs, prefs.language)}</span>
        </p>
      )}
      {!isAllTyped && (
        <div className="row">
          {!isMine && (
            <button type="button" className="button button-main" disabled={!isNamed} onClick={() => void deeds.take(visit)}>
              {hand === null ? words.take : words.takeOver}
            </button>
          )}
          {isMine && (
            <button type="button" className="button" onClick={() => void deeds.release(visit)}>
              {words.release}
            </button>
          )}
          {hand === null && <span className="soft small">{words.takeText}</span>}
        </div>
      )}
    </section>
  );
};

/** The one that has the focus; else the first that has something to do. */
const useEntryKeys = (list: RefObject<HTMLDivElement | null>): void => {
  const cards = (): ReadonlyArray<HTMLElement> => [...(list.current?.querySelectorAll<HTMLElement>("[data-entry]") ?? [])];
  const focused = (): HTMLElement | undefined => cards().find((card) => card.contains(document.activeElement));
  const press = (key: string): void => {
    const card = focused() ?? cards().find((one) => one.querySelector(`[data-key="${key}"]`) !== null);
    card?.querySelector<HTMLElement>(`[data-key="${key}"]`)?.click();
  };
  const go = (by: 1 | -1): void => {
    const all = cards();
    const at = all.findIndex((card) => card === focused());
    all[at === -1 ? 0 : Math.max(0, at + by)]?.querySelector<HTMLElement>("[data-key=c]")?.focus();
  };
  useKeys({ ArrowDown: () => go(1), ArrowUp: () => go(-1), c: () => press("c"), f: () => press("f") });
};
