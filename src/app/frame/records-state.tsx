// The true state of the records in words, on every page: saved here, and what exists nowhere else. Never a green lie.
import { carriageOf } from "#projections/carriage.ts";
import { useApp, useNow, useWardState, useWords } from "../app-context.tsx";
import { duration } from "../formats.ts";
import { Link } from "../router/link.tsx";

export const RecordsState = () => {
  const words = useWords();
  const { book } = useApp();
  const state = useWardState();
  const nowMs = useNow();
  if (book.is === "opening") return <p className="records-state">{words.frame.opening}</p>;
  if (book.is === "closed") {
    return (
      <p className="records-state" data-kind="fault">
        <strong>{words.frame.closed}</strong>
      </p>
    );
  }
  const { uncarried, onlyHere, oldestOnlyHereMs, lastBackedUpAtMs } = carriageOf(state);
  const age = (atMs: number): string => duration(Math.max(0, nowMs - atMs), words);
  const elsewhere = uncarried > 0 && lastBackedUpAtMs !== null ? words.archive.backedUp(age(lastBackedUpAtMs)) : words.frame.carriedAll;
  if (state.visits.size === 0 && uncarried === 0) return <p className="records-state">{words.frame.nothingYet}</p>;
  return (
    <Link to="/recovery" className="records-state" data-kind={onlyHere > 0 ? "only-here" : "carried"}>
      <strong>{words.frame.savedAll}</strong>
      <span>{oldestOnlyHereMs === null ? elsewhere : words.frame.uncarried(onlyHere, age(oldestOnlyHereMs))}</span>
    </Link>
  );
};
