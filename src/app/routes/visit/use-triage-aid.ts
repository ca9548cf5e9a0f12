/**
 * What somebody reads in the ward's triage set before they say a level, kept as a draft of the level's panel.
 *
 * - TAI1 A ward without a set in use for its scale has no aid, and the panel is as it always was.
 * - TAI2 The reason for contact is searched already.
 */
import { useRef, useState, type RefObject } from "react";
import { valueOf } from "#core/answer.ts";
import type { ScaleId } from "#core/clinical/scales.ts";
import { answerOf } from "#core/visit/visit.ts";
import type { Because, Complaint, LoadedSet } from "#core/ward/triage-set.ts";
import { setInUse } from "#projections/triage-set.ts";
import { useWardState } from "../../app-context.tsx";
import { fieldsIn } from "../../drafts/native-form.ts";
import { useFormDraft } from "../../drafts/use-draft.ts";
import { useSetContent, type SetContent } from "../../use-set-content.ts";
import { draftForm } from "./open-part.ts";
import type { Chart } from "./use-chart.ts";

/** By what they are called, so that what was begun is found again in another edition, or is not. */
interface AidFields {
  readonly search: string;
  readonly complaint: string;
  readonly text: string;
}

export interface TriageAid {
  readonly ref: RefObject<HTMLFormElement | null>;
  readonly loaded: LoadedSet | null;
  readonly content: SetContent;
  readonly typed: AidFields;
  /** Null while none is chosen. */
  readonly complaint: Complaint | null;
  readonly because: Because | null;
  readonly choose: (change: Partial<AidFields>) => void;
  readonly onInput: () => void;
}

export const useTriageAid = ({ file: { visit } }: Pick<Chart, "file">, scale: ScaleId): TriageAid => {
  const { ward } = useWardState();
  const ref = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<AidFields>({ search: valueOf(answerOf(visit, "reason") ?? undefined) ?? "", complaint: "", text: "" });
  const keep = useFormDraft(draftForm(visit.id, { is: "panel", verb: "triage", byKey: false }), ref, (fields) => setTyped(aidIn(fields)));
  const loaded = setInUse(ward.triageSets, scale);
  const content = useSetContent(loaded);
  const complaint = content.is === "here" ? (content.set.complaints.find(({ name }) => name === typed.complaint) ?? null) : null;
  const discriminator = complaint?.discriminators.find(({ text }) => text === typed.text);
  return {
    ref, loaded, content, typed, complaint,
    because: complaint === null || discriminator === undefined || loaded === null ? null : { complaint: complaint.name, ...discriminator, set: { name: loaded.head.name, version: loaded.head.version } },
    choose: (change) => {
      setTyped({ ...typed, ...change });
      // The draft reads the form in this very turn, before anything is drawn.
      for (const [name, value] of Object.entries(change)) {
        const field = ref.current?.elements.namedItem(name);
        if (field instanceof HTMLInputElement) field.value = value;
      }
      keep();
    },
    onInput: () => {
      if (ref.current !== null) setTyped(aidIn(fieldsIn(ref.current)));
      keep();
    },
  };
};

const aidIn = (fields: { readonly [name: string]: string | undefined }): AidFields => ({ search: fields["search"] ?? "", complaint: fields["complaint"] ?? "", text: fields["text"] ?? "" });
