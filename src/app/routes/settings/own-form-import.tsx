// A form read from a FHIR Questionnaire: seen with what cannot be followed here, then taken into use, or not.
import { useState } from "react";
import type { FormInWard, OwnForm } from "#core/ward/own-form.ts";
import { maxQuestionnaireBytes, readQuestionnaire, type QuestionnaireFault, type ReadQuestionnaire } from "#forms/questionnaire.ts";
import { usePageWords } from "../../page-words.ts";
import { FilePick } from "../../ui/file-pick.tsx";
import { kindWords } from "./own-form-editor.tsx";

interface OwnFormImportProps {
  readonly all: ReadonlyArray<FormInWard>;
  /** `of` is the form that it becomes a new version of. */
  readonly onTake: (form: Omit<OwnForm, "id" | "version">, of: string | null) => Promise<boolean>;
}

type Step = { readonly is: "choose" } | { readonly is: "refused"; readonly fault: QuestionnaireFault } | { readonly is: "seen"; readonly read: ReadQuestionnaire };

export const OwnFormImport = ({ all, onTake }: OwnFormImportProps) => {
  const { ownForms: words } = usePageWords();
  const [step, setStep] = useState<Step>({ is: "choose" });
  const pick = async (file: File): Promise<void> => {
    const read = file.size > maxQuestionnaireBytes ? ({ ok: false, error: "tooLarge" } as const) : readQuestionnaire(await file.text(), file.size);
    setStep(read.ok ? { is: "seen", read: read.value } : { is: "refused", fault: read.error });
  };
  const take = async ({ title, items, from, own }: ReadQuestionnaire): Promise<void> => {
    const of = sameForm({ own, from }, all)?.form.id ?? own;
    if (await onTake({ title, items, ...(from === undefined ? {} : { from }) }, of)) setStep({ is: "choose" });
  };
  return (
    <div className="stack" aria-live="polite">
      {step.is === "refused" && (
        <p className="field-note" data-kind="warn">
          {words[step.fault]}
        </p>
      )}
      {step.is === "seen" ? (
        <Preview read={step.read} before={sameForm(step.read, all)} onTake={() => void take(step.read)} onCancel={() => setStep({ is: "choose" })} />
      ) : (
        <FilePick label={words.readFile} orDrop={words.orDrop} accept=".json,application/json,application/fhir+json" onPick={(file) => void pick(file)} />
      )}
    </div>
  );
};

/** The same form, by our own address or by the one it was read from once before, whatever its version. */
const sameForm = ({ own, from }: { readonly own: string | null; readonly from?: string | undefined }, all: ReadonlyArray<FormInWard>): FormInWard | null =>
  all.find(({ form }) => form.id === own || (from !== undefined && bare(from) !== "" && form.from !== undefined && bare(form.from) === bare(from))) ?? null;

const bare = (canonical: string): string => canonical.split("|")[0] ?? "";

interface PreviewProps {
  readonly read: ReadQuestionnaire;
  readonly before: FormInWard | null;
  readonly onTake: () => void;
  readonly onCancel: () => void;
}

const Preview = ({ read, before, onTake, onCancel }: PreviewProps) => {
  const { ownForms: words } = usePageWords();
  return (
    <section className="own-form-editor" aria-label={words.preview}>
      <h3>
        {words.preview}: {read.title}
      </h3>
      {before !== null && (
        <p>
          {words.becomesVersion} {before.form.title} ({words.version.toLowerCase()} {before.form.version})
        </p>
      )}
      <ol className="own-form-preview">
        {read.items.map((item) => (
          <li key={item.linkId}>
            {item.group === undefined ? "" : <span className="soft small">{item.group}: </span>}
            {item.text}{" "}
            <span className="soft small">
              {words[kindWords[item.is]].toLowerCase()}
              {item.unit === undefined ? "" : `, ${item.unit}`}
              {item.options === undefined ? "" : `: ${item.options.join(", ")}`}
            </span>
          </li>
        ))}
      </ol>
      {read.notes.length > 0 && (
        <div className="scale-mark">
          <p>{words.notTaken}:</p>
          <ul className="own-form-preview">
            {read.notes.map(([note, question], place) => (
              <li key={`${String(place)} ${note}`}>
                <b>{question}</b>: {words[note].slice(0, 1).toLowerCase() + words[note].slice(1)}.
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="row">
        <button type="button" className="button button-main" onClick={onTake}>
          {words.take}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </section>
  );
};
