/**
 * The deeds of a telephone contact: what is done with somebody in the house is not offered before they are here.
 *
 * - PHD1 H, B and V do what the buttons do: is here, rung back, action; observe, note, level and details are as for anybody.
 */
import type { VisitCommand } from "#core/visit/commands.ts";
import type { Phase, Visit } from "#core/visit/visit.ts";
import { callBacksOf } from "#core/visit/phone.ts";
import { detailNames } from "#core/visit/details.ts";
import { Deed, Opener } from "./deed.tsx";
import { OwnFormOpener } from "./own-form-panel.tsx";
import type { Chart } from "./use-chart.ts";

/** They rang, and are not here. */
export const isByPhone = ({ is }: Phase): boolean => is === "onPhone" || is === "callOver";

/** null: without their number nobody can be let in; the record that holds it has not come here yet. */
export const arrivalOf = ({ number }: Visit): ((atMs: VisitCommand["atMs"]) => VisitCommand) | null =>
  number === null ? null : (atMs) => ({ type: "RegisterArrival", number, details: {}, atMs });

export const calledBack = (isReached: boolean) => (atMs: VisitCommand["atMs"]): VisitCommand => ({ type: "CallBack", call: { outcome: isReached ? "reached" : "notReached" }, atMs });

export const PhoneDeeds = ({ chart }: { readonly chart: Chart }) => {
  const { text, act, file: { visit } } = chart;
  const words = text.words.telephone;
  const arrival = arrivalOf(visit);
  const isOwed = visit.phone !== null && callBacksOf(visit.phone).length > 0;
  return (
    <div className="composer-deeds">
      {arrival !== null && (
        <Deed letter="H" isNext={!isOwed} onDo={() => void act(arrival, words.doneHere)}>
          {words.isHere}
        </Deed>
      )}
      <Deed letter="B" isNext={isOwed} onDo={() => void act(calledBack(true), words.calledBack)}>
        {words.calledBack}
      </Deed>
      <Deed onDo={() => void act(calledBack(false), words.doneNotReached)}>{words.notReached}</Deed>
      <Opener chart={chart} verb="callEnd" word={words.endCall} letter="V" next={null} />
      <Opener chart={chart} verb="note" word={text.words.clinical.noteTitle} letter="I" next={null} />
      <OwnFormOpener chart={chart} />
      <Opener chart={chart} verb="triage" word={text.words.visit.triage} letter="T" next={null} />
      <Opener chart={chart} verb="observe" word={text.words.clinical.observe} letter="O" next={null} />
      <Deed id="verb-edit" letter="E" onDo={() => chart.show({ is: "details", names: detailNames })}>
        {text.words.visit.edit}
      </Deed>
    </div>
  );
};
