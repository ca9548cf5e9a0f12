/** The drafts' disk and holds in memory, shared by as many tabs as a test opens. */
import type { DraftId } from "#core/draft.ts";
import type { Bytes } from "#core/log/envelope.ts";
import { createDraftKeeper, type DraftDisk, type DraftHolds, type DraftKeeper } from "#storage/drafts/draft-keeper.ts";

export interface MemoryDrafts {
  readonly files: Map<DraftId, Bytes>;
  /** How often something was written. */
  readonly writes: () => number;
  /** Once: a write of so many bytes, and then the plug. */
  readonly cutNextWriteAt: (count: number) => void;
  /** Once: the next file is not opened, or not removed. */
  readonly refuseNext: (what: "open" | "remove") => void;
  readonly openTab: () => DraftKeeper & { readonly kill: () => void };
}

export const memoryDrafts = (): MemoryDrafts => {
  const files = new Map<DraftId, Bytes>();
  const held = new Map<DraftId, object>();
  const key = crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  let writes = 0;
  let cutAt: number | null = null;
  let refused: "open" | "remove" | null = null;
  const refuse = (what: "open" | "remove"): void => {
    if (refused !== what) return;
    refused = null;
    throw new DOMException("", "QuotaExceededError");
  };
  const disk: DraftDisk = {
    names: async () => [...files.keys()],
    read: async (id) => files.get(id)?.slice() ?? null,
    open: async (id) => {
      refuse("open");
      files.set(id, files.get(id) ?? new Uint8Array());
      return {
        write: (bytes, at) => {
          writes += 1;
          const part = bytes.subarray(0, cutAt ?? bytes.length);
          cutAt = null;
          const before = files.get(id) ?? new Uint8Array();
          const after = new Uint8Array(Math.max(before.length, at + part.length));
          after.set(before);
          after.set(part, at);
          files.set(id, after);
          return part.length === bytes.length;
        },
        close: () => undefined,
      };
    },
    remove: async (id) => {
      refuse("remove");
      files.delete(id);
    },
  };
  const holdsOf = (tab: object): DraftHolds => ({
    tryHold: async (id) => {
      if (held.has(id)) return null;
      held.set(id, tab);
      return () => void held.delete(id);
    },
    held: async () => new Set(held.keys()),
  });
  return {
    files,
    writes: () => writes,
    cutNextWriteAt: (count) => {
      cutAt = count;
    },
    refuseNext: (what) => {
      refused = what;
    },
    openTab: () => {
      const tab = {};
      const kill = (): void => {
        for (const [id, by] of held) if (by === tab) held.delete(id);
      };
      return { ...createDraftKeeper({ disk, holds: holdsOf(tab), key }), kill };
    },
  };
};
