/**
 * Records out of the device, as files.
 *
 * - OUTF1 Records are told as carried only of a file that somebody saw saved, and only those that the file truly held.
 * - OUTF2 What is not in the file is said: visits not chosen, visits and records that this kind of file leaves out.
 * - OUTF3 A file that could not be made carries nothing, and the page says that the records are safe.
 * - OUTF4 What was handed to the browser is no proof: the dialog may be closed, the disk full. Nothing is told before a person
 *   says that the file is there, and then with the time when it was handed over.
 */
import { useState } from "react";
import type { RecordRuns } from "#core/log/runs.ts";
import type { EpochMs } from "#core/time.ts";
import type { VisitId } from "#core/visit/events.ts";
import { countHeld } from "#projections/file-held.ts";
import type { WardState } from "#projections/ward-state.ts";
import { useApp } from "../../app-context.tsx";
import { useDeeds } from "../../deeds.tsx";
import { localDate } from "../../formats.ts";
import type { OutFile, OutKind, Parcel } from "../../outlets.ts";

export interface Handed {
  readonly is: "handed";
  readonly as: OutKind;
  readonly files: ReadonlyArray<OutFile>;
  readonly visits: number;
  readonly records: number;
  readonly notChosen: number;
  readonly leftOutVisits: number;
  readonly leftOutRecords: number;
  readonly held: RecordRuns;
  readonly handedAtMs: EpochMs;
  readonly word: "asked" | "telling" | "told" | "notTold" | "nothingToTell";
}

export type Going = { readonly is: "idle" | "making" | "failed" } | Handed;

export interface CarryOut {
  readonly going: Going;
  readonly carryOut: (as: OutKind, chosen: ReadonlySet<VisitId>) => Promise<void>;
  /** Somebody has looked: the file lies where it was saved. */
  readonly sayThere: (handed: Handed) => Promise<void>;
}

export const useCarryOut = (): CarryOut => {
  const { book, clock, outlets, profile } = useApp();
  const { tell } = useDeeds();
  const [going, setGoing] = useState<Going>({ is: "idle" });
  const make = async (as: OutKind, chosen: ReadonlySet<VisitId>): Promise<Going> => {
    if (book.is !== "open") return { is: "failed" };
    await book.feed.whole;
    const state = book.feed.state();
    const visits = [...state.visits.values()].filter(({ visit }) => chosen.has(visit.id));
    const parcel = await outlets[as]({ wardId: book.ward, state, visits, isDrill: profile === "drill", date: localDate(clock.nowMs()), readOne: book.feed.readOne });
    for (const file of parcel.files) outlets.handOver(file);
    const { files, held } = parcel;
    const word = held.length === 0 ? "nothingToTell" : "asked";
    return { is: "handed", as, files, held, handedAtMs: clock.nowMs(), word, ...accountOf(state, chosen, parcel) };
  };
  return {
    going,
    carryOut: async (as, chosen) => {
      setGoing({ is: "making" });
      // Whatever stopped the making, what the person must know is the same: no file, and nothing lost.
      setGoing(await make(as, chosen).catch((): Going => ({ is: "failed" })));
    },
    sayThere: async (handed) => {
      const { as, files, held, handedAtMs } = handed;
      setGoing({ ...handed, word: "telling" });
      const told = await tell([{ atMs: handedAtMs, event: { type: "v1.CarriedOut", as, file: files.map(({ name }) => name).join(", "), held } }], "");
      setGoing({ ...handed, word: told.ok ? "told" : "notTold" });
    },
  };
};

type Account = Pick<Handed, "visits" | "records" | "notChosen" | "leftOutVisits" | "leftOutRecords">;

const accountOf = ({ visits: all }: WardState, chosen: ReadonlySet<VisitId>, { held, leftOut }: Parcel): Account => {
  const visits = [...all.values()].filter(({ visit }) => chosen.has(visit.id));
  const told = visits.filter(({ visit }) => !leftOut.includes(visit.id));
  const records = countHeld(held);
  return {
    visits: told.length,
    records,
    notChosen: all.size - visits.length,
    leftOutVisits: leftOut.length,
    leftOutRecords: told.reduce((sum, file) => sum + file.records.length, 0) - records,
  };
};
