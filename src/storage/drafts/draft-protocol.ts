// What the page and the drafts' worker say to each other. Only what is asked with a number is answered.
import type { Draft, DraftId } from "#core/draft.ts";

export type DraftRequest =
  | { readonly type: "open"; readonly folder: string }
  | { readonly type: "keep"; readonly draft: Draft }
  | { readonly type: "drop" | "letGo"; readonly id: DraftId }
  | { readonly type: "claim" | "waiting"; readonly number: number; readonly form: string };

export interface DraftAnswer {
  readonly number: number;
  readonly drafts: ReadonlyArray<Draft>;
}
