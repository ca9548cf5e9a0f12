// "I journalen 14:10", with its age plainly once it is some hours old.
import type { EpochMs } from "#core/time.ts";
import { useApp, useNow } from "../app-context.tsx";
import { timeOf } from "../formats.ts";
import { usePageWords } from "../page-words.ts";
import { agoText, isOld } from "./person-text.ts";
import "./snapshot.css";

export const ListAge = ({ asOfMs }: { readonly asOfMs: EpochMs }) => {
  const words = usePageWords();
  const { prefs } = useApp();
  const nowMs = useNow();
  return (
    <>
      <strong>
        {words.snapshot.inJournal} <span className="number">{timeOf(asOfMs, nowMs, prefs.language)}</span>
      </strong>
      {isOld(asOfMs, nowMs) && <strong className="snapshot-old"> {agoText(asOfMs, { words, nowMs })}</strong>}
    </>
  );
};
