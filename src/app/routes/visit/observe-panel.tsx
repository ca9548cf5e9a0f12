/**
 * A look at the patient, written: on one line, or field by field. The line fills the fields, so that what is saved is what is seen.
 *
 * - OBP1 What is typed on the line stands in the fields at once, and what it says no more is taken back; a field that somebody
 *   filled or changed by hand is left alone by the line.
 * - OBP2 The score stands beside the fields while they are filled, with its parts and what is missing; it chooses nothing.
 * - OBP3 A look with nothing in it is not written: the panel says so and stays.
 * - OBP4 Enter pressed twice, or held, writes one look.
 */
import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import { saysNothingFound } from "#core/clinical/found.ts";
import { observationFields, readObservation, type ObservationAnswers } from "#forms/observation.ts";
import { readObservationLine } from "#forms/observation-line.ts";
import { scoresOf } from "#projections/looks.ts";
import type { ClinicalWords } from "#i18n/pages/clinical.ts";
import { fieldsIn } from "../../drafts/native-form.ts";
import { useFormDraft } from "../../drafts/use-draft.ts";
import { BigKeys, useBigKeys } from "./big-keys.tsx";
import { fillFromLine } from "./line-fill.ts";
import { ObservationFields } from "./observation-fields.tsx";
import { draftForm } from "./open-part.ts";
import { PanelFoot } from "./panel-foot.tsx";
import { RemarkChips } from "./remark-chips.tsx";
import { ScoreLine } from "./score-line.tsx";
import type { Chart } from "./use-chart.ts";
import { useOnce } from "./use-once.ts";

export const ObservePanel = ({ chart }: { readonly chart: Chart }) => {
  const { text, act, file } = chart;
  const words = text.words.clinical;
  const ref = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<ObservationAnswers>({});
  const [isEmpty, setEmpty] = useState(false);
  const fromLine = useRef<ObservationAnswers>({});
  const once = useOnce();
  const [isBig, toggleBig] = useBigKeys();
  const keep = useFormDraft(draftForm(file.visit.id, { is: "panel", verb: "observe", byKey: false }), ref, (fields) => {
    fromLine.current = readObservationLine(fields[lineField] ?? "").answers;
    setTyped(fields);
  });
  const unread = readObservationLine(lineIn(typed)).unread.join(" ");
  const reading = readObservation(typed);
  const scores = scoresOf(file.visit, reading.found, text.nowMs);
  useEffect(() => {
    if (isBig) ref.current?.querySelector(".big-keys")?.scrollIntoView();
    ref.current?.querySelector<HTMLElement>(isBig ? ".big-keys button[aria-current]" : "input")?.focus({ preventScroll: isBig });
  }, [isBig]);

  const input = (event: FormEvent<HTMLFormElement>): void => {
    const form = event.currentTarget;
    if (event.target instanceof HTMLInputElement && event.target.name === lineField) {
      const [before, after] = [fromLine.current, readObservationLine(event.target.value).answers];
      fromLine.current = after;
      fillFromLine(form, observationFields, { before, after });
    }
    keep();
    setTyped(fieldsIn(form));
    setEmpty(false);
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const answers: ObservationAnswers = fieldsIn(event.currentTarget);
    const { found } = readObservation({ ...answers, remark: [answers.remark ?? "", unread].filter((said) => said.trim() !== "").join(" · ") });
    if (saysNothingFound(found)) return setEmpty(true);
    return once(() => act((atMs) => ({ type: "Observe", found, atMs }), words.done));
  };
  return (
    <form ref={ref} className="choice-panel observe-panel" autoComplete="off" noValidate data-keys={isBig ? "big" : "line"} onInput={input} onSubmit={submit}>
      <p className="observe-ways">
        <button type="button" className="button" aria-pressed={isBig} onClick={toggleBig}>
          {text.words.hands.bigKeys}
        </button>
      </p>
      {isBig && <BigKeys formRef={ref} typed={typed} words={text.words} />}
      <LineInput unread={unread} words={words} />
      <RemarkChips remark={typed.remark ?? ""} words={words} />
      <ObservationFields typed={noAnswers} warnings={reading.warnings} words={words} />
      <div className="observe-foot">
        <ScoreLine scores={scores} words={words} language={text.language} />
        <PanelFoot missing={isEmpty ? words.nothing : null} save={words.save} />
      </div>
    </form>
  );
};

const LineInput = ({ unread, words }: { readonly unread: string; readonly words: ClinicalWords }) => {
  const id = useId();
  return (
    <div className="field observe-line">
      <label htmlFor={id}>{words.line}</label>
      <input id={id} name={lineField} type="text" placeholder="18 97 120/80 72 37,2 A" spellCheck={false} aria-describedby={`${id}-note`} />
      <p id={`${id}-note`} className="field-note" data-kind={unread === "" ? "plain" : "warn"} aria-live="polite">
        {unread === "" ? words.lineHint : `${words.lineUnread} ${unread}`}
      </p>
    </div>
  );
};

const lineField = "line";
const noAnswers: ObservationAnswers = {};

const lineIn = (typed: ObservationAnswers & { readonly [lineField]?: string }): string => typed[lineField] ?? "";
