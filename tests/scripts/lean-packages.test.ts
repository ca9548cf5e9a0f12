import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { leftOut } from "../../scripts/vite/lean-packages.ts";

it.each(Object.entries(leftOut))("[LEAN1] of %s age asks for %j, and for nothing else", (module, names) => {
  const dist = "node_modules/age-encryption/dist";
  const asked = ["index", "recipients", "x25519", "stream", "format", "armor", "io"].flatMap((file) => {
    const text = readFileSync(`${dist}/${file}.js`, "utf8");
    return [...text.matchAll(/import \{([^}]*)\} from "([^"]+)"/g)].flatMap(([, wanted = "", from]) => (from === module ? wanted.split(",").map((name) => name.trim()) : []));
  });
  expect(asked.toSorted()).toEqual([...names].toSorted());
});

it.each(Object.keys(leftOut))("[LEAN1] nothing of ours asks for %s", (module) => {
  const ours = readFileSync("src/sync/file/sealed-lines.ts", "utf8") + readFileSync("src/sync/file/recovery-key.ts", "utf8");
  expect(ours).not.toContain(module);
  expect(ours).not.toMatch(/generateHybridIdentity|age1tag|webauthn|passphrase/i);
});
