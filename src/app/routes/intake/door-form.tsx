/**
 * The door form as plain, uncontrolled HTML: it takes keys before any script has run, because the browser itself keeps
 * what is typed. It draws from words, scale and reasons alone, so that the build can draw it ahead (see prerender.tsx).
 */
import type { FormEvent, ReactNode, RefObject } from "react";
import { scales, type ScaleId } from "#core/clinical/scales.ts";
import type { DetailName } from "#core/visit/details.ts";
import { doorFields, type DoorAnswers } from "#forms/door.ts";
import type { Language, Words } from "#i18n/words.ts";
import { choicesOf } from "../../field-words.ts";
import { LevelSign } from "../../ui/level-sign.tsx";
import { goesOnFrom, onDoorKey, toggleReason } from "./door-keys.ts";

interface DoorFormProps {
  readonly words: Words;
  readonly language: Language;
  readonly scale: ScaleId;
  readonly reasons: ReadonlyArray<string>;
  readonly draft: DoorAnswers;
  /** What the form reads back under a field, by field name. */
  readonly notes?: { readonly [field: string]: { readonly kind: "good" | "warn" | "plain"; readonly text: string } | undefined };
  readonly formRef?: RefObject<HTMLFormElement | null>;
  readonly onInput?: () => void;
  readonly onSubmit?: (event: FormEvent<HTMLFormElement>) => void;
  readonly onUnknown?: () => void;
  /** Stands above the buttons, where it moves nothing: what was just registered. */
  readonly status?: ReactNode;
  /** Stands at the top: the paper that this patient was written on. */
  readonly paper?: ReactNode;
  /** Stands before the buttons. */
  readonly scan?: ReactNode;
}

export const DoorForm = (props: DoorFormProps) => {
  const { words, scale, language, reasons, draft, formRef, onInput, onSubmit, onUnknown, status, paper, scan } = props;
  const { intake } = words;
  return (
    <form id="door" method="dialog" ref={formRef} className="door" autoComplete="off" noValidate onInput={onInput} onSubmit={onSubmit} onKeyDown={(event) => onDoorKey(event.nativeEvent, event.currentTarget)}>
      {paper}
      <input type="hidden" name="paper" defaultValue={draft.paper ?? ""} />
      <input type="hidden" name="allergies" defaultValue={draft.allergies ?? ""} />
      <LevelTiles words={words} language={language} scale={scale} chosen={draft.level} />
      <div className="door-fields">
        {doorFields.map(({ name, ...field }) => {
          const choices = choicesOf(name, words);
          if (choices !== null) {
            const choice = <Choice key={name} label={words.fields[name].label} name={name} chosen={draft[name]} choices={choices} />;
            return name !== "arrivedBy" ? choice : [choice, <TextField key="arrivedAt" {...props} name="arrivedAt" label={intake.arrivedAt} hint={intake.arrivedAtHint} />];
          }
          const text = <TextField key={name} {...props} {...field} name={name} label={words.fields[name].label} hint={words.fields[name].hint} />;
          return name === "reason" ? <ReasonField key={name} label={intake.quickReasons} reasons={reasons} field={text} /> : text;
        })}
      </div>
      <div className="door-actions">
        {status}
        {scan}
        <button type="button" className="button" onClick={onUnknown}>
          {intake.unknownPatient}
        </button>
        <button type="submit" className="button door-goes-on" onClick={(event) => goesOnFrom(event.currentTarget)}>
          {intake.registerAndObserve}
        </button>
        <button type="submit" className="button button-main">
          {intake.register} <kbd aria-hidden="true">Ctrl ↵</kbd>
        </button>
      </div>
    </form>
  );
};

interface ReasonFieldProps {
  readonly label: string;
  readonly reasons: ReadonlyArray<string>;
  readonly field: ReactNode;
}

/** The reason's text with the ward's own quick reasons under it. */
const ReasonField = ({ label, reasons, field }: ReasonFieldProps) => (
  <div className="door-reason">
    {field}
    <div className="chips" role="group" aria-label={label}>
      {reasons.map((reason) => (
        <button key={reason} type="button" className="chip" data-reason={reason} onClick={(event) => toggleReason(event.currentTarget, reason)}>
          {reason}
        </button>
      ))}
    </div>
  </div>
);

interface TextFieldProps extends DoorFormProps {
  readonly name: DetailName | "arrivedAt";
  readonly label: string;
  readonly hint: string;
  readonly keyboard?: "numeric";
}

const TextField = ({ name, label, hint, keyboard, draft, notes }: TextFieldProps) => {
  const note = notes?.[name] ?? { kind: "plain" as const, text: hint };
  return (
    <div className={`field door-${name}`}>
      <label htmlFor={`door-${name}`}>{label}</label>
      <input
        id={`door-${name}`}
        name={name}
        type="text"
        defaultValue={draft[name]}
        inputMode={keyboard}
        autoComplete="off"
        spellCheck={false}
        data-first={name === doorFields[0].name ? true : undefined}
        aria-describedby={`door-${name}-note`}
      />
      <p id={`door-${name}-note`} className="field-note" data-kind={note.kind}>
        {note.text}
      </p>
    </div>
  );
};

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: string | undefined;
  readonly choices: ReadonlyArray<readonly [value: string, word: string]>;
}

const Choice = ({ name, label, chosen, choices }: ChoiceProps) => (
  <div className={`field door-${name}`} role="radiogroup" aria-label={label}>
    <span className="field-label" aria-hidden="true">
      {label}
    </span>
    <div className="chips">
      {choices.map(([value, word]) => (
        <label key={value} className="chip">
          <input type="radio" name={name} value={value} defaultChecked={chosen === value} />
          {word}
        </label>
      ))}
    </div>
  </div>
);

interface LevelTilesProps {
  readonly words: Words;
  readonly language: Language;
  readonly scale: ScaleId;
  readonly chosen: string | undefined;
}

export const LevelTiles = ({ words, language, scale, chosen }: LevelTilesProps) => (
  <div className="tiles" role="radiogroup" aria-label={words.intake.triageLevel} id="door-tiles">
    {scales[scale].levels.map(({ level, colour, name, limitMin }) => (
      <label key={level} className="tile" data-colour={colour}>
        <input type="radio" name="level" value={level} defaultChecked={chosen === String(level)} aria-label={`${level} ${name[language]}`} />
        <LevelSign level={level} />
        <span className="tile-name">
          <b>{level}</b> {name[language]}
        </span>
        <span className="tile-limit">{words.levels.limit(limitMin)}</span>
      </label>
    ))}
    <label className="tile tile-later">
      <input type="radio" name="level" value="" defaultChecked={chosen === undefined || chosen === ""} />
      <span className="tile-name">{words.intake.levelLater}</span>
    </label>
  </div>
);
