/**
 * A code in a picture: by the browser's own reader where it has one, else by ours, which reads QR codes alone.
 *
 * - PIC1 A picture without a code, or with one that cannot be read, is null: the next picture is a moment away.
 */
import type { DecodeQR } from "qr/decode.js";

export interface PictureReader {
  readonly readsLines: boolean;
  readonly read: (video: HTMLVideoElement) => Promise<string | null>;
}

/** As far as we use it; TypeScript's own types do not have it yet. */
interface Detector {
  readonly detect: (source: HTMLVideoElement) => Promise<ReadonlyArray<{ readonly rawValue: string }>>;
}
interface DetectorMaker {
  new (options: { readonly formats: ReadonlyArray<string> }): Detector;
  readonly getSupportedFormats: () => Promise<ReadonlyArray<string>>;
}

const wanted = ["qr_code", "data_matrix", "code_128", "code_39", "itf", "codabar"];

export const pictureReader = async (): Promise<PictureReader> => (await ownReader()) ?? drawnReader((await import("qr/decode.js")).decodeQR);

const ownReader = async (): Promise<PictureReader | null> => {
  // The browser's word for what it has; looked at before it is used.
  const { BarcodeDetector: make } = window as { readonly BarcodeDetector?: DetectorMaker };
  const formats: ReadonlyArray<string> = (await make?.getSupportedFormats().catch(() => [])) ?? [];
  const formatsHere = wanted.filter((format) => formats.includes(format));
  if (make === undefined || !formatsHere.includes("qr_code")) return null;
  const detector = new make({ formats: formatsHere });
  return { readsLines: formatsHere.includes("code_128"), read: async (video) => (await detector.detect(video).catch(() => []))[0]?.rawValue ?? null };
};

/** A few hundred points across are enough for 21 modules, and small enough for an old tablet. */
const mostPoints = 640;

const drawnReader = (decode: DecodeQR): PictureReader => {
  let context: CanvasRenderingContext2D | null = null;
  return {
    readsLines: false,
    read: async (video) => {
      const scale = Math.min(1, mostPoints / Math.max(video.videoWidth, video.videoHeight, 1));
      const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
      if (width === 0 || height === 0) return null;
      context ??= document.createElement("canvas").getContext("2d", { willReadFrequently: true });
      if (context === null) return null;
      const { canvas } = context;
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
      context.drawImage(video, 0, 0, width, height);
      return readPicture(decode, context.getImageData(0, 0, width, height));
    },
  };
};

export const readPicture = (decode: DecodeQR, picture: Parameters<DecodeQR>[0]): string | null => {
  try {
    return decode(picture);
  } catch {
    // It throws for every picture that has no whole code in it.
    return null;
  }
};
