/** Patients on a board: taken in so many minutes ago, with what is told of them; and a second device of the same ward. */
import { act } from "@testing-library/react";
import { known } from "#core/answer.ts";
import { scales, type Level } from "#core/clinical/scales.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import { addMinutes } from "#core/time.ts";
import type { VisitCommand } from "#core/visit/commands.ts";
import type { VisitId } from "#core/visit/events.ts";
import { openWardFeed, type WardFeed } from "#app/ward-feed.ts";
import { inviteFrom } from "#tests/storage/devices.ts";
import { newMemoryDevice, openMemoryWardLog, type MemoryDevice } from "#tests/storage/memory-log.ts";
import type { Stage, StageClock } from "./stage.tsx";

export interface Patient {
  readonly id: string;
  readonly agoMin: number;
  readonly name?: string;
  readonly reason?: string;
  readonly level?: Level;
  readonly done?: ReadonlyArray<DistributiveOmit<VisitCommand, "atMs">>;
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

export const visitId = (id: string): VisitId => id as VisitId;

const scale = scales.no3;
export const levelled = (level: Level) => ({ type: "SetTriage", scale: scale.id, scaleVersion: scale.version, level }) as const;

/** In the ward's own scale: level 1 may not wait, 2 may 30 minutes, 3 may 120. */
export const takeIn = async (feed: WardFeed, clock: Pick<StageClock, "nowMs">, patients: ReadonlyArray<Patient>): Promise<void> => {
  for (const { id, agoMin, name, reason, level, done = [] } of patients) {
    const atMs = addMinutes(clock.nowMs(), -agoMin);
    const details = { ...(name === undefined ? {} : { name: known(name) }), ...(reason === undefined ? {} : { reason: known(reason) }) };
    const more = [...(level === undefined ? [] : [levelled(level)]), ...done].map((command): VisitCommand => ({ ...command, atMs: clock.nowMs() }));
    const asked = await feed.register({ visit: visitId(id), commands: (number) => [{ type: "RegisterArrival", number, details, atMs }, ...more] }, nobodyYet);
    if (!asked.ok) throw new Error(asked.error.type);
  }
};

export const numberOf = (feed: WardFeed, id: string): string => feed.state().visits.get(visitId(id))?.visit.number ?? "";

export interface Neighbour {
  /** Done on the other device, and carried to the one on the stage. */
  readonly does: (id: string, ...commands: ReadonlyArray<VisitCommand>) => Promise<void>;
  readonly takesIn: (...patients: ReadonlyArray<Patient>) => Promise<void>;
}

/** A device that has everything the one on the stage has, and writes with its own hand. */
export const neighbourOf = async ({ log, clock }: Pick<Stage, "log" | "clock">, device: MemoryDevice): Promise<Neighbour> => {
  const theirs = await openMemoryWardLog({ device: newMemoryDevice(), clock, invitation: await inviteFrom(device, "B") });
  await theirs.admit(await log.readSealed(log.device, 1, 1000));
  const feed = await openWardFeed(theirs, (work) => void setTimeout(work));
  const carry = async (): Promise<void> => {
    const records = await theirs.readSealed(theirs.device, 1, 1000);
    await act(async () => {
      await log.admit(records);
    });
  };
  return {
    does: async (id, ...commands) => {
      await feed.ask(visitId(id), commands, nobodyYet);
      await carry();
    },
    takesIn: async (...patients) => {
      await takeIn(feed, clock, patients);
      await carry();
    },
  };
};
