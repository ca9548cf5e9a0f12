/**
 * The end of giving back: the account, and the word that it is over.
 *
 * - CLR1 It is closed only when every item of every visit is read back, checked or left out with a reason, and all is counted.
 * - CLR2 The account is bound to the heads of the log it was counted over; what comes later says so.
 */
import { useState } from "react";
import type { RecoveryClosed, Tally } from "#core/recovery/events.ts";
import type { GivingBack } from "#core/recovery/giving-back.ts";
import { isSameTally } from "#projections/tally.ts";
import { useActor, useApp, useNow } from "../../app-context.tsx";
import { useDeeds } from "../../deeds.tsx";
import { timeOf } from "../../formats.ts";
import { usePageWords } from "../../page-words.ts";

interface CloseBackProps {
  readonly tally: Tally;
  readonly back: GivingBack;
}

export const CloseBack = ({ tally, back }: CloseBackProps) => {
  const { back: words } = usePageWords();
  const { book, clock } = useApp();
  const actor = useActor();
  const { tell } = useDeeds();
  const [isUnsaved, setIsUnsaved] = useState(false);
  const last = back.closed.at(-1);
  const isWhole = tally.taken > 0 && tally.taken === tally.verified + tally.checked + tally.void;
  // An account that was closed was whole.
  const isClosed = last !== undefined && isSameTally(last.tally, tally);
  const isNamed = actor.name.trim() !== "";
  const close = async (): Promise<void> => {
    if (book.is !== "open") return;
    const { heads } = await book.health();
    const told = await tell([{ atMs: clock.nowMs(), event: { type: "v1.RecoveryClosed", target: "hand", tally, heads } }], "");
    setIsUnsaved(!told.ok);
  };
  if (last === undefined && !isWhole) return null;
  return (
    <section className="card stack back-close" aria-label={words.close}>
      {last !== undefined && <Account closed={last} isStill={isClosed} />}
      {isWhole && !isClosed && (
        <>
          <p>{words.closeText}</p>
          <TallyText tally={tally} />
          <p>
            <button type="button" className="button button-main" disabled={!isNamed} onClick={() => void close()}>
              {words.close}
            </button>
          </p>
          {!isNamed && <p className="soft">{words.whoFirst}</p>}
        </>
      )}
      {isUnsaved && <p role="alert">{words.notSaved}</p>}
    </section>
  );
};

const Account = ({ closed, isStill }: { readonly closed: RecoveryClosed & GivingBack["closed"][number]; readonly isStill: boolean }) => {
  const { back: words } = usePageWords();
  const { prefs } = useApp();
  const nowMs = useNow();
  return (
    <>
      <p className={isStill ? "back-done" : undefined}>
        {words.closedBy} {closed.by.name} {timeOf(closed.atMs, nowMs, prefs.language)}
        {!isStill && <strong className="back-lacks"> {words.sinceClosed}</strong>}
      </p>
      <TallyText tally={closed.tally} />
    </>
  );
};

const TallyText = ({ tally }: { readonly tally: Tally }) => {
  const { back: words } = usePageWords();
  return (
    <p>
      <strong className="number">{tally.taken}</strong> {words.tallyTaken} = <span className="number">{tally.verified}</span> {words.tallyVerified} + <span className="number">{tally.checked}</span> {words.tallyChecked} +{" "}
      <span className="number">{tally.void}</span> {words.tallyVoid}
    </p>
  );
};
