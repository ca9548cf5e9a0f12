/**
 * Taking a call, from the form as the browser holds it.
 *
 * - CFM1 The call was answered at the form's first key; the time stands in its field and can be put right.
 * - CFM2 One press saves the call, its level and its outcome together, under a number of the ward's; twice pressed is one call.
 * - CFM3 What is typed is kept through a reload and when it could not be saved; the same form saved again makes no second call.
 * - CFM4 After it is saved the form is empty, the focus is in the first field, and the number stands with its undo.
 * - CFM5 A form in which nothing stands is not saved.
 * - CFM6 A call written afterwards, with the time of its answer typed, has its level and outcome from then, too.
 */
import { useEffect, useRef, useState, type RefObject } from "react";
import { scales, type ScaleId } from "#core/clinical/scales.ts";
import { epochMs, type EpochMs } from "#core/time.ts";
import type { VisitCommand } from "#core/visit/commands.ts";
import type { VisitId } from "#core/visit/events.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { phaseOf } from "#core/visit/visit.ts";
import { readCallForm, type CallAnswers, type CallReading, type FilledIn, type OutcomeAnswers } from "#forms/telephone.ts";
import type { DoorAnswers } from "#forms/door.ts";
import { usePageWords } from "../../page-words.ts";
import { useApp, useNow, useWardState } from "../../app-context.tsx";
import { arrivalDeed, useDeeds, type Deed } from "../../deeds.tsx";
import { fieldsIn } from "../../drafts/native-form.ts";
import { useFormDraft } from "../../drafts/use-draft.ts";
import { clockTime, offsetMinAt } from "../../formats.ts";
import { newVisitId } from "../../new-id.ts";
import { useSettings } from "../../use-settings.ts";
import { answersIn, emptyUnchanged } from "../intake/door-answers.ts";
import { useOnce } from "../visit/use-once.ts";

type Typed = DoorAnswers & CallAnswers & OutcomeAnswers & { readonly begunMs?: string; readonly visit?: string };

export interface SavedCall {
  readonly visit: VisitId;
  readonly number: TemporaryNumber;
  readonly deed: Deed | null;
}

interface CallForm {
  readonly ref: RefObject<HTMLFormElement | null>;
  readonly typed: Typed;
  readonly reading: CallReading;
  readonly saved: SavedCall | null;
  readonly onInput: () => void;
  readonly save: () => void;
  readonly takeBack: () => void;
}

export const useCallForm = (): CallForm => {
  const { clock, profile } = useApp();
  const { scale } = useSettings();
  const { visits } = useWardState();
  const { register, undo } = useDeeds();
  const words = usePageWords();
  const nowMs = useNow();
  const ref = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Typed>({});
  const [saved, setSaved] = useState<SavedCall | null>(null);
  const once = useOnce();
  const keep = useFormDraft("calls", ref, setTyped);
  useEffect(() => focusFirst(ref.current), []);

  const read = (answers: Typed, at: EpochMs): CallReading => readCallForm(answers, { nowMs: at, offsetMinAt, isDrill: profile === "drill" }, filledIn(answers));
  const onInput = (): void => {
    if (ref.current === null) return;
    begin(ref.current, clock.nowMs());
    keep();
    setTyped(fieldsIn(ref.current));
  };
  const save = async (form: HTMLFormElement): Promise<void> => {
    const answers: Typed = answersIn(form);
    if (answers.visit === undefined) return focusFirst(form);
    const atMs = clock.nowMs();
    // Made by newVisitId, when the form was begun.
    const asked = await register({ visit: answers.visit as VisitId, commands: callAs(read(answers, atMs), scale, isTypedLate(answers) ? null : atMs) });
    if (!asked.ok) return;
    const taken = asked.value.find(({ record }) => record.event.type === "v1.CallTaken")?.record.event;
    setSaved(taken?.type === "v1.CallTaken" ? { visit: taken.visit, number: taken.number, deed: arrivalDeed(asked.value, words) } : null);
    emptyUnchanged(form, answers);
    keep();
    setTyped(fieldsIn(form));
    document.documentElement.scrollTop = 0;
    focusFirst(form);
  };
  const file = saved === null ? undefined : visits.get(saved.visit);
  return {
    ref, typed, onInput,
    reading: read(typed, nowMs),
    saved: file !== undefined && phaseOf(file.visit).is === "void" ? null : saved,
    save: () => {
      const form = ref.current;
      if (form !== null) once(() => save(form));
    },
    takeBack: () => void (saved !== null && undo(saved.deed).then(() => focusFirst(ref.current))),
  };
};

/** `atMs`: when level and outcome were written; null for when it was answered. */
const callAs = ({ door: { details, level }, call, outcome, answeredAtMs }: CallReading, ofScale: ScaleId, atMs: EpochMs | null) => {
  const { id: scale, version: scaleVersion } = scales[ofScale];
  const afterMs = atMs ?? answeredAtMs;
  return (number: TemporaryNumber): ReadonlyArray<VisitCommand> => [
    { type: "TakeCall", number, details, call, atMs: answeredAtMs },
    ...(level === null ? [] : [{ type: "SetTriage", scale, scaleVersion, level, atMs: afterMs } as const]),
    ...(outcome === null ? [] : [{ type: "EndCall", outcome, atMs: afterMs } as const]),
  ];
};

/** The first key of a call: it was answered now, and it has a name of its own from here on. */
const begin = (form: HTMLFormElement, nowMs: EpochMs): void => {
  const [visit, begunMs, answered] = ["visit", "begunMs", "arrivedAt"].map((name) => form.elements.namedItem(name));
  if (!(visit instanceof HTMLInputElement) || !(begunMs instanceof HTMLInputElement) || !(answered instanceof HTMLInputElement) || visit.value !== "") return;
  visit.value = newVisitId();
  begunMs.value = String(nowMs);
  if (answered.value === "") answered.value = clockTime(nowMs);
};

const filledIn = ({ begunMs = "" }: Typed): FilledIn | null => {
  if (!/^\d{1,15}$/u.test(begunMs)) return null;
  const atMs = epochMs(Number(begunMs));
  return { text: clockTime(atMs), atMs };
};

const isTypedLate = (answers: Typed): boolean => (answers.arrivedAt ?? "") !== "" && filledIn(answers)?.text !== answers.arrivedAt?.trim();

const focusFirst = (form: HTMLFormElement | null): void => form?.querySelector<HTMLElement>("[data-first]")?.focus({ preventScroll: true });
