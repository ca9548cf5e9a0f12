/**
 * A certificate for `localhost` that nobody has signed but itself, from Node's own modules: X.509 v3, ECDSA on P-256.
 * A browser trusts it only when it was told to trust that very key.
 */
import { createHash, generateKeyPairSync, sign } from "node:crypto";

export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** SHA-256 of the public key, base64: how Chromium is told which key to trust. */
  readonly pin: string;
}

const block = (tag: number, ...parts: ReadonlyArray<Uint8Array>): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content)]), content]);
};
/** In as few bytes as can be: a browser takes no other. */
const lengthOf = ({ length }: Uint8Array): ReadonlyArray<number> => {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
};
const sequence = (...parts: ReadonlyArray<Uint8Array>): Buffer => block(0x30, ...parts);
const oid = (hex: string): Buffer => block(0x06, Buffer.from(hex, "hex"));
const bits = (content: Uint8Array): Buffer => block(0x03, Buffer.from([0]), content);
const time = (at: Date): Buffer => block(0x17, Buffer.from(`${at.toISOString().replace(/\D/g, "").slice(2, 14)}Z`));

const ecdsaSha256 = sequence(oid("2a8648ce3d040302"));
const name = sequence(block(0x31, sequence(oid("550403"), block(0x0c, Buffer.from("localhost")))));
/** The only name that counts: browsers have not read the other one for years. */
const altName = sequence(oid("551d11"), block(0x04, sequence(block(0x82, Buffer.from("localhost")))));

export const createCertificate = (from: Date, until: Date): Certificate => {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const spki = publicKey.export({ type: "spki", format: "der" });
  const told = sequence(
    block(0xa0, block(0x02, Buffer.from([2]))),
    block(0x02, Buffer.from([1])),
    ecdsaSha256,
    name,
    sequence(time(from), time(until)),
    name,
    spki,
    block(0xa3, sequence(altName)),
  );
  const cert = sequence(told, ecdsaSha256, bits(sign("sha256", told, privateKey)));
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${cert.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`,
    pin: createHash("sha256").update(spki).digest("base64"),
  };
};
