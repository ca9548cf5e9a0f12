/**
 * The ward's own triage sets in settings: reading one in, which is in use, and taking it out of use.
 *
 * - TSS1 A file is seen with all that is in it before it is used; until then nothing is kept. One with a fault is refused with
 *   each fault and its place.
 * - TSS2 Every set that was loaded stays visible, also those that devices loaded unaware of each other; an older one is used again
 *   only when somebody says so.
 * - TSS3 A licence that ran out, a set for another scale, and an edition that was loaded before are said, and hinder nothing.
 */
import { useState } from "react";
import type { RecordId } from "#core/log/record.ts";
import type { LoadedSet, WardTriageSet } from "#core/ward/triage-set.ts";
import { settingsOf } from "#core/ward/ward.ts";
import { contentOf, setsOf, type SetInWard } from "#projections/triage-set.ts";
import { useApp, useNow, useWardState } from "../../app-context.tsx";
import { useDeeds } from "../../deeds.tsx";
import { timeOf } from "../../formats.ts";
import { usePageWords } from "../../page-words.ts";
import { editionText } from "../../triage-set-text.ts";
import { useOnce } from "../visit/use-once.ts";
import { SectionHead } from "./this-device.tsx";
import { LazyContent, SetFacts, SetMarks } from "./triage-set-facts.tsx";
import { TriageSetImport } from "./triage-set-import.tsx";
import "./triage-set.css";

export const TriageSetSection = () => {
  const { triageSet: words } = usePageWords();
  const { book, clock } = useApp();
  const { tell } = useDeeds();
  const { ward } = useWardState();
  const sets = setsOf(ward.triageSets);
  const once = useOnce();
  const [gone, setGone] = useState<RecordId | null>(null);
  const load = async (set: WardTriageSet): Promise<boolean> => (await tell([{ atMs: clock.nowMs(), event: { type: "v1.TriageSetLoaded", set } }], `${words.loaded}: ${editionText(set)}`)).ok;
  const stop = async ({ head, by }: LoadedSet): Promise<void> => void (await tell([{ atMs: clock.nowMs(), event: { type: "v1.TriageSetRemoved", set: by.id } }], `${words.stopped}: ${editionText(head)}`));
  const again = async (one: LoadedSet): Promise<void> => {
    const set = book.is === "open" ? await contentOf(one, book.feed.readOne) : null;
    setGone(set === null ? one.by.id : null);
    if (set !== null) await load(set);
  };
  return (
    <section className="card stack triage-sets" aria-labelledby="settings-triage-set">
      <SectionHead id="settings-triage-set" title={words.title} text={words.about} />
      {sets.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="triage-sets-list">
        {sets.map((one) => (
          <Row key={one.by.id} one={one} scale={settingsOf(ward).scale} isGone={gone === one.by.id} onStop={() => once(() => stop(one))} onAgain={() => once(() => again(one))} />
        ))}
      </ul>
      <TriageSetImport sets={sets} scale={settingsOf(ward).scale} onUse={load} />
    </section>
  );
};

interface RowProps {
  readonly one: SetInWard;
  readonly scale: WardTriageSet["scale"];
  /** It was asked for again, and does not open. */
  readonly isGone: boolean;
  readonly onStop: () => void;
  readonly onAgain: () => void;
}

const Row = ({ one, scale, isGone, onStop, onAgain }: RowProps) => {
  const { triageSet: words } = usePageWords();
  const { prefs } = useApp();
  const nowMs = useNow();
  const name = editionText(one.head);
  return (
    <li data-in-use={one.isInUse}>
      <div className="triage-set-head">
        <h3>{name}</h3>
        <span className={one.isInUse ? "triage-set-used" : "soft"}>{one.isInUse ? words.inUse : words.notInUse}</span>
      </div>
      <SetMarks head={one.head} scale={one.isInUse ? scale : null} />
      <SetFacts head={one.head}>
        <dt>{words.readIn}</dt>
        <dd>{timeOf(one.by.atMs, nowMs, prefs.language)}</dd>
      </SetFacts>
      <LazyContent one={one} />
      {isGone && (
        <p className="field-note" data-kind="warn" role="alert">
          {words.notHere}
        </p>
      )}
      <div className="row">
        {one.isInUse ? (
          <button type="button" className="button" aria-label={`${words.stop}: ${name}`} onClick={onStop}>
            {words.stop}
          </button>
        ) : (
          <button type="button" className="button" aria-label={`${words.useAgain}: ${name}`} onClick={onAgain}>
            {words.useAgain}
          </button>
        )}
      </div>
    </li>
  );
};
