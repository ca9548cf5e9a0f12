/**
 * The ward's triage set under the level tiles, to read in: a complaint, and what each level is given for.
 *
 * - TAI3 Choosing a discriminator marks a tile and sets nothing; the nurse says the level, that one or another.
 * - TAI4 Arrow keys go from the tiles into the search and on through what is found, and back; a key held down and the second half
 *   of a double tap choose nothing.
 * - TAI5 Edition, source, licence and who approved it stand below whatever is read; a licence that ran out is said above it.
 */
import { useEffect, useId, useRef, type KeyboardEvent } from "react";
import type { Complaint, TriageSetHead, WardTriageSet } from "#core/ward/triage-set.ts";
import { findComplaints } from "#forms/complaint-search.ts";
import { byLevel, isExpired } from "#projections/triage-set.ts";
import { localDate } from "../../formats.ts";
import { approvedText, editionText, expiredText, licenceText } from "../../triage-set-text.ts";
import { LevelSign } from "../../ui/level-sign.tsx";
import { isSameTap, lastTap } from "../../ui/taps.ts";
import type { TextContext } from "./fact-text.ts";
import type { TriageAid } from "./use-triage-aid.ts";
import "./triage-aid.css";

interface TriageAidPartProps {
  readonly aid: TriageAid;
  readonly head: TriageSetHead;
  readonly text: TextContext;
  /** Upwards out of the search. */
  readonly toTiles: () => void;
}

export const TriageAidPart = ({ aid, head, text, toTiles }: TriageAidPartProps) => {
  const { ref, content, typed, complaint, choose, onInput } = aid;
  const words = text.words.triageSet;
  const id = useId();
  const chose = useRef<ReturnType<typeof lastTap>>(null);
  const isFresh = useRef(false);
  useEffect(() => {
    if (!isFresh.current) return;
    isFresh.current = false;
    const step = complaint === null ? "input" : ".aid-level button";
    ref.current?.querySelector<HTMLElement>(step)?.focus();
  }, [complaint, ref]);
  const turn = (name: string): void => {
    chose.current = lastTap();
    isFresh.current = true;
    choose({ complaint: name, text: "" });
  };
  return (
    <form ref={ref} className="triage-aid" autoComplete="off" noValidate aria-label={words.aid} onInput={onInput} onSubmit={(event) => event.preventDefault()} onKeyDown={(event) => step(event, toTiles)}>
      {isExpired(head, localDate(text.nowMs)) && <p className="aid-expired" role="alert">{expiredText(head, words, text.language)}</p>}
      <div className="field">
        <label htmlFor={id}>{words.search}</label>
        <input id={id} type="search" name="search" value={typed.search} onChange={({ target }) => choose({ search: target.value, complaint: "", text: "" })} spellCheck={false} aria-describedby={`${id}-hint`} data-step />
        <p id={`${id}-hint`} className="field-note aid-hint">{words.searchHint}</p>
      </div>
      <input name="complaint" value={typed.complaint} readOnly hidden />
      <input name="text" value={typed.text} readOnly hidden />
      {content.is === "coming" && <p className="soft">{words.fetching}</p>}
      {content.is === "gone" && <p className="field-note" data-kind="warn">{words.notHere}</p>}
      {content.is === "here" && complaint === null && <Complaints set={content.set} typed={typed.search} text={text} onChoose={turn} />}
      {content.is === "here" && complaint !== null && (
        <Criteria
          complaint={complaint}
          set={content.set}
          chosen={typed.text}
          text={text}
          onChoose={(one, tap) => {
            if (!isSameTap(chose.current, tap)) choose({ text: one === typed.text ? "" : one });
          }}
          onOther={() => turn("")}
        />
      )}
      <p className="small soft aid-source">
        {editionText(head)}. {words.source}: {head.source} {words.licence}: {licenceText(head, words, text.language)}. {words.approved}: {approvedText(head, text.language)}.
      </p>
    </form>
  );
};

/** From one thing to the next, wherever it stands on the line. */
const step = (event: KeyboardEvent<HTMLFormElement>, toTiles: () => void): void => {
  if (event.repeat && (event.key === "Enter" || event.key === " ") && event.target instanceof HTMLButtonElement) event.preventDefault();
  const isSearch = event.target instanceof HTMLInputElement;
  const by = event.key === "ArrowDown" || (event.key === "Enter" && isSearch) ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (by === 0 || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const steps = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-step]")];
  const next = steps.findIndex((one) => one === event.target) + by;
  if (next < 0) toTiles();
  else steps[next]?.focus();
};

interface ComplaintsProps {
  readonly set: WardTriageSet;
  readonly typed: string;
  readonly text: TextContext;
  readonly onChoose: (name: string) => void;
}

const Complaints = ({ set, typed, text, onChoose }: ComplaintsProps) => {
  const { complaints, isFound } = findComplaints(set.complaints, typed);
  const words = text.words.triageSet;
  return (
    <>
      <p className="soft small" role="status">{isFound ? `${words.complaints}: ${complaints.length}` : words.noneFits}</p>
      <ul className="chips aid-complaints" aria-label={words.complaints} lang={set.language}>
        {complaints.map(({ name }) => (
          <li key={name}>
            <button type="button" className="chip" data-step onClick={() => onChoose(name)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};

interface CriteriaProps {
  readonly complaint: Complaint;
  readonly set: WardTriageSet;
  readonly chosen: string;
  readonly text: TextContext;
  readonly onChoose: (text: string, tap: MouseEvent) => void;
  readonly onOther: () => void;
}

const Criteria = ({ complaint, set, chosen, text, onChoose, onOther }: CriteriaProps) => (
  <section className="aid-criteria" aria-label={complaint.name}>
    <div className="aid-chosen">
      <h3 lang={set.language}>{complaint.name}</h3>
      <button type="button" className="button button-plain" data-step onClick={onOther}>
        {text.words.triageSet.otherComplaint}
      </button>
    </div>
    {byLevel(complaint.discriminators, set.scale).map(([{ level, colour, name }, some]) => (
      <div key={level} className="aid-level" data-colour={colour} role="group" aria-label={`${level} ${name[text.language]}`}>
        <span className="level" data-colour={colour}>
          <LevelSign level={level} />
          {level} {name[text.language]}
        </span>
        <ul lang={set.language}>
          {some.map((one) => (
            <li key={one.text}>
              <button type="button" className="aid-criterion" aria-pressed={one.text === chosen} data-step onClick={(event) => onChoose(one.text, event.nativeEvent)}>
                {one.text}
              </button>
            </li>
          ))}
        </ul>
      </div>
    ))}
  </section>
);
