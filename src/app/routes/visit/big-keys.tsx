/**
 * A look at the patient with gloves on: one value after another, large, by keys as big as a thumb. The keys fill the very fields of the form.
 *
 * - BGK1 A key writes into the field that the form saves; what stands there, however it came, is what is shown. No second way to a value.
 * - BGK2 In the order it is said: breathing, SpO₂, air or oxygen, pressure, pulse, temperature, A C V P U. "Next" and "Pass over" leave the
 *   field as it stands, and any step is one tap away.
 * - BGK3 The last key saves, but not as the second half of a glove's double tap on the one before it. Whether big keys are shown is remembered on this device.
 */
import { useRef, useState, type MouseEvent, type ReactNode, type RefObject } from "react";
import { consciousnessLevels, measures } from "#core/clinical/found.ts";
import type { ObservationAnswers, ObservationField } from "#forms/observation.ts";
import type { PageWords } from "#i18n/pages/page-words.ts";
import { fillForm } from "../../drafts/native-form.ts";
import "./big-keys.css";

const steps = ["respirationPerMin", "spo2Pct", "breathing", "pressure", "pulsePerMin", "tempC", "consciousness"] as const satisfies ReadonlyArray<ObservationField>;
const doubleTapMs = 700;
type Step = (typeof steps)[number];

interface BigKeysProps {
  readonly formRef: RefObject<HTMLFormElement | null>;
  readonly typed: ObservationAnswers;
  readonly words: PageWords;
}

export const BigKeys = ({ formRef, typed, words }: BigKeysProps) => {
  const { clinical, hands } = words;
  const [at, setAt] = useState(0);
  const step = steps[at] ?? steps[0];
  const value = typed[step] ?? "";
  const isLast = at === steps.length - 1;
  const cameMs = useRef(Number.NEGATIVE_INFINITY);
  const isSecondTap = (atMs: number): boolean => atMs - cameMs.current < doubleTapMs;
  const write = (text: string): void => {
    // Another key was pressed between: what comes now is meant.
    cameMs.current = Number.NEGATIVE_INFINITY;
    if (formRef.current !== null) fillForm(formRef.current, { [step]: text });
  };
  const go = (to: number): void => setAt(Math.min(Math.max(to, 0), steps.length - 1));
  const choose = (choice: string): void => {
    write(choice);
    if (!isLast) go(at + 1);
  };
  const goOn = (event: MouseEvent): void => {
    cameMs.current = event.timeStamp;
    go(at + 1);
  };
  return (
    <div className="big-keys" role="group" aria-label={hands.bigKeys}>
      <ol className="big-steps">
        {steps.map((one, place) => (
          <li key={one}>
            <button type="button" className="button" aria-current={place === at ? "step" : undefined} onClick={() => go(place)}>
              <span>{shortNames[one] ?? hands.air}</span> <b className="number">{shown(one, typed[one] ?? "", words)}</b>
            </button>
          </li>
        ))}
      </ol>
      <p className="big-value" aria-live="polite">
        <span>{clinical[step]}</span>
        <b className="number">{value === "" ? "–" : shown(step, value, words)}</b>
        <span className="soft">{signs[step]}</span>
      </p>
      {step === "breathing" || step === "consciousness" ? (
        <Choices step={step} value={value} words={words} onChoose={choose} />
      ) : (
        <Digits step={step} value={value} words={words} onWrite={write} />
      )}
      <div className="big-foot">
        <BigKey label={hands.stepBack} isOff={at === 0} onPress={() => go(at - 1)}>←</BigKey>
        {isLast ? (
          // An element of its own: the very press that leads here must not save.
          <button key="save" type="submit" className="big-key big-next" onClick={(event) => isSecondTap(event.timeStamp) && event.preventDefault()}>
            {clinical.save}
          </button>
        ) : (
          <button key="next" type="button" className="big-key big-next" data-is={value === "" ? "pass" : "next"} onClick={goOn}>
            {value === "" ? hands.passOver : hands.next}
          </button>
        )}
      </div>
    </div>
  );
};

const signs: { readonly [S in Step]: string } = {
  respirationPerMin: measures.respirationPerMin.sign, spo2Pct: measures.spo2Pct.sign, breathing: "", pressure: "mmHg", pulsePerMin: measures.pulsePerMin.sign, tempC: measures.tempC.sign, consciousness: "",
};
/** As they are written on every chart; air and oxygen in the language's own word. */
const shortNames: { readonly [S in Step]: string | null } = { respirationPerMin: "RF", spo2Pct: "SpO₂", breathing: null, pressure: "BT", pulsePerMin: "P", tempC: "T", consciousness: "ACVPU" };

const shown = (step: Step, value: string, { clinical }: PageWords): string => (step === "breathing" && (value === "air" || value === "oxygen") ? clinical[value].toLowerCase() : value);

/** The sign that some values need: a comma in a temperature, a stroke between two pressures. */
const extra: { readonly [S in Step]?: string } = { tempC: ",", pressure: "/" };
const longest = 7;

interface DigitsProps {
  readonly step: Step;
  readonly value: string;
  readonly words: PageWords;
  readonly onWrite: (text: string) => void;
}

const Digits = ({ step, value, words: { hands }, onWrite }: DigitsProps) => {
  const sign = extra[step];
  const add = (key: string) => (): void => {
    if (value.length < longest && !(key === sign && (value === "" || value.includes(key)))) onWrite(value + key);
  };
  return (
    <div className="big-digits">
      {Array.from("123456789", (digit) => (
        <BigKey key={digit} onPress={add(digit)}>{digit}</BigKey>
      ))}
      {sign === undefined ? <span /> : <BigKey onPress={add(sign)} label={sign === "," ? hands.comma : hands.stroke}>{sign}</BigKey>}
      <BigKey onPress={add("0")}>0</BigKey>
      <BigKey onPress={() => onWrite(value.slice(0, -1))} label={hands.rubOut} isOff={value === ""}>⌫</BigKey>
    </div>
  );
};

const Choices = ({ step, value, words: { clinical }, onChoose }: Omit<DigitsProps, "step" | "onWrite"> & { readonly step: "breathing" | "consciousness"; readonly onChoose: (choice: string) => void }) => {
  const choices: ReadonlyArray<readonly [value: string, word: ReactNode]> =
    step === "breathing" ? [["air", clinical.air], ["oxygen", clinical.oxygen]] : consciousnessLevels.map((level) => [level, <><b>{level}</b> {clinical[level]}</>] as const);
  return (
    <div className="big-choices">
      {choices.map(([choice, word]) => (
        <button key={choice} type="button" className="big-key" aria-pressed={value === choice} onClick={() => onChoose(value === choice ? "" : choice)}>
          <span>{word}</span>
        </button>
      ))}
    </div>
  );
};

interface BigKeyProps {
  readonly onPress: () => void;
  /** Where the sign on it is no word. */
  readonly label?: string;
  readonly isOff?: boolean;
  readonly children: ReactNode;
}

const BigKey = ({ onPress, label, isOff = false, children }: BigKeyProps) => (
  <button type="button" className="big-key" aria-label={label} aria-disabled={isOff} onClick={() => !isOff && onPress()}>
    {children}
  </button>
);

const key = "vaktbok-big-keys";

/** Whether this device shows them; where nothing can be kept it lasts as long as the panel. */
export const useBigKeys = (): readonly [isOn: boolean, toggle: () => void] => {
  const [isOn, setOn] = useState(() => readKept() === "on");
  return [
    isOn,
    () => {
      setOn(!isOn);
      try {
        localStorage.setItem(key, isOn ? "off" : "on");
      } catch {
        // A full or forbidden localStorage costs a preference, never a value.
      }
    },
  ];
};

const readKept = (): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
