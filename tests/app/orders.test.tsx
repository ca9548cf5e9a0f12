// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { nobodyYet } from "#core/staff/actor.ts";
import { latest } from "#core/visit/standing.ts";
import { phaseOf, type Visit } from "#core/visit/visit.ts";
import { takeIn, visitId } from "./board-ward.ts";
import type { Stage } from "./stage.tsx";
import { done, kari, line, openChart } from "./visit-stage.tsx";

const visitOf = ({ feed }: Stage): Visit => feed.state().visits.get(visitId("kari"))!.visit;
const whats = (stage: Stage): ReadonlyArray<string> => visitOf(stage).orders.all.map(({ order, state }) => `${latest(order).value.what} ${state}`);
const deeds = () => within(screen.getByRole("region", { name: "Do" }));
const field = (name: string): HTMLElement => deeds().getByRole("textbox", { name });
const awaited = () => within(screen.getByRole("region", { name: /^Results awaited/ }));

const withOrders = (...what: ReadonlyArray<string>) =>
  openChart([kari], {
    before: async (feed, clock) => {
      await takeIn(feed, clock, [kari]);
      await feed.ask(visitId("kari"), what.map((one) => ({ type: "PlaceOrder", order: { kind: "lab", what: one, requisition: "4471" }, atMs: clock.nowMs() })), nobodyYet);
    },
  });
const openResult = async (stage: Stage): Promise<void> => {
  await stage.user.keyboard("f");
  await waitFor(() => expect(field("Result")).toHaveFocus());
};

describe("ordering", () => {
  it("[RQP1] B, one line, Enter: each is an order of its own with its kind as read, and one undo takes them all", async () => {
    const stage = await openChart();
    await stage.user.keyboard("b");
    await waitFor(() => expect(field("What is ordered, with commas between")).toHaveFocus());
    await stage.user.keyboard("crp, rtg thorax, tilsyn");
    expect(deeds().getByRole("list", { name: "Will be ordered" }).textContent).toBe("crp Labrtg thorax Imagingtilsyn Other");
    await stage.user.keyboard("{Enter}");
    await done("Ordered: crp, rtg thorax, tilsyn");
    expect(visitOf(stage).orders.all.map(({ order }) => latest(order).value.kind)).toEqual(["lab", "imaging", "other"]);
    expect(awaited().getAllByRole("button", { name: /^Write the result: .*0 min/ })).toHaveLength(3);
    await stage.user.keyboard("z");
    await waitFor(() => expect(whats(stage)).toEqual([]));
  });

  it("[RQP2] a common one is tapped onto the line and off it; what else stands there stays", async () => {
    const stage = await openChart();
    await stage.user.keyboard("b");
    await stage.user.type(field("What is ordered, with commas between"), "tilsyn");
    await stage.user.click(deeds().getByRole("button", { name: "CRP" }));
    await stage.user.click(deeds().getByRole("button", { name: "Hb" }));
    expect(field("What is ordered, with commas between")).toHaveValue("tilsyn, CRP, Hb");
    await stage.user.click(deeds().getByRole("button", { name: "CRP" }));
    expect(field("What is ordered, with commas between")).toHaveValue("tilsyn, Hb");
  });

  it("[RQP3] with nothing on the line nothing is written", async () => {
    const stage = await openChart();
    await stage.user.keyboard("b");
    await waitFor(() => expect(field("What is ordered, with commas between")).toHaveFocus());
    await stage.user.keyboard("{Enter}");
    expect(await screen.findByText("Write what is ordered.")).toBeVisible();
    expect(whats(stage)).toEqual([]);
  });

  it("[CHV4][COR2] a corrected order is the same order, and what was emptied stays", async () => {
    const stage = await withOrders("CPR");
    const correct = async (typed: string): Promise<void> => {
      await stage.user.click(within(line(/Ordered: C/)).getByRole("button", { name: /^Correct/ }));
      const form = within(screen.getByRole("form", { name: "Correct this line" }));
      await stage.user.clear(form.getByRole("textbox", { name: "What" }));
      if (typed !== "") await stage.user.type(form.getByRole("textbox", { name: "What" }), typed);
      await stage.user.click(form.getByRole("button", { name: "Correct" }));
    };
    await correct("CRP");
    await waitFor(() => expect(whats(stage)).toEqual(["CRP awaited"]));
    await waitFor(() => expect(screen.queryByRole("form", { name: "Correct this line" })).toBeNull());
    await correct("");
    await waitFor(() => expect(screen.queryByRole("form", { name: "Correct this line" })).toBeNull());
    expect(whats(stage)).toEqual(["CRP awaited"]);
  });
});

describe("a result", () => {
  it("[RPP1][AWC1] critical, compared by two, read back: it stands out and names its order", async () => {
    const stage = await withOrders("Kalium");
    await openResult(stage);
    await stage.user.keyboard("6,9");
    expect(deeds().getByText("Fewer than two were compared. The result can be saved all the same.")).toBeVisible();
    await stage.user.click(deeds().getByRole("checkbox", { name: "Name Kari Nordmann" }));
    await stage.user.click(deeds().getByRole("checkbox", { name: "Requisition number 4471" }));
    expect(deeds().getByText("Tick the two that you compared.")).toBeVisible();
    await stage.user.click(deeds().getByRole("checkbox", { name: /Critical result/ }));
    expect(deeds().getByText("Read the result back to who called.")).toBeVisible();
    await stage.user.type(field("Who called"), "Lab Moen");
    await stage.user.click(deeds().getByRole("checkbox", { name: "Read back" }));
    await stage.user.keyboard("{Control>}{Enter}{/Control}");
    await done("Result recorded: Kalium");
    expect(visitOf(stage).orders.all[0]?.results[0]?.value).toEqual({ text: "6,9", identifiedBy: ["name", "requisition"], critical: { calledBy: "Lab Moen", readBack: true } });
    expect(awaited().getByText("‼ Kalium: 6,9")).toBeVisible();
    expect(line(/Critical result, Kalium: 6,9/).textContent).toContain("Lab Moen, read back");
    expect(awaited().getByText("No results are awaited.")).toBeVisible();
  });

  it("[RPP1] compared by nothing it is written, and says so", async () => {
    const stage = await withOrders("CRP");
    await openResult(stage);
    await stage.user.keyboard("84{Control>}{Enter}{/Control}");
    await done("Result recorded: CRP");
    expect(line(/Result, CRP: 84/).textContent).toContain("Compared with the patientnot said");
  });

  it("[RPP2] what was typed for one order is not there for another", async () => {
    const stage = await withOrders("CRP", "Hb");
    await openResult(stage);
    await stage.user.keyboard("84");
    await stage.user.click(deeds().getByRole("button", { name: "Hb" }));
    await waitFor(() => expect(screen.getByRole("form", { name: "Result: Hb" })).toBeVisible());
    expect(field("Result")).toHaveValue("");
    await stage.user.click(deeds().getByRole("button", { name: "CRP" }));
    await waitFor(() => expect(field("Result")).toHaveValue("84"));
  });

  it("[RPP3] of no order and with nothing in it, it is not written; with words it stands by itself", async () => {
    const stage = await openChart();
    await openResult(stage);
    await stage.user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByText("Write the result.")).toBeVisible();
    await stage.user.keyboard("INR 9{Control>}{Enter}{/Control}");
    await done("Result recorded: Result without an order");
    expect(visitOf(stage).orders.loose.map(({ value }) => value.text)).toEqual(["INR 9"]);
  });

  it("[RPP4][AWC2] who follows up, and that it is not needed, are said by buttons of their own", async () => {
    const stage = await withOrders("CRP");
    await openResult(stage);
    await stage.user.click(deeds().getByText("Not needed, or followed up by others"));
    await stage.user.type(deeds().getByRole("combobox", { name: "Who follows up" }), "Berg{Enter}");
    await done("Follow-up recorded: Berg");
    expect(awaited().getByRole("button", { name: /CRP, 0 min, Req. 4471, followed up by Berg/ })).toBeVisible();
    await openResult(stage);
    await stage.user.click(deeds().getByText("Not needed, or followed up by others"));
    await stage.user.type(field("Why it is not needed"), "taken before{Enter}");
    await done("No longer needed: CRP");
    expect(whats(stage)).toEqual(["CRP notNeeded"]);
  });
});

describe("leaving with something awaited", () => {
  it("[LVF4][LVC1] lists it and stores its owner in the same go; one undo takes back both", async () => {
    const stage = await withOrders("CRP", "Hb");
    await stage.user.keyboard("x");
    expect(await screen.findByRole("heading", { name: "Results still awaited" })).toBeVisible();
    await stage.user.click(screen.getByRole("radio", { name: "Home" }));
    await stage.user.type(screen.getByRole("combobox", { name: "Who follows up the results?" }), "Dr. Lien{Enter}");
    await waitFor(() => expect(phaseOf(visitOf(stage)).is).toBe("left"));
    expect(visitOf(stage).orders.all.map(({ owner }) => owner?.map(({ value }) => value))).toEqual([["Dr. Lien"], ["Dr. Lien"]]);
    await stage.user.click(await screen.findByRole("button", { name: /Undo/ }));
    await waitFor(() => expect(phaseOf(visitOf(stage)).is).not.toBe("left"));
    expect(visitOf(stage).orders.all.every(({ owner }) => owner === null)).toBe(true);
  });

  it("[LVF4] without an owner it ends all the same", async () => {
    const stage = await withOrders("CRP");
    await stage.user.keyboard("x");
    await stage.user.click(await screen.findByRole("radio", { name: "Home" }));
    await stage.user.keyboard("{Enter}");
    await waitFor(() => expect(phaseOf(visitOf(stage)).is).toBe("left"));
    expect(whats(stage)).toEqual(["CRP awaited"]);
  });
});

describe("a procedure", () => {
  it("[PRP1] P, a common one tapped, where and by whom", async () => {
    const stage = await openChart();
    await stage.user.keyboard("p");
    await waitFor(() => expect(field("What")).toHaveFocus());
    await stage.user.type(field("Where on the body"), "left wrist");
    await stage.user.click(deeds().getByRole("button", { name: "Plaster cast" }));
    expect(field("Where on the body")).toHaveValue("left wrist");
    await stage.user.click(deeds().getByRole("button", { name: "Save the procedure" }));
    await done("Procedure: Plaster cast");
    expect(visitOf(stage).procedures.map(({ value }) => value)).toEqual([{ what: "Plaster cast", where: "left wrist" }]);
    expect(line(/Procedure: Plaster cast/).textContent).toContain("left wrist");
  });

  it("[PRP2] without what was done nothing is written", async () => {
    const stage = await openChart();
    await stage.user.keyboard("p");
    await stage.user.type(field("Where on the body"), "left wrist{Enter}");
    expect(await screen.findByText("Write what was done.")).toBeVisible();
    expect(visitOf(stage).procedures).toEqual([]);
  });
});
