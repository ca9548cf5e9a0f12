// The fields of a look at the patient: the same in the panel that writes one and in the form that corrects it.
import { useId, useState, type FormEvent, type ReactNode } from "react";
import { consciousnessLevels, foundBy, measures } from "#core/clinical/found.ts";
import { readObservation, type ObservationAnswers, type ObservationField, type ObservationWarning } from "#forms/observation.ts";
import type { ClinicalWords } from "#i18n/pages/clinical.ts";
import { fieldsIn } from "../../drafts/native-form.ts";
import "./observation.css";

interface ObservationFieldsProps {
  readonly typed: ObservationAnswers;
  readonly warnings?: ReadonlyArray<ObservationWarning>;
  readonly words: ClinicalWords;
}

type NumberField = Extract<ObservationField, keyof typeof measures | "pressure" | "gcs">;

export const ObservationFields = ({ typed, warnings = [], words }: ObservationFieldsProps) => {
  const number = (name: NumberField) => (
    <NumberInput name={name} typed={typed[name]} warning={warnings.find(({ field }) => field === name)?.type ?? null} words={words} />
  );
  const chips = (name: ObservationField, label: string, choices: ReadonlyArray<readonly [value: string, word: ReactNode, spoken: string]>) => (
    <Chips name={name} label={label} choices={choices} chosen={typed[name] ?? (name === "by" ? "measured" : "")} />
  );
  return (
    <div className="observation-fields">
      {number("respirationPerMin")}
      {number("spo2Pct")}
      {number("pressure")}
      {number("pulsePerMin")}
      {number("tempC")}
      <div className="observation-wide">
        {chips("breathing", words.breathing, [["", words.notLooked, words.notLooked], ["air", words.air, words.air], ["oxygen", words.oxygen, words.oxygen]])}
        {number("oxygenLPerMin")}
        <Tick name="spo2Scale" value="2" isOn={typed.spo2Scale === "2"}>
          {words.scale2}
        </Tick>
      </div>
      <div className="observation-wide">
        {chips("consciousness", words.consciousness, [["", words.notLooked, words.notLooked], ...consciousnessLevels.map((level) => [level, <><b>{level}</b> {words[level]}</>, `${level} ${words[level]}`] as const)])}
      </div>
      {number("gcs")}
      {number("painOf10")}
      {number("glucoseMmolL")}
      {number("weightKg")}
      <Tick name="weightIs" value="estimated" label={`${words.weightKg}: ${words.estimated}`} isOn={typed.weightIs === "estimated"}>
        {words.estimated}
      </Tick>
      <div className="observation-wide">{chips("by", words.source, foundBy.map((by) => [by, words[by], words[by]]))}</div>
      <TextInput name="remark" label={words.remark} typed={typed.remark} />
    </div>
  );
};

/** Warns while somebody types, in whatever form it stands. */
export const CheckedObservationFields = ({ typed, words }: Pick<ObservationFieldsProps, "typed" | "words">) => {
  const [now, setNow] = useState(typed);
  const read = (event: FormEvent<HTMLDivElement>): void => {
    const form = event.currentTarget.closest("form");
    if (form !== null) setNow(fieldsIn(form));
  };
  return (
    <div onInput={read}>
      <ObservationFields typed={typed} warnings={readObservation(now).warnings} words={words} />
    </div>
  );
};

interface NumberInputProps {
  readonly name: NumberField;
  readonly typed: string | undefined;
  readonly warning: ObservationWarning["type"] | null;
  readonly words: ClinicalWords;
}

const NumberInput = ({ name, typed, warning, words }: NumberInputProps) => {
  const id = useId();
  const sign = name === "pressure" ? "mmHg" : name === "gcs" ? words.gcsHint : measures[name].sign;
  const note = warning === null ? "" : warning === "NotRead" ? words.notRead : words.unusual;
  return (
    <div className="field observation-number">
      <label htmlFor={id}>{words[name]}</label>
      <input id={id} name={name} type="text" inputMode={name === "pressure" || name === "gcs" ? "text" : "decimal"} defaultValue={typed} autoComplete="off" spellCheck={false} aria-describedby={`${id}-note`} />
      <p id={`${id}-note`} className="field-note" data-kind={warning === null ? "plain" : "warn"}>
        {note === "" ? sign : note}
      </p>
    </div>
  );
};

interface ChipsProps {
  readonly name: ObservationField;
  readonly label: string;
  readonly choices: ReadonlyArray<readonly [value: string, word: ReactNode, spoken: string]>;
  readonly chosen: string;
}

const Chips = ({ name, label, choices, chosen }: ChipsProps) => (
  <div className="field" role="radiogroup" aria-label={label}>
    <span className="field-label" aria-hidden="true">
      {label}
    </span>
    <div className="chips">
      {choices.map(([value, word, spoken]) => (
        <label key={value} className="chip">
          <input type="radio" name={name} value={value} defaultChecked={value === chosen} aria-label={spoken} />
          <span>{word}</span>
        </label>
      ))}
    </div>
  </div>
);

interface TickProps {
  readonly name: ObservationField;
  readonly value: string;
  /** Where its own words need more. */
  readonly label?: string;
  readonly isOn: boolean;
  readonly children: ReactNode;
}

const Tick = ({ name, value, label, isOn, children }: TickProps) => (
  <label className="chip observation-tick">
    <input type="checkbox" name={name} value={value} defaultChecked={isOn} aria-label={label} />
    {children}
  </label>
);

const TextInput = ({ name, label, typed }: { readonly name: ObservationField; readonly label: string; readonly typed: string | undefined }) => {
  const id = useId();
  return (
    <div className="field observation-wide">
      <label htmlFor={id}>{label}</label>
      <input id={id} name={name} type="text" defaultValue={typed} />
    </div>
  );
};
