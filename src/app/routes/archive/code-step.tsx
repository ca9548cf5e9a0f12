/**
 * The one calm step that makes a recovery code: shown large, to be written down, printed or copied, and gone when it is left.
 *
 * - CDS1 The ward is told of a new key only when somebody says that they have the code; leaving the step changes nothing.
 * - CDS2 The code stands on this page alone: not in an address, not in storage, not in the log.
 */
import { useEffect, useState } from "react";
import { settingsOf } from "#core/ward/ward.ts";
import { groups } from "#core/ward/recovery-code.ts";
import { useApp, useNow, useWardState } from "../../app-context.tsx";
import { usePageWords } from "../../page-words.ts";
import type { Archive, RecoveryCard } from "../../archive/port.ts";
import { useDeeds } from "../../deeds.tsx";
import { clockTime, localDate } from "../../formats.ts";
import { recoveryMark } from "./recovery-mark.ts";

interface CodeStepProps {
  readonly archive: Archive;
  /** The ward knows the key now. */
  readonly onDone: (recipient: string) => void;
  readonly onCancel: () => void;
}

export const CodeStep = ({ archive, onDone, onCancel }: CodeStepProps) => {
  const { archive: words } = usePageWords();
  const { clock } = useApp();
  const { tell } = useDeeds();
  const [card, setCard] = useState<RecoveryCard | null>(null);
  const [isTelling, setIsTelling] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    let isHere = true;
    void archive.newCard().then((made) => { if (isHere) setCard(made); }, () => setHasFailed(true));
    return () => { isHere = false; };
  }, [archive]);
  if (hasFailed) return <p role="alert" className="archive-fault">{words.makeFailed}</p>;
  if (card === null) return null;
  const have = async (): Promise<void> => {
    setIsTelling(true);
    const told = await tell([{ atMs: clock.nowMs(), event: { type: "v1.RecoveryKeySet", recipient: card.recipient } }], words.codeSaved);
    if (told.ok) onDone(card.recipient);
    else setIsTelling(false);
  };
  return (
    <div className="stack code-step">
      <p>{words.codeText}</p>
      <CodeCard card={card} />
      <p className="soft small">{words.codeWhere}</p>
      <div className="row">
        <button type="button" className="button button-main" disabled={isTelling} onClick={() => void have()}>
          {words.codeHave}
        </button>
        <button type="button" className="button" onClick={() => print()}>
          {words.codePrint}
        </button>
        <Copy code={card.code} />
        <button type="button" className="button button-plain" onClick={onCancel}>
          {words.notNow}
        </button>
      </div>
    </div>
  );
};

/** On paper this card stands alone: see archive.css. */
const CodeCard = ({ card }: { readonly card: RecoveryCard }) => {
  const { archive: words } = usePageWords();
  const { ward } = useWardState();
  const nowMs = useNow();
  return (
    <section className="code-card" aria-label={words.cardTitle}>
      <div className="code-card-head">
        <strong>{words.cardTitle}</strong>
        <span>{settingsOf(ward).name}</span>
      </div>
      <p className="code" translate="no">
        {groups(card.code).map((group, at) => <span key={`${at} ${group}`}>{group}{" "}</span>)}
      </p>
      <p className="soft small">
        {words.cardMark(recoveryMark(card.recipient))} · {words.cardMade(`${localDate(nowMs)} ${clockTime(nowMs)}`)}
      </p>
      <p className="code-card-text">{words.cardText}</p>
    </section>
  );
};

const Copy = ({ code }: { readonly code: string }) => {
  const { archive: words } = usePageWords();
  const [isCopied, setIsCopied] = useState(false);
  // An insecure address has no clipboard, whatever TypeScript's DOM says.
  if (!("clipboard" in navigator)) return null;
  return (
    <button type="button" className="button" onClick={() => void navigator.clipboard.writeText(code).then(() => setIsCopied(true), () => undefined)}>
      {isCopied ? words.codeCopied : words.codeCopy}
    </button>
  );
};
