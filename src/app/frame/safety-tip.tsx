/**
 * Keep and install, offered once: on the board, when the first patient is in and the book has begun to be worth keeping.
 *
 * - TIP1 It comes after the first patient and not before, never in a drill, and only where the browser has something to ask.
 * - TIP2 It stands below the rows and moves none. Put off or answered, it does not come again on this device; /settings always has it.
 */
import { useState, type ReactNode } from "react";
import { usePageWords } from "../page-words.ts";
import { useApp, useWardState } from "../app-context.tsx";
import { useInstall } from "../install.ts";
import { useKept } from "../keeping.ts";
import { useLocation } from "../router/way.ts";

const key = "vaktbok-safety-tip";

export const SafetyTip = () => {
  const { profile } = useApp();
  const { visits } = useWardState();
  const { pathname } = useLocation();
  const [isDone, setIsDone] = useState(() => localStorage.getItem(key) !== null);
  if (isDone || profile === "drill" || pathname !== "/" || visits.size === 0) return null;
  const done = (): void => {
    keepDone();
    setIsDone(true);
  };
  return <Asks onDone={done} />;
};

const keepDone = (): void => {
  try {
    localStorage.setItem(key, "done");
  } catch {
    // Then the tip comes once more at the next start: a nuisance, no loss.
  }
};

const Asks = ({ onDone }: { readonly onDone: () => void }) => {
  const { settings } = usePageWords();
  const { kept, ask: askToKeep } = useKept();
  const { state, ask: askToInstall } = useInstall();
  if (kept === "refused") return <Tip text={settings.keptRefused} onDone={onDone} />;
  const canKeep = kept === "notPromised";
  if (!canKeep && state !== "offered") return null;
  return (
    <Tip text={`${settings.tipTitle}. ${canKeep ? settings.keptNot : settings.installOffered}`} onDone={onDone}>
      {canKeep && (
        <button type="button" className="button" onClick={() => void askToKeep()}>
          {settings.keep}
        </button>
      )}
      {state === "offered" && (
        <button type="button" className="button" onClick={() => void askToInstall()}>
          {settings.install}
        </button>
      )}
    </Tip>
  );
};

const Tip = ({ text, onDone, children }: { readonly text: string; readonly onDone: () => void; readonly children?: ReactNode }) => {
  const { settings } = usePageWords();
  return (
    <div className="frame-tip no-print" role="status">
      <span>{text}</span>
      {children}
      <button type="button" className="button button-plain" onClick={onDone}>
        {settings.tipLater}
      </button>
    </div>
  );
};
