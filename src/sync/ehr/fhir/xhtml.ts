// Lines of words as the narrative of FHIR: paragraphs, with their labels in bold. What people typed is text and never markup.
import type { LetterLine } from "#projections/letter.ts";
import { fhirText } from "./json.ts";

export const xhtmlOf = (lines: ReadonlyArray<LetterLine>, language: string): string =>
  `<div xmlns="http://www.w3.org/1999/xhtml" lang="${language}" xml:lang="${language}">${lines.map(paragraph).join("")}</div>`;

const paragraph = ({ label, text }: LetterLine): string => `<p>${label === null ? "" : `<b>${escaped(onOneLine(label))}:</b> `}${escaped(text)}</p>`;

/** A label may be what somebody typed: an order, a question. */
const onOneLine = (label: string): string => label.replace(/\s+/gu, " ");

const escaped = (text: string): string =>
  (fhirText(text) ?? "–")
    // Not characters of XML 1.0, though JSON can carry them.
    .replace(/[\ufffe\uffff]/g, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\r\n?|\n/g, "<br/>");
