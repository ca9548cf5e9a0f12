/**
 * Text as HL7 v2 writes it: fields, components and repetitions are signs, so the same signs in a text are escaped.
 *
 * - HLT1 `\F\ \S\ \T\ \R\ \E\` stand for `| ^ & ~ \`, and `\.br\` for a line break; all other text stands as it is, in UTF-8.
 * - HLT2 What is no text (control characters, halves of a character) is left out, as it is in FHIR: it would end a segment or a frame.
 * - HLT3 What was escaped reads back as the same text.
 */
import type { Brand } from "#core/brand.ts";

/** Ready to stand in a message: what comes from people becomes one only by `hl7Text`. */
export type Written = Brand<string, "Written">;

/** A code, a number or a time of our own making, without any of the signs. */
export const plain = (text: string): Written => {
  if (/[|^&~\\\r\n]/.test(text)) throw new Error("a code with a sign of HL7 in it is escaped first");
  return text as Written;
};

export const nothing = "" as Written;

const escapes: { readonly [sign: string]: string } = { "|": "\\F\\", "^": "\\S\\", "&": "\\T\\", "~": "\\R\\", "\\": "\\E\\" };

export const hl7Text = (text: string | null | undefined): Written =>
  // This is the one place where text of people becomes text of a message.
  spoken(text ?? "").replace(/[|^&~\\]/g, (sign) => escapes[sign] ?? sign).replaceAll("\n", "\\.br\\") as Written;

/** What of a text can be told at all: line breaks of one kind, no control characters. */
export const spoken = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken away here
  text.toWellFormed().replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "");

const signs: { readonly [name: string]: string } = { F: "|", S: "^", T: "&", R: "~", E: "\\", ".br": "\n" };

/** An escape that we do not know stays as it is. */
export const readHl7Text = (written: string): string => written.replace(/\\([^\\]*)\\/g, (whole, name: string) => signs[name] ?? whole);

const joined = (sign: string) => (...parts: ReadonlyArray<Written>): Written => {
  const last = parts.findLastIndex((part) => part !== "");
  return parts.slice(0, last + 1).join(sign) as Written;
};

/** Each without the empty ones at its end. */
export const components = joined("^");
export const subcomponents = joined("&");
export const repeated = (all: ReadonlyArray<Written>): Written => all.filter((one) => one !== "").join("~") as Written;
