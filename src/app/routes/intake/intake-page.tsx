/**
 * From the door to the board: one screen, nothing required, ready again in the same place.
 *
 * - INT1 Register puts the patient on the board, with the time they came and the time it was written.
 * - INT2 "Unknown patient" does so with nothing at all; what is typed is kept in the form.
 * - INT3 "Saved here" stands only when the disk has it; until then it says that it is being saved.
 */
import { useEffect, useRef, useState, type FormEvent } from "react";
import { Link } from "react-router";
import { scales } from "#core/clinical/scales.ts";
import type { VisitCommand } from "#core/visit/decide.ts";
import type { VisitId } from "#core/visit/events.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { settingsOf } from "#core/ward/ward.ts";
import { readDoorForm, type DoorAnswers, type DoorReading } from "#forms/door.ts";
import { useApp, useNow, useWardState, useWords } from "../../app-context.tsx";
import { useDeeds } from "../../deeds.tsx";
import { draftOf, keepDraft } from "../../drafts.ts";
import { offsetMinAt } from "../../formats.ts";
import { newVisitId } from "../../new-id.ts";
import { answersIn, chooseLevel } from "./door-answers.ts";
import { DoorForm } from "./door-form.tsx";
import { doorNotes } from "./door-notes.ts";
import "./intake.css";

type Registered =
  | { readonly is: "saving"; readonly visit: VisitId }
  | { readonly is: "saved"; readonly visit: VisitId; readonly number: TemporaryNumber };

export const IntakePage = () => {
  const words = useWords();
  const { clock, prefs, profile } = useApp();
  const { ward } = useWardState();
  const { register } = useDeeds();
  const settings = settingsOf(ward);
  const formRef = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<DoorAnswers>(() => draftOf("door"));
  const [registered, setRegistered] = useState<Registered | null>(null);
  const nowMs = useNow();
  const read = (answers: DoorAnswers): DoorReading => {
    const at = clock.nowMs();
    return readDoorForm(answers, { nowMs: at, offsetMin: offsetMinAt(at), isDrill: profile === "drill" });
  };
  const reading = readDoorForm(draft, { nowMs, offsetMin: offsetMinAt(nowMs), isDrill: profile === "drill" });

  useEffect(() => {
    formRef.current?.querySelector<HTMLElement>("[data-first]")?.focus({ preventScroll: true });
  }, []);
  useEffect(() => chooseLevelOnAltDigit(formRef), []);

  const keep = (answers: DoorAnswers): void => {
    keepDraft("door", answers);
    setDraft(answers);
  };
  const takeIn = async (answers: DoorAnswers, isWholeForm: boolean): Promise<void> => {
    const visit = newVisitId();
    const { details, level, arrivedAtMs } = read(answers);
    const scale = scales[settings.scale];
    setRegistered({ is: "saving", visit });
    if (isWholeForm) {
      formRef.current?.reset();
      formRef.current?.querySelector<HTMLElement>("[data-first]")?.focus();
      keep({});
    }
    const asked = await register({
      visit,
      commands: (number): ReadonlyArray<VisitCommand> => [
        { type: "RegisterArrival", number, details, atMs: arrivedAtMs },
        ...(level === null ? [] : [{ type: "SetTriage", scale: scale.id, scaleVersion: scale.version, level, atMs: clock.nowMs() } as const]),
      ],
    });
    if (!asked.ok) {
      setRegistered(null);
      if (isWholeForm) restore(formRef.current, answers, keep);
      return;
    }
    const [first] = asked.value;
    if (first?.record.event.type === "v1.Arrived") setRegistered({ is: "saved", visit, number: first.record.event.number });
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void takeIn(answersIn(event.currentTarget), true);
  };

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
          draft={draftOf("door")}
          notes={doorNotes(draft, reading, { words, language: prefs.language, nowMs, isDrill: profile === "drill" })}
          formRef={formRef}
          onInput={() => formRef.current && keep(answersIn(formRef.current))}
          onSubmit={submit}
          onUnknown={() => void takeIn({}, false)}
          status={registered !== null && <RegisteredLine registered={registered} />}
        />
      </div>
      <aside className="intake-side">
        <NotAsked reading={reading} />
      </aside>
    </div>
  );
};

const RegisteredLine = ({ registered }: { readonly registered: Registered }) => {
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
          <Link className="button" to={`/visit/${registered.number}`}>
            {words.intake.openChart}
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
  const { intake } = useWords();
  const label = (name: DoorReading["notAsked"][number]): string => (name === "level" ? intake.triageLevel : intake[name]);
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

/** What could not be saved goes back into the form: the nurse loses nothing by our fault. */
const restore = (form: HTMLFormElement | null, answers: DoorAnswers, keep: (answers: DoorAnswers) => void): void => {
  if (form === null) return;
  for (const [name, text] of Object.entries(answers)) {
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList || field instanceof HTMLInputElement) field.value = text ?? "";
  }
  keep(answers);
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
