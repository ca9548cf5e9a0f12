// The true state of the records, in full sentences: saved here, in a file or not, and that neither is proof that the journal has them.
import { carriageOf } from "#projections/carriage.ts";
import { useApp, useNow, useWardState } from "../../app-context.tsx";
import { duration, timeOf } from "../../formats.ts";
import { usePageWords } from "../../page-words.ts";

export const WhereRecordsAre = () => {
  const words = usePageWords();
  const { recovery, archive } = words;
  const { prefs, book } = useApp();
  const state = useWardState();
  const nowMs = useNow();
  const { uncarried, oldestWroteMs, lastCarriedAtMs } = carriageOf(state);
  const records = [...state.visits.values()].reduce((sum, file) => sum + file.records.length, 0);
  return (
    <section className="card where" aria-labelledby="where-title">
      <h2 id="where-title">{recovery.stateTitle}</h2>
      <p>{recovery.savedHere(records)}</p>
      {oldestWroteMs !== null && <p className="where-only-here">{recovery.onlyHere(uncarried, duration(Math.max(0, nowMs - oldestWroteMs), words))}</p>}
      {oldestWroteMs === null && lastCarriedAtMs !== null && <p>{recovery.allInFiles(timeOf(lastCarriedAtMs, nowMs, prefs.language))}</p>}
      {lastCarriedAtMs !== null && <p className="soft">{recovery.noProof}</p>}
      {book.is === "open" && book.archive !== undefined && (
        <p>
          <a href="#archive">{archive.title}</a>
        </p>
      )}
      {state.unknown.length > 0 && <p className="where-only-here">{recovery.newerKind(state.unknown.length)}</p>}
    </section>
  );
};
