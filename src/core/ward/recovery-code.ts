/**
 * The recovery code: 128 random bits that open every archive of the ward, as a person writes them on a card and types them
 * again at 03:00. Crockford's 32 signs (no I, L, O, U), seven groups of four: 16 bytes, then 12 bits that check them.
 *
 * - RCD1 Any 16 bytes come back from their code, with or without dashes and spaces, in small letters, with I or L for 1 and O for 0.
 * - RCD2 One wrong sign, or two neighbours swapped, is always noticed; anything else 4,095 times of 4,096.
 * - RCD3 What is wrong is said: a sign that no code has, too few or too many signs, or signs that do not fit together.
 */
import { err, ok, type Result } from "../result.ts";

export type CodeFault =
  | { readonly type: "WrongSign"; readonly sign: string }
  | { readonly type: "WrongLength"; readonly signs: number }
  | { readonly type: "WrongCheck" };

type Bytes = Uint8Array<ArrayBuffer>;

export const codeLength = 28;
export const codeBytes = 16;

const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export const recoveryCode = (secret: Bytes): string => {
  const bits = [...Array.from(secret, (byte) => byte.toString(2).padStart(8, "0")), crc12(secret).toString(2).padStart(12, "0")].join("");
  const letters = Array.from({ length: codeLength }, (_, at) => signs[parseInt(bits.slice(5 * at, 5 * at + 5), 2)]);
  return groups(letters.join("")).join("-");
};

/** The groups of four that a code is shown and printed in. */
export const groups = (code: string): ReadonlyArray<string> => code.replaceAll("-", "").match(/.{1,4}/g) ?? [];

export const readRecoveryCode = (typed: string): Result<Bytes, CodeFault> => {
  const bare = typed.toUpperCase().replace(/[\s\p{Pd}]/gu, "").replace(/[IL]/g, "1").replaceAll("O", "0");
  const wrong = Array.from(bare).find((sign) => !signs.includes(sign));
  if (wrong !== undefined) return err({ type: "WrongSign", sign: wrong });
  if (bare.length !== codeLength) return err({ type: "WrongLength", signs: bare.length });
  const bits = Array.from(bare, (sign) => signs.indexOf(sign).toString(2).padStart(5, "0")).join("");
  const secret = Uint8Array.from({ length: codeBytes }, (_, at) => parseInt(bits.slice(8 * at, 8 * at + 8), 2));
  return crc12(secret) === parseInt(bits.slice(8 * codeBytes), 2) ? ok(secret) : err({ type: "WrongCheck" });
};

/** x¹² + x¹¹ + x³ + x² + x + 1: notices every run of wrong bits that is no longer than twelve, so two whole signs. */
const polynomial = 0x80f;

const crc12 = (bytes: Bytes): number => {
  let sum = 0xfff;
  for (const byte of bytes) {
    sum ^= byte << 4;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum & 0x800) === 0 ? (sum << 1) & 0xfff : ((sum << 1) ^ polynomial) & 0xfff;
  }
  return sum;
};
