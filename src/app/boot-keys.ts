/**
 * A letter that is a command, pressed before the program is here to hear it.
 *
 * - BKEY1 The last of N, K, / and ? that was pressed meanwhile is done once, when the program is there. What is typed in a
 *   field, or with Ctrl, Alt or Meta, is no command.
 */
declare global {
  interface Window {
    /** Left by the boot script: stops listening, and answers the key that waits. */
    vaktbokKey?: () => string | null;
  }
}

const commands = ["n", "k", "/", "?"];

export const holdKey = (): void => {
  let last: string | null = null;
  const press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.target !== document.body) return;
    const key = event.key.toLowerCase();
    if (!commands.includes(key)) return;
    // A slash would open the browser's own search.
    event.preventDefault();
    last = key;
  };
  window.addEventListener("keydown", press);
  window.vaktbokKey = () => {
    window.removeEventListener("keydown", press);
    return last;
  };
};

/** Presses it anew, for whoever listens now. */
export const letKeyGo = (): void => {
  const key = window.vaktbokKey?.() ?? null;
  if (key !== null) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
};
