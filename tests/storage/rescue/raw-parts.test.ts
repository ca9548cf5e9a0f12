import { describe, expect, it } from "vitest";
import { blobLines } from "#storage/rescue/blob-lines.ts";
import { readRawParts } from "#storage/rescue/raw-parts.ts";
import type { RawPart } from "../../../src/redd/raw-lines.ts";
import { linesOf, madeMs, streamed } from "./rescued.ts";

const note = (text: string): RawPart => ({ is: "note", name: "vaktbok-book", text });
const three = [note("1"), note("2"), note("3")];
const read = async (lines: ReadonlyArray<string>) => readRawParts(streamed(lines));
const texts = async (lines: ReadonlyArray<string>) => {
  const answer = await read(lines);
  if (!answer.ok) throw new Error(answer.error.type);
  const { parts, damaged, isWhole } = answer.value;
  return { texts: parts.map((part) => (part.is === "note" ? part.text : part.is)), damaged, isWhole };
};

it("[RAW2][RWP1] what was written is read, and known to be whole", async () => {
  expect(await texts(await linesOf(three))).toEqual({ texts: ["1", "2", "3"], damaged: 0, isWhole: true });
});

it("[RWP1] a line with any one byte changed is counted, and the others are read", async () => {
  const lines = await linesOf(three);
  const line = lines[2] ?? "";
  for (let at = 0; at < line.length; at += 1) {
    const changed = line.slice(0, at) + (line[at] === "7" ? "8" : "7") + line.slice(at + 1);
    expect(await texts(lines.with(2, changed))).toEqual({ texts: ["1", "3"], damaged: 1, isWhole: false });
  }
});

it("[RWP2] a file that was cut anywhere gives what stands before the cut, and says that it was cut", async () => {
  const lines = await linesOf(three);
  const text = lines.join("\n");
  const firstLine = (lines[0] ?? "").length;
  for (let length = firstLine; length < text.length - 1; length += 7) {
    const answer = await texts(text.slice(0, length).split("\n"));
    expect(answer.isWhole).toBe(false);
    expect(["1", "2", "3"].slice(0, answer.texts.length)).toEqual(answer.texts);
  }
});

it("[RWP2] a part taken out, put in or moved is seen at the end", async () => {
  const lines = await linesOf(three);
  const [first = "", one = "", two = "", last = "", end = ""] = lines;
  for (const other of [[first, one, last, end], [first, one, two, two, last, end], [first, two, one, last, end], [first, end]]) {
    expect((await texts(other)).isWhole).toBe(false);
  }
});

it("[RWP3] another's file and a later version's are told as such, and nothing more is read", async () => {
  for (const line of ["", "{}", "age-encryption.org/v1", JSON.stringify({ format: "vaktbok", v: 1, madeMs }), "x".repeat(10_000_000)]) {
    expect(await read([line])).toEqual({ ok: false, error: { type: "NotOurs" } });
  }
  expect(await read([])).toEqual({ ok: false, error: { type: "NotOurs" } });
  expect(await read([JSON.stringify({ format: "vaktbok-raw", v: 2, madeMs })])).toEqual({ ok: false, error: { type: "Newer" } });
});

describe("[RWP4] a hostile line", () => {
  const hostile: ReadonlyArray<readonly [string, unknown]> = [
    ["of a kind that nobody knows", { is: "run", script: "alert(1)" }],
    ["with fields of other kinds", { is: "rows", database: 5, version: "1", store: null, rows: {} }],
    ["with a name of a megabyte", { is: "note", name: "x".repeat(1_000_000), text: "" }],
    ["that nests a thousand deep", { is: "rows", database: "d", version: 1, store: "s", rows: [JSON.parse(`${"[".repeat(1000)}${"]".repeat(1000)}`)] }],
    ["that is longer than any of ours", { is: "note", name: "n", text: "x".repeat(9_000_000) }],
  ];
  for (const [what, part] of hostile) {
    it(`${what} is counted, and the rest is read`, async () => {
      const lines = await linesOf([note("1"), part as RawPart, note("3")]);
      expect(await texts(lines)).toMatchObject({ texts: ["1", "3"], damaged: 1 });
    });
  }

  it("that would reach into every object gives only its own known fields", async () => {
    const text = `{"is":"note","name":"n","text":"1","__proto__":{"polluted":true}}`;
    const hash = Buffer.from(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))).toString("hex");
    const [first = ""] = await linesOf([]);
    const answer = await read([first, `{"sha256":"${hash}","part":${text}}`]);
    expect(answer.ok && answer.value.parts).toEqual([{ is: "note", name: "n", text: "1" }]);
    expect("polluted" in {}).toBe(false);
  });
});

const gathered = async (file: Blob, most: number): Promise<ReadonlyArray<string>> => {
  const lines: string[] = [];
  for await (const line of blobLines(file, most)) lines.push(line);
  return lines;
};

it("[BLB1] gives every line once, also one that is long, one with letters of many bytes, and a last one without an end", async () => {
  const lines = ["a", "", "ø".repeat(200_000), "c"];
  expect(await gathered(new Blob([lines.join("\n")]), 1_000_000)).toEqual(lines);
  expect(await gathered(new Blob([`${lines.join("\n")}\n`]), 1_000_000)).toEqual(lines);
});

it("[BLB1] stops at a line that is too long, with what came before it", async () => {
  expect(await gathered(new Blob(["a\n", "x".repeat(3_000_000), "\nb"]), 1_000_000)).toEqual(["a"]);
});
