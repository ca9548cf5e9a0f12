// A photo in words: the line of the chart, the paper and the picture's own description say the same.
import type { Photo } from "#core/clinical/photo.ts";
import type { PhotoWords } from "#i18n/pages/photo.ts";
import type { FactText } from "./fact-text.ts";

export const photoHead = ({ of }: Pick<Photo, "of">, words: PhotoWords): string => (of === undefined ? words.photo : `${words.photo}: ${words[of].toLowerCase()}`);

export const photoFactText = (photo: Photo, words: PhotoWords): FactText => ({
  head: photoHead(photo, words),
  answers: photo.words === undefined ? [] : [[words.words, photo.words]],
});

/** What a person who cannot see it hears. */
export const photoAlt = (photo: Photo, words: PhotoWords): string => [photoHead(photo, words), photo.words].filter((text) => text !== undefined).join(". ");
