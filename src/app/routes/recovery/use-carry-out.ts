/**
 * Records out of the device, as files.
 *
 * - OUTF1 Records are told as carried only after the file was handed over, and only those that the file truly held.
 * - OUTF2 What is not in the file is said: visits not chosen, visits and records that this kind of file leaves out.
 * - OUTF3 A file that could not be made carries nothing, and the page says that the records are safe.
 */
import { useState } from "react";
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
  readonly isTold: boolean;
}

export type Going = { readonly is: "idle" | "making" | "failed" } | Handed;

export const useCarryOut = (): { readonly going: Going; readonly carryOut: (as: OutKind, chosen: ReadonlySet<VisitId>) => Promise<void> } => {
  const { book, clock, outlets, profile } = useApp();
  const { tell } = useDeeds();
  const [going, setGoing] = useState<Going>({ is: "idle" });
  const make = async (as: OutKind, chosen: ReadonlySet<VisitId>): Promise<Going> => {
    if (book.is !== "open") return { is: "failed" };
    await book.feed.whole;
    const state = book.feed.state();
    const visits = [...state.visits.values()].filter(({ visit }) => chosen.has(visit.id));
    const parcel = await outlets[as]({ wardId: book.ward, state, visits, isDrill: profile === "drill", date: localDate(clock.nowMs()) });
    for (const file of parcel.files) outlets.handOver(file);
    const { files, held } = parcel;
    const told = held.length === 0 ? null : await tell([{ atMs: clock.nowMs(), event: { type: "v1.CarriedOut", as, file: files.map(({ name }) => name).join(", "), held } }], "");
    return { is: "handed", as, files, isTold: told?.ok === true, ...accountOf(state, chosen, parcel) };
  };
  return {
    going,
    carryOut: async (as, chosen) => {
      setGoing({ is: "making" });
      // Whatever stopped the making, what the person must know is the same: no file, and nothing lost.
      setGoing(await make(as, chosen).catch((): Going => ({ is: "failed" })));
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
