/**
 * Whether somebody's hand is on the board, so that nothing moves under it.
 *
 * - HAND1 The board is held from the first touch until 1.5 s after the last, and for as long as a row is open for editing.
 * - HAND2 What was left open holds it no longer than 30 s after the last touch: a board that stands still must not lie.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";

export interface Hold {
  readonly isHeld: boolean;
  /** A deed by key counts as a touch. */
  readonly touch: () => void;
  /** Something was opened for editing. */
  readonly keep: () => void;
  readonly letGo: () => void;
}

export const afterTouchMs = 1500;
export const forgottenMs = 30_000;

const begins = ["pointerdown", "touchstart"] as const;
/** A pan cancels the pointer while the finger is still down, so `pointercancel` is no end; `touchend` comes in any case. */
const ends = ["pointerup", "touchend", "touchcancel"] as const;

export const useHold = (isEditing: boolean): Hold => {
  const [isHeld, setIsHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const holdFor = useCallback((ms: number) => {
    clearTimeout(timer.current);
    setIsHeld(true);
    timer.current = setTimeout(() => setIsHeld(false), ms);
  }, []);
  const letGo = useCallback(() => {
    clearTimeout(timer.current);
    setIsHeld(false);
  }, []);

  useEffect(() => {
    const begin = (): void => holdFor(forgottenMs);
    const end = (): void => holdFor(isEditing ? forgottenMs : afterTouchMs);
    for (const name of begins) document.addEventListener(name, begin, { passive: true });
    for (const name of ends) document.addEventListener(name, end, { passive: true });
    if (isEditing) document.addEventListener("keydown", end);
    return () => {
      for (const name of begins) document.removeEventListener(name, begin);
      for (const name of ends) document.removeEventListener(name, end);
      document.removeEventListener("keydown", end);
    };
  }, [isEditing, holdFor]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return useMemo(() => ({ isHeld, touch: () => holdFor(afterTouchMs), keep: () => holdFor(forgottenMs), letGo }), [isHeld, holdFor, letGo]);
};
