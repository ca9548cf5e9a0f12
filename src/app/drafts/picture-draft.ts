/**
 * A picture that was taken and is not saved yet, kept sealed through a reload as drafts of its form: in parts, because a draft has
 * less room than a picture, and apart from the words, so that a key does not write the picture anew.
 *
 * - PDR1 It comes back whole or not at all: a part that is missing, or of another picture, is said.
 * - PDR2 When its form is saved or given up, nothing of it is found again.
 */
import type { Draft, DraftFields } from "#core/draft.ts";
import { newDraftId } from "../new-id.ts";
import { claimDraft, draftOf, endFormDraft, keepDraft } from "./drafts.ts";

export interface DraftPicture {
  /** In base64. */
  readonly jpeg: string;
  readonly width: number;
  readonly height: number;
  readonly size: number;
}

/** A slot of a draft's file has 64 kB, sealed and with its names. */
const partLength = 48_000;
/** No picture that is taken here has more. */
const maxParts = 8;

/** Its name begins as the form's own does: a chart that finds it opens the form. */
const partForm = (form: string, place: number): string => `${form} picture ${place}`;

/** Of two taken in a row the later. */
export const keepPicture = (form: string, { jpeg, ...measures }: DraftPicture): void => {
  const of = Math.ceil(jpeg.length / partLength);
  const picture = newDraftId();
  for (let place = 0; place < maxParts; place += 1) {
    if (place >= of) endFormDraft(partForm(form, place));
    else keepDraft({ id: draftOf(partForm(form, place))?.id ?? newDraftId(), form: partForm(form, place), fields: { picture, of: String(of), ...texts(measures), part: jpeg.slice(place * partLength, (place + 1) * partLength) } });
  }
};

export const endPicture = (form: string): void => {
  for (let place = 0; place < maxParts; place += 1) endFormDraft(partForm(form, place));
};

/** "broken": there was one, and not all of it is here. */
export const takePicture = async (form: string): Promise<DraftPicture | "broken" | null> => {
  const found: ReadonlyArray<Draft | null> = await Promise.all(Array.from({ length: maxParts }, async (_, place) => draftOf(partForm(form, place)) ?? (await claimDraft(partForm(form, place)))));
  const parts = found.flatMap((draft) => (draft === null ? [] : [draft.fields]));
  const [first] = parts;
  if (first === undefined) return null;
  const isWhole = found[0] !== null && String(parts.length) === first["of"] && parts.every(({ picture }) => picture === first["picture"]);
  const picture = isWhole ? pictureOf(first, parts) : null;
  if (picture !== null) return picture;
  endPicture(form);
  return "broken";
};

const pictureOf = (first: DraftFields, parts: ReadonlyArray<DraftFields>): DraftPicture | null => {
  const [width, height, size] = [first["width"], first["height"], first["size"]].map(Number);
  const jpeg = parts.map(({ part = "" }) => part).join("");
  return width && height && size ? { jpeg, width, height, size } : null;
};

const texts = (measures: { readonly [name: string]: number }): DraftFields => Object.fromEntries(Object.entries(measures).map(([name, value]) => [name, String(value)]));
