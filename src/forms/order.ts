/**
 * What is ordered, a result and a procedure, as they are typed: several orders on one line, parted by commas.
 *
 * - RQF1 A comma, a semicolon or a new line parts two orders; a comma or a point inside a number does not. Each stays as it was typed.
 * - RQF2 The kind is told by the first word alone, and only where it stands in the list below; where another word of the order
 *   stands there under another kind, or where the first word is not known, it is "other". A kind that somebody chose is the kind of all.
 * - RQF3 What was ordered, came or was done, typed anew and read, is the very same.
 * - RQF4 A call is told where the result is marked as critical, and only there.
 */
import { identifiers, orderKinds, type Order, type OrderKind, type OrderResult, type Procedure } from "#core/clinical/order.ts";

export interface OrderAnswers {
  readonly what?: string;
  readonly kind?: string;
  readonly requisition?: string;
  readonly urgent?: string;
}

/** On one line. */
export const readOrders = (answers: OrderAnswers): ReadonlyArray<Order> => splitLine(answers.what ?? "").map((what) => orderFrom(what, answers));

/** As it stands, commas and all: a correction is of one order. */
export const readOrder = (answers: OrderAnswers): Order => orderFrom((answers.what ?? "").trim(), answers);

const orderFrom = (what: string, { kind, requisition, urgent }: OrderAnswers): Order => {
  const number = (requisition ?? "").trim();
  return {
    kind: orderKinds.find((one) => one === kind) ?? kindOf(what),
    what,
    ...(number === "" ? {} : { requisition: number }),
    ...(urgent === undefined || urgent === "" ? {} : { urgent: true as const }),
  };
};

export const typedOrder = ({ kind, what, requisition, urgent }: Order): OrderAnswers => ({
  kind, what, ...(requisition === undefined ? {} : { requisition }), ...(urgent === undefined ? {} : { urgent: ticked }),
});

export const ticked = "yes";

/** What stands between commas; one that stands between two figures belongs to a number. */
export const splitLine = (line: string): ReadonlyArray<string> =>
  line.split(/(?:(?<!\d),|,(?!\d)|[;\n\r])/u).map((part) => part.trim()).filter((part) => part !== "");

const labWords = new Set([
  "abg", "alat", "albumin", "amylase", "asat", "bilirubin", "blodgass", "blodkultur", "blodkulturer", "blodsukker", "bnp", "crp", "d-dimer", "ddimer", "ferritin", "glukose", "hb", "hba1c", "hcg", "hgb", "inr",
  "kalium", "krea", "kreatinin", "laktat", "leukocytter", "lipase", "lpk", "natrium", "probnp", "stix", "strep", "streptest", "tni", "tnt", "trc", "trombocytter", "troponin", "u-hcg", "u-stix", "urin",
  "urindyrkning", "urindyrking", "urinprøve", "urinstix", "vbg",
]);
const imagingWords = new Set(["ct", "mr", "mri", "rtg", "rtg.", "røntgen", "rx", "ul", "ultralyd", "ultrasound", "x-ray", "xray"]);

export const kindOf = (what: string): OrderKind => {
  const [first, ...rest] = what.toLowerCase().split(/\s+/u).map(kindOfWord);
  return first === undefined || rest.some((kind) => kind !== "other" && kind !== first) ? "other" : first;
};

const kindOfWord = (word: string): OrderKind => (labWords.has(word) ? "lab" : imagingWords.has(word) ? "imaging" : "other");

export interface ResultAnswers {
  readonly text?: string;
  readonly critical?: string;
  readonly calledBy?: string;
  readonly readBack?: string;
  readonly preliminary?: string;
  /** A tick for each that was compared: `id-name`. */
  readonly [identifier: `id-${string}`]: string | undefined;
}

const isTicked = (typed: string | undefined): boolean => typed !== undefined && typed !== "";

export const readResult = (answers: ResultAnswers): OrderResult => {
  const calledBy = (answers.calledBy ?? "").trim();
  return {
    text: (answers.text ?? "").trim(),
    identifiedBy: identifiers.filter((one) => isTicked(answers[`id-${one}`])),
    ...(isTicked(answers.critical) ? { critical: { ...(calledBy === "" ? {} : { calledBy }), readBack: isTicked(answers.readBack) } } : {}),
    ...(isTicked(answers.preliminary) ? { preliminary: true as const } : {}),
  };
};

export const typedResult = ({ text, identifiedBy, critical, preliminary }: OrderResult): ResultAnswers => ({
  text,
  ...Object.fromEntries(identifiedBy.map((one) => [`id-${one}`, ticked])),
  ...(critical === undefined ? {} : { critical: ticked }),
  ...(critical?.calledBy === undefined ? {} : { calledBy: critical.calledBy }),
  ...(critical?.readBack === true ? { readBack: ticked } : {}),
  ...(preliminary === undefined ? {} : { preliminary: ticked }),
});

export const procedureFields = ["what", "where", "by", "remark"] as const;
export type ProcedureAnswers = { readonly [F in (typeof procedureFields)[number]]?: string };

/** null while nobody has said what it was. */
export const readProcedure = (answers: ProcedureAnswers): Procedure | null => {
  const typed = procedureFields.flatMap((field) => ((answers[field] ?? "").trim() === "" ? [] : [[field, (answers[field] ?? "").trim()] as const]));
  const { what = "", ...rest }: ProcedureAnswers = Object.fromEntries(typed);
  return what === "" ? null : { what, ...rest };
};
