/**
 * The drafts of this tab: what somebody has begun to write here and has not registered, in every form.
 *
 * - DRF1 Each input is handed to the shelf in its own turn; a draft that says nothing is no draft.
 * - DRF2 A draft found on the shelf is restored only into a form that nobody has begun; else it goes back, unmixed.
 * - DRF3 What was kept before there was a shelf is handed to it the moment it comes.
 * - DRF4 A draft is over when its form is registered, saved or emptied: nothing of it is found again.
 */
import { useSyncExternalStore } from "react";
import type { Draft, DraftFields, DraftId, DraftShelf } from "#core/draft.ts";
import { epochMs } from "#core/time.ts";
import { hold } from "../holds.ts";

/** Drafts live in the tab alone until the program has put the real one in. */
export const noShelf: DraftShelf = {
  keep: () => undefined,
  drop: () => undefined,
  letGo: () => undefined,
  claim: async () => null,
  waiting: async () => [],
};

let shelf = noShelf;
let letUpdate: (() => void) | null = null;
const own = new Map<DraftId, Draft>();
const listeners = new Set<() => void>();

const changed = (): void => {
  if (own.size > 0) letUpdate ??= hold("draft");
  else {
    letUpdate?.();
    letUpdate = null;
  }
  for (const listener of listeners) listener();
};

export const keepDraftsOn = (next: DraftShelf): void => {
  shelf = next;
  for (const draft of own.values()) shelf.keep(draft);
};

const saysNothing = (fields: DraftFields): boolean => Object.values(fields).every((text) => text === "");

export const keepDraft = ({ id, form, fields }: Pick<Draft, "id" | "form" | "fields">): void => {
  if (saysNothing(fields)) return endDraft(id);
  const draft: Draft = { id, form, fields, keptMs: epochMs(Date.now()) };
  shelf.keep(draft);
  own.delete(id);
  own.set(id, draft);
  changed();
};

export const endDraft = (id: DraftId): void => {
  if (!own.delete(id)) return;
  shelf.drop(id);
  changed();
};

export const endFormDraft = (form: string): void => {
  for (const draft of own.values()) if (draft.form === form) endDraft(draft.id);
};

/** Puts it back for any tab, and for this one later. */
export const letDraftGo = (id: DraftId): void => {
  shelf.letGo(id);
  if (own.delete(id)) changed();
};

/** Those that no other tab has. */
export const emptyDrafts = async (): Promise<void> => {
  for (const { form } of await draftsBegun("")) {
    await claimDraft(form);
    endFormDraft(form);
  }
};

/** The latest that this tab has of a form. */
export const draftOf = (form: string): Draft | null => [...own.values()].findLast((draft) => draft.form === form) ?? null;

/** Takes the newest of a form that no tab has. */
export const claimDraft = async (form: string): Promise<Draft | null> => {
  const draft = await shelf.claim(form);
  if (draft === null) return null;
  own.set(draft.id, draft);
  changed();
  return draft;
};

/** Of forms whose name begins so: what this tab has, then what no tab has, the newest first. */
export const draftsBegun = async (formStart: string): Promise<ReadonlyArray<Draft>> => {
  const here = [...own.values()].filter(({ form }) => form.startsWith(formStart)).toReversed();
  return [...here, ...(await shelf.waiting(formStart))];
};

export const useHasDraft = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => own.size > 0,
  );
