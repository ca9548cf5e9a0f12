import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maxPeople, maxSnapshotBytes, readPeople } from "#core/ward/snapshot.ts";
import { emptyWard, evolveWard, type Ward, type WardRecord } from "#core/ward/ward.ts";
import { at, device, nurse, recordId, stampAt } from "../visit/given.ts";

const kari = { name: "Kari Nordmann", nationalNumber: "12035712340", born: { is: "date", date: "1957-03-12" }, sex: "female", where: "Kirurgisk 3", admittedAtMs: 5, allergies: ["Penicillin"] } as const;

const taken = (when: string, asOf: string, people: ReadonlyArray<unknown>, on = "A"): WardRecord => ({
  id: recordId(`list ${when} ${on}`), device: device(on), seq: 4, stamp: stampAt(at(when), 0), actor: nurse, atMs: at(when), wroteMs: at(when), seen: [],
  event: { type: "v1.SnapshotTaken", asOfMs: at(asOf), source: "huset.csv", people },
});
const wardOf = (records: ReadonlyArray<WardRecord>): Ward => records.reduce(evolveWard, emptyWard);

describe("[WRD6] the list of who was in the house", () => {
  const [morning, afternoon, older] = [taken("08:10", "08:00", [kari]), taken("14:20", "14:10", [kari, kari]), taken("14:40", "07:00", [], "B")];

  it("is the last that was taken, also where it is of an earlier time or empty", () => {
    expect(wardOf([]).snapshot).toBeNull();
    expect(wardOf([morning, afternoon]).snapshot).toMatchObject({ value: { asOfMs: at("14:10"), source: "huset.csv", count: 2 }, by: { id: recordId("list 14:20 A"), device: device("A"), seq: 4 } });
    expect(wardOf([morning, afternoon, older]).snapshot?.value).toMatchObject({ asOfMs: at("07:00"), count: 0 });
  });

  it("is one and the same in any order and however often the records come", () => {
    const all = [morning, afternoon, older, taken("14:20", "13:00", [kari], "B")];
    fc.assert(fc.property(fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }), (mixed) => { expect(wardOf(mixed)).toEqual(wardOf(all)); }));
  });

  it("leaves nobody's name in the ward", () => {
    expect(JSON.stringify(wardOf([morning, afternoon]))).not.toMatch(/Kari|12035712340|Penicillin/);
  });
});

describe("people of a list", () => {
  it("[SNP1] are read back as they were told, and an empty list of allergies stays one", () => {
    expect(readPeople([kari, { name: "Ola", allergies: [] }])).toEqual([kari, { name: "Ola", allergies: [] }]);
    expect(readPeople([{ nationalNumber: "1" }])).toEqual([{ nationalNumber: "1" }]);
  });

  it("[SNP2] what does not fit is left out, field by field", () => {
    expect(readPeople([{ ...kari, born: { is: "date", date: "1957-02-30" }, sex: "F", where: 3, admittedAtMs: "x", allergies: ["a", 1], more: "new" }])).toEqual([{ name: kari.name, nationalNumber: kari.nationalNumber }]);
  });

  it.each([null, 7, "Kari", [], {}, { name: "" }, { name: 1, where: "3" }, { born: { is: "year", year: 1957 } }])("[SNP2] %j is nobody", (raw) => {
    expect(readPeople([raw, kari])).toEqual([kari]);
  });

  it("[SNP2] whatever is there, reading never fails, and nobody is without name and number", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.anything(), fc.record({ name: fc.anything(), nationalNumber: fc.anything(), born: fc.anything(), allergies: fc.anything() }, { requiredKeys: [] }))), (raw) => {
        for (const { name, nationalNumber } of readPeople(raw)) expect((name ?? "") + (nationalNumber ?? "")).not.toBe("");
      }),
    );
  });

  it("the largest house, with all that is told of everybody, is within what one record may hold", () => {
    expect(JSON.stringify(Array.from({ length: maxPeople }, () => kari)).length).toBeLessThan(maxSnapshotBytes);
  });
});
