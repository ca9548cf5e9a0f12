/**
 * Keys that work anywhere outside a field.
 *
 * - KEY1 A single letter is a command only where nobody is typing, and never together with Ctrl, Alt or Meta.
 * - KEY2 A key that is held down counts once, so that no deed is written twice; only those that step go on.
 * - KEY3 What a page shows, its keys already know: they listen, and act on what is drawn, in the turn that draws it.
 * - KEY4 As long as the page that was drawn ahead stands, keys are its own (boot-keys.ts): what nobody sees yet takes none.
 */
import { useLayoutEffect, useRef } from "react";
import { drawnPage } from "./drawn-page.ts";

export type KeyMap = { readonly [key: string]: (() => void) | undefined };

const steps = ["j", "l", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight"];

export const isTyping = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["radio", "checkbox", "button", "submit"].includes(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
};

export const useKeys = (keys: KeyMap): void => {
  const current = useRef(keys);
  // Before the paint: an effect after it would leave a moment in which a row is seen and its key is lost.
  useLayoutEffect(() => {
    current.current = keys;
  });
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (drawnPage() !== null || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
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
