/**
 * What it came to, written once: the letter and the referral are made of it. Ctrl and Enter, or the button, save.
 *
 * - CCP1 The panel begins with what stands, so that a second save says all of it; of two that wrote unaware of each other, both.
 * - CCP2 With nothing in it nothing is written: the panel says so and stays.
 * - CCP3 What was typed as a code and is none is said at once, and kept.
 */
import { useEffect, useRef, useState, type FormEvent } from "react";
import { saysNothingConcluded, standingConclusion } from "#core/clinical/conclusion.ts";
import { readConclusion, typedConclusion } from "#forms/conclusion.ts";
import { fieldsIn } from "../../drafts/native-form.ts";
import { useFormDraft } from "../../drafts/use-draft.ts";
import { ConclusionFields, hasPapers } from "./conclusion-fields.tsx";
import { draftForm } from "./open-part.ts";
import { PanelFoot } from "./panel-foot.tsx";
import type { Chart } from "./use-chart.ts";
import { useOnce } from "./use-once.ts";

export const ConcludePanel = ({ chart }: { readonly chart: Chart }) => {
  const { text, act, file } = chart;
  const words = text.words.letter;
  const ref = useRef<HTMLFormElement>(null);
  const [standing] = useState(() => typedConclusion(standingConclusion(file.visit.concluded)));
  const [unread, setUnread] = useState(() => readConclusion(standing).unread);
  const [isEmpty, setEmpty] = useState(false);
  const [isOpen, setOpen] = useState(() => hasPapers(standing));
  const once = useOnce();
  const keep = useFormDraft(draftForm(file.visit.id, { is: "panel", verb: "conclude", byKey: false }), ref, (fields) => {
    setOpen(hasPapers(fields));
    setUnread(readConclusion(fields).unread);
  });
  useEffect(() => {
    ref.current?.querySelector("textarea")?.focus();
  }, []);
  const input = (event: FormEvent<HTMLFormElement>): void => {
    keep();
    setEmpty(false);
    setUnread(readConclusion(fieldsIn(event.currentTarget)).unread);
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { conclusion } = readConclusion(fieldsIn(event.currentTarget));
    if (saysNothingConcluded(conclusion)) return setEmpty(true);
    return once(() => act((atMs) => ({ type: "Conclude", conclusion, atMs }), words.doneConcluded));
  };
  return (
    <form ref={ref} className="choice-panel" autoComplete="off" noValidate onInput={input} onSubmit={submit}>
      <ConclusionFields typed={standing} words={words} unread={unread} isOpen={isOpen} />
      <PanelFoot missing={isEmpty ? words.emptyConclusion : null} save={words.saveConclusion} />
    </form>
  );
};
