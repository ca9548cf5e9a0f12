/**
 * A list from the journal on its way in: chosen, read, seen, saved.
 *
 * - USF1 The time of the list is the file's own, or what a person says; when the file was saved is only offered.
 * - USF2 Nothing is saved without a time, and one press saves once.
 */
import { useRef, useState } from "react";
import { epochMs, type EpochMs } from "#core/time.ts";
import { readAsOf, readSnapshot, type SnapshotReading } from "#forms/snapshot.ts";
import { useApp } from "../../app-context.tsx";
import { useDeeds } from "../../deeds.tsx";
import { offsetMinAt } from "../../formats.ts";
import { useHold } from "../../holds.ts";
import { usePageWords } from "../../page-words.ts";
import { textOf } from "./file-text.ts";
import type { ListFault } from "./snapshot-words.ts";

export interface SeenList {
  readonly name: string;
  readonly reading: SnapshotReading;
  /** Null where it tells nothing that can be: ahead of now, or none. */
  readonly fileSavedMs: EpochMs | null;
}

export type ListStep = { readonly is: "choose" } | { readonly is: "reading" } | { readonly is: "fault"; readonly fault: ListFault } | ({ readonly is: "seen" } & SeenList);

export interface SnapshotFile {
  readonly step: ListStep;
  readonly read: (file: File) => void;
  readonly cancel: () => void;
  readonly save: (asOfMs: EpochMs) => void;
  readonly takeAway: () => void;
}

export const useSnapshotFile = (): SnapshotFile => {
  const { clock, profile } = useApp();
  const { snapshot: words } = usePageWords();
  const { tell } = useDeeds();
  const [step, setStep] = useState<ListStep>({ is: "choose" });
  const chosen = useRef<File | null>(null);
  const isSaving = useRef(false);
  useHold("import", step.is === "seen");

  const read = async (file: File): Promise<void> => {
    chosen.current = file;
    setStep({ is: "reading" });
    const text = await textOf(file);
    // A file that was chosen meanwhile takes its place.
    if (chosen.current !== file) return;
    const nowMs = clock.nowMs();
    const reading = text.ok ? readSnapshot(text.value, { nowMs, offsetMinAt, isDrill: profile === "drill" }) : text;
    const savedMs = epochMs(file.lastModified);
    setStep(reading.ok ? { is: "seen", name: file.name, reading: reading.value, fileSavedMs: isTimeOfList(savedMs, nowMs) ? savedMs : null } : { is: "fault", fault: reading.error });
  };
  const write = async (asOfMs: EpochMs, source: string, people: SnapshotReading["people"]): Promise<boolean> => {
    if (isSaving.current) return false;
    isSaving.current = true;
    const told = await tell([{ atMs: clock.nowMs(), event: { type: "v1.SnapshotTaken", asOfMs, source, people } }], people.length === 0 ? words.takenAway : words.saved);
    isSaving.current = false;
    return told.ok;
  };
  const save = async (asOfMs: EpochMs): Promise<void> => {
    if (step.is === "seen" && (await write(asOfMs, step.name.slice(0, 120), step.reading.people))) setStep({ is: "choose" });
  };
  return {
    step,
    read: (file) => void read(file),
    cancel: () => setStep({ is: "choose" }),
    save: (asOfMs) => void save(asOfMs),
    takeAway: () => void write(clock.nowMs(), "", []),
  };
};

const isTimeOfList = (atMs: EpochMs, nowMs: EpochMs): boolean => typeof readAsOf(new Date(atMs).toISOString(), { nowMs, offsetMinAt }) === "number";
