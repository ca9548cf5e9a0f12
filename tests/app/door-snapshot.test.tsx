// @vitest-environment jsdom
import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { known } from "#core/answer.ts";
import { answerOf, type Visit } from "#core/visit/visit.ts";
import type { KnownPerson } from "#core/ward/snapshot.ts";
import { IntakePage } from "#app/routes/intake/intake-page.tsx";
import { fillForm } from "#app/drafts/native-form.ts";
import { kariInHouse, listTaken, olaInHouse } from "./snapshot-ward.ts";
import { openStage, type Stage } from "./stage.tsx";

const atTheDoor = (people?: ReadonlyArray<KnownPerson>, agoMin?: number): Promise<Stage> =>
  openStage(<IntakePage />, { path: "/intake", at: "/intake", before: (feed, clock) => listTaken(feed, clock, people, agoMin) });

const field = (name: string): HTMLInputElement => screen.getByRole("textbox", { name });
const card = (): Promise<HTMLElement> => screen.findByRole("region", { name: "In the journal" });
const noCard = (): HTMLElement | null => screen.queryByRole("region", { name: "In the journal" });
const twoLetters = async ({ user }: Stage): Promise<HTMLElement> => {
  await user.type(field("Born or age"), "12.03.1957");
  await user.type(field("Name"), "ka");
  return card();
};
const register = async ({ user, feed }: Stage): Promise<Visit> => {
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("Saved here");
  const [file] = feed.state().visits.values();
  if (file === undefined) throw new Error("nobody was taken in");
  return file.visit;
};

it("[DSN1] two letters and a birth show who was in the house, from when, and no more of the number than the day of birth", async () => {
  const stage = await atTheDoor();
  const hint = await twoLetters(stage);
  expect(hint).toHaveTextContent("In the journal 14:10");
  const hit = within(hint).getByRole("button");
  expect(hit).toHaveTextContent(/Kari Marie Nordmann.*12\.03\.1957.*female.*128357 •••••.*Surgical 3.*Penicillin, Nuts.*name and birth/);
  expect(hint.textContent).not.toContain("00052");
  expect(hint).not.toHaveTextContent("ago");
  expect(within(hint).queryByText(/Ola/)).toBeNull();
});

it("[DSN1] a list that is old says how old", async () => {
  const stage = await atTheDoor([kariInHouse], 9 * 60);
  expect(await twoLetters(stage)).toHaveTextContent("9 h ago");
});

it("[DSN2][DSN4] a press fills in what is empty, finishes what was begun, and leads to the reason", async () => {
  const stage = await atTheDoor();
  await stage.user.click(within(await twoLetters(stage)).getByRole("button"));
  expect([field("Name").value, field("National identity number").value, field("Born or age").value]).toEqual(["Kari Marie Nordmann", "12835700052", "12.03.1957"]);
  expect(screen.getByRole("radio", { name: "Female" })).toBeChecked();
  expect(field("Reason for contact")).toHaveFocus();
  expect(await card()).toHaveTextContent("All is in");
});

it("[DSN2] nothing that was typed is written over", async () => {
  const stage = await atTheDoor();
  await stage.user.type(field("Born or age"), "12.03.1957");
  const other = within(screen.getByRole("radiogroup", { name: "Sex" })).getByRole("radio", { name: "Other" });
  await stage.user.click(other);
  await stage.user.type(field("Name"), "Kary Marie Nordmon");
  await stage.user.click(within(await card()).getByRole("button"));
  expect([field("Name").value, field("National identity number").value]).toEqual(["Kary Marie Nordmon", "12835700052"]);
  expect(other).toBeChecked();
});

it("[DSN2] Alt+J takes the only one; of several it leads to the first, and a person chooses", async () => {
  const stage = await atTheDoor([kariInHouse, { ...kariInHouse, name: "Karin Berg", nationalNumber: "12835700214" }]);
  const hint = await twoLetters(stage);
  await stage.user.keyboard("{Alt>}[KeyJ]{/Alt}");
  expect(field("Name").value).toBe("ka");
  expect(within(hint).getAllByRole("button")[0]).toHaveFocus();
  await stage.user.type(field("Name"), "rin");
  await waitFor(() => expect(within(hint).getAllByRole("button")).toHaveLength(1));
  await stage.user.keyboard("{Alt>}[KeyJ]{/Alt}");
  expect([field("Name").value, field("National identity number").value]).toEqual(["Karin Berg", "12835700214"]);
});

it("[DSN3] allergies come along in sight and are saved as from a document; the next form has none of them", async () => {
  const stage = await atTheDoor();
  await stage.user.click(within(await twoLetters(stage)).getByRole("button"));
  expect(await screen.findByText("Penicillin, Nuts", { selector: ".snapshot-come strong" })).toBeVisible();
  const visit = await register(stage);
  expect(answerOf(visit, "allergies")).toEqual({ ...known(["Penicillin", "Nuts"]), source: "document" });
  expect(answerOf(visit, "name")).toEqual(known("Kari Marie Nordmann"));
  expect(noCard()).toBeNull();
  await stage.user.type(field("Name"), "Per Olsen");
  await stage.user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(stage.feed.state().visits.size).toBe(2));
  expect([...stage.feed.state().visits.values()].map((file) => answerOf(file.visit, "allergies")?.is)).toEqual(["known", undefined]);
});

it("[DSN3] allergies that are left out are not saved", async () => {
  const stage = await atTheDoor();
  await stage.user.click(within(await twoLetters(stage)).getByRole("button"));
  await stage.user.click(await screen.findByRole("button", { name: "Leave out" }));
  await waitFor(() => expect(screen.queryByRole("button", { name: "Leave out" })).toBeNull());
  expect(answerOf(await register(stage), "allergies")).toBeUndefined();
});

it("[DSN3] a form that becomes somebody else's keeps nothing of them", async () => {
  const stage = await atTheDoor();
  await stage.user.click(within(await twoLetters(stage)).getByRole("button"));
  await screen.findByRole("button", { name: "Leave out" });
  await stage.user.clear(field("National identity number"));
  await stage.user.clear(field("Name"));
  await stage.user.type(field("Name"), "Ola Hansen");
  await waitFor(async () => expect(await card()).toHaveTextContent("Ola Hansen"));
  await waitFor(() => expect(screen.queryByRole("button", { name: "Leave out" })).toBeNull());
  expect(answerOf(await register(stage), "allergies")).toBeUndefined();
});

it("[USN1] a newer list takes the place of the one before while the form stands; an empty one takes it away", async () => {
  const stage = await atTheDoor();
  await twoLetters(stage);
  await act(() => listTaken(stage.feed, stage.clock, [{ ...olaInHouse, name: "Kaja Berg" }], 3));
  await waitFor(async () => expect(await card()).toHaveTextContent(/16:55.*Kaja Berg/));
  expect(await card()).not.toHaveTextContent("Kari");
  await act(() => listTaken(stage.feed, stage.clock, [], 0));
  await waitFor(() => expect(noCard()).toBeNull());
});

it("[USN1] the list is read once for all letters, and not before a name or a number is typed", async () => {
  let reads = 0;
  const stage = await openStage(<IntakePage />, {
    path: "/intake",
    at: "/intake",
    before: async (feed, clock) => {
      await listTaken(feed, clock);
      const read = feed.readOne;
      Object.assign(feed, { readOne: (record: Parameters<typeof read>[0]) => { reads += 1; return read(record); } });
    },
  });
  await stage.user.type(field("Born or age"), "12.03.1957");
  expect(reads).toBe(0);
  await stage.user.type(field("Name"), "kari nord");
  await card();
  await stage.user.clear(field("Name"));
  await stage.user.type(field("Name"), "ka");
  await card();
  expect(reads).toBe(1);
});

it("[DSN3] a form that changes places with another keeps each one's own allergies", async () => {
  const stage = await atTheDoor();
  await stage.user.click(within(await twoLetters(stage)).getByRole("button"));
  await screen.findByRole("button", { name: "Leave out" });
  const form = field("Name").form;
  expect(form).not.toBeNull();
  const fields = Object.fromEntries(new FormData(form ?? undefined)) as { readonly [name: string]: string };
  await act(async () => fillForm(form ?? document.createElement("form"), { name: "Per Olsen", nationalNumber: "", born: "", allergies: "" }));
  await waitFor(() => expect(noCard()).toBeNull());
  await act(async () => fillForm(form ?? document.createElement("form"), fields));
  expect(await screen.findByRole("button", { name: "Leave out" })).toBeVisible();
  expect(answerOf(await register(stage), "allergies")?.is).toBe("known");
});

it("[USN2] a list that does not open is said not to, and the next page asks for it again", async () => {
  let isLost = true;
  const stage = await openStage(<IntakePage />, {
    path: "/intake",
    at: "/intake",
    before: async (feed, clock) => {
      await listTaken(feed, clock);
      const { readOne } = feed;
      Object.assign(feed, { readOne: (by: Parameters<typeof readOne>[0]) => (isLost ? Promise.reject(new Error("the disk does not answer")) : readOne(by)) });
    },
  });
  await stage.user.type(field("Name"), "k");
  expect(await screen.findByText("The list from the journal cannot be opened on this device.")).toBeVisible();
  isLost = false;
  // The question stands with the text of the list: without a name nobody is looked for.
  await stage.user.clear(field("Name"));
  expect(await twoLetters(stage)).toHaveTextContent("Kari Marie Nordmann");
});
