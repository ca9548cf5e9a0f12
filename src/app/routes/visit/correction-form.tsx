// Correcting a line: the right value, the right time, and why; or that it never happened. The old line stays, struck through.
import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import type { EpochMs } from "#core/time.ts";
import { isSame } from "#core/visit/standing.ts";
import { correctedFact, type CorrectionAnswers } from "#forms/corrected-fact.ts";
import { withPending } from "#forms/typed-entries.ts";
import { readHappenedAt, type HappenedMoment, type HappenedWarning } from "#forms/happened-at.ts";
import type { ChartLine } from "#projections/chart.ts";
import { useApp } from "../../app-context.tsx";
import { useDeeds } from "../../deeds.tsx";
import { fieldsIn } from "../../drafts/native-form.ts";
import { useFormDraft } from "../../drafts/use-draft.ts";
import { clockTime, offsetMinAt } from "../../formats.ts";
import { CorrectionFields } from "./correction-fields.tsx";
import type { TextContext } from "./fact-text.ts";
import { warningText } from "./happened-field.tsx";
import { draftForm } from "./open-part.ts";
import type { Chart } from "./use-chart.ts";

interface CorrectionFormProps {
  readonly chart: Chart;
  readonly line: ChartLine;
}

export const CorrectionForm = ({ chart, line }: CorrectionFormProps) => {
  const { text, close, file, momentAt } = chart;
  const { visit } = text.words;
  const { clock, profile } = useApp();
  const { ask } = useDeeds();
  const ref = useRef<HTMLFormElement>(null);
  const [isUnhappened, setUnhappened] = useState(false);
  const filledIn = { text: clockTime(line.atMs), atMs: line.atMs };
  const [typedTime, setTypedTime] = useState(filledIn.text);
  const keep = useFormDraft(draftForm(file.visit.id, { is: "correction", line: line.id }), ref, (fields) => {
    setUnhappened(fields["unhappened"] !== undefined);
    setTypedTime(fields["time"] ?? filledIn.text);
  });
  const readAt = (nowMs: EpochMs) => readHappenedAt(typedTime, withoutOwnTime(line, momentAt(nowMs)), filledIn);

  useEffect(() => {
    ref.current?.querySelector<HTMLElement>("input:checked, input:not([type=radio])")?.focus();
  }, []);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const nowMs = clock.nowMs();
    const typed: CorrectionAnswers & { readonly why?: string } = withPending(fieldsIn(event.currentTarget));
    const { atMs } = readAt(nowMs);
    const instead = isUnhappened ? null : correctedFact(line.event, typed, { nowMs, offsetMinAt, isDrill: profile === "drill" });
    if (instead !== null && atMs === line.atMs && isSame(instead, line.event)) return close();
    const why = typed.why?.trim() ?? "";
    const asked = await ask(file.visit.id, [{ type: "Correct", target: line.id, why, instead, atMs: isUnhappened ? nowMs : atMs }], isUnhappened ? visit.doneStruck : visit.doneCorrected);
    if (asked.ok) close();
  };
  return (
    <form ref={ref} className="correction" onInput={keep} onSubmit={(event) => void submit(event)} autoComplete="off" noValidate aria-label={visit.correctTitle}>
      <label className="chip">
        <input type="checkbox" name="unhappened" checked={isUnhappened} onChange={(event) => setUnhappened(event.target.checked)} />
        {visit.happenedNot}
      </label>
      {!isUnhappened && (
        <>
          <CorrectionFields event={line.event} text={text} />
          <TimeField typed={typedTime} onType={setTypedTime} warning={readAt(text.nowMs).warning} text={text} />
        </>
      )}
      <WhyField words={text.words} />
      <div className="row">
        <button type="submit" className="button button-main">
          {isUnhappened ? visit.strike : visit.correct}
        </button>
        <button type="button" className="button" onClick={close}>
          {visit.cancel}
        </button>
      </div>
    </form>
  );
};

/** The arrival and the end may be moved themselves: only other lines are held against them. */
const withoutOwnTime = ({ event }: ChartLine, moment: HappenedMoment): HappenedMoment => ({
  ...moment,
  ...(event.type === "v1.Left" ? { endedAtMs: null } : {}),
  ...(event.type === "v1.Arrived" || event.type === "v1.CallTaken" ? { arrivedAtMs: null } : {}),
});

interface TimeFieldProps {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly warning: HappenedWarning | null;
  readonly text: TextContext;
}

const TimeField = ({ typed, onType, warning, text }: TimeFieldProps) => {
  const id = useId();
  const { visit } = text.words;
  return (
    <div className="field field-time">
      <label htmlFor={id}>{visit.happened}</label>
      <input id={id} name="time" value={typed} onChange={(event) => onType(event.target.value)} spellCheck={false} aria-describedby={`${id}-note`} />
      <p id={`${id}-note`} className="field-note" data-kind={warning === null ? "plain" : "warn"} aria-live="polite">
        {warning === null ? visit.happenedHint : warningText(warning, text)}
      </p>
    </div>
  );
};

const WhyField = ({ words: { visit } }: Pick<TextContext, "words">) => {
  const id = useId();
  const ref = useRef<HTMLInputElement>(null);
  const fill = (why: string): void => {
    if (ref.current === null) return;
    ref.current.value = why;
    ref.current.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return (
    <div className="field field-why">
      <label htmlFor={id}>{visit.why}</label>
      <input ref={ref} id={id} name="why" />
      <div className="chips">
        {visit.whyChips.map((why) => (
          <button key={why} type="button" className="chip" onClick={() => fill(why)}>
            {why}
          </button>
        ))}
      </div>
    </div>
  );
};
