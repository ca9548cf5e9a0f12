import fc from "fast-check";
import { expect, it } from "vitest";
import { framed, noBytes, readFrames, type FramesRead } from "#sync/ehr/mllp/frames.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const readAll = (chunks: ReadonlyArray<Uint8Array>, maxBytes = 1_000): Pick<FramesRead, "frames" | "fault"> => {
  let reader = noBytes;
  const frames: string[] = [];
  let fault: FramesRead["fault"] = null;
  for (const chunk of chunks) {
    const read = readFrames(reader, chunk, maxBytes);
    reader = read.reader;
    frames.push(...read.frames);
    fault ??= read.fault;
  }
  return { frames, fault };
};
// oxlint-disable-next-line no-control-regex -- the two bytes that begin and end a frame are never in a text of ours
const oneText = fc.string({ unit: "grapheme" }).map((text) => text.replace(/[\u000b\u001c]/g, ""));

it("[MLF1] any messages, cut into any chunks, come out as they went in", () => {
  fc.assert(
    fc.property(fc.array(oneText), fc.array(fc.nat(60)), (texts, cuts) => {
      const stream = texts.map(framed).reduce((all, one) => new Uint8Array([...all, ...one]), new Uint8Array());
      const places = [...new Set([0, ...cuts.map((cut) => cut % (stream.length + 1)), stream.length])].toSorted((a, b) => a - b);
      const chunks = places.slice(1).map((to, at) => stream.subarray(places[at], to));
      expect(readAll(chunks)).toEqual({ frames: texts, fault: null });
    }),
  );
});

it("[MLF1] an end byte alone ends nothing", () => {
  expect(readAll([bytes("\u000ba\u001cb\r\u001c\r")])).toEqual({ frames: ["a\u001cb\r"], fault: null });
});

it("[MLF2] bytes outside of a frame are told of, a line break more is not", () => {
  expect(readAll([bytes("HTTP\u000ba\u001c\r")])).toEqual({ frames: ["a"], fault: "outside" });
  expect(readAll([bytes("\u000ba\u001c\r\r\n")])).toEqual({ frames: ["a"], fault: null });
});

it("[MLF3] a frame larger than the limit is given up, one of just that size is not", () => {
  expect(readAll([framed("x".repeat(9))], 10)).toEqual({ frames: ["x".repeat(9)], fault: null });
  expect(readAll([framed("x".repeat(10))], 10).fault).toBe("tooLarge");
  expect(readAll([framed("x".repeat(500)).subarray(0, 400)], 10)).toEqual({ frames: [], fault: "tooLarge" });
  const [first, second] = [bytes(`\u000b${"x".repeat(8)}`), bytes("yyyyyy")];
  expect(readAll([first, second], 10).fault).toBe("tooLarge");
});

it("[MLF4] a frame inside another gives up the first", () => {
  expect(readAll([bytes("\u000bhalf"), framed("whole")])).toEqual({ frames: ["whole"], fault: "outside" });
});
