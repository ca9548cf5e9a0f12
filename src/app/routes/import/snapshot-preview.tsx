// Who is on the list, as it would be saved: first what was left out or is doubtful, then the people. Of numbers the day of birth is shown.
import type { SnapshotReading } from "#forms/snapshot.ts";
import type { SnapshotNote } from "#forms/snapshot-person.ts";
import type { KnownPerson } from "#core/ward/snapshot.ts";
import { maskNationalNumber } from "#core/identity/national-number.ts";
import { useNow } from "../../app-context.tsx";
import { usePageWords } from "../../page-words.ts";
import { allergyText, bornText } from "../../snapshot/person-text.ts";
import { fieldWord, noteWord } from "./snapshot-words.ts";

export const SnapshotPreview = ({ reading: { people, leftOut, notes } }: { readonly reading: SnapshotReading }) => {
  const { snapshot } = usePageWords();
  return (
    <>
      {leftOut.length > 0 && <NoteTable title={`${snapshot.leftOut}: ${String(leftOut.length)}`} notes={leftOut} />}
      {notes.length > 0 && <NoteTable title={`${snapshot.notes}: ${String(notes.length)}`} notes={notes} />}
      {people.length > 0 && <PeopleTable people={people} />}
    </>
  );
};

/** So many are enough to see that it is the right list and the right columns. */
const shownAtMost = 50;

const NoteTable = ({ title, notes }: { readonly title: string; readonly notes: ReadonlyArray<SnapshotNote> }) => {
  const words = usePageWords();
  const { snapshot } = words;
  return (
    <section className="stack">
      <h3>{title}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard too */}
      <div className="import-scroll snapshot-list" role="region" aria-label={title} tabIndex={0}>
        <table className="plain-table snapshot-notes">
          <caption className="unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col" className="of-number">{snapshot.row}</th>
              <th scope="col">{snapshot.field}</th>
              <th scope="col">{snapshot.why}</th>
            </tr>
          </thead>
          <tbody>
            {notes.slice(0, shownAtMost).map((note, place) => (
              <tr key={place}>
                <th scope="row" className="number of-number">{note.row}</th>
                <td>{fieldWord(note.field, words)}</td>
                <td>
                  {noteWord(note, words)}
                  {textOf(note) !== "" && <q className="import-typed">{textOf(note)}</q>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <More count={notes.length - shownAtMost} />
    </section>
  );
};

/** Of a number that cannot be one the row is told, and no more. */
const textOf = ({ field, text }: SnapshotNote): string => (field !== "nationalNumber" || !/\d/u.test(text) ? text : /^\d{11}$/u.test(text) ? maskNationalNumber(text) : "");

const PeopleTable = ({ people }: { readonly people: ReadonlyArray<KnownPerson> }) => {
  const words = usePageWords();
  const { snapshot, fields } = words;
  const nowMs = useNow();
  const title = `${String(people.length)} ${people.length === 1 ? snapshot.person : snapshot.people}`;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard too */}
      <div className="import-scroll snapshot-list" role="region" aria-label={title} tabIndex={0}>
        <table className="plain-table">
          <caption className="unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{fields.name.label}</th>
              <th scope="col">{fields.nationalNumber.label}</th>
              <th scope="col">{fields.born.label}</th>
              <th scope="col">{fields.sex.label}</th>
              <th scope="col">{snapshot.where}</th>
              <th scope="col">{snapshot.allergies}</th>
            </tr>
          </thead>
          <tbody>
            {people.slice(0, shownAtMost).map((person, place) => (
              <tr key={place}>
                <th scope="row">{person.name ?? "–"}</th>
                <td className="number">{person.nationalNumber === undefined ? "" : maskNationalNumber(person.nationalNumber)}</td>
                <td className="number">{bornText(person.born, nowMs, words)}</td>
                <td>{person.sex === undefined ? "" : fields.sex.choices[person.sex]}</td>
                <td>{person.where}</td>
                <td>{allergyText(person, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <More count={people.length - shownAtMost} />
    </>
  );
};

const More = ({ count }: { readonly count: number }) => {
  const { snapshot } = usePageWords();
  return count <= 0 ? null : (
    <p className="soft small">
      {count} {snapshot.andMore}
    </p>
  );
};
