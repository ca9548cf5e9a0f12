/**
 * How what stands was said: by whom, and how sure they were. Each entry of a list has sayings of its own.
 *
 * - SAY1 An entry that several wrote unaware of each other stands once, with each of their sayings.
 * - SAY2 An entry that its list names among those said otherwise was said so, and not as the list's last one was.
 * - SAY3 What several answered alike has each of their sayings; those of another answer are not its.
 */
import { contentOf, type Answer, type Saying } from "../answer.ts";
import type { DetailName } from "./details.ts";
import { entryKey, type Heard } from "./heard.ts";
import { isSame } from "./standing.ts";

/** A value, or one entry of a list. */
export interface Told {
  readonly value: unknown;
  /** At least one; the same is in it once. */
  readonly sayings: ReadonlyArray<Saying>;
}

type Answers = ReadonlyArray<Answer<unknown>>;

/** All that was answered to a field and stands, in causal order. */
export const answersTo = ({ heard }: { readonly heard: Heard }, name: DetailName): Answers => heard[name]?.map(({ value }) => value) ?? [];

/** Of known lists among the answers, the entries in the order they were first written. */
export const entriesTold = (answers: Answers): ReadonlyArray<Told & { readonly value: string }> => {
  const told = new Map<string, Told & { readonly value: string }>();
  for (const answer of answers) {
    for (const entry of entriesOf(answer)) {
      const { value, sayings } = told.get(entryKey(entry)) ?? { value: entry, sayings: [] };
      told.set(entryKey(entry), { value, sayings: distinct([...sayings, ...sayingsOfEntry(answer, entry)]) });
    }
  }
  return [...told.values()];
};

/** How the answer was said by all those who gave it. */
export const sayingsOf = (answer: Answer<unknown>, answers: Answers): ReadonlyArray<Saying> =>
  distinct(answers.filter((other) => other.is === answer.is && isSame(contentOf(other), contentOf(answer))).map(sayingOf));

export const sayingOf = ({ source, unsure }: Saying): Saying => ({ ...(source === undefined ? {} : { source }), ...(unsure === undefined ? {} : { unsure }) });

const entriesOf = (answer: Answer<unknown>): ReadonlyArray<string> =>
  answer.is === "known" && Array.isArray(answer.value) ? answer.value.filter((entry): entry is string => typeof entry === "string") : [];

const sayingsOfEntry = (answer: Answer<unknown>, entry: string): ReadonlyArray<Saying> => {
  const otherwise = (answer.is === "known" && answer.otherwise) || [];
  const own = otherwise.filter(({ entries }) => entries.some((one) => entryKey(one) === entryKey(entry)));
  return own.length === 0 ? [sayingOf(answer)] : own.map(sayingOf);
};

const distinct = (sayings: ReadonlyArray<Saying>): ReadonlyArray<Saying> =>
  sayings.filter((saying, at) => sayings.findIndex((other) => isSame(other, saying)) === at);
