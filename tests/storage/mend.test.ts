import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DeviceId, SealedRecord } from "#core/log/record.ts";
import type { Expectation } from "#storage/expectation.ts";
import { joined, journalMark, ownerFrame, recordFrame, scanJournal } from "#storage/journal/frames.ts";
import { openMemoryRecordStore } from "#storage/memory-record-store.ts";
import { planMending, type Copies } from "#storage/mend.ts";
import type { StoredRecord } from "#storage/record-store.ts";
import { provedChain, provedWard } from "./proved-samples.ts";

const ours = await provedChain("A", 8);
const theirs = await provedChain("B", 4);
const all = [...ours, ...theirs];
const owner = { ward: provedWard, device: "A" as DeviceId };
const fileOf = (records: ReadonlyArray<SealedRecord>) => joined([journalMark, ownerFrame(owner), ...records.map(recordFrame)]);
const rowsOf = (records: ReadonlyArray<SealedRecord>): ReadonlyArray<StoredRecord> => records.map((record, at) => ({ place: at + 1, id: record.id, record }));

const stateOf = async (records: ReadonlyArray<SealedRecord>) => {
  const store = openMemoryRecordStore();
  const clock = records.map(({ header }) => header.hlc).toSorted().at(-1) ?? null;
  await store.rebuild({ upTo: 0, rows: records.map((record, at) => ({ place: at + 1, record })), owner, clock, aside: [] });
  return store.state();
};
const expected: Expectation = { heads: [{ device: owner.device, seq: 8 }, { device: "B" as DeviceId, seq: 4 }], held: 12, journalBytes: fileOf(all).length, lost: [], retired: [] };

const copies = async (change: Partial<Copies> = {}): Promise<Copies> => ({ rows: rowsOf(all), state: await stateOf(all), journal: fileOf(all), expectation: expected, ...change });
const flipSealed = (record: SealedRecord): SealedRecord => ({ ...record, sealed: record.sealed.map((byte, at) => (at === 3 ? byte ^ 1 : byte)) });
const ids = (records: ReadonlyArray<SealedRecord>): ReadonlyArray<string> => records.map(({ id }) => id).toSorted();

describe("two copies of one log", () => {
  it("[MND4] that agree are left as they are", async () => {
    const plan = await planMending(await copies());
    expect(plan).toEqual({ rebuild: null, journal: { needs: "nothing" }, report: { restored: 0, damagedRows: 0, damagedBytes: 0, copied: 0, lost: [] } });
  });

  it("[MND1] a database that the browser emptied comes back whole from the journal, with its owner", async () => {
    const plan = await planMending(await copies({ rows: [], state: await openMemoryRecordStore().state() }));
    expect(plan.rebuild?.rows.map(({ record }) => record)).toEqual(all);
    expect(plan.rebuild).toMatchObject({ owner, clock: ours.at(-1)?.header.hlc });
    expect(plan.report).toMatchObject({ restored: 12, lost: [] });
  });

  it("[MND1] a journal that is gone is written anew from the database", async () => {
    const plan = await planMending(await copies({ journal: new Uint8Array() }));
    expect(plan.rebuild).toBeNull();
    expect(plan.journal).toMatchObject({ needs: "anew", bytes: fileOf(all) });
  });

  it("[MND1] a save that a kill cut between the two copies is finished, by one frame more", async () => {
    const plan = await planMending(await copies({ journal: fileOf(all.slice(0, 11)) }));
    expect(plan.journal).toEqual({ needs: "more", bytes: recordFrame(all[11] ?? fail()) });
    expect(plan.report).toMatchObject({ copied: 1, restored: 0, lost: [] });
  });

  it("[MND1][MND2] a row with one changed byte is replaced by the journal's, which comes in as news", async () => {
    const rows = rowsOf(all).map((row, at) => (at === 4 && row.record !== null ? { ...row, record: flipSealed(row.record) } : row));
    const plan = await planMending(await copies({ rows }));
    const others = all.filter((_, at) => at !== 4);
    expect(plan.rebuild?.rows.map(({ record }) => record)).toEqual([...others, all[4]]);
    expect(plan.rebuild?.rows.map(({ place }) => place)).toEqual([1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(plan.report).toMatchObject({ restored: 1, damagedRows: 1, lost: [] });
  });

  it("[MND2] a row whose signature was changed is known by the journal's checksum", async () => {
    const rows = rowsOf(all).map((row, at) => (at === 2 && row.record !== null ? { ...row, record: { ...row.record, signature: new Uint8Array(64) } } : row));
    const plan = await planMending(await copies({ rows }));
    expect(plan.rebuild?.rows.find(({ record }) => record.id === all[2]?.id)?.record.signature).toEqual(all[2]?.signature);
  });

  it("[MND2] a damaged row that is in no journal is laid aside, and named as lost", async () => {
    const rows = rowsOf(all).map((row, at) => (at === 4 && row.record !== null ? { ...row, record: flipSealed(row.record) } : row));
    const plan = await planMending(await copies({ rows, journal: fileOf(all.filter((_, at) => at !== 4)) }));
    expect(plan.rebuild?.rows).toHaveLength(11);
    expect(plan.rebuild?.aside).toMatchObject([{ flaw: "WrongId" }]);
    expect(plan.report.lost).toEqual([{ device: "A", fromSeq: 5, toSeq: 5 }]);
  });

  it("[MND3] heads that do not fit the records are made anew", async () => {
    const state = await stateOf(all);
    const holds = state.holds.map((hold) => (hold.device === owner.device && hold.head !== null ? { ...hold, head: { ...hold.head, seq: 3 } } : hold));
    expect((await planMending(await copies({ state: { ...state, holds } }))).rebuild?.rows).toHaveLength(12);
    expect((await planMending(await copies({ state: { ...state, owner: null } }))).rebuild?.owner).toEqual(owner);
  });

  it("[MND5] what is in neither copy is named by device and number", async () => {
    const left = all.filter(({ header }) => header.device !== owner.device || header.seq < 4 || header.seq === 6);
    const plan = await planMending(await copies({ rows: rowsOf(left), state: await stateOf(left), journal: fileOf(left) }));
    expect(plan.report.lost).toEqual([{ device: "A", fromSeq: 4, toSeq: 5 }, { device: "A", fromSeq: 7, toSeq: 8 }]);
    const nothing = await planMending({ rows: [], state: await openMemoryRecordStore().state(), journal: new Uint8Array(), expectation: expected });
    expect(nothing.report.lost).toEqual([{ device: "A", fromSeq: 1, toSeq: 8 }, { device: "B", fromSeq: 1, toSeq: 4 }]);
  });

  it("[MND5] what was lost before and nobody has read yet is still named, unless it came back", async () => {
    const lost = [{ device: owner.device, fromSeq: 3, toSeq: 4 }, { device: "B" as DeviceId, fromSeq: 3, toSeq: 6 }, { device: "C" as DeviceId, fromSeq: 1, toSeq: 1 }];
    const { report } = await planMending(await copies({ expectation: { ...expected, lost } }));
    expect(report.lost).toEqual([{ device: "B", fromSeq: 5, toSeq: 6 }, { device: "C", fromSeq: 1, toSeq: 1 }]);
  });

  it("[MND1] whatever happens to either copy, what is whole in one of them is in both afterwards, and nothing else is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom("whole", "gone", "flipped"), { minLength: 12, maxLength: 12 }), fc.array(fc.nat(3_000), { maxLength: 6 }), async (fates, flips) => {
        const rows = rowsOf(all).flatMap((row, at) => (fates[at] === "gone" ? [] : [fates[at] === "flipped" && row.record !== null ? { ...row, record: flipSealed(row.record) } : row]));
        const journal = fileOf(all).map((byte, at) => (flips.includes(at) ? byte ^ 0x10 : byte));
        const inJournal = scanJournal(journal).records.map(({ id }) => id);
        const survivors = all.filter(({ id }, at) => fates[at] === "whole" || inJournal.includes(id));
        const state = await stateOf(all);
        const plan = await planMending(await copies({ rows, state, journal }));
        const held = plan.rebuild === null ? all : plan.rebuild.rows.map(({ record }) => record);
        expect(ids(held)).toEqual(ids(survivors));
        const after = plan.journal.needs === "anew" ? plan.journal.bytes : plan.journal.needs === "more" ? joined([journal, plan.journal.bytes]) : journal;
        expect(ids(scanJournal(after).records)).toEqual(ids(survivors));
        expect(plan.report.lost.reduce((sum, { fromSeq, toSeq }) => sum + toSeq - fromSeq + 1, 0)).toBe(all.length - survivors.length);
      }),
      { numRuns: 150 },
    );
  });
});

const fail = (): never => {
  throw new Error("there is one");
};
