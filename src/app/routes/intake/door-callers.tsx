/**
 * At the desk: who rang and is not here yet. One press, or Alt+Enter, and they are here with the number they were given.
 *
 * - DCL1 Alt+Enter lets in the one caller who may be the one at the desk; where several may be, or only those on the way stand there,
 *   it goes to the first and lets in nobody.
 * - DCL2 What was typed goes along and the form is ready for the next; of somebody on the way whom another name was typed beside, nothing
 *   goes along and the form keeps it. A press that could not be saved keeps it too.
 * - DCL3 The notice takes it all back in one go, and leads to the chart.
 */
import { useDeferredValue, useEffect, useEffectEvent, useMemo, useRef } from "react";
import type { ScaleId } from "#core/clinical/scales.ts";
import type { DetailAnswers, DetailName } from "#core/visit/details.ts";
import { actionOf } from "#core/visit/phone.ts";
import { answerOf, triageOf } from "#core/visit/visit.ts";
import { callerArrives } from "#forms/caller-arrives.ts";
import type { DoorReading } from "#forms/door.ts";
import { callersAt, type Caller } from "#projections/callers.ts";
import { soughtIn } from "#projections/possible-same.ts";
import { useApp, useNow, useWardState } from "../../app-context.tsx";
import { useDeeds } from "../../deeds.tsx";
import { usePageWords } from "../../page-words.ts";
import { Link } from "../../router/link.tsx";
import { LevelTag } from "../../ui/level-tag.tsx";
import { actionText } from "../visit/call-text.ts";
import { detailLabel } from "../visit/fact-text.ts";
import { rangText } from "../visit/same-line.tsx";
import { knownAgeAndSex, nameText } from "../visit/who-text.ts";
import { useOnce } from "../visit/use-once.ts";
import { answersIn, emptyUnchanged } from "./door-answers.ts";
import "./door-callers.css";

interface DoorCallersProps extends AtDoor {
  /** Who is sought: its text is another only when that is. */
  readonly sought: string;
}

/** What stands in the form, and the ward's scale. */
export interface AtDoor {
  readonly reading: DoorReading;
  readonly scale: ScaleId;
}

export const DoorCallers = ({ reading, scale, sought }: DoorCallersProps) => {
  const { identity } = usePageWords();
  const { clock } = useApp();
  const state = useDeferredValue(useWardState());
  const found = useMemo(() => callersAt(state, soughtIn(JSON.parse(sought) as DetailAnswers, clock.nowMs()), clock.nowMs()), [state, sought, clock]);
  const ref = useRef<HTMLDivElement>(null);
  const { alike, coming } = found;
  const letIn = useLetIn({ reading, scale }, ref);
  useAltEnter(() => {
    // The letters may be newer than what they found: nobody is let in who is not seen, or whom the last letter rules out.
    const nowMs = clock.nowMs();
    const [only, another] = callersAt(state, soughtIn(reading.details, nowMs), nowMs).alike;
    if (only !== undefined && another === undefined && alike.includes(only)) letIn(only, true);
    else focusFirst(ref.current);
  });
  if (alike.length + coming.length === 0) return null;
  return (
    <div ref={ref} className="door-callers">
      {alike.length > 0 && (
        <section aria-label={identity.hasRung}>
          <p className="same-head" role="status">
            <strong>{identity.hasRung}</strong> <span className="soft small">{identity.hasRungText}</span>
          </p>
          <Rows rows={alike} onLetIn={(row) => letIn(row, true)} />
        </section>
      )}
      {coming.length > 0 && (
        <details>
          <summary>
            {identity.onTheWay} <b className="number">{coming.length}</b>
          </summary>
          <Rows rows={coming} onLetIn={(row) => letIn(row, false)} />
        </details>
      )}
    </div>
  );
};

/** What is looked for, in one text. */
export const textOf = ({ name, nationalNumber, born }: DetailAnswers): string => JSON.stringify({ name, nationalNumber, born });

interface RowsProps {
  readonly rows: ReadonlyArray<Caller>;
  readonly onLetIn: (row: Caller) => void;
}

const Rows = ({ rows, onLetIn }: RowsProps) => (
  <ul className="same-list">
    {rows.map((row) => (
      <li key={row.file.visit.id} className="door-caller">
        <Who caller={row} />
        <LetIn row={row} onDo={() => onLetIn(row)} />
      </li>
    ))}
  </ul>
);

const Who = ({ caller: { file: { visit }, phone } }: { readonly caller: Caller }) => {
  const words = usePageWords();
  const { prefs } = useApp();
  const nowMs = useNow();
  const { telephone } = words;
  const reason = answerOf(visit, "reason");
  const action = actionOf(phone);
  const who = [nameText(visit, words), knownAgeAndSex(visit, nowMs, words), reason?.is === "known" ? reason.value : ""].filter((part) => part !== "");
  return (
    <Link className="same-link" to={`/visit/${visit.number ?? ""}`}>
      <strong className="number">{visit.number}</strong>
      <span>{who.join(" · ")}</span>
      {triageOf(visit) !== null && <LevelTag triage={triageOf(visit)?.value ?? null} />}
      <span className="door-caller-when">
        <b>{rangText(visit, { words, nowMs, language: prefs.language })}</b>
        {action !== null && <span className="soft"> · {actionText(action, telephone)}</span>}
      </span>
    </Link>
  );
};

/** Without their number nobody can be let in: the record that holds it has not come here yet. */
const LetIn = ({ row: { file: { visit: { number } } }, onDo }: { readonly row: Caller; readonly onDo: () => void }) => {
  const { telephone } = usePageWords();
  if (number === null) return null;
  return (
    <button type="button" className="button" aria-keyshortcuts="Alt+Enter" onClick={onDo}>
      {telephone.isHere} <kbd aria-hidden="true">Alt ↵</kbd>
      <span className="unseen">: {number}</span>
    </button>
  );
};

/** `isThem`: found by what was typed. */
const useLetIn = ({ reading, scale }: AtDoor, ref: { readonly current: HTMLElement | null }): ((row: Caller, isThem: boolean) => void) => {
  const { clock } = useApp();
  const words = usePageWords();
  const { identity, telephone, intake } = words;
  const { ask } = useDeeds();
  const once = useOnce();
  return ({ file: { visit } }, isThem) => {
    const { number } = visit;
    const form = ref.current?.closest("form") ?? null;
    if (number === null || form === null) return;
    once(async () => {
      const answers = answersIn(form);
      const goesAlong = isThem || !isNamed(reading.details) || !isNamed({ name: answerOf(visit, "name"), nationalNumber: answerOf(visit, "nationalNumber") });
      const nowMs = clock.nowMs();
      const paper = goesAlong && answers.paper !== undefined ? `${identity.onPaper} ${answers.paper}` : null;
      const typed = goesAlong ? reading : { details: {}, level: null, arrivedAtMs: nowMs };
      const saidNone = (name: DetailName): string => `${identity.saidNone}: ${detailLabel(name, words).toLowerCase()}`;
      const isNow = answers.arrivedAt === undefined || !goesAlong;
      const asked = await ask(
        visit.id,
        callerArrives(visit, number, { reading: isNow ? { ...typed, arrivedAtMs: nowMs } : typed, scale, paper, saidNone, nowMs }),
        telephone.doneHere,
        { to: `/visit/${number}`, word: intake.openChart },
      );
      if (!asked.ok) return;
      if (goesAlong) emptyUnchanged(form, answers);
      form.dispatchEvent(new Event("input", { bubbles: true }));
      document.documentElement.scrollTop = 0;
      form.querySelector<HTMLElement>("[data-first]")?.focus({ preventScroll: true });
    });
  };
};

const isNamed = ({ name, nationalNumber }: { readonly [K in "name" | "nationalNumber"]?: DetailAnswers[K] | undefined }): boolean => name?.is === "known" || nationalNumber?.is === "known";

/** Before the form hears it: there Enter goes on to the next field. */
const useAltEnter = (onPress: () => void): void => {
  const press = useEffectEvent(onPress);
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.key !== "Enter" || !event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
      event.preventDefault();
      event.stopPropagation();
      press();
    };
    document.addEventListener("keydown", hear, true);
    return () => document.removeEventListener("keydown", hear, true);
  }, []);
};

const focusFirst = (list: HTMLElement | null): void => {
  const first = list?.querySelector("button");
  const folded = first?.closest("details") ?? null;
  if (folded !== null) folded.open = true;
  first?.focus();
};
