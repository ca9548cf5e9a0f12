import fc from "fast-check";
import { expect, it } from "vitest";
import { maxPhotoBytes } from "#core/clinical/photo.ts";
import { smallEnough } from "#app/photo/shrink-photo.ts";

const blobOf = (size: number, type = "image/jpeg"): Blob => new Blob([new Uint8Array(Math.round(size))], { type });

it("[SHR1] whatever its measures and however it weighs, it ends under the cap, in its own shape, and never larger than it was", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 12_000 }), fc.integer({ min: 1, max: 12_000 }), fc.double({ min: 0.01, max: 0.6, noNaN: true }), async (width, height, bytesAPixel) => {
      const small = await smallEnough({ width, height }, async (w, h, quality) => blobOf(w * h * bytesAPixel * quality));
      expect(small?.blob.size).toBeLessThanOrEqual(maxPhotoBytes);
      expect(small?.width).toBeLessThanOrEqual(Math.min(width, 1600));
      expect(small?.height).toBeLessThanOrEqual(Math.min(height, 1600));
    }),
    { numRuns: 60 },
  );
});

it("[SHR1] the first that fits is taken: a light picture keeps its length and its quality", async () => {
  const asked: Array<ReadonlyArray<number>> = [];
  const small = await smallEnough({ width: 4000, height: 3000 }, async (...one) => {
    asked.push(one);
    return blobOf(90_000);
  });
  expect([small?.width, small?.height, asked]).toEqual([1600, 1200, [[1600, 1200, 0.8]]]);
});

it("[SHR3] where nothing fits, or the browser makes no JPEG, there is no picture", async () => {
  expect(await smallEnough({ width: 10, height: 10 }, async () => blobOf(maxPhotoBytes + 1))).toBeNull();
  expect(await smallEnough({ width: 10, height: 10 }, async () => blobOf(10, "image/png"))).toBeNull();
  expect(await smallEnough({ width: 10, height: 10 }, async () => null)).toBeNull();
});
