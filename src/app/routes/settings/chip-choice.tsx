// One of a few, as chips: a group of radios that takes arrows and touch alike.
import { useId } from "react";

interface ChipChoiceProps<T extends string> {
  readonly label: string;
  readonly choices: ReadonlyArray<readonly [value: T, word: string]>;
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
}

export const ChipChoice = <T extends string>({ label, choices, chosen, onChoose }: ChipChoiceProps<T>) => {
  const name = useId();
  return (
    <div className="field" role="radiogroup" aria-label={label}>
      <span className="field-label" aria-hidden="true">
        {label}
      </span>
      <div className="chips">
        {choices.map(([value, word]) => (
          <label key={value} className="chip">
            <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => onChoose(value)} />
            {word}
          </label>
        ))}
      </div>
    </div>
  );
};
