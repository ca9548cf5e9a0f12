// The calls by what they still need: rung back, an action, somebody on the way; those that are over come last.
import type { ReactNode } from "react";
import { actionOf } from "#core/visit/phone.ts";
import { answerOf, triageOf } from "#core/visit/visit.ts";
import { callsOf, overdueMin, type CallRow } from "#projections/calls.ts";
import { useApp, useNow, useWardState } from "../../app-context.tsx";
import { timeOf } from "../../formats.ts";
import { usePageWords } from "../../page-words.ts";
import { Link } from "../../router/link.tsx";
import { useNavigate } from "../../router/way.ts";
import { useDeeds } from "../../deeds.tsx";
import { LevelTag } from "../../ui/level-tag.tsx";
import { actionText } from "../visit/call-text.ts";
import { arrivalOf, calledBack } from "../visit/phone-deeds.tsx";
import { ageAndSex, nameText } from "../visit/who-text.ts";

export const CallList = () => {
  const { telephone } = usePageWords();
  const { callBacks, open, coming, over } = callsOf(useWardState());
  if ([callBacks, open, coming, over].every((rows) => rows.length === 0)) return <p className="soft">{telephone.none}</p>;
  return (
    <>
      <Block title={telephone.callBacks} rows={callBacks} />
      <Block title={telephone.open} rows={open} />
      <Block title={telephone.coming} rows={coming} />
      {over.length > 0 && (
        <details className="call-over">
          <summary>
            {telephone.over} <span className="number">{over.length}</span>
          </summary>
          <Rows rows={over} />
        </details>
      )}
    </>
  );
};

const Block = ({ title, rows }: { readonly title: string; readonly rows: ReadonlyArray<CallRow> }) =>
  rows.length === 0 ? null : (
    <section className="call-block" aria-label={title}>
      <h3>
        {title} <span className="number">{rows.length}</span>
      </h3>
      <Rows rows={rows} />
    </section>
  );

const Rows = ({ rows }: { readonly rows: ReadonlyArray<CallRow> }) => (
  <ul className="call-rows">
    {rows.map((row) => (
      <Row key={row.file.visit.id} row={row} />
    ))}
  </ul>
);

const Row = ({ row }: { readonly row: CallRow }) => {
  const words = usePageWords();
  const { prefs } = useApp();
  const nowMs = useNow();
  const { visit } = row.file;
  const { telephone } = words;
  const reason = answerOf(visit, "reason");
  const action = actionOf(row.phone);
  const { callbackNumber } = row.phone.taken;
  return (
    <li className="call-row" data-over={overdueMin(row, nowMs) !== null}>
      <Link className="call-who" to={`/visit/${visit.number ?? ""}`}>
        <strong className="number">{visit.number ?? "?"}</strong> <span>{nameText(visit, words)}</span>
      </Link>
      <LevelTag triage={triageOf(visit)?.value ?? null} />
      <p className="call-what">
        <span>{ageAndSex(visit, nowMs, words)}</span>
        {reason?.is === "known" && <b>{reason.value}</b>}
        <span className="soft">
          {telephone.rangAt} <span className="number">{timeOf(row.phone.atMs, nowMs, prefs.language)}</span>
        </span>
        {action !== null && <span className="soft">{actionText(action, telephone)}</span>}
        {row.hasCome && <span className="soft">{telephone.hasCome}</span>}
      </p>
      {callbackNumber?.is === "known" && <span className="call-number number">{callbackNumber.value}</span>}
      <Due row={row} />
      {!row.hasCome && <RowDeeds row={row} />}
    </li>
  );
};

const Due = ({ row }: { readonly row: CallRow }) => {
  const { telephone } = usePageWords();
  const { prefs } = useApp();
  const nowMs = useNow();
  if (row.dueAtMs === null) return null;
  const over = overdueMin(row, nowMs);
  const missed = row.phone.attempts.filter(({ value }) => !value);
  const last = missed.at(-1);
  return (
    <p className="call-due">
      {telephone.callBackAt} <b className="number">{timeOf(row.dueAtMs, nowMs, prefs.language)}</b>
      {over !== null && (
        <strong>
          {" "}
          <span className="number">{over}</span> {telephone.min} {telephone.overdue}
        </strong>
      )}
      {last !== undefined && (
        <span className="soft">
          {" "}
          <span className="number">{missed.length}</span> {telephone.attempt} <span className="number">{timeOf(last.atMs, nowMs, prefs.language)}</span>
        </span>
      )}
    </p>
  );
};

const RowDeeds = ({ row: { file: { visit }, dueAtMs } }: { readonly row: CallRow }) => {
  const { telephone } = usePageWords();
  const { clock } = useApp();
  const { ask } = useDeeds();
  const navigate = useNavigate();
  const arrival = arrivalOf(visit);
  const letIn = async (): Promise<void> => {
    if (arrival === null) return;
    const asked = await ask(visit.id, [arrival(clock.nowMs())], telephone.doneHere);
    if (asked.ok) navigate(`/visit/${visit.number ?? ""}`);
  };
  const rang = (isReached: boolean) => () => void ask(visit.id, [calledBack(isReached)(clock.nowMs())], isReached ? telephone.calledBack : telephone.doneNotReached);
  return (
    <div className="call-deeds no-print">
      {dueAtMs !== null && (
        <>
          <DeedButton number={visit.number} isMain onDo={rang(true)}>
            {telephone.calledBack}
          </DeedButton>
          <DeedButton number={visit.number} onDo={rang(false)}>
            {telephone.notReached}
          </DeedButton>
        </>
      )}
      {arrival !== null && (
        <DeedButton number={visit.number} onDo={() => void letIn()}>
          {telephone.isHere}
        </DeedButton>
      )}
    </div>
  );
};

interface DeedButtonProps {
  readonly number: string | null;
  readonly isMain?: boolean;
  readonly onDo: () => void;
  readonly children: ReactNode;
}

/** A list of many: whose it is is said to whoever does not see the row. */
const DeedButton = ({ number, isMain = false, onDo, children }: DeedButtonProps) => (
  <button type="button" className={isMain ? "button button-main" : "button"} onClick={onDo}>
    {children}
    <span className="unseen">: {number}</span>
  </button>
);
