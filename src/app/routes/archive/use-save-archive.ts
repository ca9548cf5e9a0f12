/**
 * The whole book out of the device by hand.
 *
 * - SVA1 A ward without a recovery key is led through making one first, and then the file is made without another press.
 * - SVA2 What was handed to the browser is no backup: it is told as one only when somebody says that the file is there, and then with the time it was made.
 * - SVA3 A file that could not be made backs up nothing, and the page says that the records are safe.
 */
import { useState } from "react";
import { settingsOf } from "#core/ward/ward.ts";
import { useApp } from "../../app-context.tsx";
import type { ArchiveFile } from "../../archive/port.ts";
import { useDeeds } from "../../deeds.tsx";
import { fileTime } from "../../formats.ts";

export interface HandedArchive {
  readonly is: "handed";
  readonly file: ArchiveFile;
  readonly word: "asked" | "telling" | "told" | "notTold";
}

export type Saving = { readonly is: "idle" | "code" | "making" | "failed" } | HandedArchive;

export interface SaveArchive {
  readonly saving: Saving;
  readonly begin: () => void;
  readonly makeFor: (recipient: string) => void;
  readonly cancel: () => void;
  readonly sayThere: (handed: HandedArchive) => Promise<void>;
}

export const useSaveArchive = (): SaveArchive => {
  const { book, clock } = useApp();
  const { tell } = useDeeds();
  const [saving, setSaving] = useState<Saving>({ is: "idle" });
  const make = async (recipient: string): Promise<Saving> => {
    if (book.is !== "open" || book.archive === undefined) return { is: "failed" };
    const made = await book.archive.make({ recipient, wardName: settingsOf(book.feed.state().ward).name, second: fileTime(clock.nowMs()) });
    if (!made.ok) return { is: "failed" };
    book.archive.handOver(made.value);
    return { is: "handed", file: made.value, word: "asked" };
  };
  const makeFor = (recipient: string): void => {
    setSaving({ is: "making" });
    // Whatever stopped the making, what the person must know is the same: no file, and nothing lost.
    void make(recipient).catch((): Saving => ({ is: "failed" })).then(setSaving);
  };
  return {
    saving,
    begin: () => {
      const recipient = book.is === "open" ? book.feed.state().ward.recovery?.value : undefined;
      if (recipient === undefined) setSaving({ is: "code" });
      else makeFor(recipient);
    },
    makeFor,
    cancel: () => setSaving({ is: "idle" }),
    sayThere: async (handed) => {
      const { name, held, madeAtMs } = handed.file;
      setSaving({ ...handed, word: "telling" });
      const told = await tell([{ atMs: madeAtMs, event: { type: "v1.CarriedOut", as: "archive", file: name, held } }], "");
      setSaving({ ...handed, word: told.ok ? "told" : "notTold" });
    },
  };
};
