/**
 * What packages bring along and no page of ours reaches, left out of the build: all that is built is kept on the device.
 *
 * - LEAN1 Of age there are the recipients that our archives have; post-quantum keys, keys in hardware and passphrases are left out.
 */
import type { Plugin } from "vite";

/** The names that age asks these modules for. Whoever touched one would get a bug, not a wrong answer. */
export const leftOut: Readonly<Record<string, ReadonlyArray<string>>> = {
  "@noble/post-quantum/hybrid.js": ["MLKEM768P256", "MLKEM768X25519"],
  "@noble/curves/nist.js": ["p256"],
  "@noble/hashes/scrypt.js": ["scrypt"],
};

const mark = "\0left-out:";

export const leanPackages = (): Plugin => ({
  name: "vaktbok-lean-packages",
  apply: "build",
  enforce: "pre",
  // Dexie for browsers of this decade: its package names only the one that is written for all.
  config: () => ({ resolve: { alias: [{ find: /^dexie$/, replacement: "dexie/dist/modern/dexie.mjs" }] } }),
  resolveId: (source) => (source in leftOut ? `${mark}${source}` : null),
  load: (id) => {
    const names = id.startsWith(mark) ? leftOut[id.slice(mark.length)] : undefined;
    return names?.map((name) => `export const ${name} = undefined;`).join("\n") ?? null;
  },
});
