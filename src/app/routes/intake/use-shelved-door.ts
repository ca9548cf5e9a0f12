// Drafts of the door that lie on the shelf: one fills the empty form by itself, the others wait until they are asked for.
import { useCallback, useEffect, useState, type RefObject } from "react";
import type { EpochMs } from "#core/time.ts";
import type { VisitId } from "#core/visit/events.ts";
import { fileOf } from "#projections/ward-state.ts";
import { useApp } from "../../app-context.tsx";
import { handedOver } from "../../boot-hand-over.ts";
import { fillForm } from "../../drafts/native-form.ts";
import { answersIn, emptyUnchanged } from "./door-answers.ts";
import { isRecent, type DoorDraft } from "./door-draft.ts";
import { takeUpHeld } from "./held-arrivals.ts";

export interface ShelvedDoor {
  /** How many forms were begun before, here or in a tab that is gone, and wait. */
  readonly shelved: number;
  readonly takeUp: () => void;
}

/** The shelf is looked at anew whenever `anew` is another. */
export const useShelvedDoor = (draft: DoorDraft, formRef: RefObject<HTMLFormElement | null>, anew: unknown): ShelvedDoor => {
  const { book } = useApp();
  const [shelved, setShelved] = useState(0);
  const feed = book.is === "open" ? book.feed : null;
  const take = useCallback(
    async (isWanted: (keptMs: EpochMs) => boolean): Promise<void> => {
      const fields = await draft.takeUp({ isOver: (visit: VisitId) => feed !== null && fileOf(feed.state(), visit) !== undefined, isWanted });
      const form = formRef.current;
      if (fields !== null && form !== null) {
        emptyUnchanged(form, answersIn(form));
        fillForm(form, fields);
      }
      setShelved(await draft.waiting());
    },
    [draft, feed, formRef],
  );
  useEffect(() => {
    const isEmpty = (): boolean => formRef.current !== null && Object.keys(answersIn(formRef.current)).length === 0;
    if (feed === null) return;
    void handedOver().then(async () => {
      await takeUpHeld();
      if (isEmpty()) await take((keptMs) => isEmpty() && isRecent(keptMs));
      else setShelved(await draft.waiting());
    });
  }, [feed, take, draft, formRef]);
  useEffect(() => {
    if (feed !== null) void draft.waiting().then(setShelved);
  }, [feed, draft, anew]);
  return { shelved, takeUp: () => void take(() => formRef.current !== null) };
};
