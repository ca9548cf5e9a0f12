/**
 * The form of what it came to: assessment, codes, advice, control and papers.
 *
 * - CNF1 A field that is empty is not in the conclusion; line breaks inside a text stay.
 * - CNF2 A code counts only as its own system writes it, typed in that system's field; nothing says which system a code is of but
 *   the field. What is no such code is kept as it was typed, and said.
 * - CNF3 What was concluded, typed anew and read, is the very same.
 */
import { advices, codeSystems, conclusionTexts, type Advice, type CodeSystem, type Conclusion, type ConclusionText } from "#core/clinical/conclusion.ts";

type TextField = Exclude<ConclusionText, "codeText">;
export type AdviceField = `advice-${Advice}`;
export type ConclusionField = TextField | CodeSystem | AdviceField;

/** What stands in the form, as typed; of advices those that are ticked. */
export type ConclusionAnswers = { readonly [F in ConclusionField]?: string };

export interface ConclusionReading {
  readonly conclusion: Conclusion;
  /** Typed as codes, and none. */
  readonly unread: string;
}

export const adviceField = (advice: Advice): AdviceField => `advice-${advice}`;
export const adviceTick = "yes";

const isTextField = (name: ConclusionText): name is TextField => name !== "codeText";

/** ICPC-2: its 17 chapters and two digits. ICD-10: letter and two digits, and one or two more after a point or without it. */
const patterns: { readonly [S in CodeSystem]: RegExp } = { icpc2: /^[ABDFHKLNPRSTUWXYZ]\d{2}$/, icd10: /^[A-Z]\d{2}(?:\.?\d{1,2})?$/ };

export const readConclusion = (answers: ConclusionAnswers): ConclusionReading => {
  const typed = codeSystems.flatMap((system) => wordsIn(answers[system]).map((word) => ({ system, word, code: word.toUpperCase() })));
  const isCode = ({ system, code }: (typeof typed)[number]): boolean => patterns[system].test(code);
  const codes = typed.filter(isCode).map(({ system, code }) => ({ system, code }));
  const unread = typed.filter((one) => !isCode(one)).map(({ word }) => word).join(" ");
  const given = advices.filter((advice) => answers[adviceField(advice)] === adviceTick);
  const texts = conclusionTexts.filter(isTextField).map((name) => [name, (answers[name] ?? "").trim()] as const);
  return {
    unread,
    conclusion: {
      ...Object.fromEntries(texts.filter(([, text]) => text !== "")),
      ...(unread === "" ? {} : { codeText: unread }),
      ...(codes.length === 0 ? {} : { codes }),
      ...(given.length === 0 ? {} : { advices: given }),
    },
  };
};

/** A code that was none goes back where a code of three signs is looked for: it is none there either. */
export const typedConclusion = ({ codes = [], advices: given = [], codeText, ...texts }: Conclusion): ConclusionAnswers => {
  const codesOf = (system: CodeSystem): string => codes.filter((one) => one.system === system).map(({ code }) => code).join(" ");
  const fields = { icpc2: [codesOf("icpc2"), codeText ?? ""].filter((text) => text !== "").join(" "), icd10: codesOf("icd10") };
  return {
    ...texts,
    ...Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== "")),
    ...Object.fromEntries(given.map((advice) => [adviceField(advice), adviceTick])),
  };
};

const wordsIn = (text = ""): ReadonlyArray<string> => text.split(/[\s,;]+/u).filter((word) => word !== "");
