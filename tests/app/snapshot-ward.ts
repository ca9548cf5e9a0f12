/** A ward that has the journal's list of who was in the house. */
import { nobodyYet } from "#core/staff/actor.ts";
import { addMinutes } from "#core/time.ts";
import type { KnownPerson } from "#core/ward/snapshot.ts";
import type { WardFeed } from "#app/ward-feed.ts";
import type { StageClock } from "./stage.tsx";

export const kariInHouse: KnownPerson = {
  name: "Kari Marie Nordmann", nationalNumber: "12835700052", born: { is: "date", date: "1957-03-12" }, sex: "female", where: "Surgical 3", allergies: ["Penicillin", "Nuts"],
};
export const olaInHouse: KnownPerson = { name: "Ola Hansen", nationalNumber: "12835700133", born: { is: "date", date: "1957-03-12" }, sex: "male", where: "Medical 1" };

export const listTaken = (feed: WardFeed, clock: Pick<StageClock, "nowMs">, people: ReadonlyArray<KnownPerson> = [kariInHouse, olaInHouse], agoMin = 168): Promise<unknown> =>
  feed.tell([{ atMs: clock.nowMs(), event: { type: "v1.SnapshotTaken", asOfMs: addMinutes(clock.nowMs(), -agoMin), source: "house.csv", people } }], nobodyYet);
