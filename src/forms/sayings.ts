/**
 * Who said an answer and how sure they were, as it is written with what was changed in a form.
 *
 * - SYG1 It goes with what was changed; an entry that stood in a list keeps what was said of it when another is added.
 * - SYG2 Of one field alone, a doubt that is set or lifted, or a source that is named, is news though the answer is the same. A box
 *   that stands as the form was opened with it says nothing of a doubt that came meanwhile.
 * - SYG3 It is no news where something else came to stand meanwhile: nobody said that of what came.
 * - SYG4 "Not known" is never unsure.
 */
import { contentOf, type Answer, type SaidOtherwise, type Saying } from "#core/answer.ts";
import { detailNames, isList, type DetailAnswers, type DetailName } from "#core/visit/details.ts";
import { entryKey, united } from "#core/visit/heard.ts";
import { entriesTold, sayingOf, sayingsOf, type Told } from "#core/visit/sayings.ts";
import { isSame } from "#core/visit/standing.ts";

type Answers = ReadonlyArray<Answer<unknown>>;

/** `stood` is all that was answered to a field when it was changed. */
export const withSayings = (details: DetailAnswers, sayingFor: (name: DetailName) => Saying, stood: (name: DetailName) => Answers): DetailAnswers =>
  Object.fromEntries(
    detailNames.flatMap((name) => {
      const answer: Answer<unknown> | undefined = details[name];
      return answer === undefined ? [] : [[name, said(answer, sayingFor(name), entriesTold(stood(name)))]];
    }),
  );

const said = (answer: Answer<unknown>, saying: Saying, stood: ReturnType<typeof entriesTold>): Answer<unknown> => {
  const { source } = saying;
  if (answer.is === "unknown") return { ...answer, ...(source === undefined ? {} : { source }) };
  if (answer.is !== "known" || !Array.isArray(answer.value)) return { ...answer, ...saying };
  const kept = entriesTold([answer]).flatMap(({ value }) => stood.filter((one) => entryKey(one.value) === entryKey(value)).map(({ sayings }) => ({ value, sayings })));
  return listSaid(answer, saying, kept);
};

const listSaid = (answer: Answer<unknown>, saying: Saying, kept: ReturnType<typeof entriesTold>): Answer<unknown> => {
  const otherwise: SaidOtherwise[] = [];
  for (const { value, sayings } of kept) {
    if (isSame(sayings, [saying])) continue;
    for (const own of sayings) {
      const at = otherwise.findIndex((one) => isSame(sayingOf(one), own));
      const entries = [...(otherwise[at]?.entries ?? []), value];
      otherwise.splice(at < 0 ? otherwise.length : at, 1, { ...own, entries });
    }
  }
  return { ...answer, ...saying, ...(otherwise.length === 0 ? {} : { otherwise }) };
};

/** How a field's doubt stands in its form: of a list, whether all of it is doubted. */
export const isUnsure = (name: DetailName, stands: Answer<unknown> | undefined, answers: Answers): boolean => {
  if (stands === undefined) return false;
  const told: ReadonlyArray<Pick<Told, "sayings">> = isList(name) && stands.is === "known" ? entriesTold(answers) : [{ sayings: sayingsOf(stands, answers) }];
  return told.length > 0 && told.every(({ sayings }) => sayings.some(({ unsure }) => unsure === true));
};

interface SaidAnew {
  readonly name: DetailName;
  /** When the form was opened, and when it is saved. */
  readonly before: Answer<unknown> | undefined;
  readonly now: Answer<unknown> | undefined;
  readonly answers: Answers;
  /** How the box of doubt stood when the form was opened. */
  readonly wasUnsure: boolean;
  readonly saying: Saying;
}

/** The same answer, said anew; nothing where it would be no news. */
export const saidAnew = ({ name, before, now, answers, wasUnsure, saying }: SaidAnew): DetailAnswers => {
  if (before === undefined || now === undefined || now.is === "unknown" || !standsAlike(before, now)) return {};
  if (saying.source === undefined && (saying.unsure === true) === wasUnsure) return {};
  const anew = (before: Saying): Saying => ({ ...(before.source === undefined ? {} : { source: before.source }), ...saying });
  if (now.is !== "known" || !Array.isArray(now.value)) return { [name]: { ...bare(now), ...anew(now) } };
  const told = entriesTold(answers).map(({ value, sayings }) => ({ value, sayings: sayings.map((one) => anew(one)) }));
  const [first, ...rest] = told.map(({ sayings }) => sayings[0] ?? {});
  const common = first !== undefined && rest.every((one) => isSame(one, first)) ? first : saying;
  return { [name]: listSaid({ is: "known", value: now.value }, common, told) };
};

const bare = (answer: Answer<unknown>): Answer<unknown> => (answer.is === "known" ? { is: "known", value: answer.value } : { is: answer.is });

const standsAlike = (before: Answer<unknown>, now: Answer<unknown>): boolean =>
  before.is === now.is && isSame(contentOf(before), contentOf(now)) && isSame(entriesIn(before), entriesIn(now));

const entriesIn = (answer: Answer<unknown>): ReadonlyArray<string> => united(entriesTold([answer]).map(({ value }) => entryKey(value)));
