// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { known, none, unknown } from "#core/answer.ts";
import type { DetailAnswers } from "#core/visit/details.ts";
import { answerOf } from "#core/visit/visit.ts";
import { newMemoryDevice } from "#tests/storage/memory-log.ts";
import { neighbourOf, visitId } from "./board-ward.ts";
import type { Stage } from "./stage.tsx";
import { done, kari, line, openChart, openPage } from "./visit-stage.tsx";

const about = ({ feed }: Stage, name: keyof DetailAnswers) => answerOf(feed.state().visits.get(visitId("kari"))!.visit, name);
const withDetails = (details: DetailAnswers) => [{ ...kari, done: [{ type: "SetDetails", details } as const] }];
const allergyLine = () => screen.getByRole("button", { name: /^Allergies:/ });
const add = () => screen.getByRole("textbox", { name: "Allergies" });

it("[ALB1] allergies say in words that nobody asked, that they are not known, that there are none, or which", async () => {
  await openChart();
  expect(allergyLine()).toHaveTextContent("Allergies: Not asked");
});
it.each([
  [unknown, "Allergies: asked, unknown"],
  [none, "Allergies: None known"],
  [{ ...known(["Penicillin", "Latex"]), source: "relative" } as const, "Allergies: Penicillin, Latex (according to a relative)"],
])("[ALB1] %j", async (allergies, text) => {
  await openChart(withDetails({ allergies }));
  expect(allergyLine()).toHaveTextContent(text);
});

it.each([[{ ...none, unsure: true } as const, "unknown"], [none, "none"]])("[ALB3] %j has the sign of %s", async (allergies, state) => {
  await openChart(withDetails({ allergies }));
  expect(allergyLine()).toHaveAttribute("data-state", state);
});

it("[ALB2] [HRD1] what another device, unaware of ours, wrote stands with ours, and it is said that several wrote", async () => {
  const device = newMemoryDevice();
  const stage = await openChart(undefined, { device });
  const neighbour = await neighbourOf(stage, device);
  await stage.user.click(allergyLine());
  await stage.user.keyboard("Latex{Enter}{Enter}");
  await done("The details are written");
  await neighbour.does("kari", { type: "SetDetails", details: { allergies: known(["Iodine"]) }, atMs: stage.clock.nowMs() });
  await waitFor(() => expect(allergyLine()).toHaveTextContent("Allergies: Latex, Iodine Several wrote here unaware of each other. All of it stands."));
  expect(screen.queryByRole("region", { name: "The devices disagree" })).toBeNull();
});

it("[CHV1] A opens what to take care of at the allergies; Enter and commas add, and what was not added is saved too", async () => {
  const stage = await openChart();
  const { user } = stage;
  await user.keyboard("a");
  await waitFor(() => expect(add()).toHaveFocus());
  await user.keyboard("Pen J01C, latex,Jod 4,5{Enter}nut");
  expect(screen.getByRole("button", { name: "Remove Jod 4,5" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Risk of violence" }));
  await user.click(screen.getByRole("radio", { name: "Relative" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await done("The details are written");
  expect(about(stage, "allergies")).toEqual({ ...known(["Pen J01C", "latex", "Jod 4,5", "nut"]), source: "relative" });
  expect(about(stage, "flags")).toEqual({ ...known(["violence"]), source: "relative" });
  expect(line(/Flags/).textContent).toContain("Risk of violence");
});

it("[LSF1] Enter with nothing typed saves", async () => {
  const stage = await openChart();
  await stage.user.keyboard("a");
  await waitFor(() => expect(add()).toHaveFocus());
  await stage.user.keyboard("Latex{Enter}{Enter}");
  await done("The details are written");
  expect(about(stage, "allergies")).toEqual(known(["Latex"]));
});

it("[LSF2] none known is one press, and is not offered while an entry stands", async () => {
  const stage = await openChart();
  await stage.user.click(allergyLine());
  await stage.user.click(screen.getByRole("button", { name: "None known" }));
  await stage.user.click(screen.getByRole("button", { name: "Save" }));
  await done("The details are written");
  expect(about(stage, "allergies")).toEqual(none);
  await stage.user.click(allergyLine());
  await stage.user.keyboard("Latex{Enter}");
  expect(screen.queryByRole("button", { name: "None known" })).toBeNull();
});

it("[DET1] an emptied list says that it changes nothing, and what to choose", async () => {
  const stage = await openChart(withDetails({ allergies: known(["Latex"]) }));
  await stage.user.click(allergyLine());
  await stage.user.click(screen.getByRole("button", { name: "Remove Latex" }));
  expect(screen.getByText("An empty list changes nothing. Choose “None known” or “Not known”.")).toBeVisible();
  await stage.user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(allergyLine()).toHaveTextContent("Allergies: Latex"));
});

it("[DTF1] what is typed in one layer stays while another is shown, and one press saves all", async () => {
  const stage = await openChart();
  const { user } = stage;
  await user.keyboard("e");
  await user.type(screen.getByRole("textbox", { name: "Name" }), " Ås");
  expect(screen.queryByRole("textbox", { name: "Phone" })).toBeNull();
  await user.click(screen.getByRole("radio", { name: "More" }));
  await user.type(screen.getByRole("textbox", { name: "Phone" }), "900 00 000");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await done("The details are written");
  expect(about(stage, "name")).toEqual(known("Kari Nordmann Ås"));
  expect(about(stage, "phone")).toEqual(known("900 00 000"));
});

it("[DTF2] who said it is written with what was changed, and with nothing else", async () => {
  const stage = await openChart();
  await stage.user.keyboard("e");
  await stage.user.type(screen.getByRole("textbox", { name: "Name" }), " Ås");
  await stage.user.click(screen.getByRole("radio", { name: "Document" }));
  await stage.user.click(screen.getByRole("button", { name: "Save" }));
  await done("The details are written");
  expect(about(stage, "name")).toEqual({ ...known("Kari Nordmann Ås"), source: "document" });
  expect(about(stage, "reason")).toEqual(known("Chest pain"));
});

it("[DTF2] an answer is doubted with its chip, shows it, and the doubt is lifted where it stands", async () => {
  const stage = await openChart();
  const { user } = stage;
  await user.click(screen.getByRole("button", { name: "Edit name" }));
  await user.click(screen.getByRole("checkbox", { name: "Unsure" }));
  await user.keyboard("{Enter}");
  await done("The details are written");
  expect(about(stage, "name")).toEqual({ ...known("Kari Nordmann"), unsure: true });
  expect(within(screen.getByRole("region", { name: "Who and why" })).getByText("Kari Nordmann (unsure)")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Edit name" }));
  expect(screen.getByRole("checkbox", { name: "Unsure" })).toBeChecked();
  await user.click(screen.getByRole("checkbox", { name: "Unsure" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(about(stage, "name")).toEqual(known("Kari Nordmann")));
});

it("[SYG1] an allergy that a relative adds, unsure, leaves the patient's own as it was said", async () => {
  const stage = await openChart(withDetails({ allergies: { ...known(["Latex"]), source: "patient" } }));
  await stage.user.click(allergyLine());
  await stage.user.keyboard("Jod{Enter}");
  await stage.user.click(screen.getByRole("radio", { name: "Relative" }));
  await stage.user.click(screen.getByRole("checkbox", { name: "Unsure" }));
  await stage.user.click(screen.getByRole("button", { name: "Save" }));
  await done("The details are written");
  expect(allergyLine()).toHaveTextContent("Allergies: Latex (according to the patient), Jod (unsure, according to a relative)");
});

it("[SAY1] of a list that two devices wrote each entry shows its own source", async () => {
  const device = newMemoryDevice();
  const stage = await openChart(withDetails({ allergies: { ...known(["Latex"]), source: "patient" } }), { device });
  const neighbour = await neighbourOf(stage, device);
  await neighbour.does("kari", { type: "SetDetails", details: { allergies: { ...known(["Iodine"]), source: "ambulance" } }, atMs: stage.clock.nowMs() });
  await waitFor(() => expect(allergyLine()).toHaveTextContent("Iodine (according to the ambulance)"));
  expect(allergyLine()).not.toHaveTextContent("Latex (according to the ambulance)");
});

it("[CHV4] an entry of a list is corrected with the same field", async () => {
  const stage = await openChart(withDetails({ allergies: known(["Penicilin", "Latex"]) }));
  await stage.user.click(within(line(/Allergies/)).getByRole("button", { name: /^Correct/ }));
  const form = within(screen.getByRole("form", { name: "Correct this line" }));
  await stage.user.click(form.getByRole("button", { name: "Remove Penicilin" }));
  await stage.user.type(form.getByRole("textbox", { name: "Allergies" }), "Penicillin");
  await stage.user.click(form.getByRole("button", { name: "Correct" }));
  await waitFor(() => expect(about(stage, "allergies")).toEqual(known(["Latex", "Penicillin"])));
});

it("paper says allergies whether or not anybody asked", async () => {
  await openPage((number) => `/print?what=charts&numbers=${number}`);
  expect((await screen.findByText("Allergies", { selector: "dt" })).nextSibling).toHaveTextContent(/not asked/i);
});
