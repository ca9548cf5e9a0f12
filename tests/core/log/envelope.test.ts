import fc from "fast-check";
import { expect, it } from "vitest";
import { headerBytes, headerText, idPreimage, readHeader, seenPreimage, seenVector, signaturePreimage } from "#core/log/envelope.ts";
import type { DeviceId, Head, RecordHeader, RecordId, Stamp, WardId } from "#core/log/record.ts";

const hash = (digit: string): string => digit.repeat(64);
const header: RecordHeader = {
  v: 1,
  ward: "w-1" as WardId,
  device: "d_1" as DeviceId,
  seq: 2,
  hlc: "0123456789ab-00ff" as Stamp,
  epoch: 3,
  prev: hash("a") as RecordId,
  seen: hash("b"),
};
const text = new TextDecoder();
const bytes = (...values: ReadonlyArray<number>): Uint8Array<ArrayBuffer> => new Uint8Array(values);

it("[ENV1] writes a header as canonical JSON of its eight fields, and reads it back", () => {
  const expected = `{"device":"d_1","epoch":3,"hlc":"0123456789ab-00ff","prev":"${hash("a")}","seen":"${hash("b")}","seq":2,"v":1,"ward":"w-1"}`;
  expect(headerText(header)).toBe(expected);
  expect(text.decode(headerBytes({ ...header, extra: 1 } as RecordHeader))).toBe(expected);
  expect(readHeader(JSON.parse(expected))).toEqual(header);
});

it("[ENV2] takes nothing for a header that is not exactly one", () => {
  const wrong: ReadonlyArray<Readonly<Record<string, unknown>>> = [
    { v: 2 }, { v: "1" }, { ward: "" }, { ward: "å" }, { device: "a b" }, { device: "x".repeat(65) }, { seq: 0 }, { seq: 1.5 }, { seq: 1 }, { prev: null }, { prev: hash("A") }, { hlc: "1" }, { epoch: 0 }, { seen: "" }, { extra: 1 },
  ];
  for (const change of wrong) expect([change, readHeader({ ...header, ...change })]).toEqual([change, null]);
  for (const raw of [null, 1, "x", [], {}, undefined]) expect(readHeader(raw)).toBeNull();
  expect(readHeader({ ...header, seq: 1, prev: null })).toEqual({ ...header, seq: 1, prev: null });
});

it("[ENV3] lets nothing move between header, iv and body", () => {
  const anyBytes = fc.uint8Array({ maxLength: 8 }).map((array) => new Uint8Array(array));
  const parts = fc.tuple(anyBytes, fc.uint8Array({ minLength: 3, maxLength: 3 }).map((array) => new Uint8Array(array)), anyBytes);
  fc.assert(
    fc.property(parts, parts, (one, two) => {
      const isSame = JSON.stringify(one.map((each) => [...each])) === JSON.stringify(two.map((each) => [...each]));
      expect(String(idPreimage(...one)) === String(idPreimage(...two))).toBe(isSame);
    }),
    { numRuns: 500 },
  );
  expect([...idPreimage(bytes(1, 2), bytes(3), bytes(4))]).toEqual([0, 0, 0, 2, 1, 2, 3, 4]);
});

it("[ENV4] signs the id's 32 bytes under a name of its own", () => {
  const preimage = signaturePreimage(`00ff${"12".repeat(30)}` as RecordId);
  expect(text.decode(preimage.slice(0, 18))).toBe("vaktbok/record/v1\n");
  expect(preimage.slice(18)).toEqual(bytes(0, 255, ...Array<number>(30).fill(0x12)));
});

it("[ENV1] says which heads were seen in one order, whatever order they are held in", () => {
  const head = (device: string, seq: number): Head => ({ device: device as DeviceId, seq, id: hash("c") as RecordId });
  const [a, b] = [head("a", 2), head("b", 9)];
  expect(text.decode(seenPreimage([b, a]))).toBe(`[["a",2,"${hash("c")}"],["b",9,"${hash("c")}"]]`);
  expect(seenPreimage([a, b])).toEqual(seenPreimage([b, a]));
  expect(seenVector([b, a])).toEqual([["a", 2], ["b", 9]]);
  expect(text.decode(seenPreimage([]))).toBe("[]");
});
