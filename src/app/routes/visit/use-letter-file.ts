/**
 * The letter as a file: a document that a journal or an archive files beside the visit.
 *
 * - LFL1 A file that was handed to the browser is not a record carried out: the log says nothing of it.
 * - LFL2 Where it could not be made, that is said, and that nothing is lost.
 */
import { useState } from "react";
import { letterOf, type LetterKind } from "#projections/letter.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { useApp } from "../../app-context.tsx";
import { usePageWords } from "../../page-words.ts";
import { letterText } from "./letter-text.ts";

export interface LetterFile {
  readonly is: "idle" | "making" | "handed" | "failed";
  readonly save: (files: ReadonlyArray<VisitFile>, kind: LetterKind) => Promise<void>;
}

export const useLetterFile = (): LetterFile => {
  const { book, outlets, prefs, profile } = useApp();
  const words = usePageWords();
  const [is, setIs] = useState<LetterFile["is"]>("idle");
  const make = async (files: ReadonlyArray<VisitFile>, kind: LetterKind): Promise<"handed" | "failed"> => {
    if (book.is !== "open") return "failed";
    const { ward, downtimes } = book.feed.state();
    const isDrill = profile === "drill";
    let isMade = files.length > 0;
    for (const file of files) {
      const letter = letterOf(file, { downtimes, isDrill });
      const made = await outlets.letter({ file, letter, text: letterText(letter, kind, words, prefs.language), wardId: book.ward, ward, downtimes, isDrill });
      if (made === null) isMade = false;
      else outlets.handOver(made);
    }
    return isMade ? "handed" : "failed";
  };
  return {
    is,
    save: async (files, kind) => {
      setIs("making");
      // Whatever stopped the making, what the person must know is the same: no file, and nothing lost.
      setIs(await make(files, kind).catch(() => "failed" as const));
    },
  };
};
