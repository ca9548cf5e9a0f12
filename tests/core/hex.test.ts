import { expect, it } from "vitest";
import { bytesOfHex, hexOf } from "#core/hex.ts";

it("[HEX1] every byte is two digits, and is read back", () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  expect(hexOf(Uint8Array.of(0, 10, 255))).toBe("000aff");
  expect(bytesOfHex(hexOf(all))).toEqual(all);
});
