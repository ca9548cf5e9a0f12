/**
 * The telephone (116117): the form that takes a call, and what is still owed to those who rang.
 *
 * - CLG1 A call is taken from the keyboard alone: fields, levels, Ctrl+Enter; and by touch alone.
 * - CLG2 "Is here" puts a caller on the board as they are known already, and opens the chart; undo takes it back.
 * - CLG3 Who is to be rung back stands with the minutes overdue; rung back takes them off, no answer leaves them with the attempt.
 * - CLG4 The list prints with its ward and time, for when this device fails too.
 */
import { PrinterSmallIcon } from "@navikt/aksel-icons";
import { settingsOf } from "#core/ward/ward.ts";
import { callFiguresOf, callsOf } from "#projections/calls.ts";
import { useApp, useNow, useWardState } from "../../app-context.tsx";
import { clockTime, longDate } from "../../formats.ts";
import { useKeys } from "../../keys.ts";
import { usePageWords } from "../../page-words.ts";
import { CallForm } from "./call-form.tsx";
import { CallList } from "./call-list.tsx";
import "./calls.css";

export const CallsPage = () => {
  const { telephone } = usePageWords();
  const printNow = (): void => window.print();
  useKeys({ p: printNow });
  return (
    <div className="calls">
      <h1 className="unseen">{telephone.title}</h1>
      <JumpToList />
      <CallForm />
      <aside id="call-list" className="call-list" aria-label={telephone.list}>
        <PrintedHead />
        <Figures />
        <CallList />
        <button type="button" className="button no-print" aria-keyshortcuts="P" onClick={printNow}>
          <PrinterSmallIcon aria-hidden />
          {telephone.print}
          <kbd aria-hidden="true">P</kbd>
        </button>
      </aside>
    </div>
  );
};

/** On a phone the list lies under the form: what is owed is said above it. */
const JumpToList = () => {
  const { telephone } = usePageWords();
  const state = useWardState();
  const nowMs = useNow();
  const owed = callsOf(state).callBacks.length;
  const { overdue } = callFiguresOf(state, nowMs);
  if (owed === 0) return null;
  return (
    <button type="button" className={overdue > 0 ? "button button-alarm call-jump no-print" : "button call-jump no-print"} onClick={() => document.getElementById("call-list")?.scrollIntoView()}>
      {telephone.callBacks} <b className="number">{owed}</b>
      {overdue > 0 && (
        <span>
          <b className="number">{overdue}</b> {telephone.overdue}
        </span>
      )}
    </button>
  );
};

/** Only paper needs to be told whose list it is and of when. */
const PrintedHead = () => {
  const { telephone, print } = usePageWords();
  const { prefs, profile } = useApp();
  const { ward } = useWardState();
  const nowMs = useNow();
  return (
    <p className="call-printed">
      <strong>{telephone.title}</strong> · {settingsOf(ward).name} · {longDate(nowMs, prefs.language)} {clockTime(nowMs)}
      {profile === "drill" && <b> · {print.drill}</b>}
    </p>
  );
};

const Figures = () => {
  const { telephone } = usePageWords();
  const state = useWardState();
  const nowMs = useNow();
  const { lastHour, inTime, told, overdue } = callFiguresOf(state, nowMs);
  return (
    <dl className="call-figures" aria-label={telephone.figures}>
      <Figure value={String(lastHour)} label={`${telephone.calls} ${telephone.lastHour}`} />
      <Figure value={told === 0 ? "–" : `${String(Math.round((100 * inTime) / told))} %`} label={`${telephone.inTime} (${String(inTime)}/${String(told)}, ${telephone.goal})`} />
      <Figure value={String(overdue)} label={telephone.overdueCalls} isAlarm={overdue > 0} />
    </dl>
  );
};

const Figure = ({ value, label, isAlarm = false }: { readonly value: string; readonly label: string; readonly isAlarm?: boolean }) => (
  <div data-alarm={isAlarm}>
    <dt>{label}</dt>
    <dd className="number">{value}</dd>
  </div>
);
