import { expect, it } from "vitest";
import { saysNothingNoted } from "#core/clinical/note.ts";
import { readNote } from "#forms/note.ts";

it("[NTF1] empty parts are left out, lines inside a part stay", () => {
  expect(readNote({ text: "  Blek\n\nog klam \n", situation: "  ", assessment: "Sepsis?" })).toEqual({ text: "Blek\n\nog klam", assessment: "Sepsis?" });
  expect(readNote({})).toEqual({});
});

it("[NOT1] a note with nothing in it says nothing", () => {
  expect([saysNothingNoted({}), saysNothingNoted({ text: " \n" }), saysNothingNoted({ background: "KOLS" })]).toEqual([true, true, false]);
});
