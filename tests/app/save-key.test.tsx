// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Visit } from "#core/visit/visit.ts";
import { answerOf } from "#core/visit/visit.ts";
import { visitId } from "./board-ward.ts";
import { openChart } from "./visit-stage.tsx";

const count = (visit: Visit | undefined): number => (visit?.orders.all.length ?? 0) + (visit?.looks.length ?? 0);

// An order was written, Ctrl+Enter pressed as at the door and in the notes, and nothing was saved.
it.each([
  ["an order", "b", "crp, troponin", 2],
  ["observations", "o", "24 93 95/60 118 38,9 V", 1],
])("[SVK1] Ctrl+Enter saves %s", async (_, letter, typed, news) => {
  const stage = await openChart();
  const visit = () => stage.feed.state().visits.get(visitId("kari"))?.visit;
  const before = count(visit());
  await stage.user.keyboard(letter);
  await waitFor(() => expect(document.activeElement).toBeInstanceOf(HTMLInputElement));
  await stage.user.keyboard(`${typed}{Control>}{Enter}{/Control}`);
  await waitFor(() => expect(count(visit())).toBe(before + news));
});

it("[SVK1] and what stands on a list's line and was not added yet goes along", async () => {
  const stage = await openChart();
  await stage.user.click(screen.getByRole("button", { name: /^Allergies/ }));
  await waitFor(() => expect(document.activeElement).toBeInstanceOf(HTMLInputElement));
  await stage.user.keyboard("Latex{Control>}{Enter}{/Control}");
  await waitFor(() => {
    const visit = stage.feed.state().visits.get(visitId("kari"))?.visit;
    expect(visit && answerOf(visit, "allergies")).toMatchObject({ is: "known", value: ["Latex"] });
  });
});
