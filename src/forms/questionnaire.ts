/**
 * One of the ward's own forms as a FHIR Questionnaire (R4), and back. What is read is judged before anything is kept.
 *
 * - QNR1 A form that is written and read is the very same.
 * - QNR2 A file that is too large, is no Questionnaire, or has no question, too many or too deep ones, is refused as a whole, with the reason.
 * - QNR3 What cannot be followed here is never dropped in silence: each is named with the question that it is of.
 * - QNR4 A kind that is not known here becomes a text question; nothing is demanded and everything is shown.
 */
import { inGroups, ownFormBase, ownFormUrl, type FormItem, type ItemKind, type OwnForm } from "#core/ward/own-form.ts";
import { err, ok, type Result } from "#core/result.ts";

export const maxQuestionnaireBytes = 512 * 1024;
const maxItems = 200;
const maxText = 500;
const maxOptions = 60;

export type QuestionnaireFault = "tooLarge" | "notJson" | "notQuestionnaire" | "noItems" | "tooMany" | "tooDeep";
export type QuestionnaireNote = "noteEnableWhen" | "noteKind" | "noteRepeats" | "noteDisplay" | "noteDeeper" | "noteOptions" | "noteRequired" | "noteCodes" | "noteLength";

/** Without id and version: whoever takes it in knows which form it is. */
export interface ReadQuestionnaire {
  readonly title: string;
  readonly items: ReadonlyArray<FormItem>;
  /** The id, where it is a form of ours. */
  readonly own: string | null;
  readonly from?: string;
  /** What was changed, and of which question. */
  readonly notes: ReadonlyArray<readonly [note: QuestionnaireNote, question: string]>;
}

const kindNames: { readonly [K in ItemKind]: string } = { text: "text", number: "decimal", yesNo: "boolean", choice: "choice", date: "date" };
const unitUrl = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";

export const questionnaireText = (form: OwnForm): string => `${JSON.stringify(questionnaireOf(form), null, 2)}\n`;

export const questionnaireOf = ({ id, version, title, items, from }: OwnForm): object => {
  const own = items.map((item) => ({ ...item, group: item.group }));
  return {
    resourceType: "Questionnaire",
    url: ownFormUrl(id),
    version: String(version),
    title: clean(title) || "?",
    status: "active",
    ...(from === undefined || clean(from) === "" ? {} : { derivedFrom: [clean(from).replace(/\s/gu, "%20")] }),
    subjectType: ["Patient"],
    item: inGroups(own).flatMap(([heading, some], place): ReadonlyArray<object> =>
      heading === undefined ? some.map(itemOf) : [{ linkId: groupId(place, items), text: clean(heading) || "?", type: "group", item: some.map(itemOf) }],
    ),
  };
};

const itemOf = ({ linkId, text, is, unit, options }: FormItem): object => ({
  linkId,
  text: clean(text) || "?",
  type: is === "number" && unit !== undefined ? "quantity" : kindNames[is],
  ...(unit === undefined ? {} : { extension: [{ url: unitUrl, valueCoding: { display: unit } }] }),
  ...(is === "choice" ? { answerOption: (options ?? []).map((valueString) => ({ valueString })) } : {}),
});

/** Of no question. */
const groupId = (place: number, items: ReadonlyArray<FormItem>): string => {
  const plain = `group-${place + 1}`;
  return items.some(({ linkId }) => linkId === plain) ? `${plain}-${items.map(({ linkId }) => linkId).join("").length}` : plain;
};

/** `bytes` is the size of the whole file, known before it is read. */
export const readQuestionnaire = (text: string, bytes: number): Result<ReadQuestionnaire, QuestionnaireFault> => {
  if (bytes > maxQuestionnaireBytes || text.length > maxQuestionnaireBytes) return err("tooLarge");
  const raw = parsed(text);
  if (raw === undefined) return err("notJson");
  if (!isObject(raw) || raw["resourceType"] !== "Questionnaire") return err("notQuestionnaire");
  const notes: Array<readonly [Parameters<Note>[0], string]> = [];
  const found = itemsIn(raw["item"], undefined, 0, (note, question) => notes.push([note, question]));
  if (notes.some(([note]) => note === "tooDeep")) return err("tooDeep");
  if (found.length === 0) return err("noItems");
  if (found.length > maxItems) return err("tooMany");
  const url = textOf(raw["url"]);
  const version = textOf(raw["version"]);
  const own = url.startsWith(ownFormBase) ? decoded(url.slice(ownFormBase.length)) : null;
  const from = own === null ? `${url}${url === "" || version === "" ? "" : `|${version}`}` : textOf(listOf(raw["derivedFrom"])[0]);
  return ok({
    title: cut(textOf(raw["title"]) || textOf(raw["name"]) || "Questionnaire"),
    items: distinct(found),
    own,
    ...(from === "" ? {} : { from }),
    notes: notes.flatMap(([note, question]) => (note === "tooDeep" ? [] : [[note, question] as const])),
  });
};

type Note = (note: QuestionnaireNote | "tooDeep", question: string) => void;

/** `depth` 0 is the form itself, 1 inside a group; what lies deeper stands under the group's heading. */
const itemsIn = (raw: unknown, heading: string | undefined, depth: number, note: Note): ReadonlyArray<FormItem> => {
  if (depth > maxDepth) {
    if (listOf(raw).length > 0) note("tooDeep", heading ?? "");
    return [];
  }
  return listOf(raw).flatMap((one): ReadonlyArray<FormItem> => {
    if (!isObject(one)) return [];
    const whole = textOf(one["text"]) || textOf(one["prefix"]) || textOf(one["linkId"]) || "?";
    const text = cut(whole);
    const tell = (what: QuestionnaireNote): void => note(what, text);
    if (whole.length > maxText) tell("noteLength");
    tellOf(one, tell);
    if (one["type"] === "group") {
      if (depth > 0) tell("noteDeeper");
      return itemsIn(one["item"], depth === 0 ? text : `${heading ?? ""}: ${text}`.slice(0, maxText), depth + 1, note);
    }
    const below = itemsIn(one["item"], heading, depth + 1, note);
    if (below.length > 0) tell("noteDeeper");
    if (one["type"] === "display") {
      tell("noteDisplay");
      return below;
    }
    return [{ linkId: textOf(one["linkId"]) || "item", text, ...kindOf(one, tell), ...(heading === undefined ? {} : { group: heading }) }, ...below];
  });
};

const maxDepth = 12;

const unused = ["initial", "maxLength", "readOnly", "definition", "code", "enableBehavior"] as const;

const tellOf = (item: Raw, tell: (note: QuestionnaireNote) => void): void => {
  if (listOf(item["enableWhen"]).length > 0) tell("noteEnableWhen");
  if (item["required"] === true) tell("noteRequired");
  if (item["repeats"] === true) tell("noteRepeats");
  const others = listOf(item["extension"]).filter((one) => !isObject(one) || one["url"] !== unitUrl);
  if (others.length > 0 || unused.some((name) => item[name] !== undefined)) tell("noteCodes");
};

const kindOf = (item: Raw, tell: (note: QuestionnaireNote) => void): Pick<FormItem, "is" | "unit" | "options"> => {
  const unit = unitOf(item);
  switch (item["type"]) {
    case "boolean":
      return { is: "yesNo" };
    case "decimal":
    case "integer":
    case "quantity":
      return { is: "number", ...(unit === "" ? {} : { unit }) };
    case "date":
      return { is: "date" };
    case "string":
    case "text":
      return { is: "text" };
    case "choice":
    case "open-choice": {
      const all = [...new Set(listOf(item["answerOption"]).map(optionText).filter((option) => option !== ""))];
      const options = all.slice(0, maxOptions);
      if (all.some((option) => option.length === maxText)) tell("noteLength");
      if (item["type"] === "open-choice") tell("noteKind");
      if (options.length === 0 || all.length > maxOptions) tell("noteOptions");
      return item["type"] === "choice" && options.length > 0 && all.length <= maxOptions ? { is: "choice", options } : { is: "text" };
    }
    default:
      tell("noteKind");
      return { is: "text" };
  }
};

const unitOf = (item: Raw): string => {
  const coding = listOf(item["extension"]).flatMap((one) => (isObject(one) && one["url"] === unitUrl && isObject(one["valueCoding"]) ? [one["valueCoding"]] : []))[0];
  return coding === undefined ? "" : cut(textOf(coding["display"]) || textOf(coding["code"])).slice(0, 30);
};

const optionText = (option: unknown): string => {
  if (!isObject(option)) return "";
  const coding = isObject(option["valueCoding"]) ? option["valueCoding"] : {};
  const plain = option["valueString"] ?? option["valueInteger"] ?? option["valueDate"] ?? option["valueTime"];
  return cut(typeof plain === "number" ? String(plain) : textOf(plain) || textOf(coding["display"]) || textOf(coding["code"]));
};

/** Two questions under one linkId would be one field: the later gets a number of its own. */
const distinct = (items: ReadonlyArray<FormItem>): ReadonlyArray<FormItem> => {
  const taken = new Set<string>();
  return items.map((item) => {
    let { linkId } = item;
    for (let place = 2; taken.has(linkId); place += 1) linkId = `${item.linkId}-${place}`;
    taken.add(linkId);
    return { ...item, linkId };
  });
};

type Raw = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): ReadonlyArray<unknown> => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === "string" ? clean(value) : "");
const cut = (text: string): string => text.slice(0, maxText).toWellFormed().trim();
// oxlint-disable-next-line no-control-regex -- control characters are what is taken away here
const clean = (text: string): string => text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, "").trim();

const parsed = (text: string): unknown => {
  try {
    // A byte order mark is no JSON, and Windows writes one.
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    return undefined;
  }
};

const decoded = (id: string): string | null => {
  try {
    return decodeURIComponent(id) || null;
  } catch {
    return null;
  }
};
