// @vitest-environment jsdom
import { act, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { known, unknown } from "#core/answer.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import { addMinutes } from "#core/time.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { codeOf } from "#forms/scanned.ts";
import { numberOf, takeIn, visitId } from "./board-ward.ts";
import type { StageOptions } from "./stage.tsx";
import { kari, openPage } from "./visit-stage.tsx";

const national = "13097248022";
const codes = (): ReadonlyArray<string | undefined> => [...document.querySelectorAll<SVGElement>(".qr-code")].map(({ dataset }) => dataset["code"]);

const known1: StageOptions["before"] = async (feed, clock) => {
  await takeIn(feed, clock, [kari]);
  const atMs = addMinutes(clock.nowMs(), -10);
  const ask = (command: Parameters<typeof feed.ask>[1][number]) => feed.ask(visitId("kari"), [command], nobodyYet);
  await ask({ type: "SetDetails", details: { nationalNumber: known(national), born: unknown }, atMs });
  await ask({ type: "Observe", found: { measured: { respirationPerMin: 22, spo2Pct: 94, systolicMmHg: 112, pulsePerMin: 96, tempC: 38.4 }, breathing: "oxygen", consciousness: "A" }, atMs });
  await ask({ type: "GiveMedicine", given: { drug: "Paracetamol", dose: { value: 1, unit: "g" } }, atMs });
  await ask({ type: "WriteNote", note: { recommendation: "EKG nå" }, atMs });
  const wrong = await ask({ type: "WriteNote", note: { background: "Feil pasient" }, atMs });
  if (!wrong.ok) throw new Error(wrong.error.type);
  await ask({ type: "Undo", target: wrong.value[0]!.record.id, atMs });
};

it.each(["label", "labels", "band", "isbar", "form"])("[PFM1] what is printed as %s has the visit's code, and no national number in it", async (what) => {
  const { feed } = await openPage((number) => `/print?${what}=${number}`, [kari], { before: known1 });
  await screen.findAllByText(/Kari Nordmann/);
  expect(new Set(codes())).toEqual(new Set([codeOf("visit", numberOf(feed, "kari") as TemporaryNumber)]));
  expect(codes().join("")).not.toContain(national);
});

it("[ISB1][ISB2] the card says who, how urgent, the last look with NEWS2, what was given and the last note of each part; a struck one it does not", async () => {
  await openPage((number) => `/print?isbar=${number}`, [kari], { before: known1 });
  const card = await screen.findByRole("article", { name: /^ISBAR/ });
  const text = card.textContent ?? "";
  for (const said of ["Kari Nordmann", "130972 48022", "Chest pain", "NEWS2 7, high", "Paracetamol 1 g", "EKG nå"]) expect(text).toContain(said);
  expect(text).not.toContain("Feil pasient");
  expect(card.querySelectorAll("hr").length).toBeGreaterThan(8);
});

it("[ISB3] allergies stand first in B, also that nobody asked; results and what is awaited stand in A", async () => {
  await openPage((number) => `/print?isbar=${number}`, [kari], {
    before: async (feed, clock) => {
      await takeIn(feed, clock, [{ ...kari, done: [{ type: "SetDetails", details: { currentMedicines: known(["Marevan"]) } }] }]);
      const atMs = addMinutes(clock.nowMs(), -10);
      const ordered = await feed.ask(visitId("kari"), [{ type: "PlaceOrder", order: { kind: "lab", what: "Troponin" }, atMs }, { type: "PlaceOrder", order: { kind: "lab", what: "CRP" }, atMs }], nobodyYet);
      if (!ordered.ok) throw new Error(ordered.error.type);
      await feed.ask(visitId("kari"), [{ type: "TakeResult", order: ordered.value[0]!.record.id, result: { text: "92 ng/l", identifiedBy: [], critical: { readBack: true } }, atMs }], nobodyYet);
    },
  });
  const card = await screen.findByRole("article", { name: /^ISBAR/ });
  const part = (place: number): string => card.querySelectorAll(".isbar-part")[place]?.textContent ?? "";
  expect(part(2)).toMatch(/Allergies: Not asked.*Marevan/);
  expect(part(3)).toMatch(/Troponin 92 ng\/l ‼ critical result/);
  expect(part(3)).toMatch(/Results awaited: CRP \(/);
});

it("[PFM2] what is known stands in its field, what is unknown says so, and what was not asked is empty", async () => {
  await openPage((number) => `/print?form=${number}`, [kari], { before: known1 });
  const form = await screen.findByRole("article", { name: /^Paper form/ });
  const field = (label: string): string => [...form.querySelectorAll("dt")].find((one) => one.textContent === label)?.nextElementSibling?.textContent ?? "none";
  expect([field("Name"), field("National identity number"), field("Born or age")]).toEqual(["Kari Nordmann", "130972 48022", expect.stringMatching(/unknown/i)]);
  expect(field("Sex")).toBe("FemaleMaleOther");
  const pulse = within(form).getByRole("row", { name: /^Pulse/ });
  expect(within(pulse).getAllByRole("cell").map((cell) => cell.textContent)).toEqual(["96", "", "", "", "", "", ""]);
});

it("[BLK1][BLK2][PFM1] a stack has numbers that are kept back, each its own code, and stands again by its address", async () => {
  const { user, feed } = await openPage(() => "/print?what=forms", [kari]);
  await user.click(screen.getByRole("button", { name: "5" }));
  const forms = await screen.findAllByRole("article", { name: /^Paper form/ });
  const numbers = forms.map((form) => form.querySelector("strong")?.textContent as TemporaryNumber);
  expect(new Set(numbers).size).toBe(5);
  expect(codes()).toEqual(numbers.map((number) => codeOf("blank", number)));
  expect(location.search).toContain(numbers.join("."));
  expect(Object.values(feed.state().serials)).toEqual([6]);
  await act(async () => takeIn(feed, { nowMs: () => addMinutes(kariCame, 0) }, [{ id: "new", agoMin: 1 }]));
  expect(numbers).not.toContain(numberOf(feed, "new"));
});

it("[BLK1] a second press keeps back no second stack", async () => {
  const { feed } = await openPage(() => "/print?what=forms", [kari]);
  const button = screen.getByRole("button", { name: "10" });
  await act(async () => {
    button.click();
    button.click();
  });
  await screen.findAllByRole("article", { name: /^Paper form/ });
  expect(Object.values(feed.state().serials)).toEqual([11]);
});

const kariCame = Date.UTC(2026, 10, 23, 15, 58) as Parameters<typeof addMinutes>[0];
