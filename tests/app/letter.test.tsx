// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { known } from "#core/answer.ts";
import type { LetterRequest, OutFile } from "#app/outlets.ts";
import { takeIn, type Patient } from "./board-ward.ts";
import { kari, openChart, openPage } from "./visit-stage.tsx";

const told: Patient = {
  ...kari,
  done: [
    { type: "SetDetails", details: { nationalNumber: known("13097248022") } },
    { type: "Observe", found: { measured: { pulsePerMin: 90 } } },
    { type: "GiveMedicine", given: { drug: "Paracetamol", dose: { value: 1, unit: "g" } } },
    { type: "Conclude", conclusion: { assessment: "Muscle pain.\nNo sign of infarction.", codes: [{ system: "icpc2", code: "L04" }], advices: ["comeBackIfWorse"], control: "GP in a week", referTo: "Cardiology", referFor: "Stress test?" } },
    { type: "Leave", how: "homeWithControl" },
  ],
};
const sheet = () => screen.getByRole("article");
const part = (name: string): string => within(sheet()).getByRole("heading", { name }).parentElement?.textContent ?? "";
const headings = () => within(sheet()).getAllByRole("heading").map((one) => one.textContent);

it("[PRT1] the letter stands on a sheet of its own, section by section", async () => {
  await openPage((number) => `/print?letter=${number}`, [told]);
  expect(headings()).toEqual(["Allergies", "Reason for the visit", "Findings", "Assessment", "Medicines given", "Current medicines", "Advice and follow-up", "Papers"]);
  expect(part("Reason for the visit")).toContain("Chest pain");
  expect(part("Findings")).toMatch(/Level: 2 .*Last look .*Pulse 90 \/min/s);
  expect(part("Assessment")).toContain("Muscle pain.\nNo sign of infarction.");
  expect(part("Assessment")).toContain("L04 (ICPC-2)");
  expect(part("Medicines given")).toContain("Paracetamol 1 g");
  expect(part("Advice and follow-up")).toMatch(/Come back if worse\..*GP in a week/s);
});

it("[LTX1] the referral asks its question first, and is to whom it was written to", async () => {
  await openPage((number) => `/print?letter=${number}&as=referral`, [told]);
  expect(sheet().textContent).toMatch(/^ToCardiology/);
  expect(headings()[0]).toBe("The question");
  expect(part("The question")).toContain("Stress test?");
});

it("[LTX1][LSH2] what nobody has written is said, with room for a pen; other empty parts are not there", async () => {
  await openPage((number) => `/print?letter=${number}&as=referral`, [{ id: "new", agoMin: 5 }]);
  for (const name of ["The question", "Assessment", "Advice and follow-up"]) expect(part(name)).toContain("Not written");
  expect(part("Reason for the visit")).toContain("Not asked");
  expect(headings()).not.toContain("Medicines given");
});

it("[LTX2][LSH1] who may be somebody else stands so in a box, with the reasons", async () => {
  await openPage((number) => `/print?letter=${number}`, [kari]);
  expect(headings()[0]).toBe("IDENTITY NOT VERIFIED");
  expect(part("IDENTITY NOT VERIFIED")).toContain("No valid national number is known.");
});

it("[PRT6] of a number that two devices gave, both letters; a number that is not here is said", async () => {
  await openPage(() => "/print?letter=TRA-999-Z", [kari]);
  expect(await screen.findByRole("searchbox")).toBeVisible();
});

it("[LFL1] the letter as a file: handed to the browser, and nothing of it in the log", async () => {
  const asked: LetterRequest[] = [];
  const handed: OutFile[] = [];
  const { user, feed } = await openPage((number) => `/print?letter=${number}`, [told], {
    outlets: { letter: async (request) => { asked.push(request); return { name: "a.fhir.json", mime: "application/fhir+json", text: "{}" }; }, handOver: (file) => { handed.push(file); } },
  });
  const before = feed.state().uncarried.length;
  await user.click(screen.getByRole("button", { name: "Save the letter as a file" }));
  expect(await screen.findByText("The file is made. Look for it among the downloads.")).toBeVisible();
  expect([asked.map(({ text }) => text.title), handed.map(({ name }) => name), feed.state().uncarried.length]).toEqual([["Discharge letter"], ["a.fhir.json"], before]);
});

it("[LFL2] a file that could not be made is said", async () => {
  const { user } = await openPage((number) => `/print?letter=${number}`, [told], { outlets: { letter: () => Promise.reject(new Error("full")) } });
  await user.click(screen.getByRole("button", { name: "Save the letter as a file" }));
  expect(await screen.findByText(/The file was not made/)).toBeVisible();
});

it("from the letter to the words that are missing in it: the panel stands open", async () => {
  const { user } = await openPage((number) => `/print?letter=${number}`, [kari]);
  await user.click(screen.getByRole("link", { name: "Write the assessment" }));
  await waitFor(() => expect(screen.getByRole("textbox", { name: "Assessment" })).toHaveFocus());
});

it("[CHV1] B in the chart goes to the letter", async () => {
  const { user } = await openChart([kari], { before: (feed, clock) => takeIn(feed, clock, [told]) });
  await user.keyboard("l");
  expect(await screen.findByRole("article", { name: "Discharge letter" })).toBeVisible();
});

it("[LCD1] once the patient has left, what the letter lacks is said, and it can be printed all the same", async () => {
  const { user } = await openChart([{ ...kari, done: [{ type: "Leave", how: "home" }] }]);
  const card = within(screen.getByRole("region", { name: "Letter to the GP" }));
  expect(card.getByText("Nobody has written the assessment yet.")).toBeVisible();
  expect(card.getByRole("link", { name: /Discharge letter/ })).toBeVisible();
  await user.click(card.getByRole("button", { name: "Write the assessment" }));
  expect(screen.getByRole("textbox", { name: "Assessment" })).toBeVisible();
});
