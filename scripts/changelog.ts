/**
 * The change log, made from one file a change under `changes/`, so that two people who change things at once never collide.
 *
 * - CHG1 Newest first, by the date that a file's name begins with; within a day by name.
 * - CHG2 A file whose name has no date, or that has no title line, is refused by name.
 */
export type Change = { readonly name: string; readonly text: string };

type Entry = { readonly date: string; readonly name: string; readonly title: string; readonly body: string };

const entryOf = ({ name, text }: Change): Entry => {
  const date = /^(\d{4}-\d{2}-\d{2})-[\w-]+\.md$/.exec(name)?.[1];
  const [, title, body = ""] = /^# (.+)\n([\s\S]*)$/.exec(text) ?? [];
  if (date === undefined) throw new Error(`changes/${name}: the name must begin with a date, as in 2026-11-23-straight-way.md.`);
  if (title === undefined) throw new Error(`changes/${name}: the first line must be "# " and what a ward notices.`);
  return { date, name, title, body: body.trim() };
};

const byNewest = (a: Entry, b: Entry): number => (a.date === b.date ? a.name.localeCompare(b.name, "en") : b.date.localeCompare(a.date, "en"));

export const changelog = (changes: ReadonlyArray<Change>): string => {
  const entries = changes.map(entryOf).toSorted(byNewest);
  const dates = [...new Set(entries.map(({ date }) => date))];
  const days = dates.map((date) =>
    [`## ${date}`, ...entries.filter((entry) => entry.date === date).map(({ title, body }) => `### ${title}\n\n${body}`)].join("\n\n"),
  );
  return `${["# Changes", "What a ward notices, newest first. Made from `changes/` by `npm run changelog`.", ...days].join("\n\n")}\n`;
};
