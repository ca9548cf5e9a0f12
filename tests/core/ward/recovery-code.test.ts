import fc from "fast-check";
import { expect, it } from "vitest";
import { codeLength, groups, readRecoveryCode, recoveryCode } from "#core/ward/recovery-code.ts";

const secrets = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Uint8Array.from(bytes));
const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const bareCodes = secrets.map((secret) => groups(recoveryCode(secret)).join(""));
const places = fc.integer({ min: 0, max: codeLength - 1 });

it("[RCD1] gives the same bytes back, however it is typed", () => {
  fc.assert(
    fc.property(secrets, (secret) => {
      const code = recoveryCode(secret);
      expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
      const typed = [code, code.toLowerCase(), code.replaceAll("-", " "), ` ${code.replaceAll("-", "")}\n`, code.replaceAll("-", " – "), code.replaceAll("1", "l").replaceAll("0", "o"), code.replaceAll("1", "I")];
      for (const one of typed) expect(readRecoveryCode(one)).toEqual({ ok: true, value: secret });
    }),
  );
});

it("[RCD1] a code that was printed once is read for ever", () => {
  const secret = Uint8Array.from({ length: 16 }, (_, at) => at * 17);
  expect(recoveryCode(secret)).toBe("008J-4CT4-ANK7-F24S-NAXW-SQFE-ZXEC");
});

it("[RCD2] notices one wrong sign, wherever it stands", () => {
  fc.assert(
    fc.property(bareCodes, places, fc.integer({ min: 1, max: 31 }), (code, at, by) => {
      const other = signs[(signs.indexOf(code[at] ?? "0") + by) % 32] ?? "0";
      expect(readRecoveryCode(code.slice(0, at) + other + code.slice(at + 1))).toEqual({ ok: false, error: { type: "WrongCheck" } });
    }),
  );
});

it("[RCD2] notices two neighbours that changed places", () => {
  fc.assert(
    fc.property(bareCodes, fc.integer({ min: 0, max: codeLength - 2 }), (code, at) => {
      const [a = "", b = ""] = [code[at], code[at + 1]];
      fc.pre(a !== b);
      expect(readRecoveryCode(code.slice(0, at) + b + a + code.slice(at + 2))).toEqual({ ok: false, error: { type: "WrongCheck" } });
    }),
  );
});

it("[RCD3] says what is wrong with what was typed", () => {
  const code = recoveryCode(new Uint8Array(16));
  expect(readRecoveryCode("")).toEqual({ ok: false, error: { type: "WrongLength", signs: 0 } });
  expect(readRecoveryCode(code.slice(0, -1))).toEqual({ ok: false, error: { type: "WrongLength", signs: 27 } });
  expect(readRecoveryCode(`${code}0`)).toEqual({ ok: false, error: { type: "WrongLength", signs: 29 } });
  expect(readRecoveryCode(`U${code.slice(1)}`)).toEqual({ ok: false, error: { type: "WrongSign", sign: "U" } });
  expect(readRecoveryCode(`${code.slice(1)}💾`)).toEqual({ ok: false, error: { type: "WrongSign", sign: "💾" } });
});
