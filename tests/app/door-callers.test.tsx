// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { known } from "#core/answer.ts";
import type { VisitCommand } from "#core/visit/commands.ts";
import type { VisitId } from "#core/visit/events.ts";
import { phaseOf } from "#core/visit/visit.ts";
import { IntakePage } from "#app/routes/intake/intake-page.tsx";
import { nurse } from "../core/visit/given.ts";
import { openStage, type Stage } from "./stage.tsx";

interface Rang {
  readonly id: string;
  readonly name?: string;
  readonly isComing?: boolean;
}

const atTheDoor = (callers: ReadonlyArray<Rang>): Promise<Stage> =>
  openStage(<IntakePage />, {
    path: "/intake",
    at: "/intake",
    before: async (feed, clock) => {
      for (const { id, name, isComing = false } of callers) {
        const atMs = clock.nowMs();
        await feed.register(
          {
            visit: id as VisitId,
            commands: (number): ReadonlyArray<VisitCommand> => [
              { type: "TakeCall", number, details: { ...(name === undefined ? {} : { name: known(name) }), reason: known("Chest pain") }, call: {}, atMs },
              ...(isComing ? [{ type: "EndCall", outcome: { action: "comeIn" }, atMs } as const] : []),
            ],
          },
          nurse,
        );
        clock.pass(10);
      }
    },
  });
const visitIn = ({ feed }: Stage, id: string) => {
  const file = feed.state().visits.get(id as VisitId);
  if (file === undefined) throw new Error(`${id} did not ring`);
  return file.visit;
};
const nameBox = (): HTMLElement => screen.getByRole("textbox", { name: "Name" });
const list = (): Promise<HTMLElement> => screen.findByRole("region", { name: "Has rung us" });

describe("who rang, now at the desk", () => {
  it("[DCL1][DCL2] the name typed and Alt+Enter: here with their number, what was typed gone along, the form ready for the next", async () => {
    const stage = await atTheDoor([{ id: "ola", name: "Ola Nordmann", isComing: true }]);
    const { number } = visitIn(stage, "ola");
    await stage.user.click(screen.getByRole("radio", { name: /^2 / }));
    await stage.user.type(nameBox(), "Ola");
    expect(within(await list()).getByRole("link")).toHaveTextContent(new RegExp(`${String(number)}.*Ola Nordmann.*Chest pain.*Rang at 16:58 – has not come yet`));
    await stage.user.type(screen.getByRole("textbox", { name: "Reason for contact" }), "Nausea");
    await stage.user.keyboard("{Alt>}{Enter}{/Alt}");
    await waitFor(() => expect(phaseOf(visitIn(stage, "ola")).is).toBe("waiting"));
    const { heard, number: still, triage } = visitIn(stage, "ola");
    expect([heard.name?.[0].value, heard.reason?.[0].value, still, triage?.[0].value.level]).toEqual([known("Ola Nordmann"), known("Chest pain · Nausea"), number, 2]);
    expect(stage.feed.state().visits.size).toBe(1);
    await waitFor(() => expect(nameBox()).toHaveFocus());
    expect(nameBox()).toHaveValue("");
    expect(screen.queryByRole("region", { name: "Has rung us" })).toBeNull();
  });

  it("[DCL3] one undo makes it a call again", async () => {
    const stage = await atTheDoor([{ id: "ola", name: "Ola Nordmann" }]);
    await stage.user.type(nameBox(), "Ola Nordmann");
    await stage.user.type(screen.getByRole("textbox", { name: "Reason for contact" }), "Nausea");
    await stage.user.click(within(await list()).getByRole("button", { name: /^Is here/ }));
    await waitFor(() => expect(phaseOf(visitIn(stage, "ola")).is).toBe("waiting"));
    await stage.user.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(phaseOf(visitIn(stage, "ola")).is).toBe("onPhone"));
    expect(visitIn(stage, "ola").heard.reason?.[0].value).toEqual(known("Chest pain"));
  });

  it("[DCL1] who rang twice stands there twice, and the key lets in neither: it goes to the first", async () => {
    const stage = await atTheDoor([{ id: "first", name: "Ola Nordmann" }, { id: "second", name: "Ola Nordmann" }]);
    await stage.user.type(nameBox(), "Ola Nordmann");
    const buttons = within(await list()).getAllByRole("button", { name: /^Is here/ });
    expect(buttons).toHaveLength(2);
    await stage.user.keyboard("{Alt>}{Enter}{/Alt}");
    expect(buttons[0]).toHaveFocus();
    expect([phaseOf(visitIn(stage, "first")).is, phaseOf(visitIn(stage, "second")).is]).toEqual(["onPhone", "onPhone"]);
    await stage.user.keyboard("{Enter}");
    await waitFor(() => expect(phaseOf(visitIn(stage, "second")).is).toBe("waiting"));
  });

  it("[DCL2] somebody on the way whom another name was typed beside gets nothing of it, and the form keeps it", async () => {
    const stage = await atTheDoor([{ id: "ola", name: "Ola Nordmann", isComing: true }]);
    await stage.user.type(nameBox(), "Kari Berg");
    await stage.user.click(await screen.findByText("Rang, and on their way here"));
    await stage.user.click(screen.getByRole("button", { name: /^Is here/ }));
    await waitFor(() => expect(phaseOf(visitIn(stage, "ola")).is).toBe("waiting"));
    expect([visitIn(stage, "ola").heard.name?.[0].value, nameBox()]).toEqual([known("Ola Nordmann"), expect.objectContaining({ value: "Kari Berg" })]);
  });

  it("[DCL2] of a nameless call on the way the typed name is theirs; pressed twice it is one arrival", async () => {
    const stage = await atTheDoor([{ id: "who", isComing: true }]);
    await stage.user.type(nameBox(), "Kari Berg");
    await stage.user.click(await screen.findByText("Rang, and on their way here"));
    await stage.user.dblClick(screen.getByRole("button", { name: /^Is here/ }));
    await waitFor(() => expect(visitIn(stage, "who").heard.name?.[0].value).toEqual(known("Kari Berg")));
    expect(visitIn(stage, "who").arrivals).toHaveLength(1);
    await waitFor(() => expect(nameBox()).toHaveValue(""));
  });
});
