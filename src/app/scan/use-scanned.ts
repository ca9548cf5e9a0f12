/**
 * What a scan leads to, wherever it was made.
 *
 * - SCA1 Our number opens its chart; the number of a blank form opens its chart too, once somebody was registered under it, and before that the door
 *   form with the number in it.
 * - SCA2 A national number opens the chart of the one who is here under it. Where nobody is, it stands in the door form, read; where several
 *   are, a person chooses.
 * - SCA5 Who was here before under that number stands there with the name they had, where none was typed; it can be changed.
 * - SCA3 What is unknown is shown as it was read, to be copied, and leads nowhere. A drill's code counts in drills alone.
 * - SCA4 In a field, only our own marked codes and national numbers are taken; in a search, and where a national number is asked
 *   for, what was scanned stays as typed. Outside fields, what holds a space was typed.
 */
import { useState } from "react";
import { drillCode, type TemporaryNumber } from "#core/visit/temporary-number.ts";
import { readScanned, type Scanned } from "#forms/scanned.ts";
import { filesHereByNationalNumber, nameUnderNationalNumber } from "#projections/by-national-number.ts";
import { filesByNumber } from "#projections/by-number.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { useApp, useWardState } from "../app-context.tsx";
import { useDeeds } from "../deeds.tsx";
import { usePageWords } from "../page-words.ts";
import { useLocation, useNavigate } from "../router/way.ts";
import type { ScanSpot } from "./burst.ts";
import { giveToDoor } from "./to-door.ts";

export type ScanQuestion = { readonly is: "unknown"; readonly text: string } | { readonly is: "several"; readonly files: ReadonlyArray<VisitFile> };

export interface ScannedHere {
  readonly question: ScanQuestion | null;
  readonly closeQuestion: () => void;
  readonly go: (scanned: Scanned) => void;
  readonly take: (text: string, spot: ScanSpot, end: "key" | "none") => boolean;
}

export const useScanned = (): ScannedHere => {
  const { hands } = usePageWords();
  const { profile, clock } = useApp();
  const state = useWardState();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { say } = useDeeds();
  const [question, setQuestion] = useState<ScanQuestion | null>(null);

  const toDoor = (fields: { readonly paper?: string; readonly nationalNumber?: string }, name: string | null = null): void => {
    const isAtDoor = pathname === "/intake";
    giveToDoor({ fields, ifEmpty: name === null ? {} : { name }, isAtDoor, ifTaken: hands.doorTaken });
    if (!isAtDoor) navigate("/intake");
  };
  const goToNumber = (number: TemporaryNumber, isBlank: boolean): void => {
    const isOfDrill = number.startsWith(drillCode);
    if (isOfDrill !== (profile === "drill")) return say(isOfDrill ? hands.ofDrill : hands.notOfDrill);
    if (isBlank && filesByNumber(state, number).length === 0) return toDoor({ paper: number });
    return navigate(`/visit/${number}`);
  };
  const go = (scanned: Scanned): void => {
    // What a dialog asked is given up for what is scanned now.
    for (const dialog of document.querySelectorAll<HTMLDialogElement>("dialog[open]")) dialog.close();
    setQuestion(null);
    switch (scanned.is) {
      case "visit":
      case "blank":
        return goToNumber(scanned.number, scanned.is === "blank");
      case "nationalNumber": {
        const files = filesHereByNationalNumber(state, scanned.digits);
        const [first] = files;
        if (first === undefined) return toDoor({ nationalNumber: scanned.digits }, nameUnderNationalNumber(state, scanned.digits));
        const { number } = first.visit;
        return files.length > 1 || number === null ? setQuestion({ is: "several", files }) : navigate(`/visit/${number}`);
      }
      case "misread":
        return say(hands.misread);
      case "unknown":
        return setQuestion({ is: "unknown", text: scanned.text });
    }
  };
  return {
    question,
    closeQuestion: () => setQuestion(null),
    go,
    take: (text, spot, end) => {
      const scanned = readScanned(text, clock.nowMs());
      const isTaken = end === "none" || spot !== null ? isSureIn(spot, scanned, text) : !/\s/.test(text) || scanned.is !== "unknown";
      // First the field that was scanned into stands again as it stood: what is known may be put into that very one.
      if (isTaken) queueMicrotask(() => go(scanned));
      return isTaken;
    },
  };
};

const isMarked = (text: string): boolean => /^(?:\][A-Z]\d)?V[BP]/iu.test(text);

const isSureIn = (spot: ScanSpot, scanned: Scanned, text: string): boolean => {
  if (scanned.is === "unknown") return false;
  if (scanned.is !== "nationalNumber") return isMarked(text);
  return spot !== null && spot.name !== "nationalNumber" && spot.type !== "search";
};
