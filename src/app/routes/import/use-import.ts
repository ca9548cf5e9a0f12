/**
 * The steps of taking a file in: chosen, read, seen, taken.
 *
 * - IMP4 A file that is chosen before the book is open waits for it, and is read then.
 */
import { useEffect, useState } from "react";
import { arrivalCommand } from "#forms/arrivals-csv.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { useApp } from "../../app-context.tsx";
import { useDeeds } from "../../deeds.tsx";
import { useHold } from "../../holds.ts";
import { newVisitId } from "../../new-id.ts";
import { textOf } from "./file-text.ts";
import type { FileFault } from "./import-words.ts";
import { previewOf, type Preview } from "./preview.ts";

export type Step =
  | { readonly is: "choose" }
  | { readonly is: "reading" }
  | { readonly is: "fault"; readonly fault: FileFault }
  | { readonly is: "seen"; readonly name: string; readonly preview: Preview; readonly isSaving: boolean }
  | { readonly is: "taken"; readonly numbers: ReadonlyArray<string> };

export const useImport = (): { readonly step: Step; readonly read: (file: File) => void; readonly takeIn: () => Promise<void> } => {
  const { book, clock, profile } = useApp();
  const { registerMany } = useDeeds();
  const [step, setStep] = useState<Step>({ is: "choose" });
  useHold("import", step.is === "seen");
  const [chosen, setChosen] = useState<File | null>(null);
  const feed = book.is === "open" ? book.feed : null;
  const read = (file: File): void => {
    setStep({ is: "reading" });
    setChosen(file);
  };
  useEffect(() => {
    if (chosen === null || feed === null) return undefined;
    // A file chosen after this one takes its place, also while this one is being read.
    let isCurrent = true;
    const readNow = async (): Promise<void> => {
      const [text] = await Promise.all([textOf(chosen), feed.whole]);
      if (!isCurrent) return;
      const preview = text.ok ? previewOf(text.value, { nowMs: clock.nowMs(), isDrill: profile === "drill", state: feed.state() }) : text;
      setStep(preview.ok ? { is: "seen", name: chosen.name, preview: preview.value, isSaving: false } : { is: "fault", fault: preview.error });
    };
    void readNow();
    return () => {
      isCurrent = false;
    };
  }, [chosen, feed, clock, profile]);
  const takeIn = async (): Promise<void> => {
    if (step.is !== "seen" || step.isSaving || step.preview.errors.length > 0) return;
    setStep({ ...step, isSaving: true });
    const arrivals = step.preview.rows.map(({ arrival }) => ({ visit: newVisitId(), commands: (number: TemporaryNumber) => [arrivalCommand(arrival, number)] }));
    const asked = await registerMany(arrivals, "");
    if (!asked.ok) return setStep({ ...step, isSaving: false });
    setStep({ is: "taken", numbers: asked.value.flatMap(({ record }) => (record.event.type === "v1.Arrived" ? [record.event.number] : [])) });
  };
  return { step, read, takeIn };
};
