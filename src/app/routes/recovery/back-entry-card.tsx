// One entry: what it says, when it happened and by whom, copied field by field, and ticked.
import { useRef, useState } from "react";
import { CheckmarkIcon, FilesIcon } from "@navikt/aksel-icons";
import type { Standing } from "#core/recovery/item.ts";
import type { Visit } from "#core/visit/visit.ts";
import type { BackEntry } from "#projections/back-entry.ts";
import type { PageWords } from "#i18n/pages/page-words.ts";
import { actorText, type FactText, type TextContext } from "../visit/fact-text.ts";
import { entryText, pasted, whoWhen } from "./back-text.ts";
import { LeaveOut } from "./leave-out.tsx";
import { useCopy, type Copying } from "./use-copy.ts";

interface BackEntryCardProps {
  readonly entry: BackEntry;
  readonly visit: Visit;
  readonly text: TextContext;
  /** Typed, or checked; null where this person may do neither now. */
  readonly act: (() => Promise<boolean>) | null;
  readonly untype: (() => Promise<boolean>) | null;
  readonly leaveOut: ((why: string) => Promise<boolean>) | null;
}

export const BackEntryCard = ({ entry, visit, text, act, untype, leaveOut }: BackEntryCardProps) => {
  const { back: words } = text.words;
  const card = useRef<HTMLLIElement>(null);
  const copying = useCopy();
  const [isUnsaved, setIsUnsaved] = useState(false);
  const said = entryText(entry, visit, text);
  const when = whoWhen(entry, text);
  const { standing } = entry;
  const tick = async (deed: () => Promise<boolean>): Promise<void> => {
    const next = nextOf(card.current);
    const isWritten = await deed();
    setIsUnsaved(!isWritten);
    if (isWritten) next?.focus();
  };
  return (
    <li ref={card} className="card back-entry" data-entry={entry.id} data-is={standing.is}>
      <div className="back-entry-head">
        <h3 className={entry.line === null ? "unseen" : undefined}>{said.head}</h3>
        {when !== "" && <p className="soft small">{when}</p>}
      </div>
      <Fields answers={said.answers} copying={copying} words={text.words} />
      <div className="row back-entry-foot">
        <StandingText standing={standing} words={text.words} />
        <span className="row back-buttons">
          <button type="button" className="button" data-key="c" aria-keyshortcuts="C" aria-label={`${words.copyAll}: ${said.head}`} onClick={() => void copying.copy("", pasted(entry, said, text))}>
            {copying.copied === "" ? words.copied : words.copyAll}
            <kbd aria-hidden="true">C</kbd>
          </button>
          {untype !== null && (
            <button type="button" className="button" aria-label={`${standing.is === "void" ? words.voidUndo : words.untyped}: ${said.head}`} onClick={() => void tick(untype)}>
              {standing.is === "void" ? words.voidUndo : words.untyped}
            </button>
          )}
          {leaveOut !== null && <LeaveOut head={said.head} words={text.words} onLeaveOut={(why) => void tick(() => leaveOut(why))} />}
          {act !== null && (
            <button type="button" className="button button-main" data-key="f" aria-keyshortcuts="F" aria-label={`${standing.is === "keyed" ? words.check : words.typed}: ${said.head}`} onClick={() => void tick(act)}>
              {standing.is === "keyed" ? words.check : words.typed}
              <kbd aria-hidden="true">F</kbd>
            </button>
          )}
        </span>
      </div>
      <p role="status" className="back-said">
        {isUnsaved ? words.notSaved : copying.failed ? words.notCopied : ""}
      </p>
    </li>
  );
};

interface FieldsProps {
  readonly answers: FactText["answers"];
  readonly copying: Copying;
  readonly words: PageWords;
}

const Fields = ({ answers, copying: { copied, copy }, words: { back } }: FieldsProps) => (
  <dl className="back-fields">
    {answers.map(([label, answer], place) => {
      const name = `${label} ${place}`;
      return (
        <div key={name}>
          <dt>{label}</dt>
          <dd>{answer}</dd>
          <dd className="back-copy">
            <button type="button" className="button" aria-label={`${back.copy} ${label}`} onClick={() => void copy(name, answer)}>
              {copied === name ? <CheckmarkIcon aria-hidden /> : <FilesIcon aria-hidden />}
            </button>
          </dd>
        </div>
      );
    })}
  </dl>
);

const StandingText = ({ standing, words }: { readonly standing: Standing; readonly words: PageWords }) => {
  const who = standing.is === "keyed" ? [standing.by] : standing.is === "checked" ? [standing.keyedBy, standing.by] : [];
  return (
    <span className="back-standing" data-is={standing.is}>
      {[words.back[standing.is], standing.is === "void" || standing.is === "person" ? standing.why : "", who.map((one) => actorText(one, words)).join(", ")].filter((one) => one !== "").join(" · ")}
    </span>
  );
};

const nextOf = (card: HTMLElement | null): HTMLElement | null => {
  const cards = [...(card?.closest(".back-screens")?.querySelectorAll<HTMLElement>("[data-entry]") ?? [])];
  return cards[cards.findIndex((one) => one === card) + 1]?.querySelector<HTMLElement>("[data-key=c]") ?? null;
};
