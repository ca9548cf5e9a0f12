/**
 * Bytes as text that may stand in JSON and in addresses (RFC 4648 §5, without padding).
 *
 * - B64U1 Bytes of any number become text and the same bytes again: a record with a picture or a whole triage set in it too.
 */
import type { Bytes } from "#core/log/envelope.ts";

/** As many as a call surely takes as arguments; a whole record can be more. */
const chunk = 0x80_00;

export const toBase64Url = (bytes: Bytes): string => {
  let text = "";
  for (let at = 0; at < bytes.length; at += chunk) text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};

/** null when the text is not base64url. */
export const fromBase64Url = (text: string): Bytes | null => {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
};
