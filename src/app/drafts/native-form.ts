// A form as the browser holds it, read as fields and filled from them.
import type { DraftFields } from "#core/draft.ts";

/** Emptied fields are in it with nothing in them; of radios only the chosen one is. */
export const fieldsIn = (form: HTMLFormElement): DraftFields =>
  Object.fromEntries([...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));

/** A box without its tick is in no form's data: a draft that does not name it says that it was not ticked. */
export const untickedIn = (form: HTMLFormElement): DraftFields =>
  Object.fromEntries([...form.querySelectorAll<HTMLInputElement>("input[type=checkbox][name]")].map(({ name }) => [name, ""]));

/** Said as an input, so that whoever listens to the form reads it anew. Fields that the form does not have are left out. */
export const fillForm = (form: HTMLFormElement, fields: { readonly [field: string]: string | undefined }): void => {
  for (const [name, text] of Object.entries(fields)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = field.value === text;
    else if (field instanceof RadioNodeList || field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = text ?? "";
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
};
