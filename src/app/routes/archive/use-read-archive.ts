/**
 * An archive back in, step by step: chosen, its code typed, looked at and proved, taken in.
 *
 * - RDA1 Nothing is taken in before it was proved and seen; a fault says so and changes nothing.
 * - RDA2 The code is held only while it is typed, and not after the file was opened.
 * - RDA3 A file that was put away while it was being opened comes to nothing.
 * - RDA4 A file that is no archive is said to be none before anybody is asked for a code.
 */
import { useRef, useState } from "react";
import { useApp } from "../../app-context.tsx";
import type { ArchiveFault, FoundArchive, TakenIn } from "../../archive/port.ts";

export type Reading =
  | { readonly is: "none" }
  | { readonly is: "code"; readonly file: File; readonly fault: ArchiveFault | null }
  | { readonly is: "opening"; readonly file: File; readonly proved: number }
  | { readonly is: "found"; readonly file: File; readonly found: FoundArchive; readonly isTaking: boolean }
  | { readonly is: "fault"; readonly fault: ArchiveFault }
  | { readonly is: "taken"; readonly taken: TakenIn };

export interface ReadArchive {
  readonly reading: Reading;
  readonly choose: (file: File) => void;
  readonly open: (file: File, secret: Uint8Array<ArrayBuffer>) => void;
  readonly takeIn: () => Promise<void>;
  readonly putAway: () => void;
}

/** Whatever threw, nothing was taken in: it reads as a file that cannot be used. */
const broken = (): ArchiveFault => ({ type: "Damaged" });
const notWritten = (bug: unknown): ArchiveFault => ({ type: "StoreLost", detail: String(bug) });

const firstStep = (file: File, kind: "archive" | "rescue" | "other"): Reading =>
  kind === "archive" ? { is: "code", file, fault: null } : { is: "fault", fault: { type: kind === "rescue" ? "RescueFile" : "NotOurs" } };

export const useReadArchive = (): ReadArchive => {
  const { book } = useApp();
  const archive = book.is === "open" ? book.archive : undefined;
  const [reading, setReading] = useState<Reading>({ is: "none" });
  const turn = useRef(0);
  const look = async (file: File, secret: Uint8Array<ArrayBuffer>): Promise<void> => {
    if (archive === undefined) return;
    turn.current += 1;
    const mine = turn.current;
    const show = (next: Reading): void => { if (turn.current === mine) setReading(next); };
    show({ is: "opening", file, proved: 0 });
    const looked = await archive.look(file, secret, (proved) => show({ is: "opening", file, proved })).catch(() => ({ ok: false, error: broken() }) as const);
    if (looked.ok) show({ is: "found", file, found: looked.value, isTaking: false });
    // Another code may open it: the file stays chosen.
    else show(looked.error.type === "WrongKey" ? { is: "code", file, fault: looked.error } : { is: "fault", fault: looked.error });
  };
  const begin = async (file: File): Promise<void> => {
    if (archive === undefined) return;
    turn.current += 1;
    const mine = turn.current;
    const next = await archive.kindOf(file).then((kind) => firstStep(file, kind), (): Reading => ({ is: "fault", fault: { type: "Unreadable" } }));
    if (turn.current === mine) setReading(next);
  };
  return {
    reading,
    choose: (file) => void begin(file),
    open: (file, secret) => void look(file, secret),
    takeIn: async () => {
      if (reading.is !== "found" || reading.isTaking) return;
      setReading({ ...reading, isTaking: true });
      const taken = await reading.found.takeIn().catch((bug: unknown) => ({ ok: false, error: notWritten(bug) }) as const);
      setReading(taken.ok ? { is: "taken", taken: taken.value } : { is: "fault", fault: taken.error });
    },
    putAway: () => {
      turn.current += 1;
      setReading({ is: "none" });
    },
  };
};
