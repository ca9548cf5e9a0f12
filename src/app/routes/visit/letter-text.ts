/**
 * A letter in words. The sheet of paper and the document are made of the same words, so that they cannot say two things.
 *
 * - LTX1 Of what the receiver looks for first, reason, assessment, advice and, in a referral, the question, what nobody has written is
 *   said to be missing; other empty parts are not there.
 * - LTX2 A doubt of who it is comes before everything else, each with its reason.
 * - LTX3 Allergies stand before the reason, and medicines in use after those that were given, whatever is known of them: not asked,
 *   not known, none or which. Where devices say differently, each is told.
 * - LTX4 Of the telephone it tells who rang, why, what was advised and what came of ringing back; no number, and no caller's name.
 * - LTX5 A result stands under findings with its order's name and its time; that it was critical or that more is to come is said.
 */
import { conclusionTexts, type ConclusionText } from "#core/clinical/conclusion.ts";
import { isDay } from "#core/identity/born.ts";
import { latest } from "#core/visit/standing.ts";
import { answerOf, type Visit } from "#core/visit/visit.ts";
import type { Letter, LetterKind, LetterLine, LetterPart, LetterText } from "#projections/letter.ts";
import type { PageWords } from "#i18n/pages/page-words.ts";
import type { Language } from "#i18n/words.ts";
import { codeText } from "./conclusion-text.ts";
import { actorText, detailLabel, leavingWithTo, standingText, type TextContext } from "./fact-text.ts";
import { alertLines, findingLines, fullTime, line, medicineLines, telephoneLines, toldLines, treatmentLines } from "./letter-lines.ts";
import { nameText } from "./who-text.ts";

export const letterText = (letter: Letter, kind: LetterKind, words: PageWords, language: Language): LetterText => {
  // Ages are as of when it was written: a letter read tomorrow says the same.
  const text: TextContext = { words, language, nowMs: letter.wroteMs, isNumberShown: true };
  const isReferral = kind === "referral";
  const title = isReferral ? words.letter.referralLetter : words.letter.letter;
  const to = letter.conclusion.referTo;
  return {
    kind,
    language,
    title,
    to: isReferral ? { label: words.letter.letterToOther, text: to ?? "", ...(to === undefined ? { isMissing: true } : {}) } : { label: words.letter.letterTo, text: "", isMissing: true },
    patient: patientLines(letter, text),
    sections: sectionsOf(letter, isReferral, text).flatMap(([part, heading, lines]) => (lines.length === 0 ? [] : [{ part, title: heading, lines }])),
  };
};

const patientLines = ({ visit, seenAtMs, leaving }: Letter, text: TextContext): ReadonlyArray<LetterLine> => {
  const { words, language } = text;
  const w = words.letter;
  const clinician = visit.clinician === null ? null : latest(visit.clinician).value;
  return [
    line(w.patient, nameText(visit, words)),
    line(w.nationalNumber, standingText("nationalNumber", visit, text)),
    line(w.born, bornLine(visit, text)),
    line(w.sex, standingText("sex", visit, text)),
    line(w.temporaryNumber, visit.number ?? ""),
    ...(visit.arrivedAtMs === null ? [] : [line(w.came, fullTime(visit.arrivedAtMs, language))]),
    ...(seenAtMs === null ? [] : [line(w.seenAt, fullTime(seenAtMs, language))]),
    leaving === null ? line(w.leftAt, w.stillHere) : line(w.leftAt, `${fullTime(leaving.atMs, language)}, ${leavingWithTo(leaving.how, leaving.to, words)}`),
    ...(clinician === null ? [] : [line(w.clinician, clinician)]),
  ];
};

/** A day that no calendar has stands as it was told. */
const bornLine = (visit: Visit, text: TextContext): string => {
  const born = answerOf(visit, "born");
  return born?.is === "known" && born.value.is === "date" && !isDay(born.value.date) ? born.value.date : standingText("born", visit, text);
};

type Section = readonly [part: LetterPart, title: string, lines: ReadonlyArray<LetterLine>];

const sectionsOf = (letter: Letter, isReferral: boolean, text: TextContext): ReadonlyArray<Section> => {
  const { words } = text;
  const w = words.letter;
  const { conclusion, awaited, doubts } = letter;
  const said = (...names: ReadonlyArray<ConclusionText>): ReadonlyArray<LetterLine> =>
    conclusionTexts.flatMap((name) => (names.includes(name) && conclusion[name] !== undefined ? [line(w[name], conclusion[name])] : []));
  const orMissing = (lines: ReadonlyArray<LetterLine>): ReadonlyArray<LetterLine> => (lines.length > 0 ? lines : [{ label: null, text: w.notWritten, isMissing: true }]);
  const codes = (conclusion.codes ?? []).map((code) => codeText(code, w)).join(", ");
  const advices = (conclusion.advices ?? []).map((advice) => w[advice]).join(". ");
  return [
    ["identity", w.identityTitle, doubts.map((doubt) => line(null, w[doubt]))],
    ["question", w.referFor, isReferral ? orMissing(conclusion.referFor === undefined ? [] : [line(null, conclusion.referFor)]) : []],
    ["allergies", detailLabel("allergies", words), toldLines("allergies", letter.visit, text)],
    ["alerts", w.takeNote, alertLines(letter.visit, text)],
    ["reason", w.reason, [line(null, standingText("reason", letter.visit, text))]],
    ["telephone", w.byTelephone, telephoneLines(letter.visit, text)],
    ["findings", w.findings, findingLines(letter, text)],
    ["assessment", w.assessment, orMissing([
      ...(conclusion.assessment === undefined ? [] : [line(null, conclusion.assessment)]),
      ...said("diagnosis"),
      ...(codes === "" ? [] : [line(w.codes, codes)]),
      ...said("codeText"),
    ])],
    ["treatment", w.treatment, treatmentLines(letter, text)],
    ["medicines", w.medicines, medicineLines(letter, text)],
    ["inUse", detailLabel("currentMedicines", words), toldLines("currentMedicines", letter.visit, text)],
    ["advice", w.adviceAndControl, orMissing([...(advices === "" ? [] : [line(null, `${advices}.`)]), ...said("adviceText", "control", "followUp")])],
    ["papers", w.papersGiven, said("sickNote", "prescription", "referral", ...(isReferral ? [] : (["referTo", "referFor"] as const)))],
    ["awaited", w.awaited, awaited.map(({ what, owner }) => line(what, owner === null ? w.nobodyOwns : `${w.ownerOf} ${owner}`))],
    ["remarks", "", remarks(letter, text)],
  ];
};

const remarks = ({ isOfDowntime, hasTwoConclusions, hasDisagreement, author, wroteMs }: Letter, { words, language }: TextContext): ReadonlyArray<LetterLine> => {
  const w = words.letter;
  return [
    ...(hasTwoConclusions ? [line(null, w.twoConclusions)] : []),
    ...(hasDisagreement ? [line(null, w.disagreeNote)] : []),
    ...(isOfDowntime ? [line(null, w.downtimeNote)] : []),
    ...(author === null ? [] : [line(w.writtenBy, `${actorText(author, words)}, ${fullTime(wroteMs, language)}`)]),
  ];
};
