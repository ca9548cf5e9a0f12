// What a letter's parts say of the patient and of what was found and done, line by line.
import type { TakenCall } from "#core/clinical/telephone.ts";
import type { EpochMs } from "#core/time.ts";
import { isList, type DetailName } from "#core/visit/details.ts";
import { answerOf, type Visit } from "#core/visit/visit.ts";
import { disagreementsOf } from "#projections/disagreements.ts";
import type { Letter, LetterLine, LetterResult } from "#projections/letter.ts";
import { weightAt, type ScoredLook } from "#projections/looks.ts";
import type { Language } from "#i18n/words.ts";
import { clockTime, localDate, shortDate } from "../../formats.ts";
import { callAnswers, callBackAnswers, callBackHead, outcomeAnswers, outcomeHead } from "./call-text.ts";
import { claimTexts } from "./claim-text.ts";
import { detailLabel, levelText, standingEntries, standingText, type FactText, type TextContext } from "./fact-text.ts";
import { foundAnswers, news2Text } from "./found-text.ts";
import { medicineAnswers, medicineText, perKgText } from "./medicine-text.ts";
import { orderNames, procedureAnswers } from "./order-text.ts";

export const line = (label: string | null, text: string): LetterLine => ({ label, text });

/** A clock that is beyond every calendar tells no time. */
export const fullTime = (atMs: EpochMs, language: Language): string =>
  Number.isNaN(new Date(atMs).getTime()) ? "?" : `${shortDate(atMs, language)} ${/^\d+/.exec(localDate(atMs))?.[0] ?? ""} ${clockTime(atMs)}`;

/** What was answered, an entry of a list a line; and every claim where devices say differently. */
export const toldLines = (name: DetailName, visit: Visit, text: TextContext): ReadonlyArray<LetterLine> => {
  const disputed = disagreementsOf(visit).find((one) => one.of === "detail" && one.name === name);
  return [
    ...(isList(name) && answerOf(visit, name)?.is === "known" ? standingEntries(name, visit, text) : [standingText(name, visit, text)]).map((told) => line(null, told)),
    ...(disputed === undefined ? [] : [line(text.words.letter.saidDifferently, claimTexts(disputed, text).claims.join(" / "))]),
  ];
};

/** What the next one to treat the patient must know. What the house was warned of, as a risk of violence, is no part of a letter. */
const alertNames = ["pregnant", "anticoagulant", "immunosuppressed", "implant", "infectionSigns", "isolation"] as const satisfies ReadonlyArray<DetailName>;

export const alertLines = (visit: Visit, text: TextContext): ReadonlyArray<LetterLine> =>
  alertNames.filter((name) => answerOf(visit, name) !== undefined).map((name) => line(detailLabel(name, text.words), standingText(name, visit, text)));

export const telephoneLines = ({ phone, callBacks }: Visit, text: TextContext): ReadonlyArray<LetterLine> => {
  const { words, language } = text;
  const told = (atMs: EpochMs, parts: ReadonlyArray<string>): LetterLine => line(fullTime(atMs, language), parts.join(", "));
  return [
    ...(phone === null ? [] : [told(phone.atMs, [words.telephone.eventTaken, ...pairs(callAnswers(ofCall(phone.taken), text))])]),
    ...(phone?.outcomes ?? []).map(({ atMs, value }) => told(atMs, [outcomeHead(value, words.telephone), ...pairs(outcomeAnswers(value, text))])),
    ...callBacks.map(({ atMs, value }) => told(atMs, [callBackHead(value, words), ...pairs(callBackAnswers(value, words))])),
  ];
};

const ofCall = ({ caller, remark }: TakenCall): TakenCall => ({ ...(caller === undefined ? {} : { caller }), ...(remark === undefined ? {} : { remark }) });

const pairs = (answers: FactText["answers"]): ReadonlyArray<string> => answers.map(([label, answer]) => `${label}: ${answer}`);

export const findingLines = ({ levels, looks, results }: Letter, text: TextContext): ReadonlyArray<LetterLine> => {
  const w = text.words.letter;
  const names = looks.length === 1 ? [w.lastLook] : [w.firstLook, w.lastLook];
  return [
    ...(levels.length === 0 ? [] : [line(w.level, levels.map((level) => levelText(level, text)).join(" → "))]),
    ...looks.map((look, place) => line(`${names[place] ?? ""} ${fullTime(look.look.atMs, text.language)}`, lookText(look, text))),
    ...results.map((result) => resultLine(result, text)),
  ];
};

const lookText = ({ look, scores: { news2 } }: ScoredLook, { words: { clinical }, language }: TextContext): string =>
  [...foundAnswers(look.value, clinical, language).map(([label, answer]) => `${label} ${answer}`), ...(news2 === null ? [] : [`${clinical.news2} ${news2Text(news2, clinical)}`])].join(", ");

const resultLine = ({ orders, result: { value, atMs } }: LetterResult, { words: { orders: w }, language }: TextContext): LetterLine => {
  const marks = [...(value.critical === undefined ? [] : [`‼ ${w.critical.toLowerCase()}`]), ...(value.preliminary === undefined ? [] : [w.preliminary.toLowerCase()])];
  const what = orders.length === 0 ? w.result : `${w.result}, ${orderNames(orders)},`;
  return line(`${what} ${fullTime(atMs, language)}`, `${value.text === "" ? w.textOnPaper : value.text}${marks.length === 0 ? "" : ` (${marks.join(", ")})`}`);
};

export const treatmentLines = ({ conclusion, procedures }: Letter, { words, language }: TextContext): ReadonlyArray<LetterLine> => [
  ...(conclusion.treatment === undefined ? [] : [line(null, conclusion.treatment)]),
  ...procedures.map(({ value, atMs }) => line(fullTime(atMs, language), [value.what, ...pairs(procedureAnswers(value, words.orders))].join(", "))),
];

export const medicineLines = ({ visit, medicines: given }: Letter, text: TextContext): ReadonlyArray<LetterLine> =>
  given.map(({ value, atMs }) => {
    const perKg = perKgText(value, weightAt(visit, atMs), text);
    return line(fullTime(atMs, text.language), [medicineText(value, text.language), ...pairs([...medicineAnswers(value, text.words.clinical), ...(perKg === null ? [] : [perKg])])].join(", "));
  });
