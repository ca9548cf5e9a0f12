// From the door to the board: one screen, nothing required, ready again in the same place.
import { lazy, Suspense, useEffect, useMemo } from "react";
import type { DoorReading } from "#forms/door.ts";
import { useApp, useNow, useWardState, useWords } from "../../app-context.tsx";
import { Link } from "../../router/link.tsx";
import { PaperChip, ScanButton } from "../../scan/scan-later.tsx";
import { useSettings } from "../../use-settings.ts";
import { chooseLevel } from "./door-answers.ts";
import { DoorForm } from "./door-form.tsx";
import { doorNotes } from "./door-notes.ts";
import { useDoor, type Door, type Registered } from "./use-door.ts";
import "./intake.css";

/** Not of the start: the first patient of the evening is like nobody, and nobody has rung. */
const DoorKnown = lazy(async () => ({ default: (await import("./door-known.tsx")).DoorKnown }));

export const IntakePage = () => {
  const words = useWords();
  const { prefs, profile } = useApp();
  const settings = useSettings();
  const { formRef, typed, reading, registered, onInput, register, registerUnknown, takeBack, unsaved, tryAgain, shelved, takeUp } = useDoor();
  const nowMs = useNow();
  const { visits } = useWardState();
  const hasRung = useMemo(() => [...visits.values()].some(({ visit }) => visit.phone), [visits]);
  useEffect(() => chooseLevelOnAltDigit(formRef), [formRef]);

  return (
    <div className="intake">
      <div className="stack">
        <h1 className="unseen">{words.intake.title}</h1>
        <DoorForm
          key={settings.scale}
          words={words}
          language={prefs.language}
          scale={settings.scale}
          reasons={settings.reasons}
          draft={typed}
          notes={doorNotes(typed, reading, { words, language: prefs.language, nowMs, isDrill: profile === "drill" })}
          formRef={formRef}
          onInput={onInput}
          onSubmit={(event) => {
            event.preventDefault();
            register();
          }}
          onUnknown={registerUnknown}
          paper={typed.paper !== undefined && <PaperChip number={typed.paper} formRef={formRef} />}
          scan={<ScanButton />}
          status={
            <>
              {(hasRung || Object.keys(reading.details).length > 0) && (
                <Suspense fallback={null}>
                  <DoorKnown reading={reading} scale={settings.scale} formRef={formRef} />
                </Suspense>
              )}
              {registered !== null && <RegisteredLine registered={registered} onTakeBack={takeBack} />}
            </>
          }
        />
      </div>
      <aside className="intake-side">
        <Waiting unsaved={unsaved} tryAgain={tryAgain} shelved={shelved} takeUp={takeUp} />
        <NotAsked reading={reading} />
      </aside>
    </div>
  );
};

/** What was begun or registered and is not taken in yet. */
const Waiting = ({ unsaved, tryAgain, shelved, takeUp }: Pick<Door, "unsaved" | "tryAgain" | "shelved" | "takeUp">) => {
  const words = useWords();
  return (
    <>
      {unsaved > 0 && (
        <div className="frame-alarm stack" role="alert">
          <p>{words.intake.unsaved(unsaved)}</p>
          <button type="button" className="button" onClick={tryAgain}>
            {words.intake.tryAgain}
          </button>
        </div>
      )}
      {shelved > 0 && (
        <p className="door-shelved" role="status">
          {words.intake.shelved(shelved)}
          <button type="button" className="button" onClick={takeUp}>
            {words.intake.takeUp}
          </button>
        </p>
      )}
    </>
  );
};

const RegisteredLine = ({ registered, onTakeBack }: { readonly registered: Registered; readonly onTakeBack: () => void }) => {
  const words = useWords();
  return (
    <div className="registered" role="status">
      {registered.is === "saving" ? (
        <p>{words.intake.saving}</p>
      ) : (
        <>
          <b className="registered-number">{registered.number}</b>
          <p>
            <strong>{words.intake.savedHere}</strong> <span className="unseen">{words.intake.registered(registered.number)}.</span>
            <span className="registered-next">{words.intake.nextPatient}</span>
          </p>
          <button type="button" className="button" onClick={onTakeBack}>
            {words.frame.undo}
          </button>
          <Link className="button" to={`/visit/${registered.number}`}>
            {words.intake.openChart}
          </Link>
          <Link className="button" to={`/visit/${registered.number}?do=observe`}>
            {words.intake.observe}
          </Link>
          <Link className="button" to={`/print?label=${registered.number}`}>
            {words.intake.printLabel}
          </Link>
        </>
      )}
    </div>
  );
};

const NotAsked = ({ reading }: { readonly reading: DoorReading }) => {
  const { intake, fields } = useWords();
  const label = (name: DoorReading["notAsked"][number]): string => (name === "level" ? intake.triageLevel : fields[name].label);
  return (
    <section className="not-asked">
      <h2>{reading.notAsked.length === 0 ? intake.notAskedNothing : intake.notAsked}</h2>
      <ul>
        {reading.notAsked.map((name) => (
          <li key={name}>{label(name)}</li>
        ))}
      </ul>
      <p className="soft small">{intake.tip}</p>
    </section>
  );
};

const chooseLevelOnAltDigit = (form: { readonly current: HTMLFormElement | null }): (() => void) => {
  const press = (event: KeyboardEvent): void => {
    const digit = /^(?:Digit|Numpad)([1-5])$/.exec(event.code)?.[1];
    const isTyping = event.target instanceof HTMLInputElement && event.target.type === "text";
    if (digit === undefined || event.ctrlKey || event.metaKey || (isTyping && !event.altKey) || form.current === null) return;
    event.preventDefault();
    chooseLevel(form.current, digit);
  };
  document.addEventListener("keydown", press);
  return () => document.removeEventListener("keydown", press);
};
