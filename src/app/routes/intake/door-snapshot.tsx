/**
 * At the desk: who in the journal's list it may be. One press fills in what is empty; nothing waits for it and nothing is forced.
 *
 * - DSN1 Found while it is typed, with the time of the list, and its age plainly when it is old; of the number only the day of birth is shown.
 * - DSN2 A press, or Alt+J where one alone is shown, fills in; where several are, Alt+J leads to the first and a person chooses.
 * - DSN3 Allergies come along in sight, with a way to leave them out; what is not in sight is not saved. They go when the form is
 *   somebody else's.
 * - DSN4 Then the reason is next: what the journal cannot know.
 */
import { useDeferredValue, useEffect, useMemo, useRef, type RefObject } from "react";
import type { DetailAnswers } from "#core/visit/details.ts";
import type { KnownPerson } from "#core/ward/snapshot.ts";
import { typedDetails } from "#forms/detail-edits.ts";
import { filledAtDoor, personDetails } from "#forms/snapshot-fill.ts";
import { inSnapshot, soughtAtDoor } from "#projections/in-snapshot.ts";
import { useApp } from "../../app-context.tsx";
import { fillForm } from "../../drafts/native-form.ts";
import { usePageWords } from "../../page-words.ts";
import { ListAge } from "../../snapshot/list-age.tsx";
import { useSnapshot } from "../../snapshot/use-snapshot.ts";
import { SnapshotHit } from "../../snapshot/snapshot-hit.tsx";
import { answersIn } from "./door-answers.ts";
import { useAltJ } from "./use-alt-j.ts";

export interface DoorSnapshotProps {
  readonly details: DetailAnswers;
  readonly formRef: RefObject<HTMLFormElement | null>;
}

export const DoorSnapshot = ({ details, formRef }: DoorSnapshotProps) => {
  const words = usePageWords();
  const { clock } = useApp();
  const { snapshot, isUnread, found, more, isOfNow } = useFound(details);
  const come = typedDetails(details).allergies ?? "";
  const fill = (person: KnownPerson): void => {
    const form = formRef.current;
    if (form === null) return;
    fillForm(form, filledAtDoor(person, answersIn(form), clock.nowMs()));
    focusReason(form);
  };
  const leaveOut = (): void => {
    if (formRef.current !== null) fillForm(formRef.current, { allergies: "" });
  };
  useStrangersGo(isOfNow && come !== "" && !found.some(({ person }) => typedDetails(personDetails(person)).allergies === come), leaveOut);
  const isWhole = (person: KnownPerson): boolean => Object.keys(filledAtDoor(person, typedDetails(details), clock.nowMs())).length === 0;
  const areWhole = found.every(({ person }) => isWhole(person));
  const list = useAltJ(found, isOfNow, fill);
  if (found.length === 0 && come === "" && !isUnread) return null;
  return (
    <section className="door-same door-snapshot" aria-label={words.snapshot.inJournal} ref={list}>
      {snapshot !== null && found.length > 0 && (
        <p className="same-head" role="status">
          <span>
            <ListAge asOfMs={snapshot.asOfMs} />
          </span>
          {!areWhole && <span className="soft small snapshot-hint">{words.snapshot.hint}</span>}
        </p>
      )}
      {isUnread && (
        <p className="field-note" data-kind="warn" role="status">
          {words.snapshot.notOpened}
        </p>
      )}
      <ul className="same-list">
        {found.map(({ person, by }, place) => (
          <li key={place}>
            <SnapshotHit person={person} by={by} isWhole={isWhole(person)} action={words.snapshot.fillIn} hasKey={found.length === 1} onTake={() => fill(person)} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="small">
          {more} {words.snapshot.moreInJournal}
        </p>
      )}
      {come !== "" && <ComesAlong allergies={come} onLeaveOut={() => { leaveOut(); focusReason(formRef.current); }} />}
    </section>
  );
};

/** Off the keystroke: the letters are drawn first. */
const useFound = ({ name, nationalNumber, born }: DetailAnswers) => {
  const { clock } = useApp();
  const list = useSnapshot(name !== undefined || nationalNumber !== undefined);
  const snapshot = list === "unread" ? null : list;
  const typed = JSON.stringify({ name, nationalNumber, born });
  const sought = useDeferredValue(typed);
  const looked = useMemo(
    // The very answers that were made text above.
    () => (snapshot === null ? nobody : inSnapshot(snapshot.cards, soughtAtDoor(JSON.parse(sought) as DetailAnswers), clock.nowMs())),
    [snapshot, sought, clock],
  );
  // Nobody is called a stranger by letters that are gone already.
  return { snapshot, isUnread: list === "unread", ...looked, isOfNow: snapshot !== null && sought === typed };
};

const focusReason = (form: HTMLFormElement | null): void => form?.querySelector<HTMLElement>("input[name=reason]")?.focus();

const ComesAlong = ({ allergies, onLeaveOut }: { readonly allergies: string; readonly onLeaveOut: () => void }) => {
  const { snapshot } = usePageWords();
  return (
    <p className="snapshot-come">
      <span>
        {snapshot.allergiesCome}: {snapshot.allergies.toLowerCase()} <strong>{allergies === "-" ? snapshot.noneKnown : allergies.split("\n").join(", ")}</strong>
      </span>
      <button type="button" className="button" onClick={onLeaveOut}>
        {snapshot.leaveOut}
      </button>
    </p>
  );
};

const nobody: ReturnType<typeof inSnapshot> = { found: [], more: 0 };

const useStrangersGo = (areStrangers: boolean, leaveOut: () => void): void => {
  const latest = useRef(leaveOut);
  useEffect(() => {
    latest.current = leaveOut;
  });
  useEffect(() => {
    if (areStrangers) latest.current();
  }, [areStrangers]);
};
