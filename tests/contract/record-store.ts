/** What every record store must do. An adapter's whole test is one call of `describeRecordStore`. */
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { SealedRecord, WardId } from "#core/log/record.ts";
import type { AsideRecord, RecordStore, StoreState } from "#storage/record-store.ts";
import { deviceNamed, idOf, sample, samples, ward } from "../storage/sealed-samples.ts";

/** A place for one store; `open` gives one more handle on it, as another tab would have. */
export interface StorePlace {
  readonly open: () => Promise<RecordStore>;
}

const own = { ward, device: deviceNamed("A") };
const none = { aside: [], released: [], clock: null } as const;

const everything = async (store: RecordStore): Promise<ReadonlyArray<SealedRecord | null>> => (await store.read(0, 100_000)).map(({ record }) => record);
const holdOf = ({ holds }: StoreState, device: string) => holds.find((hold) => hold.device === device);
const asideOf = (record: SealedRecord, flaw: AsideRecord["flaw"] = "UnknownDevice"): AsideRecord => ({ print: `print of ${record.id}`, flaw, record });
const news = (store: RecordStore): Promise<null> => new Promise((heard) => { store.subscribe(() => { heard(null); }); });

export const describeRecordStore = (name: string, newPlace: () => StorePlace): void => {
  describe(`${name}`, () => {
    const opened: Array<RecordStore> = [];
    const open = async (place: StorePlace = newPlace()): Promise<RecordStore> => {
      const store = await place.open();
      opened.push(store);
      return store;
    };
    const openOwned = async (place?: StorePlace): Promise<RecordStore> => {
      const store = await open(place);
      await store.own(own);
      return store;
    };
    afterEach(() => { for (const store of opened.splice(0)) store.close(); });

    it("[STO1] takes an append on top of the head its writer knew, and gives it places", async () => {
      const store = await openOwned();
      expect(await store.append(samples("A", 1, 2), null)).toEqual({ ok: true, value: [{ place: 1, id: idOf("A", 1) }, { place: 2, id: idOf("A", 2) }] });
      expect(await store.append(samples("A", 3, 3), idOf("A", 2))).toMatchObject({ ok: true });
      expect(await everything(store)).toEqual(samples("A", 1, 3));
      expect((await store.state()).clock).toBe(sample("A", 3).header.hlc);
    });

    it("[STO1] refuses an append onto any other head, and holds nothing of it", async () => {
      const store = await openOwned();
      await store.append(samples("A", 1, 2), null);
      const before = await store.state();
      for (const onto of [null, idOf("A", 1), idOf("A", 9)]) {
        expect(await store.append([sample("A", 3, { branch: 1 })], onto)).toEqual({ ok: false, error: { type: "HeadMoved" } });
      }
      expect(await store.state()).toEqual(before);
      expect(await everything(store)).toHaveLength(2);
    });

    it("[STO1] lets one of two handles through when both write onto one head", async () => {
      const place = newPlace();
      const [one, two] = [await openOwned(place), await open(place)];
      const answers = await Promise.all([one.append([sample("A", 1, { branch: 1 })], null), two.append([sample("A", 1, { branch: 2 })], null)]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(holdOf(await one.state(), "A")).toMatchObject({ held: 1, forks: 0 });
    });

    it("[STO2] takes a record once, however often it comes", async () => {
      const store = await openOwned();
      const twice = [sample("B", 1), sample("B", 1), sample("B", 2)];
      expect(await store.admit({ ...none, records: twice })).toMatchObject({ ok: true, value: [{ place: 1 }, { place: 2 }] });
      expect(await store.admit({ ...none, records: twice })).toEqual({ ok: true, value: [] });
      expect(holdOf(await store.state(), "B")).toMatchObject({ held: 2, forks: 0, head: { seq: 2 } });
    });

    it("[STO3] keeps both of two records with one number, and counts the fork", async () => {
      const store = await openOwned();
      await store.admit({ ...none, records: samples("B", 1, 3) });
      await store.admit({ ...none, records: [sample("B", 2, { branch: 1 })] });
      expect(holdOf(await store.state(), "B")).toMatchObject({ held: 4, forks: 1, head: { seq: 3, id: idOf("B", 3) } });
      expect((await store.readDevice(deviceNamed("B"), 2, 10)).map(({ id }) => id)).toEqual([idOf("B", 2), idOf("B", 2, 1), idOf("B", 3)]);
    });

    it("[STO4] reads on from any place, in order of arrival, missing nothing", async () => {
      const store = await openOwned();
      await store.admit({ ...none, records: samples("B", 2, 3) });
      await store.append(samples("A", 1, 2), null);
      await store.admit({ ...none, records: samples("B", 1, 1) });
      const order = [idOf("B", 2), idOf("B", 3), idOf("A", 1), idOf("A", 2), idOf("B", 1)];
      for (const after of [0, 1, 2, 3, 4, 5]) {
        expect((await store.read(after, 10)).map(({ place, id }) => [place, id])).toEqual(order.map((id, at) => [at + 1, id]).slice(after));
      }
      expect((await store.read(1, 2)).map(({ place }) => place)).toEqual([2, 3]);
      expect((await store.state()).lastPlace).toBe(5);
    });

    it("[STO5] moves a head up to a gap, and over it once the gap is filled", async () => {
      const store = await openOwned();
      await store.admit({ ...none, records: samples("B", 3, 4) });
      expect(holdOf(await store.state(), "B")).toMatchObject({ held: 2, head: null });
      await store.admit({ ...none, records: [sample("B", 1)] });
      expect(holdOf(await store.state(), "B")).toMatchObject({ held: 3, head: { seq: 1 } });
      await store.admit({ ...none, records: [sample("B", 2)] });
      expect(holdOf(await store.state(), "B")).toEqual({ device: "B", held: 4, forks: 0, hlc: sample("B", 4).header.hlc, head: { device: "B", seq: 4, id: idOf("B", 4) } });
    });

    it("[STO5] goes on along either branch of a fork", async () => {
      const store = await openOwned();
      await store.admit({ ...none, records: samples("B", 1, 3) });
      await store.admit({ ...none, records: [sample("B", 3, { branch: 1 })] });
      await store.admit({ ...none, records: [sample("B", 4, { branch: 1, prev: idOf("B", 3, 1) })] });
      expect(holdOf(await store.state(), "B")).toMatchObject({ held: 5, forks: 1, head: { seq: 4, id: idOf("B", 4, 1) } });
    });

    it("[STO6] takes nothing without its owner, nor from another device as its own", async () => {
      const store = await open();
      expect(await store.append([sample("A", 1)], null)).toEqual({ ok: false, error: { type: "OwnerGone" } });
      expect(await store.admit({ ...none, records: [sample("B", 1)] })).toEqual({ ok: false, error: { type: "OwnerGone" } });
      await store.own(own);
      expect(await store.append([sample("C", 1)], null)).toEqual({ ok: false, error: { type: "OwnerGone" } });
      expect(await everything(store)).toEqual([]);
    });

    it("[STO6] keeps its ward once it holds a record; another device of that ward may write on", async () => {
      const store = await openOwned();
      await store.append([sample("A", 1)], null);
      expect(await store.own({ ward: "another" as WardId, device: deviceNamed("Z") })).toEqual({ ok: false, error: { type: "OwnerGone" } });
      expect((await store.state()).owner).toEqual(own);
      await store.own({ ward, device: deviceNamed("Z") });
      expect(await store.append([sample("Z", 1)], null)).toMatchObject({ ok: true });
    });

    it("[STO10] is rebuilt to exactly what it is given, heads and counts made from it, and tells the other handles", async () => {
      const place = newPlace();
      const [store, other] = [await openOwned(place), await open(place)];
      await store.append(samples("A", 1, 3), null);
      await store.saveCheckpoint({ upTo: 3, foldVersion: "1", parts: [] });
      const heard = news(other);
      const rows = [...samples("A", 1, 2), ...samples("B", 1, 2)].map((record, at) => ({ place: at + 1, record }));
      const whole = { upTo: 3, rows, owner: own, clock: sample("B", 2).header.hlc, aside: [] };
      expect(await store.rebuild({ ...whole, upTo: 2 })).toEqual({ ok: false, error: { type: "HeadMoved" } });
      expect(await everything(store)).toEqual(samples("A", 1, 3));
      expect(await store.rebuild(whole)).toEqual({ ok: true, value: null });
      await heard;
      expect(await everything(store)).toEqual(rows.map(({ record }) => record));
      const state = await store.state();
      expect(state).toMatchObject({ owner: own, lastPlace: 4, clock: sample("B", 2).header.hlc });
      expect(holdOf(state, "A")).toMatchObject({ head: { seq: 2, id: idOf("A", 2) }, held: 2, forks: 0 });
      expect(holdOf(state, "B")).toMatchObject({ head: { seq: 2 }, held: 2 });
      expect(await store.loadCheckpoint()).toBeNull();
      expect(await store.append([sample("A", 3)], idOf("A", 2))).toMatchObject({ ok: true, value: [{ place: 5 }] });
    });

    it("[STO7] keeps aside what is not true, once, without a place, and moves it in when told", async () => {
      const store = await openOwned();
      const [early, forged] = [asideOf(sample("B", 1)), asideOf(sample("B", 2), "WrongSignature")];
      await store.admit({ ...none, records: [], aside: [early, forged] });
      await store.admit({ ...none, records: [], aside: [forged] });
      expect(await store.state()).toMatchObject({ lastPlace: 0, holds: [] });
      expect(await store.readAside(["UnknownDevice"])).toEqual([early]);
      expect(await store.countAside(["UnknownDevice", "WrongSignature", "WrongSeal"])).toBe(2);
      await store.admit({ ...none, records: [early.record], released: [early.print] });
      expect(await store.countAside(["UnknownDevice"])).toBe(0);
      expect(await everything(store)).toEqual([early.record]);
    });

    it("[STO8] replaces a checkpoint whole", async () => {
      const store = await openOwned();
      expect(await store.loadCheckpoint()).toBeNull();
      const part = (letter: string) => ({ name: letter, iv: new Uint8Array(12), sealed: new TextEncoder().encode(letter) });
      await store.saveCheckpoint({ upTo: 3, foldVersion: "one", parts: [part("a"), part("b")] });
      await store.saveCheckpoint({ upTo: 4, foldVersion: "two", parts: [part("b"), part("c")] });
      expect(await store.loadCheckpoint()).toEqual({ upTo: 4, foldVersion: "two", parts: [part("b"), part("c")] });
    });

    it("[STO9] tells every other handle that something came in", async () => {
      const place = newPlace();
      const [one, two] = [await openOwned(place), await open(place)];
      const heard = news(two);
      await one.append([sample("A", 1)], null);
      await heard;
      expect((await two.read(0, 10)).map(({ id }) => id)).toEqual([idOf("A", 1)]);
      const heardBack = news(one);
      await two.admit({ ...none, records: [sample("B", 1)] });
      await heardBack;
      expect((await one.state()).lastPlace).toBe(2);
    });

    it("[STO2][STO3][STO5] ends up with one set and one length of chain in any order, with loss and repetition", async () => {
      const all = [...samples("B", 1, 6), ...samples("C", 1, 4), sample("B", 3, { branch: 1 }), sample("B", 4, { branch: 1, prev: idOf("B", 3, 1) }), sample("C", 5, { prev: idOf("C", 4, 9) })];
      const some = fc.array(fc.subarray(all), { maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(some, fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }), async (early, rest) => {
          const store = await openOwned();
          for (const records of [...early, rest]) await store.admit({ ...none, records });
          const { holds, lastPlace } = await store.state();
          expect(lastPlace).toBe(all.length);
          expect(new Set((await store.read(0, 100)).map(({ id }) => id))).toEqual(new Set(all.map(({ id }) => id)));
          expect(holds.map(({ device, held, forks, head }) => `${device}: ${held} held, ${forks} forks, head ${head?.seq}`).sort()).toEqual([
            "B: 8 held, 2 forks, head 6",
            "C: 5 held, 0 forks, head 4",
          ]);
        }),
        { numRuns: 25 },
      );
    });
  });
};
