// Random names for new things. The only dice on the page outside storage.
import type { DowntimeId } from "#core/downtime/events.ts";
import type { DraftId } from "#core/draft.ts";
import type { VisitId } from "#core/visit/events.ts";

export const newVisitId = (): VisitId => crypto.randomUUID() as VisitId;
export const newDraftId = (): DraftId => crypto.randomUUID() as DraftId;
export const newFormId = (): string => crypto.randomUUID();
export const newDowntimeId = (): DowntimeId => crypto.randomUUID() as DowntimeId;
