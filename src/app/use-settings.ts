/**
 * The ward's settings as a page may show them.
 *
 * - SETT1 While the book is not open they are those of the last start, so that no scale changes under a finger when it opens, or
 *   when it turns out that it does not.
 */
import { useMemo } from "react";
import { scaleIds } from "#core/clinical/scales.ts";
import type { WardSettings } from "#core/ward/events.ts";
import { emptyWard, settingsOf } from "#core/ward/ward.ts";
import { useApp, useWardState, type Profile } from "./app-context.tsx";
import { readHint } from "./boot-hint.ts";

export const useSettings = (): WardSettings => {
  const { book, profile } = useApp();
  const { ward } = useWardState();
  const isOpen = book.is === "open";
  return useMemo(() => (isOpen ? settingsOf(ward) : ofLastStart(profile)), [isOpen, profile, ward]);
};

const ofLastStart = (profile: Profile): WardSettings => {
  const usual = settingsOf(emptyWard);
  const hint = readHint(localStorage, profile);
  return hint === null ? usual : { ...usual, ...hint, scale: scaleIds.find((scale) => scale === hint.scale) ?? usual.scale };
};
