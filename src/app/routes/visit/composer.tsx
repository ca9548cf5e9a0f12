// The deeds, one key each, and the time they happened. A deed with nothing to choose is done at once; the others open in place.
import type { EpochMs } from "#core/time.ts";
import type { VisitCommand } from "#core/visit/commands.ts";
import { detailNames } from "#core/visit/details.ts";
import { triageOf, type TriageLevel } from "#core/visit/visit.ts";
import { nextDeedOf } from "#projections/next-deed.ts";
import { Deed, Opener } from "./deed.tsx";
import { HappenedField } from "./happened-field.tsx";
import { AssignPanel, MovePanel } from "./choice-panels.tsx";
import { ConcludePanel } from "./conclude-panel.tsx";
import { JoinPanel } from "./join-panel.tsx";
import { LeavePanel } from "./leave-panel.tsx";
import { LevelPanel } from "./level-panel.tsx";
import { CallEndPanel } from "./call-end-panel.tsx";
import { MedicinePanel } from "./medicine-panel.tsx";
import { NotePanel } from "./note-panel.tsx";
import { OrderPanel } from "./order-panel.tsx";
import { OwnFormOpener, OwnFormPanel } from "./own-form-panel.tsx";
import { PhotoPanel } from "./photo-panel.tsx";
import { ProcedurePanel } from "./procedure-panel.tsx";
import { ResultPanel } from "./result-panel.tsx";
import { ObservePanel } from "./observe-panel.tsx";
import { PartPanel } from "./part-panel.tsx";
import type { PanelVerb } from "./open-part.ts";
import { isByPhone, PhoneDeeds } from "./phone-deeds.tsx";
import type { Chart } from "./use-chart.ts";

export const Composer = ({ chart }: { readonly chart: Chart }) => {
  const { text, act, open, file } = chart;
  const { visit } = text.words;
  const next = nextDeedOf(file.visit);
  const triage = triageOf(file.visit)?.value ?? null;
  return (
    <section className="card composer no-print" aria-label={visit.deeds}>
      {isByPhone(chart.phase) ? <PhoneDeeds chart={chart} /> : <div className="composer-deeds">
        <Opener chart={chart} verb="observe" word={text.words.clinical.observe} letter="O" next={next} />
        <Opener chart={chart} verb="medicine" word={text.words.clinical.give} letter="G" next={next} />
        <Opener chart={chart} verb="order" word={text.words.orders.order} letter="B" next={next} />
        <Opener chart={chart} verb="procedure" word={text.words.orders.procedure} letter="P" next={next} />
        <Opener chart={chart} verb="photo" word={text.words.photo.photo} letter="W" next={next} />
        <Opener chart={chart} verb="note" word={text.words.clinical.noteTitle} letter="I" next={next} />
        <OwnFormOpener chart={chart} />
        <Opener chart={chart} verb="triage" word={visit.triage} letter="T" next={next} />
        {triage !== null && (
          <Deed letter="U" onDo={() => void act(seenAgain(triage), visit.doneSeenAgain)}>
            {visit.seeAgain}
          </Deed>
        )}
        <Opener chart={chart} verb="move" word={visit.move} letter="M" next={next} />
        <Opener chart={chart} verb="assign" word={visit.assign} letter="D" next={next} />
        <Deed letter="C" isNext={next === "callIn"} onDo={() => void act((atMs) => ({ type: "CallIn", atMs }), visit.doneCalledIn)}>
          {visit.callIn}
        </Deed>
        <Deed letter="S" isNext={next === "beginCare"} onDo={() => void act((atMs) => ({ type: "BeginCare", atMs }), visit.doneSeen)}>
          {visit.beginCare}
        </Deed>
        <Deed id="verb-edit" letter="E" onDo={() => chart.show({ is: "details", names: detailNames })}>
          {visit.edit}
        </Deed>
        <Opener chart={chart} verb="conclude" word={text.words.letter.conclude} letter="V" next={next} />
        <Opener chart={chart} verb="leave" word={visit.leave} letter="X" next={next} />
      </div>}
      <HappenedField chart={chart} />
      {open.is === "panel" && <Panel chart={chart} verb={open.verb} byKey={open.byKey} />}
      {open.is === "result" && <ResultPanel key={open.order} chart={chart} order={open.order} />}
    </section>
  );
};

/** Somebody looked, and the level stays. */
export const seenAgain = (triage: TriageLevel) => (atMs: EpochMs): VisitCommand => ({ type: "SetTriage", ...triage, atMs });

const Panel = ({ chart, verb, byKey }: { readonly chart: Chart; readonly verb: PanelVerb; readonly byKey: boolean }) => {
  switch (verb) {
    case "observe":
      return <ObservePanel chart={chart} />;
    case "medicine":
      return <MedicinePanel chart={chart} />;
    case "order":
      return <OrderPanel chart={chart} />;
    case "procedure":
      return <ProcedurePanel chart={chart} />;
    case "photo":
      return <PhotoPanel chart={chart} />;
    case "note":
      return <NotePanel chart={chart} />;
    case "ownForm":
      return <OwnFormPanel chart={chart} />;
    case "triage":
      return <LevelPanel chart={chart} />;
    case "move":
      return <MovePanel chart={chart} byKey={byKey} />;
    case "assign":
      return <AssignPanel chart={chart} byKey={byKey} />;
    case "conclude":
      return <ConcludePanel chart={chart} />;
    case "leave":
      return <LeavePanel chart={chart} />;
    case "callEnd":
      return <CallEndPanel chart={chart} />;
    case "join":
      return <JoinPanel chart={chart} />;
    case "part":
      return <PartPanel chart={chart} />;
  }
};
