import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Bytes } from "#core/log/envelope.ts";
import type { DeviceId } from "#core/log/record.ts";
import { crc32 } from "#storage/journal/crc32.ts";
import { joined, journalMark, ownerFrame, recordFrame, scanJournal } from "#storage/journal/frames.ts";
import { memoryJournal } from "#storage/journal/journal.ts";
import { provedChain, provedWard } from "./proved-samples.ts";

const chain = await provedChain("A", 12);
const owner = { ward: provedWard, device: "A" as DeviceId };
const frames = chain.map(recordFrame);
const file = joined([journalMark, ownerFrame(owner), ...frames]);
const seqs = (bytes: Bytes): ReadonlyArray<number> => scanJournal(bytes).records.map(({ header }) => header.seq);
const everySeq = chain.map(({ header }) => header.seq);
const startOf = (place: number): number => file.length - frames.slice(place).reduce((sum, { length }) => sum + length, 0);

describe("the journal's frames", () => {
  it("[FRM1] give back every record and the owner, as they were", () => {
    expect(scanJournal(file)).toEqual({ records: chain, owner, damagedBytes: 0 });
    expect(scanJournal(new Uint8Array())).toEqual({ records: [], owner: null, damagedBytes: 0 });
  });

  it("[FRM2] with any one byte changed lose at most the one frame it stands in, and say that something is damaged", () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = file.map((byte, place) => (place === at ? byte ^ change : byte));
        const hit = frames.findLastIndex((_, place) => startOf(place) <= at);
        expect(seqs(damaged)).toEqual(everySeq.filter((_, place) => place !== hit));
        expect(scanJournal(damaged).damagedBytes).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it("[FRM2] with bytes taken out or put in are found again at the next frame", () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.uint8Array({ minLength: 1, maxLength: 40 }), (at, put) => {
        const hit = frames.findLastIndex((_, place) => startOf(place) <= at);
        const bytes = new Uint8Array([...file.subarray(0, at), ...put, ...file.subarray(at)]);
        // Put in between two frames, or so that it reads the same as what it parted, it leaves the frame whole.
        const isWhole = hit === -1 || Buffer.from(bytes).includes(Buffer.from(frames[hit] ?? never()));
        expect(seqs(bytes)).toEqual(everySeq.filter((_, place) => isWhole || place !== hit));
      }),
      { numRuns: 200, examples: [[startOf(1) + 1, Uint8Array.of(file[startOf(1)] ?? never())]] },
    );
  });

  it("[FRM3] cut anywhere give every frame that is whole before the cut", () => {
    for (let length = 0; length <= file.length; length += 1) {
      const whole = frames.filter((_, place) => startOf(place) + (frames[place]?.length ?? 0) <= length).length;
      expect(seqs(file.slice(0, length))).toEqual(everySeq.slice(0, whole));
    }
  });

  it("[FRM4] of a kind made by a later program are stepped over, and are no damage", () => {
    const later = recordFrame(chain[0] ?? never()).slice();
    later[5] = 0x5a;
    new DataView(later.buffer).setUint32(later.length - 4, crc32(later, 5, later.length - 4));
    expect(scanJournal(joined([file, later, ...frames.slice(0, 1)]))).toMatchObject({ damagedBytes: 0, records: { length: 13 } });
  });
});

describe("a journal in memory", () => {
  it("[JRN3] takes back what was appended last", async () => {
    const journal = memoryJournal();
    await journal.append(file);
    await journal.append(recordFrame(chain[0] ?? never()));
    expect(await journal.cut(file.length)).toEqual({ ok: true, value: null });
    expect(await journal.read()).toEqual({ ok: true, value: file });
  });

  it("[JRN1] gives back what was appended, in order, also through another handle", async () => {
    const place = { bytes: new Uint8Array() };
    const [one, two] = [memoryJournal(place), memoryJournal(place)];
    expect(await one.append(new Uint8Array([1, 2]))).toEqual({ ok: true, value: 2 });
    expect(await two.append(new Uint8Array([3]))).toEqual({ ok: true, value: 3 });
    expect(await one.read()).toEqual({ ok: true, value: new Uint8Array([1, 2, 3]) });
    await one.replace(new Uint8Array([9]));
    expect(await two.size()).toEqual({ ok: true, value: 1 });
  });
});

const never = (): never => {
  throw new Error("there is one");
};
