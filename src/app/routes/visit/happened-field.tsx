// When it happened: typed beside the deeds, read back as it will be written.
import { useId } from "react";
import type { HappenedWarning } from "#forms/happened-at.ts";
import { timeOf } from "../../formats.ts";
import type { TextContext } from "./fact-text.ts";
import type { Chart } from "./use-chart.ts";

export const HappenedField = ({ chart }: { readonly chart: Chart }) => {
  const { typedTime, typeTime, happened, text } = chart;
  const { visit } = text.words;
  const id = useId();
  const isTyped = typedTime.trim() !== "";
  const { warning, atMs } = happened;
  const note = warning === null ? (isTyped ? visit.happenedAs(timeOf(atMs, text.nowMs, text.language)) : visit.happenedHint) : warningText(warning, text);
  return (
    <div className="happened" data-typed={isTyped}>
      <label htmlFor={id}>{visit.happened}</label>
      <input id={id} value={typedTime} placeholder={visit.happenedNow} onChange={(event) => typeTime(event.target.value)} autoComplete="off" spellCheck={false} aria-describedby={`${id}-note`} />
      <p id={`${id}-note`} className="field-note" data-kind={warning === null ? "plain" : "warn"} aria-live="polite">
        {note}
      </p>
    </div>
  );
};

export const warningText = (warning: HappenedWarning, { words, nowMs, language }: Pick<TextContext, "words" | "nowMs" | "language">): string => {
  const { visit } = words;
  switch (warning.type) {
    case "NotRead":
      return visit.happenedNotRead;
    case "InFuture":
      return visit.happenedInFuture;
    case "BeforeArrival":
      return visit.happenedBeforeArrival(timeOf(warning.atMs, nowMs, language));
    case "AfterEnd":
      return visit.happenedAfterEnd(timeOf(warning.atMs, nowMs, language));
  }
};
