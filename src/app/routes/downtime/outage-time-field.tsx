// A typed time with its reading under it, and the button that takes it. Enter in the field does what the button does.
import { useId, useState, type FormEvent, type ReactNode } from "react";
import type { OffsetMinAt } from "#forms/typed-time.ts";
import type { OutageTimeFault } from "#forms/outage-times.ts";
import type { Result } from "#core/result.ts";
import { minuteMs, type EpochMs } from "#core/time.ts";
import type { PageWords } from "#i18n/pages/page-words.ts";
import { useApp, useNow } from "../../app-context.tsx";
import { useTextDraft } from "../../drafts/use-draft.ts";
import { duration, offsetMinAt, timeOf } from "../../formats.ts";
import { usePageWords } from "../../page-words.ts";

type Reading = Result<EpochMs, OutageTimeFault>;

interface OutageTimeFieldProps {
  /** The name of its draft. */
  readonly draft: string;
  readonly label: string;
  readonly button: string;
  readonly isMain?: boolean;
  readonly read: (text: string, at: { readonly nowMs: EpochMs; readonly offsetMinAt: OffsetMinAt }) => Reading;
  readonly onTake: (atMs: EpochMs) => Promise<boolean>;
  readonly children?: ReactNode;
}

export const OutageTimeField = ({ draft, label, button, isMain = false, read, onTake, children }: OutageTimeFieldProps) => {
  const { clock, prefs } = useApp();
  const words = usePageWords();
  const id = useId();
  const { text: typed, type, end } = useTextDraft(draft, "");
  const [wasRefused, setWasRefused] = useState(false);
  const nowMs = useNow();
  const readAt = (atMs: EpochMs): Reading => read(typed, { nowMs: atMs, offsetMinAt });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const reading = readAt(clock.nowMs());
    setWasRefused(!reading.ok);
    if (reading.ok && (await onTake(reading.value))) end();
  };
  const note = noteOf(readAt(nowMs), typed !== "" || wasRefused, { words, nowMs, timeText: (atMs) => timeOf(atMs, nowMs, prefs.language) });
  const change = (text: string): void => {
    type(text);
    setWasRefused(false);
  };
  return (
    <form className="outage-form" onSubmit={(event) => void submit(event)} noValidate>
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <input id={id} value={typed} onChange={(event) => change(event.target.value)} placeholder={words.downtime.readAsNow} autoComplete="off" spellCheck={false} aria-describedby={`${id}-note`} />
      </div>
      <button type="submit" className={isMain ? "button button-main" : "button"}>
        {button}
      </button>
      <p id={`${id}-note`} className="field-note" data-kind={note.kind} aria-live="polite">
        {note.text}
      </p>
      {children}
    </form>
  );
};

interface NoteContext {
  readonly words: PageWords;
  readonly nowMs: EpochMs;
  readonly timeText: (atMs: EpochMs) => string;
}

const faultWords: { readonly [T in OutageTimeFault["type"]]: "notRead" | "inFuture" | "beforeStart" | "notEarlier" } = {
  NotRead: "notRead", InFuture: "inFuture", BeforeStart: "beforeStart", NotEarlier: "notEarlier",
};

const noteOf = (reading: Reading, isTouched: boolean, { words, nowMs, timeText }: NoteContext): { readonly kind: "plain" | "warn"; readonly text: string } => {
  const { downtime } = words;
  if (!isTouched) return { kind: "plain", text: downtime.timeHint };
  if (!reading.ok) return { kind: "warn", text: downtime[faultWords[reading.error.type]] };
  const agoMs = nowMs - reading.value;
  return { kind: "plain", text: agoMs < minuteMs ? downtime.readAsNow : downtime.readAs(timeText(reading.value), duration(agoMs, words)) };
};
