import fc from "fast-check";
import { Hl7Message } from "@medplum/core";
import { Parser } from "simple-hl7";
import { expect, it } from "vitest";
import { header, messageText, segment } from "#sync/ehr/hl7/segment.ts";
import { components, hl7Text, plain, readHl7Text, spoken, type Written } from "#sync/ehr/hl7/text.ts";
import { readByMedplum } from "../../../counterparts/mllp/medplum-receiver.ts";
import { readBySimple } from "../../../counterparts/mllp/simple-receiver.ts";
import { nastyText } from "../any-visit.ts";

const anyText = fc.oneof(
  nastyText,
  fc.string({ unit: fc.constantFrom("|", "^", "&", "~", "\\", "\n", "\r", "\r\n", "F", "E", ".br", "X0D", "æ", "ø", "å", "🫀", " ") }),
  fc.string({ unit: "grapheme" }),
);

const messageWith = (name: Written, note: Written): string =>
  messageText([header({ 10: plain("m1") }), segment("PID", { 1: plain("1"), 5: components(name, plain("x")) }), segment("OBX", { 1: plain("1"), 5: note })]);

it("[HLT1] each sign of HL7 has its escape", () => {
  expect(hl7Text("a|b^c&d~e\\f\ng")).toBe("a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f\\.br\\g");
  expect(hl7Text("Æ ø å 🫀")).toBe("Æ ø å 🫀");
  expect(hl7Text("\\.br\\")).toBe("\\E\\.br\\E\\");
});

it("[HLT2] what would end a segment or a frame is not in any text", () => {
  expect(hl7Text("a\u000bb\u001cc\rd\r\ne\u0000\ud800")).toBe("abc\\.br\\d\\.br\\e\ufffd");
});

it("[HLT3] any text reads back the same, through both receivers' parsers", () => {
  fc.assert(
    fc.property(anyText, anyText, (name, note) => {
      const text = messageWith(hl7Text(name), hl7Text(note));
      for (const read of [readByMedplum(Hl7Message.parse(text)), readBySimple(new Parser().parse(text))]) {
        expect(readHl7Text(read.name)).toBe(spoken(name));
        expect(read.values.map(readHl7Text)).toEqual([spoken(note)]);
      }
    }),
    { numRuns: 500 },
  );
});

it("[HLS1] segments end with CR, and have nothing empty at their end", () => {
  const nothing = hl7Text("");
  expect(messageText([header({ 3: plain("A"), 10: plain("m1"), 12: nothing }), segment("PID", { 1: plain("1"), 3: components(plain("x"), nothing), 9: nothing })])).toBe("MSH|^~\\&|A|||||||m1\rPID|1||x\r");
});

it("a code of our own with a sign in it is a bug, not a message", () => {
  expect(() => plain("a|b")).toThrow("escaped");
});
