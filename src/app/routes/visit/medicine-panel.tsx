/**
 * A medicine that was given, written: on one line, or field by field.
 *
 * - MDP1 The line fills the fields as it is typed, and leaves alone what was filled by hand.
 * - MDP2 Without the medicine's name nothing is written: the panel says so and stays.
 * - MDP3 What the dose is for each kilo stands beside it when a weight is known; it warns of nothing.
 */
import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import { medicineFields, readMedicine, readMedicineLine, type MedicineAnswers } from "#forms/medicine.ts";
import { weightAt } from "#projections/looks.ts";
import { fieldsIn } from "../../drafts/native-form.ts";
import { useFormDraft } from "../../drafts/use-draft.ts";
import { fillFromLine } from "./line-fill.ts";
import { MedicineFields } from "./medicine-fields.tsx";
import { medicineText, perKgText } from "./medicine-text.ts";
import { draftForm } from "./open-part.ts";
import { PanelFoot } from "./panel-foot.tsx";
import type { Chart } from "./use-chart.ts";
import { useOnce } from "./use-once.ts";

export const MedicinePanel = ({ chart }: { readonly chart: Chart }) => {
  const { text, act, file } = chart;
  const words = text.words.clinical;
  const id = useId();
  const ref = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<MedicineAnswers>({});
  const [isNameless, setNameless] = useState(false);
  const fromLine = useRef<MedicineAnswers>({});
  const once = useOnce();
  const keep = useFormDraft(draftForm(file.visit.id, { is: "panel", verb: "medicine", byKey: false }), ref, (fields) => {
    fromLine.current = readMedicineLine(fields[lineField] ?? "");
    setTyped(fields);
  });
  useEffect(() => {
    ref.current?.querySelector("input")?.focus();
  }, []);
  const { given, isDoseRead } = readMedicine(typed);
  const perKg = given === null ? null : perKgText(given, weightAt(file.visit, text.nowMs), text);

  const input = (event: FormEvent<HTMLFormElement>): void => {
    const form = event.currentTarget;
    if (event.target instanceof HTMLInputElement && event.target.name === lineField) {
      const [before, after] = [fromLine.current, readMedicineLine(event.target.value)];
      fromLine.current = after;
      fillFromLine(form, medicineFields, { before, after });
    }
    keep();
    setTyped(fieldsIn(form));
    setNameless(false);
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reading = readMedicine(fieldsIn(event.currentTarget)).given;
    if (reading === null) return setNameless(true);
    return once(() => act((atMs) => ({ type: "GiveMedicine", given: reading, atMs }), `${words.given}: ${medicineText(reading, text.language)}`));
  };
  return (
    <form ref={ref} className="choice-panel" autoComplete="off" noValidate onInput={input} onSubmit={submit}>
      <div className="field observe-line">
        <label htmlFor={id}>{words.medicineLine}</label>
        <input id={id} name={lineField} type="text" placeholder={words.medicineHint} spellCheck={false} />
      </div>
      <MedicineFields typed={nothingTyped} words={words} doseNote={isDoseRead ? "" : words.doseNotRead} />
      {perKg !== null && (
        <p>
          {perKg[0]} <b className="number">{perKg[1]}</b>
        </p>
      )}
      <PanelFoot missing={isNameless ? words.noDrug : null} save={words.saveMedicine} />
    </form>
  );
};

const lineField = "line";
const nothingTyped: MedicineAnswers = {};
