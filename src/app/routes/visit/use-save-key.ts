/**
 * - SVK1 Ctrl+Enter, or Cmd+Enter, saves the form of the chart that is being written in, whichever it is; held, it saves once.
 */
import { useEffect } from "react";

export const useSaveKey = (): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.defaultPrevented) return;
      const form = event.target instanceof Element ? event.target.closest("form") : null;
      if (form === null) return;
      event.preventDefault();
      if (!event.repeat) form.requestSubmit();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
};
