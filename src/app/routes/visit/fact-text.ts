// Events, answers and people in words: the chart and the paper say the same.
import type { Answer, Saying } from "#core/answer.ts";
import { noteParts } from "#core/clinical/note.ts";
import { maskNationalNumber } from "#core/identity/national-number.ts";
import { meaningOf } from "#core/clinical/scales.ts";
import type { Born } from "#core/identity/born.ts";
import type { Actor, Role } from "#core/staff/actor.ts";
import type { EpochMs } from "#core/time.ts";
import { detailNames, type ArrivalMode, type DetailAnswers, type DetailName, type Sex } from "#core/visit/details.ts";
import type { Disposition, VisitFact } from "#core/visit/events.ts";
import { answersTo, entriesTold, sayingsOf } from "#core/visit/sayings.ts";
import { answerOf, type TriageLevel, type Visit } from "#core/visit/visit.ts";
import type { ChartLine } from "#projections/chart.ts";
import { scoresOf, weightAt } from "#projections/looks.ts";
import type { PageWords } from "#i18n/pages/page-words.ts";
import type { Language, Words } from "#i18n/words.ts";
import { choicesOf, fieldWord, type SomeWords } from "../../field-words.ts";
import { ageText, shortDate } from "../../formats.ts";
import { becauseAnswers } from "../../triage-set-text.ts";
import { conclusionAnswers } from "./conclusion-text.ts";
import { callAnswers, callBackAnswers, callBackHead, outcomeAnswers, outcomeHead } from "./call-text.ts";
import { foundAnswers, news2Text } from "./found-text.ts";
import { medicineAnswers, medicineText, perKgText } from "./medicine-text.ts";
import { photoFactText } from "./photo-text.ts";
import { orderFactText, orderNameAnswer } from "./order-text.ts";
import { filledText } from "./own-form-text.ts";

export interface TextContext {
  readonly words: PageWords;
  readonly language: Language;
  readonly nowMs: EpochMs;
  /** On the screen a national number is masked until somebody asks; on paper it stands whole. */
  readonly isNumberShown: boolean;
}

const leavingWords: { readonly [D in Disposition]: Exclude<Disposition, "other"> | "otherLeaving" } = {
  home: "home", homeWithControl: "homeWithControl", admitted: "admitted", municipalBed: "municipalBed", transferred: "transferred", leftUnseen: "leftUnseen",
  leftAgainstAdvice: "leftAgainstAdvice", toGeneralPractitioner: "toGeneralPractitioner", police: "police", died: "died", other: "otherLeaving",
};

export const sexText = (sex: Sex, { fields }: Words): string => fields.sex.choices[sex];
export const arrivalText = (mode: ArrivalMode, { fields }: Words): string => fields.arrivedBy.choices[mode];
export const leavingText = (how: Disposition, { visit }: Words): string => visit[leavingWords[how]];
export const leavingWithTo = (how: Disposition, to: string | null | undefined, words: PageWords): string =>
  to === null || to === undefined || to === "" ? leavingText(how, words) : words.visit.leftFor(leavingText(how, words), to);

const roleWords: { readonly [R in Role]: Exclude<Role, "other"> | "otherRole" } = {
  nurse: "nurse", lead: "lead", doctor: "doctor", recordsClerk: "recordsClerk", coordinator: "coordinator", other: "otherRole",
};
export const actorText = ({ name, role }: Actor, { visit }: PageWords): string => (name === "" ? visit[roleWords[role]] : name);

/** "2 Svært haster"; by its number alone when the scale's version is not known here. */
export const levelText = (triage: TriageLevel, { words, language }: Pick<TextContext, "words" | "language">): string => {
  const meaning = meaningOf(triage);
  return meaning === null ? words.levels.levelWord(triage.level) : `${triage.level} ${meaning.name[language]}`;
};

export const bornText = (born: Born, { words, language, nowMs }: TextContext): string => {
  const age = ageText(born, nowMs, words);
  switch (born.is) {
    case "date":
      return `${shortDate(Date.parse(born.date) as EpochMs, language)} ${born.date.slice(0, 4)} (${age})`;
    case "year":
      return `${born.year} (${age})`;
    case "age":
      return age;
  }
};

/** "130972 12345": date and number apart, as it is read aloud. */
export const spacedNumber = (digits: string): string => (/^\d{11}$/.test(digits) ? `${digits.slice(0, 6)} ${digits.slice(6)}` : digits);

/** With who said it and how sure they were, where somebody wrote that. */
export const answerText = <K extends DetailName>(name: K, answer: DetailAnswers[K], context: TextContext): string => toldText(name, answer, answer === undefined ? [] : [answer], context);

/** What stands, each entry of a list with its own sayings, though several wrote it. */
export const standingText = (name: DetailName, visit: Visit, context: TextContext): string =>
  toldText(name, answerOf(visit, name), answersTo(visit, name), context);

/** The entries of a list apart, each with what was said of it. */
export const standingEntries = (name: DetailName, visit: Visit, context: TextContext): ReadonlyArray<string> => {
  const told = entriesTold(answersTo(visit, name));
  return told.map(({ value, sayings }) => plainAnswerText(name, { is: "known", value: [value] }, context) + sayingText(sayings, context));
};

const toldText = (name: DetailName, answer: Answer<unknown> | undefined, answers: ReadonlyArray<Answer<unknown>>, context: TextContext): string => {
  if (answer === undefined) return context.words.visit.notAsked;
  if (answer.is !== "known" || !Array.isArray(answer.value)) return plainAnswerText(name, answer, context) + sayingText(sayingsOf(answer, answers), context);
  const entries = entriesTold(answers).map(({ value, sayings }) => [plainAnswerText(name, { is: "known", value: [value] }, context), sayingText(sayings, context)] as const);
  const [, first = ""] = entries[0] ?? [];
  const isSaidAlike = entries.every(([, saying]) => saying === first);
  return entries.map(([entry, saying]) => (isSaidAlike ? entry : entry + saying)).join(", ") + (isSaidAlike ? first : "");
};

/** " (unsure, according to a relative)"; nothing where nobody said. */
const sayingText = (sayings: ReadonlyArray<Saying>, { words: { chartForm } }: TextContext): string => {
  const texts = sayings.flatMap(({ source, unsure }) => {
    const parts = [...(unsure === true ? [chartForm.unsureAnswer] : []), ...(source === undefined ? [] : [`${chartForm.saidBy} ${chartForm[source]}`])];
    return parts.length === 0 ? [] : [parts.join(", ")];
  });
  return texts.length === 0 ? "" : ` (${texts.join("; ")})`;
};

/** `answer` is one of the field's own; the union of all fields' answers is told apart by its value. */
const plainAnswerText = (name: DetailName, answer: Answer<unknown>, context: TextContext): string => {
  const { words, isNumberShown } = context;
  if (answer.is !== "known") return answer.is === "unknown" ? words.visit.answerUnknown : fieldWord(name, words)?.none || words.visit.answerNone;
  const { value } = answer;
  const choiceText = (choice: string): string => choicesOf(name, words)?.find(([one]) => one === choice)?.[1] ?? choice;
  if (Array.isArray(value)) return value.map((one) => choiceText(String(one))).join(", ");
  if (typeof value !== "string") return bornText(value as Born, context);
  if (name === "nationalNumber") return isNumberShown ? spacedNumber(value) : maskNationalNumber(value);
  return choiceText(value);
};

export const detailLabel = (name: DetailName, words: SomeWords): string => fieldWord(name, words)?.label ?? name;

export interface FactText {
  readonly head: string;
  /** What was answered, label and answer. */
  readonly answers: ReadonlyArray<readonly [label: string, answer: string]>;
}

export const factText = (event: VisitFact, context: TextContext): FactText => {
  const { visit } = context.words;
  const plain = (head: string): FactText => ({ head, answers: [] });
  switch (event.type) {
    case "v1.Arrived":
      return { head: visit.eventArrived, answers: answersText(event.details, context) };
    case "v1.DetailsSet":
      return { head: visit.eventDetails, answers: answersText(event.details, context) };
    case "v1.TriageSet":
      return { head: `${visit.eventTriage} ${levelText(event, context)}`, answers: event.because === undefined ? [] : becauseAnswers(event.because, event.level, levelText({ ...event, level: event.because.level }, context), context.words.triageSet) };
    case "v1.Placed":
      return plain(event.place === null ? visit.eventMovedNowhere : visit.eventMoved(event.place));
    case "v1.ClinicianSet":
      return plain(event.clinician === null ? visit.eventNoClinician : visit.eventClinician(event.clinician));
    case "v1.CalledIn":
      return plain(visit.eventCalledIn);
    case "v1.Seen":
      return plain(visit.eventSeen);
    case "v1.Observed":
      return { head: context.words.clinical.observeTitle, answers: foundAnswers(event.found, context.words.clinical, context.language) };
    case "v1.MedicineGiven":
      return { head: `${context.words.clinical.given}: ${medicineText(event.given, context.language)}`, answers: medicineAnswers(event.given, context.words.clinical) };
    case "v1.Noted":
      return { head: context.words.clinical.noteTitle, answers: noteParts.flatMap((part) => (event.note[part] === undefined ? [] : [[context.words.clinical[part], event.note[part]] as const])) };
    case "v1.Concluded":
      return { head: context.words.letter.concludeTitle, answers: conclusionAnswers(event.conclusion, context.words.letter) };
    case "v1.CalledBack":
      return { head: callBackHead(event.call, context.words), answers: callBackAnswers(event.call, context.words) };
    case "v1.CallTaken":
      return { head: context.words.telephone.eventTaken, answers: [...callAnswers(event.call, context), ...answersText(event.details, context)] };
    case "v1.CallEnded":
      return { head: outcomeHead(event.outcome, context.words.telephone), answers: outcomeAnswers(event.outcome, context) };
    case "v1.Ordered":
    case "v1.ResultCame":
    case "v1.OrderOwned":
    case "v1.OrderDropped":
    case "v1.ProcedureDone":
      return orderFactText(event, context.words.orders);
    case "v1.Joined":
      return plain(joinText(event, context.words.identity));
    case "v1.FormFilled":
      return filledText(event.filled, context);
    case "v1.PhotoTaken":
      return photoFactText(event.photo, context.words.photo);
    case "v1.Left":
      return plain(visit.eventLeft(leavingWithTo(event.how, event.to, context.words)));
  }
};

const joinText = ({ number, confirmedBy }: Extract<VisitFact, { readonly type: "v1.Joined" }>, words: PageWords["identity"]): string =>
  `${number === undefined ? words.joined : `${words.joinedWith} ${number}`}, ${words.confirmedByShort} ${confirmedBy}`;

/** As the visit knows it: a look with its score, a dose with what it is for each kilo. */
export const lineText = ({ event, atMs }: Pick<ChartLine, "event" | "atMs">, visit: Visit, context: TextContext): FactText => {
  const said = orderNameAnswer(event, visit, factText(event, context));
  const perKg = event.type === "v1.MedicineGiven" ? perKgText(event.given, weightAt(visit, atMs), context) : null;
  if (perKg !== null) return { ...said, answers: [...said.answers, perKg] };
  const news2 = event.type === "v1.Observed" ? scoresOf(visit, event.found, atMs).news2 : null;
  const { clinical } = context.words;
  return news2 === null ? said : { ...said, answers: [...said.answers, [clinical.news2, news2Text(news2, clinical)]] };
};

const answersText = (details: DetailAnswers, context: TextContext): FactText["answers"] =>
  detailNames.flatMap((name) => (details[name] === undefined ? [] : [[detailLabel(name, context.words), answerText(name, details[name], context)] as const]));
