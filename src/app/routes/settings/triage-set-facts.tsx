// A triage set as it is judged before and while it is used: whose it is, who approved it, how much is in it, and every word of it.
import { useState, type ReactNode } from "react";
import { scales, type ScaleId } from "#core/clinical/scales.ts";
import type { LoadedSet, TriageSetHead, WardTriageSet } from "#core/ward/triage-set.ts";
import { byLevel, countsOf, isExpired } from "#projections/triage-set.ts";
import { useApp, useNow } from "../../app-context.tsx";
import { localDate } from "../../formats.ts";
import { usePageWords } from "../../page-words.ts";
import { approvedText, expiredText, licenceText } from "../../triage-set-text.ts";
import { LevelTag } from "../../ui/level-tag.tsx";
import { useSetContent } from "../../use-set-content.ts";

export const SetFacts = ({ head, children }: { readonly head: TriageSetHead; readonly children?: ReactNode }) => {
  const { triageSet: words } = usePageWords();
  const { prefs } = useApp();
  return (
    <dl className="triage-set-facts">
      <dt>{words.scale}</dt>
      <dd>{scales[head.scale].name}</dd>
      <dt>{words.language}</dt>
      <dd>{head.language}</dd>
      <dt>{words.source}</dt>
      <dd>{head.source}</dd>
      <dt>{words.licence}</dt>
      <dd>{licenceText(head, words, prefs.language)}</dd>
      <dt>{words.approved}</dt>
      <dd>{approvedText(head, prefs.language)}</dd>
      {children}
    </dl>
  );
};

/** `scale` is the ward's own; null where it does not matter. */
export const SetMarks = ({ head, scale }: { readonly head: TriageSetHead; readonly scale: ScaleId | null }) => {
  const { triageSet: words } = usePageWords();
  const { prefs } = useApp();
  const nowMs = useNow();
  return (
    <>
      {isExpired(head, localDate(nowMs)) && (
        <p className="scale-mark" role="alert">
          {expiredText(head, words, prefs.language)}
        </p>
      )}
      {scale !== null && head.scale !== scale && <p className="scale-mark">{words.otherScale}</p>}
    </>
  );
};

export const SetCounts = ({ set }: { readonly set: WardTriageSet }) => {
  const { triageSet: words } = usePageWords();
  const { scale } = set;
  return (
    <div className="triage-set-counts">
      <p>
        {words.complaints}: <b>{set.complaints.length}</b>. {words.discriminators}:
      </p>
      <ul aria-label={words.discriminators}>
        {countsOf(set).map(([level, count]) => (
          <li key={level}>
            <LevelTag triage={{ scale, scaleVersion: scales[scale].version, level }} /> <b>{count}</b>
          </li>
        ))}
      </ul>
    </div>
  );
};

export const SetContentList = ({ set }: { readonly set: WardTriageSet }) => {
  const { scale } = set;
  return (
    <div className="triage-set-content" lang={set.language}>
      {set.complaints.map(({ name, also, discriminators }) => (
        <section key={name} aria-label={name}>
          <h4>{name}</h4>
          {also !== undefined && <p className="small soft">{also.join(", ")}</p>}
          {byLevel(discriminators, scale).map(([{ level }, some]) => (
            <div key={level} className="triage-set-level">
              <LevelTag triage={{ scale, scaleVersion: scales[scale].version, level }} />
              <ul>
                {some.map(({ text }) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
};

/** Nothing is fetched before it is opened. */
export const LazyContent = ({ one }: { readonly one: LoadedSet }) => {
  const { triageSet: words } = usePageWords();
  const [isOpen, setIsOpen] = useState(false);
  const content = useSetContent(isOpen ? one : null);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{words.show}</summary>
      {content.is === "coming" && <p className="soft">{words.fetching}</p>}
      {content.is === "gone" && <p className="field-note" data-kind="warn">{words.notHere}</p>}
      {content.is === "here" && (
        <>
          <SetCounts set={content.set} />
          <SetContentList set={content.set} />
        </>
      )}
    </details>
  );
};
