// What is open in the chart: one thing at a time, so that Escape always means one thing. Each part has a draft of its own.
import type { RecordId } from "#core/log/record.ts";
import { detailNames, type DetailName } from "#core/visit/details.ts";
import type { VisitId } from "#core/visit/events.ts";

const panelVerbs = [
  "observe",
  "medicine",
  "order",
  "procedure",
  "photo",
  "note",
  "ownForm",
  "conclude",
  "triage",
  "move",
  "assign",
  "leave",
  "callEnd",
  "join",
  "part",
] as const;
export type PanelVerb = (typeof panelVerbs)[number];

export type OpenPart =
  | { readonly is: "nothing" }
  | { readonly is: "panel"; readonly verb: PanelVerb; readonly byKey: boolean }
  | { readonly is: "details"; readonly names: ReadonlyArray<DetailName> }
  /** A result of this order, or of none. */
  | { readonly is: "result"; readonly order: RecordId | null }
  | { readonly is: "correction"; readonly line: RecordId };

export const nothingOpen: OpenPart = { is: "nothing" };

/** In a chart's address: the deed that is open when one comes. */
export const doParam = "do";

export const panelAsked = (asked: string | null): OpenPart => {
  const verb = panelVerbs.find((one) => one === asked);
  return verb === undefined ? nothingOpen : { is: "panel", verb, byKey: true };
};

/** The control that opened it: focus goes back there. */
export const openerId = (part: OpenPart): string | null => {
  switch (part.is) {
    case "nothing":
      return null;
    case "panel":
      return `verb-${part.verb}`;
    case "details":
      return part.names.length === detailNames.length ? "verb-edit" : `edit-${part.names[0]}${part.names.length === 1 ? "" : "-section"}`;
    case "result":
      return `result-${part.order}`;
    case "correction":
      return `correct-${part.line}`;
  }
};

/** The name of the draft of what is typed in a part. */
export const draftForm = (visit: VisitId, part: OpenPart): string => {
  switch (part.is) {
    case "nothing":
      return chartDrafts(visit);
    case "panel":
      return `${chartDrafts(visit)}${part.verb}`;
    case "result":
      return `${chartDrafts(visit)}result ${part.order ?? ""}`;
    case "details":
      return `${chartDrafts(visit)}details ${part.names.length === detailNames.length ? allNames : part.names.join(" ")}`;
    case "correction":
      return `${chartDrafts(visit)}correction ${part.line}`;
  }
};

const allNames = "all";

/** What the names of all drafts of one chart begin with. */
export const chartDrafts = (visit: VisitId): string => `visit/${visit}/`;

/** The part that a draft was typed in; null where it is of another chart, or of no part. */
export const partOfDraft = (visit: VisitId, form: string): OpenPart | null => {
  const [kind = "", ...rest] = form.startsWith(chartDrafts(visit)) ? form.slice(chartDrafts(visit).length).split(" ") : [];
  const verb = panelVerbs.find((one) => one === kind);
  if (verb !== undefined) return { is: "panel", verb, byKey: true };
  if (kind === "result") return { is: "result", order: (rest[0] ?? "") === "" ? null : (rest[0] as RecordId) };
  if (kind === "details") return { is: "details", names: rest[0] === allNames ? detailNames : rest.flatMap((one) => detailNames.filter((name) => name === one)) };
  // A record that is not in this chart opens nothing.
  return kind === "correction" ? { is: "correction", line: (rest[0] ?? "") as RecordId } : null;
};
