// One line that fills a form's fields, and leaves alone what somebody filled or changed by hand.
import { fieldsIn, fillForm } from "../../drafts/native-form.ts";

type Typed = { readonly [field: string]: string | undefined };

/** `before` and `after` are what the line said before and after this letter. */
export const fillFromLine = (form: HTMLFormElement, fields: ReadonlyArray<string>, { before, after }: { readonly before: Typed; readonly after: Typed }): void => {
  const now = fieldsIn(form);
  const isTheLines = (field: string): boolean => (now[field] ?? "") === (before[field] ?? "") && before[field] !== after[field];
  const changed = fields.filter(isTheLines);
  if (changed.length > 0) fillForm(form, Object.fromEntries(changed.map((field) => [field, after[field] ?? ""])));
};
