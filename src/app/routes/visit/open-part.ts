// What is open in the chart: one thing at a time, so that Escape always means one thing.
import type { RecordId } from "#core/log/record.ts";
import type { DetailName } from "#core/visit/details.ts";

export type PanelVerb = "triage" | "move" | "assign" | "leave";

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
