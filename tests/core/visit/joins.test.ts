import { describe, expect, it } from "vitest";
import { known, unknown } from "#core/answer.ts";
import { knows } from "#core/log/order.ts";
import type { VisitEvent, VisitId } from "#core/visit/events.ts";
import type { VisitCommand } from "#core/visit/commands.ts";
import { decide } from "#core/visit/decide.ts";
import { isSecondPerson, onesWith, standingJoins, whoGoesOn } from "#core/visit/joins.ts";
import { struckRecords } from "#core/visit/strikes.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { answerOf, phaseOf, triageOf, visitOf, type Visit } from "#core/visit/visit.ts";
import { alone, arrived, at, calledIn, left, observed, placed, recordsOf, struck, told, triaged, type Circumstances, type Step } from "./given.ts";

const [a, b, c] = ["visit-a", "visit-b", "visit-c"].map((id) => id as VisitId) as [VisitId, VisitId, VisitId];
const numbers: { readonly [id: string]: string } = { [a]: "TRA-001-A", [b]: "TRA-002-B", [c]: "TRA-003-C" };

/** The step, told of this visit. */
const of = (visit: VisitId, step: Step): Step => {
  const event: VisitEvent = { ...step.event, visit };
  return { ...step, event: event.type === "v1.Arrived" ? { ...event, number: numbers[visit] as TemporaryNumber } : event };
};
const join = (visit: VisitId, into: VisitId, how: Circumstances = {}): Step => ({ event: { type: "v1.Joined", visit, into, confirmedBy: "Berg" }, how });
const both = [of(a, arrived({ at: "17:20" })), of(b, arrived({ at: "17:40" }))] as const;

const goesOn = (...steps: ReadonlyArray<Step>): VisitId | null => {
  const records = recordsOf(...steps);
  const joins = standingJoins(records);
  return whoGoesOn(onesWith(a, joins), joins, records);
};
const together = (...steps: ReadonlyArray<Step>): Visit => visitOf(goesOn(...steps) ?? a, recordsOf(...steps));

describe("which visits are one", () => {
  it("[JON1] those between whom a join stands, through others too; a struck join makes nobody one", () => {
    const ones = (...steps: ReadonlyArray<Step>): ReadonlyArray<VisitId> => onesWith(a, standingJoins(recordsOf(...both, ...steps)));
    expect(ones()).toEqual([a]);
    expect(ones(join(b, a)).toSorted()).toEqual([a, b]);
    expect(ones(join(b, c), join(a, c)).toSorted()).toEqual([a, b, c]);
    expect(ones(join(b, a), of(b, struck("A3")))).toEqual([a]);
    expect(ones(join(b, a), of(b, struck("A3")), of(b, struck("A4"))).toSorted()).toEqual([a, b]);
    expect(ones(join(a, a))).toEqual([a]);
  });

  it("[JON2] who gives way to nobody goes on; in a ring, or where there are several, who was taken in first", () => {
    expect(goesOn(...both, join(b, a))).toBe(a);
    expect(goesOn(...both, join(a, b))).toBe(b);
    expect(goesOn(...both, join(a, b, alone("B")), join(b, a, alone("C")))).toBe(a);
    expect(goesOn(...both, of(c, arrived({ at: "17:50" })), join(a, c), join(a, b))).toBe(b);
    expect(goesOn(...both, join(b, a), join(a, c))).toBe(c);
  });
});

describe("two that are shown as one", () => {
  it("[VIS11] the earliest arrival stands, under the number that goes on, whichever it is", () => {
    expect(together(...both, join(b, a))).toMatchObject({ id: a, number: "TRA-001-A", arrivedAtMs: at("17:20"), joined: { ones: [{ id: a }, { id: b, number: "TRA-002-B" }] } });
    expect(together(...both, join(a, b))).toMatchObject({ id: b, number: "TRA-002-B", arrivedAtMs: at("17:20") });
  });

  it("[JON3][VIS11] the most urgent level stands, though one nurse on one device set the other one later", () => {
    const visit = together(...both, of(a, triaged("red")), of(b, triaged("green")), join(b, a));
    expect(triageOf(visit)?.value.level).toBe(1);
    expect(visit.triage).toHaveLength(2);
    expect(triageOf(together(...both, of(a, triaged("red")), of(b, triaged("green")), join(b, a), of(a, triaged("yellow"))))?.value.level).toBe(3);
  });

  it("[JON3] answers of both are kept side by side, until somebody who knows that they are one answers anew", () => {
    const answers = [of(a, told({ name: known("Kari Nordmann") })), of(b, told({ name: unknown, reason: known("Fall") }))] as const;
    const visit = together(...both, ...answers, join(b, a));
    expect(visit.heard.name).toHaveLength(2);
    expect(answerOf(visit, "name")).toEqual(known("Kari Nordmann"));
    expect(answerOf(visit, "reason")).toEqual(known("Fall"));
    expect(together(...both, ...answers, join(b, a), of(a, told({ name: known("Karin Nordmann") }))).heard.name).toHaveLength(1);
    expect(together(...both, ...answers, join(b, a), of(a, told({ name: known("Karin Nordmann") }, alone("B")))).heard.name).toHaveLength(3);
  });

  it("[JON3][ORD4] who knew that two are one, and not that a third is, overrides those two alone", () => {
    const steps = [...both, of(c, arrived({ at: "17:50" })), of(b, placed("Rom 2")), of(c, placed("Rom 3")), join(b, a), of(a, placed("Rom 1")), join(c, a)];
    expect(together(...steps).place?.map(({ value }) => value).toSorted()).toEqual(["Rom 1", "Rom 3"]);
    const [first, second] = recordsOf(of(a, arrived()), of(b, arrived()));
    if (first === undefined || second === undefined) throw new Error("two records were made");
    const within = { of: b, knew: [b] };
    expect(knows(second, first)).toBe(true);
    expect(knows({ ...second, within }, { ...first, within: { of: a, knew: [a] } })).toBe(false);
    expect(knows({ ...second, within: { of: b, knew: [b, a] } }, { ...first, within: { of: a, knew: [a] } })).toBe(true);
  });

  it("[VIS11] every look of both stands, in the order they happened", () => {
    const visit = together(...both, of(b, observed({ measured: { pulsePerMin: 100 } }, { at: "18:05" })), of(a, observed({ measured: { pulsePerMin: 90 } }, { at: "18:01" })), join(b, a));
    expect(visit.looks.map(({ value }) => value.measured.pulsePerMin)).toEqual([90, 100]);
  });

  it("[VIS12] ending one of them as a mistake takes nobody away while the other is here; an ending of both does", () => {
    const phase = (...steps: ReadonlyArray<Step>): string => phaseOf(together(...both, ...steps)).is;
    expect(phase(of(a, left("other")), join(b, a))).toBe("waiting");
    expect(phase(of(b, calledIn({ at: "17:45" })), of(a, left("other", { at: "18:00" })), join(b, a))).toBe("calledIn");
    expect(phase(of(a, left("home")), of(b, left("home")), join(b, a))).toBe("left");
    expect(phase(join(b, a), of(a, left("home")))).toBe("left");
    expect(phase(join(b, a), of(a, left("home", alone("B"))))).toBe("waiting");
    expect(phase(of(a, left("other")), of(b, struck("A2")), join(b, a))).toBe("left");
    expect(together(...both, of(a, left("other")), join(b, a)).left).not.toBeNull();
  });

  it("[STK3] an arrival that was struck as a mistake stays struck, though others worked on with the other one", () => {
    const steps = [...both, of(a, struck("A1", alone("A"))), of(b, triaged("red", alone("B"))), join(b, a)];
    expect(together(...steps)).toMatchObject({ arrivedAtMs: at("17:40"), number: "TRA-001-A" });
    expect(phaseOf(together(...steps)).is).toBe("waiting");
    const foreign = recordsOf(...both, of(b, struck("A1")));
    expect(struckRecords(foreign).size).toBe(0);
  });
});

describe("joining and parting", () => {
  const asked = (command: VisitCommand, ...steps: ReadonlyArray<Step>) => decide(goesOn(...steps) ?? a, recordsOf(...steps), command);
  const joining: VisitCommand = { type: "Join", into: b, confirmedBy: " Berg ", atMs: at("18:00") };
  const parting: VisitCommand = { type: "Part", who: b, confirmedBy: "Lie", why: "To personer", atMs: at("18:00") };

  it("[DEC10] a join is written with the second person's name", () => {
    expect(asked(joining, of(a, arrived()))).toEqual({ ok: true, value: [{ type: "v1.Joined", visit: a, into: b, confirmedBy: "Berg" }] });
    expect(asked({ ...joining, number: "TRA-002-B" as TemporaryNumber }, of(a, arrived()))).toMatchObject({ ok: true, value: [{ number: "TRA-002-B" }] });
  });

  it.each([
    ["without a second person", { ...joining, confirmedBy: "  " }, [of(a, arrived())], "NothingSaid"],
    ["with itself", { ...joining, into: a }, [of(a, arrived())], "AlreadySo"],
    ["twice", { ...joining, into: b }, [...both, join(b, a)], "AlreadySo"],
    ["of a visit that was struck", joining, [of(a, arrived()), of(a, struck("A1"))], "NoSuchVisit"],
    ["and no parting without a second person", { ...parting, confirmedBy: "" }, [...both, join(b, a)], "NothingSaid"],
    ["and no parting of who is not joined", parting, [...both], "NothingToStrike"],
  ] as const)("[DEC10] no join %s", (_, command, steps, refusal) => {
    expect(asked(command, ...steps)).toMatchObject({ ok: false, error: { type: refusal } });
  });

  it("[DEC10] parting strikes every join of the one that is parted, each in its own visit", () => {
    const ring = [...both, join(b, a, alone("B")), join(a, b, alone("C"))];
    expect(asked(parting, ...ring)).toEqual({
      ok: true,
      value: [
        { type: "v1.Struck", visit: b, target: "B1", as: "correction", why: "To personer", confirmedBy: "Lie" },
        { type: "v1.Struck", visit: a, target: "C1", as: "correction", why: "To personer", confirmedBy: "Lie" },
      ],
    });
  });

  it("[DEC11] what is struck or corrected stays in the visit where it was written; a join is not corrected without a second person", () => {
    const steps = [...both, of(b, triaged("red")), join(b, a)];
    const target = recordsOf(...steps)[2]?.id;
    if (target === undefined) throw new Error("three records were made");
    expect(asked({ type: "Undo", target, atMs: at("18:00") }, ...steps)).toMatchObject({ value: [{ visit: b }] });
    const instead = { type: "v1.Seen", visit: a } as const;
    expect(asked({ type: "Correct", target, why: "", instead, atMs: at("18:00") }, ...steps)).toMatchObject({ value: [{ visit: b }, { type: "v1.Seen", visit: b }] });
    const joined = recordsOf(...steps)[3]?.id ?? target;
    expect(asked({ type: "Correct", target: joined, why: "", instead: null, atMs: at("18:00") }, ...steps)).toMatchObject({ ok: false, error: { type: "NothingSaid" } });
  });

  it("[DEC10] the second person is somebody else, as far as both are known", () => {
    expect([isSecondPerson("Berg", ""), isSecondPerson("Berg", "Lie"), isSecondPerson("berg ", "Berg"), isSecondPerson(" ", "")]).toEqual([true, true, false, false]);
  });
});
