/**
 * Taking a patient in, from the form as the browser holds it.
 *
 * - INT1 Register puts the patient on the board, with the time they came and the time it was written.
 * - INT2 "Unknown patient" does so with nothing at all; what is typed is kept in the form.
 * - INT3 "Saved here" stands only when the disk has it; until then, and when it fails, the form keeps what was typed.
 * - INT4 A glove that presses twice takes in one patient.
 * - INT5 Who was taken in by mistake is taken back from where the number stands. The number stands for as long as they are taken
 *   in: an undo that could not be saved leaves it, and one that was asked for elsewhere takes it away.
 * - INT6 What was begun before a kill stands in the form again; another that lies on the shelf is told, and taken up when asked.
 * - INT8 Who was written on paper gets the paper's number, also when nothing else is known of them.
 * - INT7 After every deed of the page the focus is in the first field: the next letters are the next patient's name, and no
 *   key presses a button once more.
 */
import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { scales, type ScaleId } from "#core/clinical/scales.ts";
import type { DraftId } from "#core/draft.ts";
import type { EpochMs } from "#core/time.ts";
import type { VisitCommand } from "#core/visit/commands.ts";
import type { VisitId } from "#core/visit/events.ts";
import { readTemporaryNumber, type TemporaryNumber } from "#core/visit/temporary-number.ts";
import { phaseOf } from "#core/visit/visit.ts";
import { readDoorForm, type DoorAnswers, type DoorReading } from "#forms/door.ts";
import { fileOf, type VisitFile } from "#projections/ward-state.ts";
import { useApp, useNow, useWardState, useWords } from "../../app-context.tsx";
import { arrivalDeed, useDeeds, type Deed } from "../../deeds.tsx";
import { offsetMinAt } from "../../formats.ts";
import type { Arrival } from "../../ward-feed.ts";
import { newVisitId } from "../../new-id.ts";
import { useNavigate } from "../../router/way.ts";
import { useSettings } from "../../use-settings.ts";
import { answersIn, emptyUnchanged } from "./door-answers.ts";
import { markReason, takeGoesOn } from "./door-keys.ts";
import { openDoorDraft, visitOf, type DoorDraft } from "./door-draft.ts";
import { onHeldArrival, takeInHeld } from "./held-arrivals.ts";
import { useScannedDoor } from "./use-scanned-door.ts";
import { useShelvedDoor, type ShelvedDoor } from "./use-shelved-door.ts";

export type Registered = { readonly is: "saving" } | { readonly is: "saved"; readonly visit: VisitId; readonly number: TemporaryNumber; readonly deed: Deed | null };

export interface Door extends ShelvedDoor {
  readonly formRef: RefObject<HTMLFormElement | null>;
  readonly typed: DoorAnswers;
  readonly reading: DoorReading;
  readonly registered: Registered | null;
  readonly onInput: () => void;
  readonly register: () => void;
  readonly registerUnknown: () => void;
  readonly takeBack: () => void;
  /** How many were registered before the program was here and could not be saved. */
  readonly unsaved: number;
  readonly tryAgain: () => void;
}

/** Within this time after a patient was taken in, an empty form is a second press, not a second patient. */
const secondPressMs = 700;

export const useDoor = (): Door => {
  const { clock, profile } = useApp();
  const state = useWardState();
  const { scale } = useSettings();
  const { undo } = useDeeds();
  const formRef = useRef<HTMLFormElement>(null);
  const [draft] = useState(openDoorDraft);
  const [typed, setTyped] = useState<DoorAnswers>(draft.stood);
  const nowMs = useNow();
  const read = (answers: DoorAnswers, atMs: typeof nowMs): DoorReading =>
    fromList(readDoorForm(answers, { nowMs: atMs, offsetMinAt, isDrill: profile === "drill" }));
  const { admit, lastPress, registered } = useAdmission((answers, atMs) => arrivalAs(read(answers, atMs), scale, atMs));

  useScannedDoor(formRef, focusFirst);

  const keep = (): void => {
    if (formRef.current === null) return;
    const answers = answersIn(formRef.current);
    markReason(formRef.current);
    draft.keep(answers);
    setTyped(answers);
  };
  const takeIn = async (answers: DoorAnswers, goesOn = false): Promise<void> => {
    const isEmpty = Object.keys(answers).length === 0;
    const isSecondPress = isEmpty && clock.nowMs() - lastPress.current.endedMs < secondPressMs;
    if (lastPress.current.isBusy || isSecondPress) return;
    if (isEmpty) focusFirst(formRef.current);
    const isSaved = await admitDraft(draft, isEmpty ? null : answers, (visit) => admit(answers, visit, goesOn));
    if (formRef.current !== null && isSaved && !isEmpty) {
      emptyUnchanged(formRef.current, answers);
      // On a phone the button is pressed far down: the next patient begins at the top.
      document.documentElement.scrollTop = 0;
      focusFirst(formRef.current);
    }
    keep();
  };
  const { unsaved, tryAgain } = useHeldArrivals((answers, held) => admit(answers, visitOf(held)));
  return {
    ...useShelvedDoor(draft, formRef, registered),
    formRef,
    typed,
    reading: read(typed, nowMs),
    registered: registered?.is === "saved" && isTakenBack(fileOf(state, registered.visit)) ? null : registered,
    onInput: keep,
    register: () => void (formRef.current === null ? takeIn({}) : takeIn(answersIn(formRef.current), takeGoesOn(formRef.current))),
    registerUnknown: () => void takeIn(typed.paper === undefined ? {} : { paper: typed.paper }),
    unsaved,
    tryAgain,
    takeBack: () => void (registered?.is === "saved" && undo(registered.deed).then(() => focusFirst(formRef.current))),
  };
};

interface Admission {
  readonly admit: (answers: DoorAnswers, visit: VisitId, goesOn?: boolean) => Promise<boolean>;
  readonly lastPress: RefObject<{ readonly isBusy: boolean; readonly endedMs: number }>;
  readonly registered: Registered | null;
}

/** The one way in: what was typed becomes a patient, and the page says which. */
const useAdmission = (commandsOf: (answers: DoorAnswers, atMs: EpochMs) => Arrival["commands"]): Admission => {
  const { clock } = useApp();
  const { register } = useDeeds();
  const go = useNavigate();
  const words = useWords();
  const lastPress = useRef<{ readonly isBusy: boolean; readonly endedMs: number }>({ isBusy: false, endedMs: Number.NEGATIVE_INFINITY });
  const [registered, setRegistered] = useState<Registered | null>(null);
  const admit = async (answers: DoorAnswers, visit: VisitId, goesOn = false): Promise<boolean> => {
    lastPress.current = { ...lastPress.current, isBusy: true };
    setRegistered({ is: "saving" });
    const asked = await register({ visit, number: paperOf(answers), commands: commandsOf(answers, clock.nowMs()) });
    lastPress.current = { isBusy: false, endedMs: clock.nowMs() };
    const arrived = asked.ok ? asked.value[0]?.record.event : undefined;
    const deed = asked.ok ? arrivalDeed(asked.value, words) : null;
    setRegistered(arrived?.type === "v1.Arrived" ? { is: "saved", visit: arrived.visit, number: arrived.number, deed } : null);
    if (goesOn && arrived?.type === "v1.Arrived") go(`/visit/${arrived.number}?do=observe`);
    return asked.ok;
  };
  return { admit, lastPress, registered };
};

const paperOf = ({ paper = "" }: DoorAnswers): TemporaryNumber | undefined => {
  const number = readTemporaryNumber(paper);
  return number.ok ? number.value : undefined;
};

const arrivalAs = ({ details, level, arrivedAtMs }: DoorReading, ofScale: ScaleId, atMs: EpochMs) => {
  const { id: scale, version: scaleVersion } = scales[ofScale];
  return (number: TemporaryNumber): ReadonlyArray<VisitCommand> => [
    { type: "RegisterArrival", number, details, atMs: arrivedAtMs },
    ...(level === null ? [] : [{ type: "SetTriage", scale, scaleVersion, level, atMs } as const]),
  ];
};

/** The door asks nobody about allergies: where it has them, they are from the journal's list. */
const fromList = (reading: DoorReading): DoorReading => {
  const { allergies } = reading.details;
  return allergies === undefined ? reading : { ...reading, details: { ...reading.details, allergies: { ...allergies, source: "document" } } };
};

/** With nothing typed there is no draft, and the patient gets an id of their own. */
const admitDraft = async (draft: DoorDraft, answers: DoorAnswers | null, admit: (visit: VisitId) => Promise<boolean>): Promise<boolean> => {
  if (answers === null) return admit(newVisitId());
  const isSaved = await admit(draft.beginSaving(answers));
  draft.endSaving(isSaved);
  return isSaved;
};

const useHeldArrivals = (admit: (answers: DoorAnswers, held: DraftId) => Promise<boolean>): Pick<Door, "unsaved" | "tryAgain"> => {
  const [unsaved, setUnsaved] = useState(0);
  const latest = useRef(admit);
  useEffect(() => {
    latest.current = admit;
  });
  const tryAgain = useCallback(() => {
    void takeInHeld((answers, held) => latest.current(answers, held)).then(setUnsaved);
  }, []);
  useEffect(() => onHeldArrival(tryAgain), [tryAgain]);
  return { unsaved, tryAgain };
};

const isTakenBack = (file: VisitFile | undefined): boolean => file !== undefined && phaseOf(file.visit).is === "void";

const focusFirst = (form: HTMLFormElement | null): void => form?.querySelector<HTMLElement>("[data-first]")?.focus({ preventScroll: true });
