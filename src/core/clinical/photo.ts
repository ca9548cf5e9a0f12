/**
 * A photo of a paper, a wound or something else, as it lies in a record. The picture is sealed with the record; what folds
 * and pages carry about is what is said of it, and whoever shows it fetches the picture from the log.
 *
 * - PHT1 What it shows and words about it may be absent; a picture that is empty, or larger than the cap, is none.
 */
export const photoKinds = ["paper", "wound", "other"] as const;
export type PhotoKind = (typeof photoKinds)[number];

export interface Photo {
  readonly mime: "image/jpeg";
  /** In pixels, upright. */
  readonly width: number;
  readonly height: number;
  /** Bytes of the picture. */
  readonly size: number;
  readonly of?: PhotoKind;
  readonly words?: string;
}

/**
 * A page of handwriting is readable in it, and a record with it is a fifth of what a line of a sealed archive may be.
 * In bytes of the picture.
 */
export const maxPhotoBytes = 150 * 1024;

/** So many of the largest leave room in a sealed archive for a week of ten thousand patients beside them. */
export const maxPhotos = 400;

export const isPicture = (jpeg: string): boolean => jpeg !== "" && jpeg.length <= Math.ceil(maxPhotoBytes / 3) * 4;
