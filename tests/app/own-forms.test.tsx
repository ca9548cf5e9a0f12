// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { nobodyYet } from "#core/staff/actor.ts";
import type { OwnForm } from "#core/ward/own-form.ts";
import { takeIn, visitId } from "./board-ward.ts";
import type { Stage } from "./stage.tsx";
import { done, kari, line, openChart } from "./visit-stage.tsx";

const fall: OwnForm = {
  id: "fall", version: 2, title: "Fall at home",
  items: [{ linkId: "1", text: "Height", is: "number", unit: "m" }, { linkId: "2", text: "Where?", is: "choice", options: ["Stairs", "Bath"] }, { linkId: "3", text: "Carpets?", is: "yesNo", group: "The home" }, { linkId: "4", text: "Remark", is: "text", group: "The home" }],
};
const bite: OwnForm = { id: "bite", version: 1, title: "Bite", items: [{ linkId: "1", text: "Animal", is: "text" }] };

const openWith = (...forms: ReadonlyArray<OwnForm>): Promise<Stage> =>
  openChart([kari], {
    before: async (feed, clock) => {
      await takeIn(feed, clock, [kari]);
      await feed.tell(forms.map((form) => ({ atMs: clock.nowMs(), event: { type: "v1.OwnFormSet", form } })), nobodyYet);
    },
  });
const filled = ({ feed }: Stage) => feed.state().visits.get(visitId("kari"))!.records.flatMap(({ event }) => (event.type === "v1.FormFilled" ? [event.filled] : []));
const deeds = () => within(screen.getByRole("region", { name: "Do" }));

it("[OFP1] a ward without forms has no button and no key for them", async () => {
  const stage = await openChart();
  await stage.user.keyboard("y");
  expect(screen.queryByRole("button", { name: "Form" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Save the form" })).toBeNull();
});

it("[OFP2] Y opens the only form; what was answered is written with its questions, and what was not is not", async () => {
  const stage = await openWith(fall);
  await stage.user.keyboard("y");
  await waitFor(() => expect(deeds().getByRole("textbox", { name: "Height (m)" })).toHaveFocus());
  await stage.user.keyboard("about 2");
  expect(screen.getByText("Not read as a number. It is recorded as it stands.")).toBeVisible();
  await stage.user.clear(deeds().getByRole("textbox", { name: "Height (m)" }));
  await stage.user.keyboard("2,5");
  await stage.user.click(deeds().getByRole("radio", { name: "Stairs" }));
  await stage.user.click(within(deeds().getByRole("radiogroup", { name: "Carpets?" })).getByRole("radio", { name: "Asked, not known" }));
  await stage.user.click(deeds().getByRole("textbox", { name: "Remark" }));
  await stage.user.keyboard("{Control>}{Enter}{/Control}");
  await done("Form: Fall at home");
  expect(filled(stage)).toEqual([
    {
      form: "fall", version: 2, title: "Fall at home",
      answers: [
        { ...fall.items[0], answer: { is: "known", value: { is: "number", number: 2.5 } } },
        { ...fall.items[1], answer: { is: "known", value: { is: "choice", option: "Stairs" } } },
        { ...fall.items[2], answer: { is: "unknown" } },
      ],
    },
  ]);
  expect(line(/Fall at home/).textContent).toMatch(/Height2.5 mWhere\?StairsCarpets\?/);
});

it("[OFP2] with no answer nothing is written, and the panel stays", async () => {
  const stage = await openWith(fall);
  await stage.user.keyboard("y");
  await stage.user.click(deeds().getByRole("button", { name: "Save the form" }));
  expect(screen.getByRole("alert")).toHaveTextContent("Answer at least one question.");
  expect(filled(stage)).toEqual([]);
});

it("[OFP3] what was begun on one form stays while another is filled in, is said, and is saved with it", async () => {
  const stage = await openWith(fall, bite);
  await stage.user.keyboard("y");
  await stage.user.click(await deeds().findByRole("radio", { name: "Fall at home" }));
  await stage.user.type(deeds().getByRole("textbox", { name: "Height (m)" }), "3");
  await stage.user.click(deeds().getByRole("radio", { name: "Bite" }));
  expect(screen.getByText("Saved together with this: Fall at home")).toBeVisible();
  await stage.user.type(deeds().getByRole("textbox", { name: "Animal" }), "dog");
  await stage.user.click(deeds().getByRole("button", { name: "Save the form" }));
  await done("Form: Bite, Fall at home");
  expect(filled(stage).map(({ title, answers }) => [title, answers.length])).toEqual([["Bite", 1], ["Fall at home", 1]]);
});

it("[CHV4][OWN3] it is corrected by the questions that stand with it, though the form is out of use", async () => {
  const stage = await openWith(fall);
  await stage.user.keyboard("y");
  await stage.user.type(deeds().getByRole("textbox", { name: "Height (m)" }), "3");
  await stage.user.click(deeds().getByRole("radio", { name: "Bath" }));
  await stage.user.click(deeds().getByRole("button", { name: "Save the form" }));
  await done("Form: Fall at home");
  await stage.feed.tell([{ atMs: stage.clock.nowMs(), event: { type: "v1.OwnFormRetired", form: "fall" } }], nobodyYet);
  await stage.user.click(within(line(/Fall at home/)).getByRole("button", { name: /^Correct/ }));
  const form = within(screen.getByRole("form", { name: "Correct this line" }));
  await stage.user.click(form.getByRole("radio", { name: "Stairs" }));
  await stage.user.click(form.getByRole("button", { name: "Correct" }));
  await waitFor(() => expect(filled(stage)).toHaveLength(2));
  expect(filled(stage)[1]?.answers).toEqual([{ ...fall.items[0], answer: { is: "known", value: { is: "number", number: 3 } } }, { ...fall.items[1], answer: { is: "known", value: { is: "choice", option: "Stairs" } } }]);
});
