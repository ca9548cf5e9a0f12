// Always in sight on the wall too: whose screen this is, and the true state of the records in words.
import { carriageOf } from "#projections/carriage.ts";
import { usePageWords } from "../../page-words.ts";
import { useApp, useNow, useWardState } from "../../app-context.tsx";
import { duration } from "../../formats.ts";

export const WallDevice = () => {
  const { frame } = usePageWords();
  const { book } = useApp();
  const { ward } = useWardState();
  const name = book.is === "open" ? ward.names[book.device]?.value : undefined;
  return <span className="wall-device">{frame.thisDevice(name ?? frame.deviceUnnamed)}</span>;
};

export const WallRecords = () => {
  const words = usePageWords();
  const { frame } = words;
  const { book } = useApp();
  const state = useWardState();
  const nowMs = useNow();
  if (book.is !== "open") return <span className="wall-records">{book.is === "opening" ? frame.opening : frame.closed}</span>;
  const { uncarried, oldestWroteMs } = carriageOf(state);
  if (state.visits.size === 0 && uncarried === 0) return <span className="wall-records">{frame.nothingYet}</span>;
  return (
    <span className="wall-records">
      <strong>{frame.savedAll}</strong> {oldestWroteMs === null ? frame.carriedAll : frame.uncarried(uncarried, duration(Math.max(0, nowMs - oldestWroteMs), words))}
    </span>
  );
};
