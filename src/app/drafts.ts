// What somebody has begun to write and not registered, by form. In memory: nothing about a patient lies anywhere in the clear.
import { useSyncExternalStore } from "react";
import type { DoorAnswers } from "#forms/door.ts";

type Draft = DoorAnswers;

const drafts = new Map<string, Draft>();
const listeners = new Set<() => void>();

const isEmpty = (draft: Draft): boolean => Object.values(draft).every((text) => text === undefined || text === "");

export const draftOf = (form: string): Draft => drafts.get(form) ?? {};

export const keepDraft = (form: string, draft: Draft): void => {
  if (isEmpty(draft)) drafts.delete(form);
  else drafts.set(form, draft);
  for (const listener of listeners) listener();
};

export const useHasDraft = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => drafts.size > 0,
  );
