/**
 * What is said of a photo, as it stands in the panel that takes one and in the form that corrects it.
 *
 * - PHF1 What it shows is one of the chips or nothing; words stand as typed, without the space around them.
 * - PHF2 A correction changes what is said, and leaves the picture, its size and its measures alone.
 */
import { photoKinds, type Photo } from "#core/clinical/photo.ts";

export interface PhotoAnswers {
  readonly photoOf?: string;
  readonly photoWords?: string;
}

export const readPhotoWords = ({ of: _of, words: _words, ...picture }: Photo, { photoOf, photoWords }: PhotoAnswers): Photo => {
  const kind = photoKinds.find((one) => one === photoOf);
  const words = (photoWords ?? "").trim();
  return { ...picture, ...(kind === undefined ? {} : { of: kind }), ...(words === "" ? {} : { words }) };
};

export const typedPhoto = ({ of, words }: Photo): PhotoAnswers => ({ photoOf: of ?? "", photoWords: words ?? "" });
