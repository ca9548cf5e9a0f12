/** What every place for keys must do. */
import { describe, expect, it } from "vitest";
import type { SecretFiles } from "#storage/keys/secret-files.ts";

/** `open` gives one more handle on the same place. */
export const describeSecretFiles = (name: string, newPlace: () => { readonly open: () => SecretFiles }): void => {
  describe(`${name}`, () => {
    const secret = new Uint8Array([1, 2, 3, 255, 0]);

    it("[SEC1] gives back what was written, whole, also through another handle", async () => {
      const { open } = newPlace();
      const files = open();
      expect(await files.read("a.key")).toEqual({ ok: true, value: null });
      expect(await files.write("a.key", secret)).toEqual({ ok: true, value: null });
      await files.write("b.key", new Uint8Array([9]));
      expect(await open().read("a.key")).toEqual({ ok: true, value: secret });
      await files.write("a.key", secret.slice(0, 2));
      expect(await files.read("a.key")).toEqual({ ok: true, value: secret.slice(0, 2) });
    });

    it("[SEC1] keeps its own copy: what the caller does to the bytes afterwards changes nothing", async () => {
      const files = newPlace().open();
      const bytes = secret.slice();
      await files.write("a.key", bytes);
      bytes.fill(0);
      const read = await files.read("a.key");
      if (read.ok) read.value?.fill(7);
      expect(await files.read("a.key")).toEqual({ ok: true, value: secret });
    });

    it("[SEC3] has nothing left of a shredded file, and takes a new one by its name", async () => {
      const files = newPlace().open();
      await files.write("a.key", secret);
      expect(await files.shred("a.key")).toEqual({ ok: true, value: null });
      expect(await files.read("a.key")).toEqual({ ok: true, value: null });
      expect(await files.shred("never.key")).toEqual({ ok: true, value: null });
      await files.write("a.key", new Uint8Array([5]));
      expect(await files.read("a.key")).toEqual({ ok: true, value: new Uint8Array([5]) });
    });
  });
};
