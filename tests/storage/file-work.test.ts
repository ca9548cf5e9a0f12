import { expect, it } from "vitest";
import { append, type Access } from "#storage/files/file-work.ts";

/** A file whose disk may have no room for all of it, or fail to flush. */
const file = (held: ReadonlyArray<number>, { room = 100, flush = () => undefined }: { readonly room?: number; readonly flush?: () => void } = {}) => {
  let bytes = [...held];
  const access: Access = {
    getSize: () => bytes.length,
    write: (data, { at }) => {
      const taken = [...data].slice(0, Math.max(0, room - at));
      bytes.splice(at, taken.length, ...taken);
      return taken.length;
    },
    truncate: (length) => void (bytes = bytes.slice(0, length)),
    flush,
  };
  return { access, bytes: () => bytes };
};

it("[FWK1][FWK2] what was written short is taken back, and is DiskFull", () => {
  const { access, bytes } = file([1, 2, 3], { room: 5 });
  expect(append(new Uint8Array([4, 5, 6]))(access)).toEqual({ ok: false, error: { type: "DiskFull" } });
  expect(bytes()).toEqual([1, 2, 3]);
  expect(append(new Uint8Array([4, 5]))(access)).toEqual({ ok: true, value: 5 });
});

// The bytes stayed when the flush threw: the save was refused, tried again, and the record stood twice in the journal.
it("[FWK2] what could not be flushed is taken back", () => {
  const { access, bytes } = file([1, 2, 3], { flush: () => { throw new DOMException("no room", "QuotaExceededError"); } });
  expect(() => append(new Uint8Array([4, 5]))(access)).toThrow("no room");
  expect(bytes()).toEqual([1, 2, 3]);
});
