// The right value of a wrong line: the same fields that wrote it, filled in with what stands.
import { useId } from "react";
import { scales, type Level, type ScaleId } from "#core/clinical/scales.ts";
import { detailNames, type DetailAnswers } from "#core/visit/details.ts";
import type { TriageSet, VisitFact } from "#core/visit/events.ts";
import { typedDetails } from "#forms/detail-edits.ts";
import { callBackOutcomes, type CallBack } from "#core/visit/call-back.ts";
import { typedConclusion } from "#forms/conclusion.ts";
import { filledInCallBack } from "#forms/corrected-fact.ts";
import { doorFields } from "#forms/door.ts";
import { typedMedicine } from "#forms/medicine.ts";
import { typedObservation } from "#forms/observation.ts";
import { typedPhoto } from "#forms/photo.ts";
import { typedCall, typedOutcome } from "#forms/telephone.ts";
import { offsetMinAt } from "../../formats.ts";
import { typedOrder, typedResult } from "#forms/order.ts";
import { LevelSign } from "../../ui/level-sign.tsx";
import { ConclusionFields } from "./conclusion-fields.tsx";
import { CallFields, ChipChoice } from "./call-fields.tsx";
import { DetailField } from "./detail-field.tsx";
import type { TextContext } from "./fact-text.ts";
import { LeavingChoices } from "./leave-form.tsx";
import { MedicineFields } from "./medicine-fields.tsx";
import { CheckedOutcomeFields } from "./outcome-fields.tsx";
import { NoteFields } from "./note-fields.tsx";
import { CheckedObservationFields } from "./observation-fields.tsx";
import { OrderFields } from "./order-fields.tsx";
import { FilledFields } from "./own-form-fields.tsx";
import { PhotoFields } from "./photo-fields.tsx";
import { ProcedureFields } from "./procedure-fields.tsx";
import { ResultFields } from "./result-fields.tsx";

interface CorrectionFieldsProps {
  readonly event: VisitFact;
  readonly text: TextContext;
}

export const CorrectionFields = ({ event, text }: CorrectionFieldsProps) => {
  const { visit } = text.words;
  switch (event.type) {
    case "v1.Arrived":
      return <DetailFields details={event.details} isWhole text={text} />;
    case "v1.DetailsSet":
      return <DetailFields details={event.details} isWhole={false} text={text} />;
    case "v1.TriageSet":
      return <TriageFields event={event} text={text} />;
    case "v1.Placed":
      return <TextField name="place" label={visit.place} typed={event.place ?? ""} />;
    case "v1.ClinicianSet":
      return <TextField name="clinician" label={visit.clinician} typed={event.clinician ?? ""} />;
    case "v1.CalledIn":
    case "v1.Seen":
    case "v1.Joined":
      return null;
    case "v1.Observed":
      return <CheckedObservationFields typed={typedObservation(event.found)} words={text.words.clinical} />;
    case "v1.MedicineGiven":
      return <MedicineFields typed={typedMedicine(event.given)} words={text.words.clinical} />;
    case "v1.Noted":
      return <NoteFields typed={event.note} words={text.words.clinical} />;
    case "v1.Concluded":
      return <ConclusionFields typed={typedConclusion(event.conclusion)} words={text.words.letter} />;
    case "v1.CalledBack":
      return <CallBackFields call={event.call} words={text.words} />;
    case "v1.CallTaken":
      return (
        <>
          <CallFields typed={typedCall(event.call)} words={text.words.telephone} hasRemark />
          <DetailFields details={event.details} isWhole text={text} />
        </>
      );
    case "v1.CallEnded":
      return <CheckedOutcomeFields stood={typedOutcome(event.outcome, filledInCallBack(event.outcome, { offsetMinAt })?.text ?? "")} text={text} />;
    case "v1.Ordered":
      return <OrderFields typed={typedOrder(event.order)} words={text.words.orders} />;
    case "v1.ResultCame":
      return <ResultFields typed={typedResult(event.result)} offered={null} words={text.words.orders} />;
    case "v1.OrderOwned":
      return <TextField name="owner" label={text.words.orders.owner} typed={event.owner} />;
    case "v1.OrderDropped":
      return <TextField name="dropWhy" label={text.words.orders.dropWhy} typed={event.why} />;
    case "v1.ProcedureDone":
      return <ProcedureFields typed={event.procedure} words={text.words.orders} />;
    case "v1.FormFilled": return <FilledFields filled={event.filled} words={text.words.ownForms} />;
    case "v1.PhotoTaken":
      return <PhotoFields typed={typedPhoto(event.photo)} words={text.words.photo} />;
    case "v1.Left":
      return (
        <>
          <LeavingChoices chosen={event.how} />
          <TextField name="to" label={visit.leaveTo} typed={event.to ?? ""} />
        </>
      );
  }
};

const CallBackFields = ({ call, words }: { readonly call: CallBack; readonly words: TextContext["words"] }) => (
  <>
    <ChipChoice name="outcome" label={words.letter.called} chosen={call.outcome} choices={callBackOutcomes.map((outcome) => [outcome, words.callBack[outcome]])} />
    <TextField name="remark" label={words.callBack.remark} typed={call.remark ?? ""} />
  </>
);

interface DetailFieldsProps {
  readonly details: DetailAnswers;
  /** The whole door form, or only what this line answered. */
  readonly isWhole: boolean;
  readonly text: TextContext;
}

const DetailFields = ({ details, isWhole, text }: DetailFieldsProps) => {
  const typed = typedDetails(details);
  return (
    <>
      {detailNames
        .filter((name) => typed[name] !== undefined || (isWhole && doorFields.some((field) => field.name === name)))
        .map((name) => (
          <DetailField key={name} name={name} typed={typed[name]} words={text.words} />
        ))}
    </>
  );
};

const TextField = ({ name, label, typed }: { readonly name: string; readonly label: string; readonly typed: string }) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} name={name} type="text" defaultValue={typed} spellCheck={false} />
    </div>
  );
};

/** What was chosen from the triage set stays, unless it was not so. */
const TriageFields = ({ event: { scale, level, because }, text }: { readonly event: TriageSet; readonly text: TextContext }) => {
  const { triageSet } = text.words;
  return (
    <>
      <LevelChoices scale={scale} chosen={level} text={text} />
      {because !== undefined && <ChipChoice name="because" label={`${triageSet.criterion}: ${because.complaint}: ${because.text}`} chosen="keep" choices={[["keep", triageSet.keep], ["drop", triageSet.drop]]} />}
    </>
  );
};

interface LevelChoicesProps {
  readonly scale: ScaleId;
  readonly chosen: Level;
  readonly text: TextContext;
}

const LevelChoices = ({ scale, chosen, text: { words, language } }: LevelChoicesProps) => (
  <div className="tiles" role="radiogroup" aria-label={words.visit.triage}>
    {scales[scale].levels.map(({ level, colour, name }) => (
      <label key={level} className="tile" data-colour={colour}>
        <input type="radio" name="level" value={level} defaultChecked={level === chosen} aria-label={`${level} ${name[language]}`} />
        <LevelSign level={level} />
        <span className="tile-name">
          <b>{level}</b> {name[language]}
        </span>
      </label>
    ))}
  </div>
);
