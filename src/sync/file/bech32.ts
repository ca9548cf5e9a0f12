/**
 * Bech32 (BIP 173), writing only: how age writes its keys, so that stock `age` takes a key of ours.
 *
 * - BCH1 A key written here is the one that age itself reads and writes.
 */
type Bytes = Uint8Array<ArrayBuffer>;

const signs = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

export const bech32 = (prefix: string, bytes: Bytes): string => {
  const data = inFives(bytes);
  const sum = polymod([...spread(prefix), ...data, 0, 0, 0, 0, 0, 0]) ^ 1;
  const check = Array.from({ length: 6 }, (_, at) => (sum >>> (5 * (5 - at))) & 31);
  return `${prefix}1${[...data, ...check].map((value) => signs[value]).join("")}`;
};

const inFives = (bytes: Bytes): ReadonlyArray<number> => {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => parseInt(five.padEnd(5, "0"), 2));
};

const spread = (prefix: string): ReadonlyArray<number> => {
  const codes = Array.from(prefix, (letter) => letter.charCodeAt(0));
  return [...codes.map((code) => code >>> 5), 0, ...codes.map((code) => code & 31)];
};

const polymod = (values: ReadonlyArray<number>): number =>
  values.reduce((sum, value) => {
    const top = sum >>> 25;
    const shifted = ((sum & 0x1ffffff) << 5) ^ value;
    return generators.reduce((all, generator, bit) => (((top >>> bit) & 1) === 1 ? all ^ generator : all), shifted);
  }, 1);
