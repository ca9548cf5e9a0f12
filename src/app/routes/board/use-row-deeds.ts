// What the board does to a patient: one command, said in one sentence, with undo.
import { useMemo } from "react";
import { scales, levelOf, type Level } from "#core/clinical/scales.ts";
import type { VisitCommand } from "#core/visit/commands.ts";
import type { Disposition } from "#core/visit/events.ts";
import { settingsOf } from "#core/ward/ward.ts";
import type { BoardRow } from "#projections/board.ts";
import { awaitedOf } from "#projections/orders.ts";
import { usePageWords } from "../../page-words.ts";
import { useApp, useWardState } from "../../app-context.tsx";
import { useDeeds, type NextWay } from "../../deeds.tsx";
import { letterAddress } from "../print/print-choice.ts";
import { leaveCommands } from "../visit/leave-commands.ts";
import { leavingName, levelName, numberOf } from "./row-words.ts";

export interface RowDeeds {
  readonly callIn: (row: BoardRow) => void;
  readonly beginCare: (row: BoardRow) => void;
  /** Somebody looked, and the level stays; says so when there is none yet. */
  readonly seeAgain: (row: BoardRow) => void;
  /** Says so when the ward's scale has no such level. */
  readonly setLevel: (row: BoardRow, level: Level) => void;
  readonly move: (row: BoardRow, place: string | null) => Promise<boolean>;
  readonly assign: (row: BoardRow, clinician: string | null) => Promise<boolean>;
  /** Answers whether it is saved. */
  readonly leave: (row: BoardRow, how: Disposition, to: string, owner: string) => Promise<boolean>;
}

export const useRowDeeds = (): RowDeeds => {
  const { clock, prefs } = useApp();
  const { ask, say } = useDeeds();
  const words = usePageWords();
  const { ward } = useWardState();
  const scale = scales[settingsOf(ward).scale];
  return useMemo(() => {
    const { board } = words;
    const number = (row: BoardRow): string => numberOf(row.visit, words);
    const now = () => ({ atMs: clock.nowMs() });
    const orderAll = async (row: BoardRow, commands: ReadonlyArray<VisitCommand>, done: string, way?: NextWay): Promise<boolean> => (await ask(row.id, commands, done, way)).ok;
    const letterOf = ({ visit }: BoardRow): NextWay | undefined => (visit.number === null ? undefined : { to: letterAddress(visit.number, "discharge"), word: words.letter.letter });
    const order = (row: BoardRow, command: VisitCommand, done: string): Promise<boolean> => orderAll(row, [command], done);
    return {
      callIn: (row) => void order(row, { type: "CallIn", ...now() }, board.calledIn(number(row))),
      beginCare: (row) => void order(row, { type: "BeginCare", ...now() }, board.careBegun(number(row))),
      seeAgain: (row) =>
        row.triage === null ? say(board.levelFirst) : void order(row, { type: "SetTriage", ...row.triage.value, ...now() }, board.seenAgain(number(row))),
      setLevel: (row, level) => {
        if (levelOf(scale.id, level) === null) return say(board.noSuchLevel(level));
        const triage = { scale: scale.id, scaleVersion: scale.version, level };
        return void order(row, { type: "SetTriage", ...triage, ...now() }, board.levelSet(number(row), `${level} ${levelName(triage, words, prefs.language)}`));
      },
      move: (row, place) =>
        order(row, { type: "Move", place, ...now() }, place === null ? board.placeTaken(number(row)) : board.movedTo(number(row), place)),
      assign: (row, clinician) =>
        order(row, { type: "AssignClinician", clinician, ...now() }, clinician === null ? board.unassigned(number(row)) : board.assigned(number(row), clinician)),
      leave: (row, how, to, owner) =>
        orderAll(row, leaveCommands({ how, to, owner, awaited: awaitedOf(row.visit, clock.nowMs()) }, clock.nowMs()), board.hasLeft(number(row), leavingName(how, words)), letterOf(row)),
    };
  }, [ask, say, clock, prefs.language, scale, words]);
};
