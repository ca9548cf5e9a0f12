// SHA-256 as the formats write it: 64 digits.
import { hexOf } from "#core/hex.ts";
import type { Bytes } from "#core/log/envelope.ts";

const utf8 = new TextEncoder();

export const sha256Hex = async (bytes: Bytes): Promise<string> => hexOf(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));

export const sha256HexOfText = (text: string): Promise<string> => sha256Hex(utf8.encode(text));
