/**
 * One of the ward's own forms as it is written in the editor, and what is made of it.
 *
 * - OFE1 What is opened and saved unchanged is the very same form, in its next version. A question keeps its linkId, whatever its words become.
 * - OFE2 A row without a question is not in the form. A form needs a name and a question, and a choice at least two to choose between;
 *   until then it is said what is missing, and nothing is saved.
 */
import type { FormItem, ItemKind, OwnForm } from "#core/ward/own-form.ts";
import { err, ok, type Result } from "#core/result.ts";

export interface EditedItem {
  readonly linkId: string;
  readonly text: string;
  readonly is: ItemKind;
  readonly unit: string;
  /** With commas between, or one on each line. */
  readonly options: string;
  readonly group: string;
}
export interface EditedForm {
  readonly title: string;
  readonly items: ReadonlyArray<EditedItem>;
}

export type MissingInForm = "noTitle" | "noQuestions" | "noOptions";

export const blankItem = (items: ReadonlyArray<EditedItem>): EditedItem => {
  const free = (place: number): string => (items.some(({ linkId }) => linkId === `q${place}`) ? free(place + 1) : `q${place}`);
  return { linkId: free(items.length + 1), text: "", is: "text", unit: "", options: "", group: items.at(-1)?.group ?? "" };
};

export const blankForm: EditedForm = { title: "", items: [blankItem([])] };

export const editedOf = ({ title, items }: Pick<OwnForm, "title" | "items">): EditedForm => ({
  title,
  items: items.map(({ linkId, text, is, unit = "", options = [], group = "" }) => ({ linkId, text, is, unit, options: typedOptions(options), group })),
});

export const readEdited = ({ title, items }: EditedForm): Result<Pick<OwnForm, "title" | "items">, MissingInForm> => {
  if (title.trim() === "") return err("noTitle");
  const asked = items.filter(({ text }) => text.trim() !== "").map(readRow);
  if (asked.length === 0) return err("noQuestions");
  return asked.some(({ is, options = [] }) => is === "choice" && options.length < 2) ? err("noOptions") : ok({ title: title.trim(), items: asked });
};

const readRow = ({ linkId, text, is, unit, options, group }: EditedItem): FormItem => ({
  linkId,
  text: text.trim(),
  is,
  ...(is === "number" && unit.trim() !== "" ? { unit: unit.trim() } : {}),
  ...(is === "choice" ? { options: readOptions(options) } : {}),
  ...(group.trim() === "" ? {} : { group: group.trim() }),
});

export const readOptions = (typed: string): ReadonlyArray<string> => [
  ...new Set(typed.split(/\r?\n/u.test(typed) ? /\r?\n/u : ",").map((option) => option.trim()).filter((option) => option !== "")),
];

/** A comma that belongs to a choice parts nothing where each has its own line. */
const typedOptions = (options: ReadonlyArray<string>): string => (options.some((option) => option.includes(",")) ? `${options.join("\n")}\n` : options.join(", "));
