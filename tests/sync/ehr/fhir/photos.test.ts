import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { emptyState } from "#projections/ward-state.ts";
import type { VisitEvent } from "#core/visit/events.ts";
import { visitToBundles } from "#sync/ehr/fhir/bundle.ts";
import { sha1 } from "#sync/ehr/fhir/sha1.ts";
import { tinyJpeg, tinyPhoto } from "../../../tiny-jpeg.ts";
import { arrived, given, visitId } from "../given-visit.ts";
import { resourcesOf, sha256Hex, sourceOf } from "./sources.ts";

const told = async (event: VisitEvent) => resourcesOf(await visitToBundles(given({ event: arrived() }, { event, minute: 12, lateMin: 3 }), sourceOf(emptyState), sha256Hex), "DocumentReference");
const taken = { type: "v1.PhotoTaken", visit: visitId, photo: { ...tinyPhoto, of: "paper", words: "Epikrise fra fastlegen" }, jpeg: tinyJpeg } as const;

it("[FPH1][FPH3] the attachment is the very picture, with its size, its hash and both times", async () => {
  const [one] = await told(taken);
  const hash = createHash("sha1").update(Buffer.from(tinyJpeg, "base64")).digest("base64");
  expect(one).toMatchObject({
    status: "current", type: { text: "Photo of a paper" }, description: "Epikrise fra fastlegen", date: "2026-01-20T15:58:00.000Z", author: [{ display: "Marit Snøfonn" }],
    content: [{ attachment: { contentType: "image/jpeg", data: tinyJpeg, size: tinyPhoto.size, hash, title: "Epikrise fra fastlegen", creation: "2026-01-20T15:55:00.000Z" } }],
  });
});

it("[FPH2] without its picture, or with one that cannot be read, it says that the picture is missing", async () => {
  const { jpeg: _jpeg, ...bare } = taken;
  for (const event of [bare, { ...taken, jpeg: "not base64!" }]) {
    const [one] = await told(event);
    expect(one?.["description"]).toBe("Epikrise fra fastlegen. The picture itself is not in this file.");
    expect(JSON.stringify(one)).not.toContain('"data"');
  }
});

it("[FPH1] the hash is that of SHA-1, whatever the length", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
    expect(Buffer.from(sha1(bytes)).toString("hex")).toBe(createHash("sha1").update(bytes).digest("hex"));
  }));
});
