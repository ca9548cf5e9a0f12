/**
 * The ward's own forms: questions that it made itself, in versions, and what was answered on one.
 *
 * - OWN1 Every edition that was ever set stays. The one with the highest version stands; of one version, set twice by devices
 *   unaware of each other, the last in causal order stands, and the other is kept beside it.
 * - OWN2 A form is in use unless the last that was said of it, in causal order, is that it is not.
 * - OWN3 What was answered is kept with each question as it was asked, with its kind and its choices: a record can be read
 *   and corrected when the form is changed or gone.
 */
import type { Answer } from "../answer.ts";
import { inCausalOrderBy, placeInLog, type PlaceInLog } from "../log/order.ts";
import type { LogRecord } from "../log/record.ts";

/** The canonical address of a form, as FHIR names it. */
export const ownFormUrl = (form: string): string => `${ownFormBase}${encodeURIComponent(form.toWellFormed())}`;
export const ownFormBase = "https://vaktbok.no/fhir/own-form/";

export const itemKinds = ["text", "number", "yesNo", "choice", "date"] as const;
export type ItemKind = (typeof itemKinds)[number];

export interface FormItem {
  readonly linkId: string;
  readonly text: string;
  readonly is: ItemKind;
  /** Of a number. */
  readonly unit?: string;
  /** Of a choice. */
  readonly options?: ReadonlyArray<string>;
  /** The heading that it stands under. */
  readonly group?: string | undefined;
}

export interface OwnForm {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly items: ReadonlyArray<FormItem>;
  /** The canonical address of the Questionnaire that it was read from. */
  readonly from?: string;
}

/** What could not be read as the question's kind is text. */
export type FormValue =
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "number"; readonly number: number }
  | { readonly is: "yesNo"; readonly yes: boolean }
  | { readonly is: "choice"; readonly option: string }
  | { readonly is: "date"; readonly date: string };

export type FilledItem = FormItem & { readonly answer: Answer<FormValue> };

export interface FilledForm {
  readonly form: string;
  readonly version: number;
  readonly title: string;
  readonly answers: ReadonlyArray<FilledItem>;
}

export interface OwnFormSet {
  readonly type: "v1.OwnFormSet";
  readonly form: OwnForm;
}
/** No longer in use; what was answered on it stays. */
export interface OwnFormRetired {
  readonly type: "v1.OwnFormRetired";
  readonly form: string;
}

/** `form` is null where it was said that it is out of use. */
export interface FormSaid {
  readonly form: OwnForm | null;
  readonly by: PlaceInLog;
}
/** By the form's id, all that was said of it, in causal order. */
export type OwnForms = { readonly [id: string]: ReadonlyArray<FormSaid> };

export const withFormSaid = (forms: OwnForms, record: LogRecord, event: OwnFormSet | OwnFormRetired): OwnForms => {
  const [name, form] = event.type === "v1.OwnFormSet" ? [event.form.id, event.form] : [event.form, null];
  const before = (forms[name] ?? []).filter(({ by }) => by.id !== record.id);
  return { ...forms, [name]: inCausalOrderBy([...before, { form, by: placeInLog(record) }], ({ by }) => by) };
};

export interface FormInWard {
  /** The edition that stands. */
  readonly form: OwnForm;
  readonly isInUse: boolean;
  /** Others of the same version, by devices that did not know of each other. */
  readonly beside: ReadonlyArray<OwnForm>;
}

/** By title. */
export const formsOf = (forms: OwnForms): ReadonlyArray<FormInWard> =>
  Object.values(forms)
    .flatMap((said): ReadonlyArray<FormInWard> => {
      const editions = said.flatMap(({ form }) => (form === null ? [] : [form])).toSorted((a, b) => a.version - b.version);
      const form = editions.at(-1);
      return form === undefined ? [] : [{ form, isInUse: said.at(-1)?.form !== null, beside: editions.slice(0, -1).filter(({ version }) => version === form.version) }];
    })
    .toSorted((a, b) => a.form.title.localeCompare(b.form.title, "nb") || (a.form.id < b.form.id ? -1 : 1));

/** Those of one heading that stand one after the other. */
export const inGroups = <T extends { readonly group?: string | undefined }>(items: ReadonlyArray<T>): ReadonlyArray<readonly [heading: string | undefined, items: ReadonlyArray<T>]> =>
  items.reduce<ReadonlyArray<readonly [string | undefined, ReadonlyArray<T>]>>((groups, item) => {
    const last = groups.at(-1);
    return last !== undefined && last[0] === item.group ? [...groups.slice(0, -1), [item.group, [...last[1], item]]] : [...groups, [item.group, [item]]];
  }, []);
