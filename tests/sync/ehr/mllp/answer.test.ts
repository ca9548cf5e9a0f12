import fc from "fast-check";
import { expect, it } from "vitest";
import { readAnswer } from "#sync/ehr/mllp/answer.ts";

const ack = (...more: ReadonlyArray<string>): string => ["MSH|^~\\&|EPJ|TRH|VAKTBOK|W|20260120200000||ACK^A04^ACK|a1|T|2.5.1", ...more].join("\r");

it.each(["AA", "CA"])("[MLA1] %s with our id is accepted", (code) => {
  expect(readAnswer(ack(`MSA|${code}|m1`), "m1")).toEqual({ is: "accepted" });
});

it.each([
  ["in ERR-3", ack("MSA|AR|m1", "ERR||PID^1^3|207^Application internal error^HL70357|E")],
  ["as older receivers write it, in ERR-1", ack("MSA|AE|m1", "ERR|PID^1^3^206&Record locked&HL70357")],
  ["in MSA-6", ack("MSA|AR|m1|busy|||207^Application internal error")],
])("[MLA2] locked or busy, %s, is later", (_, text) => {
  expect(readAnswer(text, "m1")).toMatchObject({ is: "waiting" });
});

it.each(["AE", "AR", "CE", "CR"])("[MLA2] every other %s is refused, with its code", (code) => {
  expect(readAnswer(ack(`MSA|${code}|m1`, "ERR||PID^1^3|204^Unknown key identifier^HL70357|E"), "m1")).toEqual({ is: "refused", why: `${code} 204` });
  expect(readAnswer(ack(`MSA|${code}|m1`), "m1")).toEqual({ is: "refused", why: code });
});

it.each([
  ["another's", ack("MSA|AA|m2")],
  ["nobody's", ack("MSA|AA")],
  ["none at all", ack()],
  ["an unheard-of code", ack("MSA|OK|m1")],
  ["no HL7", "HTTP/1.1 200 OK"],
  ["a cut one", "MSH|^~\\&|EPJ"],
  ["nothing", ""],
])("[MLA3] %s is unknown", (_, text) => {
  expect(readAnswer(text, "m1")).toMatchObject({ is: "unknown" });
});

it("[MLA3] no text of any kind is a yes without our id", () => {
  fc.assert(fc.property(fc.string({ maxLength: 60 }), fc.constantFrom("", "MSH|^~\\&|\rMSA|AA|", "MSA|AA|m1\r"), (text, start) => {
    expect(readAnswer(`${start}${text}`, "m1-id").is).not.toBe("accepted");
  }));
});

it("[MLA4] a receiver's own signs are read, and any line break between segments", () => {
  expect(readAnswer("MSH#*~\\&#EPJ\nMSA#AR#m1\nERR###207*Application internal error*HL70357#E", "m1")).toEqual({ is: "waiting", why: "AR 207" });
});
