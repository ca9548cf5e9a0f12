import { expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "#storage/base64url.ts";

it.each([0, 1, 2, 3, 0x7f_ff, 0x80_00, 0x80_01, 200_000, 700_000])("[B64U1] %i bytes come back the same", (count) => {
  const bytes = Uint8Array.from({ length: count }, (_, at) => (at * 31 + (at >> 8)) % 256);
  const text = toBase64Url(bytes);
  expect(text).toMatch(/^[\w-]*$/);
  expect(Buffer.compare(fromBase64Url(text) ?? new Uint8Array(1), bytes)).toBe(0);
});
