import { describe, expect, it } from "vitest";
import type { Complaint } from "#core/ward/triage-set.ts";
import { findComplaints } from "#forms/complaint-search.ts";

const complaint = (name: string, ...also: ReadonlyArray<string>): Complaint => ({ name, also, discriminators: [{ text: "t", level: 1 }] });
const all = [complaint("Brystsmerter", "hjerte"), complaint("Magesmerter", "buk"), complaint("Feber hos barn"), complaint("Feber hos voksne"), complaint("Ånd­enød"), complaint("Kramper", "anfall", "épilepsi")];
const names = (typed: string) => findComplaints(all, typed).complaints.map(({ name }) => name);

describe("[CSE1]", () => {
  it("the best stand alone", () => {
    expect(names("bryst")).toEqual(["Brystsmerter"]);
    expect(names("feber barn")).toEqual(["Feber hos barn"]);
    expect(names("Barn, feber")).toEqual(["Feber hos barn"]);
    expect(names("smerter")).toEqual(["Brystsmerter", "Magesmerter"]);
  });

  it("with nothing typed all stand, and where none fits all stand and it is known", () => {
    expect(findComplaints(all, " ,; ")).toEqual({ complaints: all, isFound: true });
    expect(findComplaints(all, "qqq")).toEqual({ complaints: all, isFound: false });
    expect(findComplaints([], "qqq")).toEqual({ complaints: [], isFound: false });
  });

  it("a name stands before another word", () => {
    const [buk, ill] = [complaint("Buk"), complaint("Vondt", "buk")];
    expect(findComplaints([ill, buk], "buk").complaints).toEqual([buk, ill]);
  });
});

describe("[CSE2] a word fits", () => {
  it("at the beginning, inside and the other way round, whatever its case and accents", () => {
    expect(names("HJERTE")).toEqual(["Brystsmerter"]);
    expect(names("epilepsi")).toEqual(["Kramper"]);
    expect(names("i magen siden i går")).toEqual(names("qqq"));
    expect(names("feber i går")).toEqual(["Feber hos barn", "Feber hos voksne"]);
    expect(names("mager")).toEqual(names("qqq"));
    expect(names("feberkramper")).toEqual(["Feber hos barn", "Feber hos voksne", "Kramper"]);
  });

  it("å is no a, and signs are no words", () => {
    expect(names("a")).not.toContain("Ånd­enød");
    expect(names("å")).toEqual(["Ånd­enød"]);
    expect(names("(feber)*.+")).toEqual(["Feber hos barn", "Feber hos voksne"]);
  });
});
