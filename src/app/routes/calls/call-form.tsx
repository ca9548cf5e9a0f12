// The telephone form: who rings, about whom, how urgent, what we do. Nothing in it is demanded.
import { useId, type KeyboardEvent, type ReactNode } from "react";
import { doorFields } from "#forms/door.ts";
import { readWait } from "#forms/telephone.ts";
import type { PageWords } from "#i18n/pages/page-words.ts";
import { useApp, useNow } from "../../app-context.tsx";
import { choicesOf } from "../../field-words.ts";
import { usePageWords } from "../../page-words.ts";
import { Link } from "../../router/link.tsx";
import { useSettings } from "../../use-settings.ts";
import { chooseLevel } from "../intake/door-answers.ts";
import { LevelTiles } from "../intake/door-form.tsx";
import { onDoorKey, toggleReason } from "../intake/door-keys.ts";
import { doorNotes } from "../intake/door-notes.ts";
import { CallFields, ChipChoice } from "../visit/call-fields.tsx";
import { OutcomeFields } from "../visit/outcome-fields.tsx";
import { clearsOnSecondPress } from "../visit/second-press.ts";
import { useCallForm, type SavedCall } from "./use-call-form.ts";

export const CallForm = () => {
  const words = usePageWords();
  const { prefs, profile } = useApp();
  const { language } = prefs;
  const settings = useSettings();
  const nowMs = useNow();
  const { ref, typed, reading, saved, onInput, save, takeBack } = useCallForm();
  const notes = doorNotes(typed, reading.door, { words, language, nowMs, isDrill: profile === "drill" });
  const { telephone } = words;
  const rang = typed.rang ?? "";
  return (
    <form
      ref={ref}
      className="call-form no-print"
      aria-label={telephone.form}
      autoComplete="off"
      noValidate
      onInput={onInput}
      onKeyDown={pressedIn}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="call-column">
        <Part title={telephone.whoRings}>
          <CallFields typed={nothing} words={telephone} rangNote={rang.trim() === "" || readWait(rang) !== null ? "" : telephone.rangNotRead} />
        </Part>
        <Part title={telephone.about}>
          <AboutFields words={words} notes={notes} reasons={settings.reasons} />
        </Part>
      </div>
      <div className="call-column">
        <div className="call-level">
          <LevelTiles words={words} language={language} scale={settings.scale} chosen={undefined} />
        </div>
        <Part title={telephone.whatNow}>
          <OutcomeFields stood={nothing} callBackAt={typed.callBackAt ?? ""} text={{ words, language, nowMs, isNumberShown: false }} />
        </Part>
      </div>
      <div className="call-foot">
        {saved !== null && <SavedLine saved={saved} onTakeBack={takeBack} />}
        <TextField name="arrivedAt" label={telephone.answeredAt} note={notes["arrivedAt"] ?? { kind: "plain", text: telephone.answeredAtHint }} />
        <button type="submit" className="button button-main">
          {telephone.save} <kbd aria-hidden="true">Ctrl ↵</kbd>
        </button>
      </div>
      <Kept name="visit" />
      <Kept name="begunMs" />
    </form>
  );
};

const nothing = {} as const;

interface AboutFieldsProps {
  readonly words: PageWords;
  readonly notes: ReturnType<typeof doorNotes>;
  readonly reasons: ReadonlyArray<string>;
}

/** Who the call is about: the door's own fields, but for how they came. */
const AboutFields = ({ words, notes, reasons }: AboutFieldsProps) => (
  <div className="call-about" {...clearsOnSecondPress}>
    {doorFields.map(({ name, ...field }) => {
      if (name === "arrivedBy") return null;
      const choices = choicesOf(name, words);
      if (choices !== null) return <ChipChoice key={name} name={name} label={words.fields[name].label} chosen={undefined} choices={choices} />;
      const text = <TextField key={name} name={name} label={words.fields[name].label} note={notes[name] ?? { kind: "plain", text: words.fields[name].hint }} {...field} />;
      return name === "reason" ? (
        <div key={name} className="call-wide call-reason">
          {text}
          <div className="chips" role="group" aria-label={words.intake.quickReasons}>
            {reasons.map((reason) => (
              <button key={reason} type="button" className="chip" onClick={(event) => toggleReason(event.currentTarget, reason)}>
                {reason}
              </button>
            ))}
          </div>
        </div>
      ) : (
        text
      );
    })}
  </div>
);

/** Part of the draft and not of the page. A browser keeps what a hidden *type* of input is set to in its attribute, where React takes it away. */
const Kept = ({ name }: { readonly name: string }) => <input type="text" name={name} hidden readOnly />;

/** As on the door's form: Enter goes on, Ctrl+Enter saves, Alt and a digit choose the level. */
const pressedIn = (event: KeyboardEvent<HTMLFormElement>): void => {
  const digit = /^(?:Digit|Numpad)([1-5])$/.exec(event.code)?.[1];
  if (event.altKey && digit !== undefined) {
    event.preventDefault();
    chooseLevel(event.currentTarget, digit);
  } else onDoorKey(event.nativeEvent, event.currentTarget);
};

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="card call-part" aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
);

interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly note: { readonly kind: "good" | "warn" | "plain"; readonly text: string };
  readonly keyboard?: "numeric";
}

const TextField = ({ name, label, note, keyboard }: TextFieldProps) => {
  const id = useId();
  return (
    <div className={`field call-${name}`}>
      <label htmlFor={id}>{label}</label>
      <input id={id} name={name} type="text" inputMode={keyboard} autoComplete="off" spellCheck={false} aria-describedby={`${id}-note`} />
      <p id={`${id}-note`} className="field-note" data-kind={note.kind}>
        {note.text}
      </p>
    </div>
  );
};

const SavedLine = ({ saved, onTakeBack }: { readonly saved: SavedCall; readonly onTakeBack: () => void }) => {
  const { intake, frame, telephone } = usePageWords();
  return (
    <div className="registered" role="status">
      <b className="registered-number">{saved.number}</b>
      <p>
        <strong>{intake.savedHere}</strong>
        <span className="registered-next">{telephone.next}</span>
      </p>
      <button type="button" className="button" onClick={onTakeBack}>
        {frame.undo}
      </button>
      <Link className="button" to={`/visit/${saved.number}`}>
        {intake.openChart}
      </Link>
    </div>
  );
};
