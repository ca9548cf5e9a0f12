// Where to, and with whom: the ward's own places and clinicians as chips, or anything typed.
import { useEffect, useId, useRef, type FormEvent } from "react";
import { latest } from "#core/visit/standing.ts";
import { settingsOf } from "#core/ward/ward.ts";
import { useActor, useWardState } from "../../app-context.tsx";
import { useFormDraft } from "../../drafts/use-draft.ts";
import { answersIn } from "../intake/door-answers.ts";
import { draftForm } from "./open-part.ts";
import type { Chart } from "./use-chart.ts";

interface PanelProps {
  readonly chart: Chart;
  readonly byKey: boolean;
}

export const MovePanel = ({ chart, byKey }: PanelProps) => {
  const { text, act, file } = chart;
  const { visit } = text.words;
  const { places } = settingsOf(useWardState().ward);
  return (
    <ChoicePanel
      draft={draftForm(file.visit.id, { is: "panel", verb: "move", byKey })}
      title={visit.choosePlace}
      options={places}
      now={file.visit.place === null ? null : latest(file.visit.place).value}
      other={visit.otherPlace}
      nothing={visit.noPlace}
      done={visit.move}
      byKey={byKey}
      onChoose={(place) => void act((atMs) => ({ type: "Move", place, atMs }), place === null ? visit.doneNoPlace : visit.doneMoved(place))}
    />
  );
};

export const AssignPanel = ({ chart, byKey }: PanelProps) => {
  const { text, act, file } = chart;
  const { visit } = text.words;
  const { clinicians } = settingsOf(useWardState().ward);
  const me = useActor().name;
  return (
    <ChoicePanel
      draft={draftForm(file.visit.id, { is: "panel", verb: "assign", byKey })}
      title={visit.chooseClinician}
      options={[...new Set([me, ...clinicians])].filter((name) => name !== "")}
      now={file.visit.clinician === null ? null : latest(file.visit.clinician).value}
      other={visit.otherClinician}
      nothing={visit.noClinician}
      done={visit.save}
      byKey={byKey}
      onChoose={(clinician) => void act((atMs) => ({ type: "AssignClinician", clinician, atMs }), clinician === null ? visit.doneNoClinician : visit.doneClinician(clinician))}
    />
  );
};

interface ChoicePanelProps {
  /** The name of its draft. */
  readonly draft: string;
  readonly title: string;
  readonly options: ReadonlyArray<string>;
  readonly now: string | null;
  readonly other: string;
  readonly nothing: string;
  readonly done: string;
  /** Opened from the keyboard: the field takes the letters. By touch a keyboard that jumps up would only be in the way. */
  readonly byKey: boolean;
  readonly onChoose: (value: string | null) => void;
}

const ChoicePanel = ({ draft, title, options, now, other, nothing, done, byKey, onChoose }: ChoicePanelProps) => {
  const id = useId();
  const ref = useRef<HTMLFormElement>(null);
  const keep = useFormDraft(draft, ref);
  useEffect(() => {
    ref.current?.querySelector<HTMLElement>(byKey ? "input" : "button")?.focus();
  }, [byKey]);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = (answersIn(event.currentTarget).name ?? "").trim();
    if (typed !== "") onChoose(options.find((option) => option.toLowerCase() === typed.toLowerCase()) ?? typed);
  };
  return (
    <form className="choice-panel" ref={ref} onInput={keep} onSubmit={submit} autoComplete="off">
      <h3 id={`${id}-title`}>{title}</h3>
      <div className="chips" role="group" aria-labelledby={`${id}-title`}>
        {options.map((option) => (
          <button key={option} type="button" className="chip" aria-pressed={option === now} onClick={() => onChoose(option)}>
            {option}
          </button>
        ))}
        {now !== null && (
          <button type="button" className="chip chip-none" onClick={() => onChoose(null)}>
            {nothing}
          </button>
        )}
      </div>
      <div className="choice-other">
        <div className="field">
          <label htmlFor={id}>{other}</label>
          <input id={id} name="name" type="text" list={`${id}-list`} spellCheck={false} />
          <datalist id={`${id}-list`}>
            {options.map((option) => (
              <option key={option}>{option}</option>
            ))}
          </datalist>
        </div>
        <button type="submit" className="button">
          {done}
        </button>
      </div>
    </form>
  );
};
