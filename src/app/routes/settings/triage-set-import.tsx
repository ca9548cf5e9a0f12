// A triage set from a file: refused with each fault and its place, or seen whole and then taken into use, or not.
import { useRef, useState } from "react";
import { scaleIds, type ScaleId } from "#core/clinical/scales.ts";
import type { WardTriageSet } from "#core/ward/triage-set.ts";
import { maxTriageSetBytes, readTriageSet, type ReadSet, type SetFault, type SetFaults, type SetPlace } from "#forms/triage-set.ts";
import type { TriageSetWords } from "#i18n/pages/triage-set.ts";
import type { SetInWard } from "#projections/triage-set.ts";
import { usePageWords } from "../../page-words.ts";
import { editionText } from "../../triage-set-text.ts";
import { FilePick } from "../../ui/file-pick.tsx";
import { useOnce } from "../visit/use-once.ts";
import { SetContentList, SetCounts, SetFacts, SetMarks } from "./triage-set-facts.tsx";

interface TriageSetImportProps {
  readonly sets: ReadonlyArray<SetInWard>;
  readonly scale: ScaleId;
  readonly onUse: (set: WardTriageSet) => Promise<boolean>;
}

type Step = { readonly is: "choose" } | { readonly is: "refused"; readonly file: string; readonly faults: SetFaults } | { readonly is: "seen"; readonly read: ReadSet };

export const TriageSetImport = ({ sets, scale, onUse }: TriageSetImportProps) => {
  const { triageSet: words } = usePageWords();
  const [step, setStep] = useState<Step>({ is: "choose" });
  const chosen = useRef<File | null>(null);
  const once = useOnce();
  const pick = async (file: File): Promise<void> => {
    chosen.current = file;
    // Of a file that is too large not one letter is read.
    const read = readTriageSet(file.size > maxTriageSetBytes ? "" : await file.text(), file.size);
    // A file that was chosen meanwhile takes its place.
    if (chosen.current !== file) return;
    setStep(read.ok ? { is: "seen", read: read.value } : { is: "refused", file: file.name, faults: read.error });
  };
  const use = async (set: WardTriageSet): Promise<void> => {
    if (await onUse(set)) setStep({ is: "choose" });
  };
  return (
    <div className="stack" aria-live="polite">
      {step.is === "refused" && <Faults file={step.file} faults={step.faults} words={words} />}
      {step.is === "seen" ? (
        <Preview read={step.read} sets={sets} scale={scale} onUse={() => once(() => use(step.read.set))} onCancel={() => setStep({ is: "choose" })} />
      ) : (
        <FilePick label={words.readFile} orDrop={words.orDrop} accept=".json,application/json" onPick={(file) => void pick(file)} />
      )}
    </div>
  );
};

const Faults = ({ file, faults: { shown, more }, words }: { readonly file: string; readonly faults: SetFaults; readonly words: TriageSetWords }) => (
  <div className="scale-mark triage-set-faults">
    <p>
      <b>{file}</b>. {words.refused}
    </p>
    <ul>
      {shown.map((fault, place) => (
        <li key={`${String(place)} ${fault.what}`}>{faultText(fault, words)}</li>
      ))}
    </ul>
    {more > 0 && (
      <p>
        {words.more}: {more}
      </p>
    )}
  </div>
);

const faultText = (fault: SetFault, words: TriageSetWords): string => {
  const where = placeText(fault, words);
  const among = fault.what === "badScale" ? ` ${scaleIds.join(", ")}` : "";
  const stood = fault.stood === undefined ? "" : ` (${words.stood} ${fault.stood})`;
  return `${where === "" ? "" : `${where}: `}${words[fault.what]}${among}${stood}.`;
};

const placeText = ({ complaint, called, discriminator, field }: SetPlace, words: TriageSetWords): string =>
  [
    ...(complaint === undefined ? [] : [`${words.complaintAt} ${complaint}${called === undefined ? "" : ` «${called}»`}`]),
    ...(discriminator === undefined ? [] : [`${words.discriminatorAt} ${discriminator}`]),
    ...(field === undefined ? [] : [`${words.field} ${field}`]),
  ].join(", ");

interface PreviewProps {
  readonly read: ReadSet;
  readonly sets: ReadonlyArray<SetInWard>;
  readonly scale: ScaleId;
  readonly onUse: () => void;
  readonly onCancel: () => void;
}

const Preview = ({ read: { set, unknown }, sets, scale, onUse, onCancel }: PreviewProps) => {
  const { triageSet: words } = usePageWords();
  const before = sets.find(({ isInUse, head }) => isInUse && head.scale === set.scale);
  const isSame = sets.some(({ head }) => editionText(head) === editionText(set));
  return (
    <section className="triage-set-preview" aria-label={words.preview}>
      <div>
        <h3>{editionText(set)}</h3>
        <p className="soft">
          {words.preview}. {words.notYet}
        </p>
      </div>
      <SetMarks head={set} scale={scale} />
      {isSame && <p className="scale-mark">{words.sameEdition}</p>}
      <SetFacts head={set} />
      <SetCounts set={set} />
      {unknown.length > 0 && (
        <p className="field-note" data-kind="warn">
          {words.left}: {unknown.map((place) => placeText(place, words)).join("; ")}.
        </p>
      )}
      {before !== undefined && (
        <p>
          {words.replaces} <b>{editionText(before.head)}</b>.
        </p>
      )}
      <details>
        <summary>{words.show}</summary>
        <SetContentList set={set} />
      </details>
      <div className="row">
        <button type="button" className="button button-main" onClick={onUse}>
          {words.use}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </section>
  );
};
