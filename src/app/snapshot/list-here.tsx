// The list of who was in the house that is here now: how many, from when, and how old.
import { useApp, useNow, useWardState } from "../app-context.tsx";
import { timeOf } from "../formats.ts";
import { usePageWords } from "../page-words.ts";
import { agoText, isOld } from "./person-text.ts";
import "./snapshot.css";

export const ListHere = () => {
  const words = usePageWords();
  const { snapshot } = words;
  const { prefs } = useApp();
  const here = useWardState().ward.snapshot?.value;
  const nowMs = useNow();
  if (here === undefined || here.count === 0) return <p>{snapshot.noneYet}</p>;
  const people = here.count === 1 ? snapshot.person : snapshot.people;
  return (
    <p>
      {snapshot.now}: <strong>{`${String(here.count)} ${people}`}</strong>, {snapshot.asItWas} <strong className="number">{timeOf(here.asOfMs, nowMs, prefs.language)}</strong>,{" "}
      <span className={isOld(here.asOfMs, nowMs) ? "snapshot-old" : undefined}>
        {agoText(here.asOfMs, { words, nowMs })}
        {isOld(here.asOfMs, nowMs) && `. ${snapshot.old}`}
      </span>
      {here.source !== "" && <span className="soft small"> {here.source}</span>}
    </p>
  );
};
