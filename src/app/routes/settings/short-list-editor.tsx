/**
 * A short list that a ward keeps itself: added to, taken from, put in order, by touch and by keyboard.
 *
 * - SLE1 What was taken away can be brought back to its own place for as long as the list is not changed again.
 */
import { useId, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import { ArrowDownIcon, ArrowUpIcon, XMarkIcon } from "@navikt/aksel-icons";
import { withAdded, withMoved, without, type ShortList } from "#core/ward/short-list.ts";
import { usePageWords } from "../../page-words.ts";
import { useTextDraft } from "../../drafts/use-draft.ts";

interface ShortListEditorProps {
  /** The name of the draft of what is being added. */
  readonly draft: string;
  readonly title: string;
  readonly none: string;
  readonly list: ShortList;
  readonly onChange: (list: ShortList) => void;
}

export const ShortListEditor = ({ draft, title, none, list, onChange }: ShortListEditorProps) => {
  const { settings } = usePageWords();
  const [taken, setTaken] = useState<{ readonly word: string; readonly before: ShortList; readonly after: ShortList } | null>(null);
  const rows = useRef<HTMLOListElement>(null);
  const id = useId();
  const isTakenLast = taken !== null && taken.after.join("\n") === list.join("\n");
  const take = (word: string): void => {
    const after = without(list, word);
    setTaken({ word, before: list, after });
    onChange(after);
  };
  const press = (word: string) => (event: KeyboardEvent): void => {
    const by = event.altKey && event.key === "ArrowUp" ? -1 : event.altKey && event.key === "ArrowDown" ? 1 : null;
    if (by !== null) onChange(withMoved(list, word, by));
    else if (event.key === "Delete") take(word);
    else if (event.key === "ArrowUp" || event.key === "ArrowDown") focusBeside(rows.current, event.currentTarget, event.key === "ArrowUp" ? -1 : 1);
    else return;
    event.preventDefault();
  };
  return (
    <section className="card stack short-list" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {list.length === 0 && <p className="soft">{none}</p>}
      <ol ref={rows}>
        {list.map((word, place) => (
          <Row key={word} word={word} isFirst={place === 0} isLast={place === list.length - 1} onKeyDown={press(word)} onMove={(by) => onChange(withMoved(list, word, by))} onTake={() => take(word)} />
        ))}
      </ol>
      {isTakenLast && (
        <p className="row" role="status">
          {settings.removed(taken.word)}
          <button type="button" className="button" onClick={() => onChange(taken.before)}>
            {settings.bringBack}
          </button>
        </p>
      )}
      <AddWord draft={draft} title={title} list={list} onChange={onChange} />
    </section>
  );
};

interface OrderEditorProps {
  readonly title: string;
  readonly hint: string;
  readonly list: ShortList;
  readonly nameOf: (word: string) => string;
  readonly onChange: (list: ShortList) => void;
}

/** A list whose words are given, and whose order is the ward's. */
export const OrderEditor = ({ title, hint, list, nameOf, onChange }: OrderEditorProps) => {
  const rows = useRef<HTMLOListElement>(null);
  const id = useId();
  const press = (word: string) => (event: KeyboardEvent): void => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    const by = event.key === "ArrowUp" ? -1 : 1;
    if (event.altKey) onChange(withMoved(list, word, by));
    else focusBeside(rows.current, event.currentTarget, by);
    event.preventDefault();
  };
  return (
    <section className="card stack short-list" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="soft">{hint}</p>
      <ol ref={rows}>
        {list.map((word, place) => (
          <Row key={word} word={nameOf(word)} isFirst={place === 0} isLast={place === list.length - 1} onKeyDown={press(word)} onMove={(by) => onChange(withMoved(list, word, by))} onTake={null} />
        ))}
      </ol>
    </section>
  );
};

interface RowProps {
  readonly word: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onMove: (by: -1 | 1) => void;
  /** null: it cannot be taken away. */
  readonly onTake: (() => void) | null;
}

const Row = ({ word, isFirst, isLast, onKeyDown, onMove, onTake }: RowProps) => {
  const { settings } = usePageWords();
  return (
    <li onKeyDown={onKeyDown}>
      <span>{word}</span>
      <button type="button" className="button button-plain" aria-label={settings.moveUp(word)} aria-disabled={isFirst} onClick={() => onMove(-1)}>
        <ArrowUpIcon aria-hidden />
      </button>
      <button type="button" className="button button-plain" aria-label={settings.moveDown(word)} aria-disabled={isLast} onClick={() => onMove(1)}>
        <ArrowDownIcon aria-hidden />
      </button>
      {onTake !== null && (
        <button type="button" className="button button-plain" aria-label={settings.remove(word)} onClick={onTake}>
          <XMarkIcon aria-hidden />
        </button>
      )}
    </li>
  );
};

const AddWord = ({ draft, title, list, onChange }: Pick<ShortListEditorProps, "draft" | "title" | "list" | "onChange">) => {
  const { settings } = usePageWords();
  const id = useId();
  const { text: typed, type, end } = useTextDraft(draft, "");
  const next = withAdded(list, typed);
  const isThere = typed.trim() !== "" && next === list;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (next === list) return;
    onChange(next);
    end();
  };
  return (
    <form className="short-list-add" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>{settings.addTo(title)}</label>
        <input id={id} value={typed} onChange={(event) => type(event.target.value)} autoComplete="off" aria-describedby={`${id}-note`} />
      </div>
      <button type="submit" className="button">
        {settings.add}
      </button>
      <p id={`${id}-note`} className="field-note" data-kind={isThere ? "warn" : "plain"} aria-live="polite">
        {isThere ? settings.alreadyThere : settings.listKeys}
      </p>
    </form>
  );
};

/** The same button of the row above or below. */
const focusBeside = (rows: HTMLOListElement | null, row: EventTarget, by: -1 | 1): void => {
  const all = [...(rows?.children ?? [])];
  const from = all.findIndex((one) => one === row);
  const column = [...(all[from]?.querySelectorAll("button") ?? [])].findIndex((button) => button === document.activeElement);
  all[from + by]?.querySelectorAll("button")[Math.max(0, column)]?.focus();
};
