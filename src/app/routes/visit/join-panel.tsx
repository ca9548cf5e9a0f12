/**
 * Two visits of one patient are joined: who it is the same as, which number goes on, and who else has looked.
 *
 * - JNP1 Nothing is joined without the name of a second person, who is not the one who writes.
 * - JNP2 The two stand side by side before they are joined, with what differs marked in words.
 * - JNP3 The number of who came first goes on, unless somebody chooses the other.
 */
import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import type { VisitId } from "#core/visit/events.ts";
import { isSecondPerson } from "#core/visit/joins.ts";
import { findVisits } from "#projections/find.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { useActor, useApp, useWardState } from "../../app-context.tsx";
import { useDeeds } from "../../deeds.tsx";
import { fieldsIn } from "../../drafts/native-form.ts";
import { useFormDraft } from "../../drafts/use-draft.ts";
import { timeOf } from "../../formats.ts";
import { ConfirmedByField } from "./confirmed-by-field.tsx";
import { draftForm } from "./open-part.ts";
import { PanelFoot } from "./panel-foot.tsx";
import { useSame } from "./same-card.tsx";
import { SideBySide } from "./side-by-side.tsx";
import type { Chart } from "./use-chart.ts";
import { useOnce } from "./use-once.ts";
import { knownAgeAndSex, nameText } from "./who-text.ts";

interface Typed {
  readonly sought?: string;
  readonly with?: string;
  readonly goesOn?: string;
  readonly confirmedBy?: string;
}

export const JoinPanel = ({ chart }: { readonly chart: Chart }) => {
  const { file, text } = chart;
  const words = text.words.identity;
  const id = useId();
  const ref = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Typed>({});
  const [missing, setMissing] = useState<string | null>(null);
  const join = useJoining(chart);
  const writer = useActor().name;
  const keep = useFormDraft(draftForm(file.visit.id, { is: "panel", verb: "join", byKey: false }), ref, setTyped);
  useEffect(() => {
    ref.current?.querySelector("input")?.focus();
  }, []);
  const options = useOptions(chart, typed.sought ?? "");
  const other = options.find(({ visit }) => visit.id === typed.with) ?? (options.length === 1 ? options[0] : undefined);
  const isOtherFirst = other !== undefined && (other.visit.arrivedAtMs ?? 0) < (file.visit.arrivedAtMs ?? 0);
  const goesOn = typed.goesOn ?? (isOtherFirst ? "other" : "this");
  const input = (event: FormEvent<HTMLFormElement>): void => {
    keep();
    const { sought = "", confirmedBy = "" } = fieldsIn(event.currentTarget);
    setTyped((before) => ({ ...before, sought, confirmedBy }));
    setMissing(null);
  };
  // What nobody pressed is not chosen for good: it follows who is found, and who came first.
  const choose = (choice: Pick<Typed, "with" | "goesOn">): void => {
    setTyped((before) => ({ ...before, ...choice }));
    setMissing(null);
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const confirmedBy = typed.confirmedBy ?? "";
    if (other === undefined) return setMissing(words.chooseOther);
    if (!isSecondPerson(confirmedBy, writer)) return setMissing(words.confirmMissing);
    return join({ other, confirmedBy, doesOtherGoOn: goesOn === "other" });
  };
  return (
    <form ref={ref} className="choice-panel join-panel" aria-label={words.joinTitle} autoComplete="off" noValidate onInput={input} onSubmit={submit}>
      <div>
        <h2>{words.joinTitle}</h2>
        <p className="soft">{words.joinText}</p>
      </div>
      <div className="field">
        <label htmlFor={id}>{words.whoElse}</label>
        <input id={id} name="sought" type="text" placeholder={words.whoElseHint} spellCheck={false} />
      </div>
      <OtherChoices options={options} chosen={other} onChoose={(one) => choose({ with: one })} chart={chart} isSought={(typed.sought ?? "").trim() !== ""} />
      {other !== undefined && (
        <>
          <SideBySide files={[file, other]} text={text} />
          <GoesOnChoices files={[file, other]} goesOn={goesOn} noNumber={text.words.visit.noNumber} label={words.numberGoesOn} onChoose={(value) => choose({ goesOn: value })} />
          <ConfirmedByField words={words} />
        </>
      )}
      <PanelFoot missing={missing} save={words.join} />
    </form>
  );
};

interface Joining {
  readonly other: VisitFile;
  readonly confirmedBy: string;
  readonly doesOtherGoOn: boolean;
}

const useJoining = ({ file, text, close }: Chart): ((joining: Joining) => void) => {
  const { clock } = useApp();
  const { ask } = useDeeds();
  const once = useOnce();
  return ({ other, confirmedBy, doesOtherGoOn }) => {
    const [from, into] = doesOtherGoOn ? [file.visit, other.visit] : [other.visit, file.visit];
    const { number } = into;
    return once(async () => {
      const command = { type: "Join", into: into.id, ...(number === null ? {} : { number }), confirmedBy, atMs: clock.nowMs() } as const;
      const asked = await ask(from.id, [command], `${text.words.identity.joinedWith} ${number ?? ""}`);
      if (asked.ok) close();
    });
  };
};

interface GoesOnProps {
  readonly files: readonly [VisitFile, VisitFile];
  readonly goesOn: string;
  readonly label: string;
  readonly noNumber: string;
  readonly onChoose: (value: string) => void;
}

const GoesOnChoices = ({ files: [file, other], goesOn, label, noNumber, onChoose }: GoesOnProps) => (
  <fieldset className="choice-fieldset">
    <legend>{label}</legend>
    <div className="chips">
      {([["this", file], ["other", other]] as const).map(([value, { visit }]) => (
        <label key={value} className="chip">
          <input type="radio" name="goesOn" value={value} checked={goesOn === value} onChange={() => onChoose(value)} />
          <span className="number">{visit.number ?? noNumber}</span>
        </label>
      ))}
    </div>
  </fieldset>
);

const shownAtMost = 6;

/** Who is sought; while nobody is, those who may be the same. */
const useOptions = (chart: Chart, sought: string): ReadonlyArray<VisitFile> => {
  const state = useWardState();
  const same = useSame(chart);
  if (sought.trim() === "") return same.map(({ file }) => file);
  return findVisits(state, sought).filter(({ visit }) => visit.id !== chart.file.visit.id).slice(0, shownAtMost);
};

interface OtherChoicesProps {
  readonly options: ReadonlyArray<VisitFile>;
  readonly chosen: VisitFile | undefined;
  readonly onChoose: (visit: VisitId) => void;
  readonly chart: Chart;
  readonly isSought: boolean;
}

const OtherChoices = ({ options, chosen, onChoose, chart: { text }, isSought }: OtherChoicesProps) => {
  const { words, nowMs, language } = text;
  if (options.length === 0) return isSought ? <p className="field-note" role="status">{words.identity.nobodyFound}</p> : null;
  return (
    <div className="join-choices" role="radiogroup" aria-label={words.identity.joinWith}>
      {options.map(({ visit }) => (
        <label key={visit.id} className="chip">
          <input type="radio" name="with" value={visit.id} checked={chosen?.visit.id === visit.id} onChange={() => onChoose(visit.id)} />
          <strong className="number">{visit.number}</strong>
          <span>{nameText(visit, words)}</span>
          <span className="soft">
            {[knownAgeAndSex(visit, nowMs, words), visit.arrivedAtMs === null ? "" : words.visit.cameAt(timeOf(visit.arrivedAtMs, nowMs, language)).toLowerCase()].filter((part) => part !== "").join(" · ")}
          </span>
        </label>
      ))}
    </div>
  );
};
