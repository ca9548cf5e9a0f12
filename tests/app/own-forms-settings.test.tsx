// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { formsOf } from "#core/ward/own-form.ts";
import { SettingsPage } from "#app/routes/settings/settings-page.tsx";
import { openStage, type Stage } from "./stage.tsx";

const section = () => within(screen.getByRole("region", { name: "The ward's own forms" }));
const forms = ({ feed }: Stage) => formsOf(feed.state().ward.ownForms);
const make = async ({ user }: Stage): Promise<void> => {
  await user.click(section().getByRole("button", { name: "New form" }));
  await user.type(section().getByRole("textbox", { name: "Name of the form" }), "Fall");
  await user.type(section().getByRole("textbox", { name: "Question 1" }), "Where?");
  await user.click(section().getByRole("radio", { name: "A choice" }));
  await user.type(section().getByRole("textbox", { name: /^Choices/ }), "Stairs, Bath");
  await user.click(section().getByRole("button", { name: "Save the form" }));
  await section().findByText("Version 1, 1 questions");
};

it("[OFS1] a form is made, changed into a new version, taken out of use and taken into use again", async () => {
  const stage = await openStage(<SettingsPage />);
  await make(stage);
  await stage.user.click(section().getByRole("button", { name: "Edit: Fall" }));
  await stage.user.click(section().getByRole("button", { name: "Add a question" }));
  await stage.user.type(section().getByRole("textbox", { name: "Question 2" }), "Height");
  await stage.user.keyboard("{Control>}{Enter}{/Control}");
  await section().findByText("Version 2, 2 questions");
  expect(forms(stage)[0]?.form.items).toEqual([{ linkId: "q1", text: "Where?", is: "choice", options: ["Stairs", "Bath"] }, { linkId: "q2", text: "Height", is: "text" }]);
  await stage.user.click(section().getByRole("button", { name: "Take out of use: Fall" }));
  await section().findByText(/Not in use/);
  expect(forms(stage)[0]?.isInUse).toBe(false);
});

it("[OFS3] what is out of use can be taken into use again", async () => {
  const stage = await openStage(<SettingsPage />);
  await make(stage);
  await stage.user.click(section().getByRole("button", { name: "Take out of use: Fall" }));
  await stage.user.click(await section().findByRole("button", { name: "Use again: Fall" }));
  await waitFor(() => expect(forms(stage)).toMatchObject([{ isInUse: true, form: { version: 2, title: "Fall" } }]));
});

it("[OED3] a question that is added has the letters, and when it is removed the one before it", async () => {
  const { user } = await openStage(<SettingsPage />);
  await user.click(section().getByRole("button", { name: "New form" }));
  await user.click(section().getByRole("button", { name: "Add a question" }));
  expect(section().getByRole("textbox", { name: "Question 2" })).toHaveFocus();
  await user.click(section().getByRole("button", { name: "Remove question 2" }));
  expect(section().getByRole("textbox", { name: "Question 1" })).toHaveFocus();
});

it("[OED2] what is missing is said, and nothing is saved", async () => {
  const stage = await openStage(<SettingsPage />);
  await stage.user.click(section().getByRole("button", { name: "New form" }));
  await stage.user.click(section().getByRole("button", { name: "Save the form" }));
  expect(section().getByRole("alert")).toHaveTextContent("Give the form a name.");
  expect(forms(stage)).toEqual([]);
});

it("[OED1] what was begun stands again when the form is opened again, and is gone when it is given up", async () => {
  const stage = await openStage(<SettingsPage />);
  await make(stage);
  await stage.user.click(section().getByRole("button", { name: "New form" }));
  expect(section().getByRole("textbox", { name: "Name of the form" })).toHaveValue("");
  await stage.user.type(section().getByRole("textbox", { name: "Name of the form" }), "Bite");
  await stage.user.click(section().getByRole("button", { name: "Cancel" }));
  await stage.user.click(section().getByRole("button", { name: "New form" }));
  expect(section().getByRole("textbox", { name: "Name of the form" })).toHaveValue("");
});

it("[OFS2] a Questionnaire is seen with what cannot be followed, and only then taken into use", async () => {
  const stage = await openStage(<SettingsPage />);
  const file = (body: unknown) => new File([typeof body === "string" ? body : JSON.stringify(body)], "fall.json", { type: "application/json" });
  const input = () => section().getByLabelText("Read from a file");
  await stage.user.upload(input(), file("not json"));
  expect(await section().findByText("The file is not JSON. Nothing was read.")).toBeVisible();
  await stage.user.upload(input(), file({ resourceType: "Questionnaire", url: "https://a.example/q", title: "Fall", item: [{ linkId: "1", text: "Again?", type: "boolean", enableWhen: [{}] }] }));
  expect(await section().findByText(/shown only sometimes where it came from/)).toBeVisible();
  expect(forms(stage)).toEqual([]);
  await stage.user.click(section().getByRole("button", { name: "Use the form" }));
  await waitFor(() => expect(forms(stage)).toMatchObject([{ form: { title: "Fall", version: 1, from: "https://a.example/q", items: [{ linkId: "1", text: "Again?", is: "yesNo" }] } }]));
  await stage.user.upload(input(), file({ resourceType: "Questionnaire", url: "https://a.example/q", version: "2", title: "Falls", item: [{ linkId: "1", text: "Again?", type: "boolean" }] }));
  expect(await section().findByText("Becomes a new version of Fall (version 1)")).toBeVisible();
  await stage.user.click(section().getByRole("button", { name: "Use the form" }));
  await waitFor(() => expect(forms(stage)).toMatchObject([{ form: { title: "Falls", version: 2 } }]));
});
