import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Draft, DraftId } from "#core/draft.ts";
import { epochMs } from "#core/time.ts";
import { readDraftFile, sealDraft, slotBytes } from "#storage/drafts/draft-file.ts";

const makeKey = () => crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
const id = "0f0c" as DraftId;
const draftOf = (fields: Draft["fields"]): Draft => ({ id, form: "door", fields, keptMs: epochMs(1_795_000_000_000) });

const fileOf = async (key: CryptoKey, texts: ReadonlyArray<string>): Promise<Uint8Array<ArrayBuffer>> => {
  let file = new Uint8Array();
  for (const [place, name] of texts.entries()) {
    const slot = await sealDraft(key, { draft: draftOf({ name }), turn: place + 1 });
    const longer = new Uint8Array(Math.max(file.length, slot!.at + slot!.bytes.length));
    longer.set(file);
    longer.set(slot!.bytes, slot!.at);
    file = longer;
  }
  return file;
};

describe("a draft's file", () => {
  it("[DFF1] reads back what was written last, whatever was typed and however often", async () => {
    const key = await makeKey();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 6 }), async (texts) => {
        const read = await readDraftFile(key, id, await fileOf(key, texts));
        expect(read).toEqual({ draft: draftOf({ name: texts.at(-1)! }), turn: texts.length });
      }),
      { numRuns: 30 },
    );
  });

  it("[DFF1] a write that was cut short at any byte leaves the text before it", async () => {
    const key = await makeKey();
    const before = await fileOf(key, ["K", "Ka"]);
    const slot = (await sealDraft(key, { draft: draftOf({ name: "Kar" }), turn: 3 }))!;
    for (let count = 0; count < slot.bytes.length; count += 1) {
      const torn = new Uint8Array(Math.max(before.length, slot.at + count));
      torn.set(before);
      torn.set(slot.bytes.subarray(0, count), slot.at);
      expect((await readDraftFile(key, id, torn))?.draft.fields).toEqual({ name: "Ka" });
    }
  });

  it("[DFF2] opens with its own key alone, under its own name, with every byte as it was", async () => {
    const key = await makeKey();
    const file = await fileOf(key, ["Kari"]);
    expect(await readDraftFile(await makeKey(), id, file)).toBeNull();
    expect(await readDraftFile(key, "another" as DraftId, file)).toBeNull();
    for (let at = slotBytes; at < file.length; at += 1) {
      const flipped = file.slice();
      flipped[at]! ^= 1;
      expect(await readDraftFile(key, id, flipped)).toBeNull();
    }
    expect(new TextDecoder().decode(file)).not.toContain("Kari");
  });

  it("[DFF3] a text that fills more than a slot is refused whole", async () => {
    const key = await makeKey();
    expect(await sealDraft(key, { draft: draftOf({ name: "x".repeat(slotBytes) }), turn: 1 })).toBeNull();
    expect(await sealDraft(key, { draft: draftOf({ name: "x".repeat(slotBytes / 2) }), turn: 1 })).not.toBeNull();
  });
});
