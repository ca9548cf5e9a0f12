/**
 * A picture from the camera or from a file, made small enough to lie in a record: upright, as JPEG, with nothing of where or
 * with what it was taken.
 *
 * - SHR1 It ends under the cap whatever it was, and is never made larger than it was.
 * - SHR2 What stood beside the picture in the file (place, time, device) is gone: only what is drawn is kept.
 * - SHR3 What is no picture, what this browser cannot read and what is too large to open are told apart, and nothing is kept of them.
 */
import { maxPhotoBytes } from "#core/clinical/photo.ts";
import { err, ok, type Result } from "#core/result.ts";

export interface ShrunkPhoto {
  /** In base64. */
  readonly jpeg: string;
  readonly width: number;
  readonly height: number;
  readonly size: number;
}
export type ShrinkFault = "notPicture" | "phoneFormat" | "tooLarge";

/** A page of handwriting is readable at this length of its long side. */
const longSide = 1600;
/** More than a telephone's camera makes; opening it could take the tab with it. */
const maxFileBytes = 40 * 1024 * 1024;

type Encode = (width: number, height: number, quality: number) => Promise<Blob | null>;

export const shrinkPhoto = async (file: File): Promise<Result<ShrunkPhoto, ShrinkFault>> => {
  if (file.size > maxFileBytes) return err("tooLarge");
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
  if (bitmap === null) return err(isPhoneFormat(file) ? "phoneFormat" : "notPicture");
  const small = await smallEnough(bitmap, drawn(bitmap));
  bitmap.close();
  if (small === null) return err("tooLarge");
  const bytes = new Uint8Array(await small.blob.arrayBuffer());
  return ok({ jpeg: base64(bytes), width: small.width, height: small.height, size: bytes.length });
};

/** Length first: a blurred letter can be guessed at, one of four pixels cannot. */
const tries: ReadonlyArray<readonly [share: number, quality: number]> = [1, 0.8, 0.64, 0.5, 0.36, 0.25].flatMap((share) => [0.8, 0.66, 0.52, 0.4].map((quality) => [share, quality] as const));

export const smallEnough = async (
  { width, height }: { readonly width: number; readonly height: number },
  encode: Encode,
): Promise<{ readonly blob: Blob; readonly width: number; readonly height: number } | null> => {
  const scale = Math.min(1, longSide / Math.max(width, height, 1));
  for (const [share, quality] of tries) {
    const [w, h] = [width, height].map((side) => Math.max(1, Math.round(side * scale * share)));
    const blob = await encode(w ?? 1, h ?? 1, quality);
    if (blob !== null && blob.type === "image/jpeg" && blob.size <= maxPhotoBytes) return { blob, width: w ?? 1, height: h ?? 1 };
  }
  return null;
};

const drawn = (bitmap: ImageBitmap): Encode => {
  const canvas = document.createElement("canvas");
  return (width, height, quality) => {
    if (canvas.width !== width || canvas.height !== height || quality === tries[0]?.[1]) {
      Object.assign(canvas, { width, height });
      const context = canvas.getContext("2d");
      if (context === null) return Promise.resolve(null);
      // What shows through would be black in a JPEG.
      context.fillStyle = "#fff";
      context.fillRect(0, 0, width, height);
      context.imageSmoothingQuality = "high";
      context.drawImage(bitmap, 0, 0, width, height);
    }
    return new Promise((resolve) => { canvas.toBlob(resolve, "image/jpeg", quality); });
  };
};

/** Telephones' own format, which few browsers read. */
const isPhoneFormat = ({ name, type }: File): boolean => /hei[cf]/i.test(type) || /\.hei[cf]$/i.test(name);

const chunk = 0x8000;

const base64 = (bytes: Uint8Array): string => {
  let text = "";
  for (let at = 0; at < bytes.length; at += chunk) text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(text);
};
