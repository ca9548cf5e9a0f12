/**
 * Who left unseen while it was urgent, and is to be rung: a door in the board's head with how many, and the list behind it.
 *
 * - CBB1 The door is there only while somebody is to be rung; the list stays open until it is closed.
 * - CBB2 One tap says what came of a call, with the remark that stands beside it; the notice takes it back.
 */
import { useEffect, useMemo, useRef, useState } from "react";
import { callBackOutcomes, type CallBackOutcome } from "#core/visit/call-back.ts";
import { callBack as wordsIn, type CallBackWords } from "#i18n/pages/call-back.ts";
import { toCallBack, type ToCallBack } from "#projections/call-back-list.ts";
import { usePageWords } from "../../page-words.ts";
import { useApp, useNow, useWardState } from "../../app-context.tsx";
import { useDeeds } from "../../deeds.tsx";
import { timeOf } from "../../formats.ts";
import { Link } from "../../router/link.tsx";
import { LevelTag } from "../../ui/level-tag.tsx";
import { leavingName, nameOf, numberOf, reasonOf } from "./row-words.ts";
import "./call-back.css";

const useCalls = (): ReadonlyArray<ToCallBack> => {
  const state = useWardState();
  return useMemo(() => toCallBack(state), [state]);
};

export const CallBackDoor = ({ isOpen, onToggle }: { readonly isOpen: boolean; readonly onToggle: () => void }) => {
  const { prefs } = useApp();
  const count = useCalls().length;
  if (count === 0) return null;
  return (
    <button type="button" id="call-back-door" className="button button-alarm no-print" aria-expanded={isOpen} onClick={onToggle}>
      {wordsIn[prefs.language].title} <b className="number">{count}</b>
    </button>
  );
};

export const CallBackList = ({ onClose }: { readonly onClose: () => void }) => {
  const { prefs } = useApp();
  const { frame } = usePageWords();
  const words = wordsIn[prefs.language];
  const calls = useCalls();
  const ref = useRef<HTMLElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const close = (): void => {
    onClose();
    document.getElementById("call-back-door")?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes from anywhere in it
    <section ref={ref} className="card call-back no-print" aria-label={words.title} tabIndex={-1} onKeyDown={(event) => event.key === "Escape" && close()}>
      <div className="call-back-head">
        <h2>{words.title}</h2>
        <button type="button" className="button" onClick={close}>
          {frame.close}
        </button>
      </div>
      <p className="soft small">{calls.length === 0 ? words.nobody : words.what}</p>
      <ul>
        {calls.map((call) => (
          <Call key={call.id} call={call} words={words} />
        ))}
      </ul>
    </section>
  );
};

const doneWords: { readonly [O in CallBackOutcome]: keyof CallBackWords } = { reached: "doneReached", notReached: "doneNotReached", settledOtherwise: "doneSettledOtherwise" };

const Call = ({ call, words }: { readonly call: ToCallBack; readonly words: CallBackWords }) => {
  const app = usePageWords();
  const { clock } = useApp();
  const { ask } = useDeeds();
  const [remark, setRemark] = useState("");
  const number = numberOf(call.visit, app);
  const say = async (outcome: CallBackOutcome): Promise<void> => {
    const asked = await ask(call.id, [{ type: "CallBack", call: { outcome, ...(remark.trim() === "" ? {} : { remark: remark.trim() }) }, atMs: clock.nowMs() }], words[doneWords[outcome]]);
    if (asked.ok) setRemark("");
  };
  return (
    <li className="call-back-one" aria-label={number}>
      <div className="call-back-who">
        <LevelTag triage={call.triage?.value ?? null} />
        <Link to={`/visit/${number}`}>
          <b className="number">{number}</b> {nameOf(call.visit, app) ?? app.board.noName}
        </Link>
        <span>{reasonOf(call.visit)}</span>
        <CallFacts call={call} words={words} />
      </div>
      <div className="call-back-deeds">
        <input type="text" value={remark} placeholder={words.remark} aria-label={`${words.remark} ${number}`} onChange={(event) => setRemark(event.target.value)} />
        {callBackOutcomes.map((outcome) => (
          <button key={outcome} type="button" className={outcome === "reached" ? "button button-main" : "button"} onClick={() => void say(outcome)}>
            {words[outcome]}
          </button>
        ))}
      </div>
    </li>
  );
};

const CallFacts = ({ call, words }: { readonly call: ToCallBack; readonly words: CallBackWords }) => {
  const app = usePageWords();
  const { prefs } = useApp();
  const nowMs = useNow();
  return (
    <span className="soft small">
      {leavingName(call.how, app)} {timeOf(call.leftAtMs, nowMs, prefs.language)}
      {" · "}
      {call.phone === null ? words.noPhone : <a href={`tel:${call.phone.replace(/[^+\d]/g, "")}`}>{call.phone}</a>}
      {call.lastTryMs !== null && (
        <>
          {" · "}
          {words.tries} {call.tries}, {words.lastTry} {timeOf(call.lastTryMs, nowMs, prefs.language)}
        </>
      )}
    </span>
  );
};
