/**
 * Visits that were joined are two patients after all: who is somebody else, why, and who else has looked.
 *
 * - PTP1 Nothing is parted without the name of a second person, who is not the one who writes.
 */
import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import { isSecondPerson } from "#core/visit/joins.ts";
import { useActor, useApp } from "../../app-context.tsx";
import { useDeeds } from "../../deeds.tsx";
import { fieldsIn } from "../../drafts/native-form.ts";
import { useFormDraft } from "../../drafts/use-draft.ts";
import { ConfirmedByField } from "./confirmed-by-field.tsx";
import { draftForm } from "./open-part.ts";
import { PanelFoot } from "./panel-foot.tsx";
import type { Chart } from "./use-chart.ts";
import { useOnce } from "./use-once.ts";
import "./identity.css";

export const PartPanel = ({ chart }: { readonly chart: Chart }) => {
  const { file, text, close } = chart;
  const words = text.words.identity;
  const id = useId();
  const ref = useRef<HTMLFormElement>(null);
  const { clock } = useApp();
  const { ask } = useDeeds();
  const writer = useActor().name;
  const once = useOnce();
  const [missing, setMissing] = useState<string | null>(null);
  const keep = useFormDraft(draftForm(file.visit.id, { is: "panel", verb: "part", byKey: false }), ref);
  useEffect(() => {
    ref.current?.querySelector("input")?.focus();
  }, []);
  const others = file.visit.joined?.ones.filter(({ id: one }) => one !== file.visit.id) ?? [];
  if (others.length === 0) return null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { who: chosen, why = "", confirmedBy = "" } = fieldsIn(event.currentTarget);
    const who = others.find((one) => one.id === chosen) ?? others[0];
    if (who === undefined || !isSecondPerson(confirmedBy, writer)) return setMissing(words.confirmMissing);
    return once(async () => {
      const asked = await ask(file.visit.id, [{ type: "Part", who: who.id, why: why.trim(), confirmedBy, atMs: clock.nowMs() }], words.parted);
      if (asked.ok) close();
    });
  };
  const input = (): void => {
    keep();
    setMissing(null);
  };
  return (
    <form ref={ref} className="choice-panel join-panel" aria-label={words.partTitle} autoComplete="off" noValidate onInput={input} onSubmit={submit}>
      <div>
        <h2>{words.partTitle}</h2>
        <p className="soft">
          {words.partText} <span className="number">{file.visit.number}</span>.
        </p>
      </div>
      <fieldset className="choice-fieldset">
        <legend>{words.whoParts}</legend>
        <div className="chips">
          {others.map((one, place) => (
            <label key={one.id} className="chip">
              <input type="radio" name="who" value={one.id} defaultChecked={place === 0} />
              <span className="number">{one.number ?? text.words.visit.noNumber}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <ConfirmedByField words={words} />
      <div className="field">
        <label htmlFor={id}>{words.why}</label>
        <input id={id} name="why" type="text" spellCheck={false} />
      </div>
      <PanelFoot missing={missing} save={words.part} />
    </form>
  );
};
