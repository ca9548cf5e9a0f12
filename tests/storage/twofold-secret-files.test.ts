import { describe, expect, it } from "vitest";
import type { Bytes } from "#core/log/envelope.ts";
import { openMemorySecretFiles } from "#storage/keys/memory-secret-files.ts";
import { twofoldSecretFiles } from "#storage/keys/twofold-secret-files.ts";
import { describeSecretFiles } from "../contract/secret-files.ts";

const secret = new Uint8Array([7, 1, 200, 0, 9]);
const place = () => {
  const disk = new Map<string, Bytes>();
  return { disk, open: () => twofoldSecretFiles(openMemorySecretFiles(disk)) };
};
const flipped = (bytes: Bytes | undefined, at: number): Bytes => (bytes ?? new Uint8Array()).map((byte, place) => (place === at ? byte ^ 4 : byte));

describeSecretFiles("twofold key files", () => place());

describe("twofold key files", () => {
  const names = ["a.key", "a.key.twin"] as const;
  it.each(names)("[TWO1] any flipped byte of %s, a cut and a removal are healed", async (name) => {
    const { disk, open } = place();
    await open().write("a.key", secret);
    const whole = new Map(disk);
    const length = whole.get(name)?.length ?? 0;
    const damages: ReadonlyArray<() => void> = [
      ...Array.from({ length }, (_, at) => () => void disk.set(name, flipped(whole.get(name), at))),
      ...Array.from({ length }, (_, at) => () => void disk.set(name, (whole.get(name) ?? secret).slice(0, at))),
      () => void disk.delete(name),
    ];
    for (const damage of damages) {
      damage();
      expect(await open().read("a.key")).toEqual({ ok: true, value: secret });
      expect(new Map(disk)).toEqual(whole);
    }
  });

  it("[TWO2] a write that stopped between the two files reads as the new bytes", async () => {
    const { disk, open } = place();
    await open().write("a.key", secret);
    const old = disk.get("a.key") ?? secret;
    const fresh = new Uint8Array([1, 2, 3]);
    await open().write("a.key", fresh);
    disk.set("a.key", old);
    expect(await open().read("a.key")).toEqual({ ok: true, value: fresh });
  });

  it("[TWO3] leaves neither file of a shredded key", async () => {
    const { disk, open } = place();
    await open().write("a.key", secret);
    await open().shred("a.key");
    expect([...disk.keys()]).toEqual([]);
  });
});
