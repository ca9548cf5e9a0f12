/**
 * The ward's own forms in settings: what there is, making and changing one, and reading and saving one as a file.
 *
 * - OFS1 A change is a new version, a record that every device hears; what was answered before keeps its questions.
 * - OFS2 A file is seen before it is taken into use, with each thing that cannot be followed here; until then nothing is kept.
 * - OFS3 Out of use is not gone: it can be taken into use again.
 */
import { useState } from "react";
import { formsOf, type FormInWard, type OwnForm } from "#core/ward/own-form.ts";
import { questionnaireText } from "#forms/questionnaire.ts";
import { useApp, useWardState } from "../../app-context.tsx";
import { useDeeds } from "../../deeds.tsx";
import { newFormId } from "../../new-id.ts";
import { usePageWords } from "../../page-words.ts";
import { saveFile } from "../../save-file.ts";
import { OwnFormEditor } from "./own-form-editor.tsx";
import { OwnFormImport } from "./own-form-import.tsx";
import { SectionHead } from "./this-device.tsx";
import "./own-forms.css";

/** `form` is null for a new one. */
type Editing = { readonly form: OwnForm | null } | null;

export const OwnFormsSection = () => {
  const { ownForms: words } = usePageWords();
  const { clock } = useApp();
  const { tell } = useDeeds();
  const all = formsOf(useWardState().ward.ownForms);
  const [editing, setEditing] = useState<Editing>(null);
  const set = async (form: Omit<OwnForm, "id" | "version">, of: string | null): Promise<boolean> => {
    const id = of ?? newFormId();
    const before = all.find((one) => one.form.id === id)?.form.version ?? 0;
    const told = await tell([{ atMs: clock.nowMs(), event: { type: "v1.OwnFormSet", form: { ...form, id, version: before + 1 } } }], `${words.saved}: ${form.title}`);
    return told.ok;
  };
  const use = ({ form, isInUse }: FormInWard): void => {
    if (!isInUse) void set(form, form.id);
    else void tell([{ atMs: clock.nowMs(), event: { type: "v1.OwnFormRetired", form: form.id } }], `${words.retired}: ${form.title}`);
  };
  return (
    <section className="card stack own-forms" aria-labelledby="settings-own-forms">
      <SectionHead id="settings-own-forms" title={words.title} text={words.about} />
      {all.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="own-forms-list">
        {all.map((one) => (
          <Row key={one.form.id} one={one} onEdit={(form) => setEditing({ form })} onUse={() => use(one)} />
        ))}
      </ul>
      {editing === null ? (
        <>
          <p>
            <button type="button" className="button" onClick={() => setEditing({ form: null })}>
              {words.make}
            </button>
          </p>
          <OwnFormImport all={all} onTake={set} />
        </>
      ) : (
        <OwnFormEditor key={editing.form?.id ?? "new"} form={editing.form} onSave={(form) => set({ ...form, ...(editing.form?.from === undefined ? {} : { from: editing.form.from }) }, editing.form?.id ?? null)} onClose={() => setEditing(null)} />
      )}
    </section>
  );
};

interface RowProps {
  readonly one: FormInWard;
  readonly onEdit: (form: OwnForm) => void;
  readonly onUse: () => void;
}

const Row = ({ one: { form, isInUse, beside }, onEdit, onUse }: RowProps) => {
  const { ownForms: words } = usePageWords();
  const other = beside.at(-1);
  return (
    <li>
      <div className="own-forms-name">
        <b>{form.title}</b>
        <span className="small soft">
          {words.version} {form.version}, {form.items.length} {words.questions}
          {form.from === undefined ? "" : `. ${form.from}`}
          {isInUse ? "" : `. ${words.isRetired}`}
        </span>
        {other !== undefined && (
          <p className="field-note" data-kind="warn">
            {words.twoEditions}{" "}
            <button type="button" className="button button-plain" onClick={() => onEdit(other)}>
              {words.editOther}
            </button>
          </p>
        )}
      </div>
      <div className="row">
        {isInUse && (
          <button type="button" className="button" aria-label={`${words.edit}: ${form.title}`} onClick={() => onEdit(form)}>
            {words.edit}
          </button>
        )}
        <button type="button" className="button" aria-label={`${words.save1}: ${form.title}`} onClick={() => saveFile({ name: fileName(form), mime: "application/fhir+json", text: questionnaireText(form) })}>
          {words.save1}
        </button>
        <button type="button" className="button" aria-label={`${isInUse ? words.retire : words.bringBack}: ${form.title}`} onClick={onUse}>
          {isInUse ? words.retire : words.bringBack}
        </button>
      </div>
    </li>
  );
};

/** Letters that every file system takes. */
const fileName = ({ title, version }: OwnForm): string => {
  const plain = title.toLowerCase().replace(/[^a-z0-9æøå]+/gu, "-").replace(/^-|-$/gu, "").slice(0, 40);
  return `questionnaire-${plain === "" ? "form" : plain}-${version}.json`;
};
