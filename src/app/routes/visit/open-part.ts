// What is open in the chart: one thing at a time, so that Escape always means one thing. Each part has a draft of its own.
import type { RecordId } from "#core/log/record.ts";
import { detailNames, type DetailName } from "#core/visit/details.ts";
import type { VisitId } from "#core/visit/events.ts";

const panelVerbs = [
  "observe",
  "medicine",
  "note",
  "triage",
  "move",
  "assign",
  "leave",
  "join",
  "part",
] as const;
export type PanelVerb = (typeof panelVerbs)[number];

export type OpenPart =
  | { readonly is: "nothing" }
  | { readonly is: "panel"; readonly verb: PanelVerb; readonly byKey: boolean }
  | { readonly is: "details"; readonly names: ReadonlyArray<DetailName> }
  | { readonly is: "correction"; readonly line: RecordId };

export const nothingOpen: OpenPart = { is: "nothing" };

/** The control that opened it: focus goes back there. */
export const openerId = (part: OpenPart): string | null => {
  switch (part.is) {
    case "nothing":
      return null;
    case "panel":
      return `verb-${part.verb}`;
    case "details":
      return part.names.length === 1 ? `edit-${part.names[0]}` : "verb-edit";
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
    case "details":
      return `${chartDrafts(visit)}details ${part.names.join(" ")}`;
    case "correction":
      return `${chartDrafts(visit)}correction ${part.line}`;
  }
};

/** What the names of all drafts of one chart begin with. */
export const chartDrafts = (visit: VisitId): string => `visit/${visit}/`;

/** The part that a draft was typed in; null where it is of another chart, or of no part. */
export const partOfDraft = (visit: VisitId, form: string): OpenPart | null => {
  const [kind = "", ...rest] = form.startsWith(chartDrafts(visit)) ? form.slice(chartDrafts(visit).length).split(" ") : [];
  const verb = panelVerbs.find((one) => one === kind);
  if (verb !== undefined) return { is: "panel", verb, byKey: true };
  if (kind === "details") return { is: "details", names: detailNames.filter((name) => rest.includes(name)) };
  // A record that is not in this chart opens nothing.
  return kind === "correction" ? { is: "correction", line: (rest[0] ?? "") as RecordId } : null;
};
