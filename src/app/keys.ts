/**
 * Keys that work anywhere outside a field.
 *
 * - KEY1 A single letter is a command only where nobody is typing, and never together with Ctrl, Alt or Meta.
 * - KEY2 A key that is held down counts once, so that no deed is written twice; only those that step go on.
 */
import { useEffect, useRef } from "react";

export type KeyMap = { readonly [key: string]: (() => void) | undefined };

const steps = ["j", "l", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight"];

const isTyping = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["radio", "checkbox", "button", "submit"].includes(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
};

export const useKeys = (keys: KeyMap): void => {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const act = current.current[key];
      if (act === undefined || document.querySelector("dialog[open]") !== null) return;
      event.preventDefault();
      if (!event.repeat || steps.includes(key)) act();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
};
