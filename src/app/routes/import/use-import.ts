// The steps of taking a file in: chosen, read, seen, taken.
import { useState } from "react";
import { arrivalCommand } from "#forms/arrivals-csv.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { useApp } from "../../app-context.tsx";
import { useDeeds } from "../../deeds.tsx";
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

export const useImport = (): { readonly step: Step; readonly read: (file: File) => Promise<void>; readonly takeIn: () => Promise<void> } => {
  const { book, clock, profile } = useApp();
  const { registerMany } = useDeeds();
  const [step, setStep] = useState<Step>({ is: "choose" });
  const read = async (file: File): Promise<void> => {
    if (book.is !== "open") return;
    setStep({ is: "reading" });
    const text = await textOf(file);
    if (!text.ok) return setStep({ is: "fault", fault: text.error });
    await book.feed.whole;
    const preview = previewOf(text.value, { nowMs: clock.nowMs(), isDrill: profile === "drill", state: book.feed.state() });
    setStep(preview.ok ? { is: "seen", name: file.name, preview: preview.value, isSaving: false } : { is: "fault", fault: preview.error });
  };
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
