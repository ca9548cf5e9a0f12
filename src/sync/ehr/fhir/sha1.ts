// SHA-1 (FIPS 180-4), because R4's Attachment.hash is one: it finds a fault on the way, and guards nothing. Done at once, so that
// a file is made of pure steps; the browser's own would make each of them wait.

export const sha1 = (bytes: Uint8Array): Uint8Array => {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x2000_0000));
  view.setUint32(padded.length - 4, bytes.length * 8);
  const sum = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const words = new Uint32Array(80);
  for (let at = 0; at < padded.length; at += 64) addBlock(sum, words, view, at);
  const out = new DataView(new ArrayBuffer(20));
  sum.forEach((word, place) => out.setUint32(place * 4, word));
  return new Uint8Array(out.buffer);
};

const addBlock = (sum: Uint32Array, words: Uint32Array, view: DataView, at: number): void => {
  const word = (place: number): number => words[place] ?? 0;
  for (let place = 0; place < 16; place += 1) words[place] = view.getUint32(at + place * 4);
  for (let place = 16; place < 80; place += 1) words[place] = turned(word(place - 3) ^ word(place - 8) ^ word(place - 14) ^ word(place - 16), 1);
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = sum;
  for (let place = 0; place < 80; place += 1) {
    const next = (turned(a, 5) + mixed(place, b, c, d) + e + word(place)) | 0;
    [e, d, c, b, a] = [d, c, turned(b, 30), a, next];
  }
  [a, b, c, d, e].forEach((value, place) => { sum[place] = (sum[place] ?? 0) + value; });
};

const turned = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

const mixed = (place: number, b: number, c: number, d: number): number => {
  if (place < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (place < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (place < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
};
