// The fields of a medicine that was given: the same in the panel that writes one and in the form that corrects it.
import { useId } from "react";
import { medicineRoutes } from "#core/clinical/medicine.ts";
import { settingsOf } from "#core/ward/ward.ts";
import type { MedicineAnswers, MedicineField } from "#forms/medicine.ts";
import type { ClinicalWords } from "#i18n/pages/clinical.ts";
import { useWardState } from "../../app-context.tsx";
import "./observation.css";

interface MedicineFieldsProps {
  readonly typed: MedicineAnswers;
  readonly words: ClinicalWords;
  /** What is said of the dose. */
  readonly doseNote?: string;
}

export const MedicineFields = ({ typed, words, doseNote = "" }: MedicineFieldsProps) => {
  const { clinicians } = settingsOf(useWardState().ward);
  return (
    <div className="medicine-fields">
      <Text name="drug" typed={typed.drug} words={words} />
      <Text name="dose" typed={typed.dose} words={words} note={doseNote} />
      <div className="field observation-wide" role="radiogroup" aria-label={words.route}>
        <span className="field-label" aria-hidden="true">
          {words.route}
        </span>
        <div className="chips">
          {["", ...medicineRoutes].map((route) => (
            <label key={route} className="chip">
              <input type="radio" name="route" value={route} defaultChecked={(typed.route ?? "") === route} />
              {route === "" ? words.notSaid : words[medicineRoutes.find((one) => one === route) ?? "other"]}
            </label>
          ))}
        </div>
      </div>
      <Text name="checkedBy" typed={typed.checkedBy} words={words} choices={clinicians} />
      <Text name="batch" typed={typed.batch} words={words} />
    </div>
  );
};

interface TextProps {
  readonly name: Exclude<MedicineField, "route">;
  readonly typed: string | undefined;
  readonly words: ClinicalWords;
  readonly note?: string;
  readonly choices?: ReadonlyArray<string>;
}

const Text = ({ name, typed, words, note = "", choices = [] }: TextProps) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{words[name]}</label>
      <input id={id} name={name} type="text" defaultValue={typed} list={choices.length > 0 ? `${id}-list` : undefined} autoComplete="off" spellCheck={false} aria-describedby={`${id}-note`} />
      <p id={`${id}-note`} className="field-note" data-kind={note === "" ? "plain" : "warn"}>
        {note}
      </p>
      {choices.length > 0 && (
        <datalist id={`${id}-list`}>
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </datalist>
      )}
    </div>
  );
};
