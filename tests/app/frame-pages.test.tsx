// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { known } from "#core/answer.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import type { VisitId } from "#core/visit/events.ts";
import { wordsIn } from "#i18n/all-words.ts";
import { languages } from "#i18n/words.ts";
import { useWardState } from "#app/app-context.tsx";
import { Frame } from "#app/frame/frame.tsx";
import { pageTitle } from "#app/frame/page-title.ts";
import { mainPlaces, morePlaces } from "#app/frame/places.ts";
import { Route, Routes } from "#app/router/routes.tsx";
import { BoardPage } from "#app/routes/board/board-page.tsx";
import { WallPage } from "#app/routes/board/wall-page.tsx";
import { DowntimePage } from "#app/routes/downtime/downtime-page.tsx";
import { IntakePage } from "#app/routes/intake/intake-page.tsx";
import { LaterPage } from "#app/routes/later/later-page.tsx";
import { RecoveryPage } from "#app/routes/recovery/recovery-page.tsx";
import { VisitPage } from "#app/routes/visit/visit-page.tsx";
import type { WardFeed } from "#app/ward-feed.ts";
import "./dialogs.ts";
import { GoTo } from "./go-to.tsx";
import { openStage, type Stage, type StageClock, type StageOptions } from "./stage.tsx";

const ToFirst = () => {
  const [first] = useWardState().visits.values();
  return <GoTo path={`/visit/${first?.visit.number}`} />;
};

const ward = (
  <Routes>
    <Route element={<Frame />}>
      <Route index element={<BoardPage />} />
      <Route path="intake" element={<IntakePage />} />
      <Route path="visit/:number" element={<VisitPage />} />
      <Route path="downtime" element={<DowntimePage />} />
      <Route path="recovery" element={<RecoveryPage />} />
      <Route path="start" element={<ToFirst />} />
      <Route path="*" element={<LaterPage />} />
    </Route>
    <Route path="wall" element={<WallPage />} />
  </Routes>
);

const kari = (feed: WardFeed, clock: StageClock) =>
  feed.register({ visit: "kari" as VisitId, commands: (number) => [{ type: "RegisterArrival", number, details: { name: known("Kari Nordmann") }, atMs: clock.nowMs() }] }, nobodyYet);

const open = (at: string, options: StageOptions = {}): Promise<Stage> => openStage(ward, { path: "/*", at, before: kari, ...options });
const heading = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole("heading", { level: 1, name });

it("[TTL1] every page has a title of its own, in the chosen language", async () => {
  for (const language of languages) {
    const titles = [...mainPlaces.map(({ path }) => path), ...morePlaces.map(({ path }) => path), "/visit/TRA-017-K", "/wall", "/nowhere"].map((path) => pageTitle(path, wordsIn[language]));
    expect(new Set(titles).size).toBe(titles.length);
    for (const title of titles) expect(title).toMatch(/^\S.* · Vaktbok$/);
  }
  const { user } = await open("/", { prefs: { language: "nn" } });
  expect(document.title).toBe("Tavle · Vaktbok");
  await user.keyboard("r");
  await waitFor(() => expect(document.title).toBe("Tilbakeføring · Vaktbok"));
});

it("[TTL1] the wall has its own, and the board gets its back", async () => {
  const { user } = await open("/wall");
  expect(document.title).toBe("Wall screen · Vaktbok");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(document.title).toBe("Board · Vaktbok"));
});

it("[TTL2] no name and no number of a patient stands in the title of a chart", async () => {
  await open("/start");
  expect(await heading(/Kari Nordmann/)).toHaveFocus();
  expect(document.title).toBe("Visit · Vaktbok");
});

it("[ARR1] the focus goes to the heading of the page one came to, by key, by link and from the menu", async () => {
  const { user } = await open("/");
  await user.keyboard("r");
  expect(await heading("Recovery")).toHaveFocus();
  await user.click(screen.getByRole("link", { name: "Board" }));
  expect(await heading("Board")).toHaveFocus();
  await user.click(screen.getByRole("button", { name: "More" }));
  await user.click(await screen.findByRole("link", { name: "Downtime" }));
  expect(await heading("Downtime")).toHaveFocus();
});

it("[ARR1] the way back from the wall leads to the board's heading", async () => {
  const { user } = await open("/wall");
  await user.keyboard("k");
  expect(await heading("Board")).toHaveFocus();
});

it("[ARR2] the door keeps the focus in its first field", async () => {
  const { user } = await open("/");
  await user.keyboard("n");
  await heading("New patient");
  expect(document.activeElement).toBeInstanceOf(HTMLInputElement);
  expect(document.activeElement).toHaveAttribute("data-first");
});

it("[ARR3] another page begins at its top, however far down the one before was read", async () => {
  const { user } = await open("/");
  document.documentElement.scrollTop = 900;
  await user.keyboard("n");
  await heading("New patient");
  expect(document.documentElement.scrollTop).toBe(0);
});

it("[ARR2] the first page of a start takes the focus from nobody", async () => {
  await open("/");
  await heading("Board");
  expect(document.body).toHaveFocus();
});
