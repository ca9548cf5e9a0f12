/**
 * At the desk: who may be here already, and who rang and is not here. A quiet hint with a way to each chart; nothing waits for it and
 * nothing is stopped by it.
 *
 * - DSM1 What is looked for is what the form reads, off the keystroke: the letters are drawn first.
 */
import { useDeferredValue, useMemo } from "react";
import type { DetailAnswers } from "#core/visit/details.ts";
import { isOnlyRang, possiblySame, soughtIn } from "#projections/possible-same.ts";
import { useApp, useNow, useWardState } from "../../app-context.tsx";
import { usePageWords } from "../../page-words.ts";
import { SameLine } from "../visit/same-line.tsx";
import { DoorCallers, textOf, type AtDoor } from "./door-callers.tsx";
import "../visit/identity.css";

export const DoorSame = ({ reading, scale }: AtDoor) => {
  // The reading is a new object at every key; what is looked for is the same while its text is.
  const sought = useDeferredValue(textOf(reading.details));
  return (
    <>
      <HereAlready sought={sought} />
      <DoorCallers reading={reading} scale={scale} sought={sought} />
    </>
  );
};

const HereAlready = ({ sought }: { readonly sought: string }) => {
  const words = usePageWords();
  const { prefs, clock } = useApp();
  const nowMs = useNow();
  const state = useDeferredValue(useWardState());
  const found = useMemo(() => possiblySame(state, soughtIn(JSON.parse(sought) as DetailAnswers, clock.nowMs()), null).filter(({ file }) => !isOnlyRang(file)), [state, sought, clock]);
  if (found.length === 0) return null;
  const text = { words, nowMs, language: prefs.language };
  return (
    <section className="door-same" aria-label={words.identity.maybeSame}>
      <p className="same-head" role="status">
        <strong>{words.identity.maybeSame}</strong> <span className="soft small">{words.identity.maybeSameText}</span>
      </p>
      <ul className="same-list">
        {found.map((same) => (
          <li key={same.file.visit.id}>
            <SameLine same={same} text={text} />
          </li>
        ))}
      </ul>
    </section>
  );
};
