/**
 * Who is in the house, from the journal: how old the list is that is here, and the way in for a new one.
 *
 * - SSN1 Nothing is saved before it was seen, with who was left out and why, and the time that it is from.
 * - SSN2 The list that is here says how many, from when and how old; a file that is older than it is said to be.
 */
import { useId, useState, type FormEvent } from "react";
import type { EpochMs } from "#core/time.ts";
import { readAsOf, readListTime } from "#forms/snapshot.ts";
import { useApp, useNow, useWardState } from "../../app-context.tsx";
import { clockTime, localDate, offsetMinAt, timeOf } from "../../formats.ts";
import { usePageWords } from "../../page-words.ts";
import { ListHere } from "../../snapshot/list-here.tsx";
import { FilePick } from "../../ui/file-pick.tsx";
import { SnapshotPreview } from "./snapshot-preview.tsx";
import { listFaultWord } from "./snapshot-words.ts";
import { useSnapshotFile, type SeenList } from "./use-snapshot-file.ts";
import "../../snapshot/snapshot.css";

const fileTypes = ".json,.ndjson,.csv,.txt,application/json,application/fhir+json,application/fhir+ndjson,text/csv";

export const SnapshotSection = () => {
  const words = usePageWords();
  const { snapshot } = words;
  const { step, read, cancel, save, takeAway } = useSnapshotFile();
  const here = useWardState().ward.snapshot?.value.count ?? 0;
  return (
    <section className="card stack no-print" aria-labelledby="snapshot-title">
      <div>
        <h2 id="snapshot-title">{snapshot.title}</h2>
        {step.is !== "seen" && <p className="soft">{snapshot.what}</p>}
      </div>
      <div className="snapshot-here">
        <ListHere />
        {here > 0 && step.is !== "seen" && (
          <button type="button" className="button" onClick={takeAway}>
            {snapshot.takeAway}
          </button>
        )}
      </div>
      <div className="stack" aria-live="polite">
        {step.is === "reading" && <p>{snapshot.reading}</p>}
        {step.is === "fault" && <p className="import-fault">{listFaultWord(step.fault, words)}</p>}
        {step.is === "seen" && <Seen key={step.name} seen={step} onSave={save} onCancel={cancel} />}
      </div>
      {step.is !== "seen" && (
        <div>
          <FilePick label={snapshot.choose} orDrop={snapshot.orDrop} accept={fileTypes} onPick={read} />
          <p className="soft small">{snapshot.kinds}</p>
        </div>
      )}
    </section>
  );
};

interface SeenProps {
  readonly seen: SeenList;
  readonly onSave: (asOfMs: EpochMs) => void;
  readonly onCancel: () => void;
}

const Seen = ({ seen: { name, reading, fileSavedMs }, onSave, onCancel }: SeenProps) => {
  const { snapshot } = usePageWords();
  const { clock } = useApp();
  const [typed, setTyped] = useState(reading.asOfMs === null ? "" : typedTime(reading.asOfMs));
  const [isRefused, setRefused] = useState(false);
  const { people, isPartOfMore, ignoredColumns } = reading;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const told = reading.asOfMs === null ? null : { atMs: reading.asOfMs, typed: typedTime(reading.asOfMs) };
    const asOfMs = readListTime(typed, told, { nowMs: clock.nowMs(), offsetMinAt });
    if (typeof asOfMs === "number") onSave(asOfMs);
    else setRefused(true);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>
        {snapshot.readFrom} {name}: <strong>{people.length === 0 ? snapshot.nobody : `${String(people.length)} ${people.length === 1 ? snapshot.person : snapshot.people}`}</strong>
      </p>
      {isPartOfMore && <p className="import-fault">{snapshot.partOfMore}</p>}
      {ignoredColumns.length > 0 && (
        <p className="soft small">
          {snapshot.ignored}: {ignoredColumns.join(", ")}
        </p>
      )}
      {people.length > 0 && (
        <AsOfField typed={typed} told={reading.asOfMs} fileSavedMs={fileSavedMs} isRefused={isRefused} onType={(text) => { setTyped(text); setRefused(false); }} />
      )}
      <div className="row">
        {people.length > 0 && (
          <button type="submit" className="button button-main">
            {snapshot.save}
          </button>
        )}
        <button type="button" className="button" onClick={onCancel}>
          {snapshot.cancel}
        </button>
      </div>
      <SnapshotPreview reading={reading} />
    </form>
  );
};

/** As it is typed, with its day: a list may be of yesterday. */
const typedTime = (atMs: EpochMs): string => `${localDate(atMs).split("-").toReversed().join(".")} ${clockTime(atMs)}`;

interface AsOfFieldProps {
  readonly typed: string;
  readonly told: EpochMs | null;
  readonly fileSavedMs: EpochMs | null;
  readonly isRefused: boolean;
  readonly onType: (text: string) => void;
}

const AsOfField = ({ typed, told, fileSavedMs, isRefused, onType }: AsOfFieldProps) => {
  const { snapshot } = usePageWords();
  const { prefs } = useApp();
  const nowMs = useNow();
  const id = useId();
  const note = useAsOfNote(typed, told, isRefused);
  return (
    <div className="snapshot-as-of">
      <div className="field">
        <label htmlFor={id}>{snapshot.asOf}</label>
        <input id={id} type="text" value={typed} autoComplete="off" spellCheck={false} aria-describedby={`${id}-note`} onChange={({ target }) => onType(target.value)} />
        <p id={`${id}-note`} className="field-note" data-kind={note.kind} aria-live="polite">
          {note.text}
        </p>
      </div>
      {told === null && fileSavedMs !== null && typed === "" && (
        <button type="button" className="button" onClick={() => onType(typedTime(fileSavedMs))}>
          {snapshot.fileSaved} {timeOf(fileSavedMs, nowMs, prefs.language)}
        </button>
      )}
    </div>
  );
};

const asOfFaults = { NotATime: "notATime", InFuture: "inFuture", TooLongAgo: "tooLongAgo" } as const;

const useAsOfNote = (typed: string, told: EpochMs | null, isRefused: boolean): { readonly kind: "plain" | "warn"; readonly text: string } => {
  const { snapshot } = usePageWords();
  const { prefs } = useApp();
  const here = useWardState().ward.snapshot;
  const nowMs = useNow();
  if (typed.trim() === "") return isRefused ? { kind: "warn", text: snapshot.asOfMissing } : { kind: "plain", text: snapshot.asOfHint };
  const asOfMs = readAsOf(typed, { nowMs, offsetMinAt });
  if (typeof asOfMs === "string") return { kind: "warn", text: snapshot[asOfFaults[asOfMs]] };
  if (here !== null && here.value.count > 0 && asOfMs < Math.floor(here.value.asOfMs / 60_000) * 60_000) return { kind: "warn", text: snapshot.olderThanNow };
  return { kind: "plain", text: told !== null && typed === typedTime(told) ? snapshot.toldByFile : `${snapshot.asItWas} ${timeOf(asOfMs, nowMs, prefs.language)}` };
};
