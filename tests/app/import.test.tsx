// @vitest-environment jsdom
import { cleanup, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { known } from "#core/answer.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import type { VisitId } from "#core/visit/events.ts";
import { answerOf } from "#core/visit/visit.ts";
import type { OutFile } from "#app/outlets.ts";
import { Route, Routes } from "#app/router/routes.tsx";
import { useLocation, useNavigate } from "#app/router/way.ts";
import { textOf } from "#app/routes/import/file-text.ts";
import { ImportPage } from "#app/routes/import/import-page.tsx";
import { newMemoryDevice } from "#tests/storage/memory-log.ts";
import { openStage, openStageLater, type Stage } from "./stage.tsx";

const csv = (text: string): File => new File([text], "list.csv", { type: "text/csv" });
const choose = async ({ user }: Stage, file: File): Promise<void> => user.upload(screen.getByLabelText("Choose a file"), file);
const names = ({ feed }: Stage): ReadonlyArray<unknown> => [...feed.state().visits.values()].map(({ visit }) => answerOf(visit, "name"));

const good = "arrived;name;born;sex;reason\n16:40;Ada;1980;female;Fever\n16:45;Bo;42;male;Cut\n;Unknown;;;Chest pain\n";

it("[IMP1] shows what it read, and takes nothing in before it is told to", async () => {
  const stage = await openStage(<ImportPage />);
  await choose(stage, csv(good));
  expect(await screen.findByRole("heading", { name: "3 arrivals are ready" })).toBeTruthy();
  expect(screen.getByRole("row", { name: /16:40 Ada 1980 Female Fever/ })).toBeTruthy();
  expect(screen.getByRole("row", { name: /No time. Counts as having come now./ })).toBeTruthy();
  expect(stage.feed.state().visits.size).toBe(0);
});

// A file chosen in the first moment was let go without a word, and the page stood still.
it("[IMP4] a file that is chosen before the book is open is read when it is", async () => {
  const stage = await openStageLater(<ImportPage />);
  await choose(stage, csv(good));
  expect(screen.getByText("Reading the file …")).toBeVisible();
  await stage.open();
  expect(await screen.findByRole("button", { name: "Take in all 3" })).toBeVisible();
});

it("[IMP2] takes all in in one go, each with a number of its own", async () => {
  const stage = await openStage(<ImportPage />);
  await choose(stage, csv(good));
  const batches: number[] = [];
  stage.feed.subscribe((records) => batches.push(records.length));
  await stage.user.click(await screen.findByRole("button", { name: "Take in all 3" }));
  expect(await screen.findByText(/^3 taken in: \w{3}-001-\w to \w{3}-003-\w$/)).toBeTruthy();
  expect(names(stage)).toEqual([known("Ada"), known("Bo"), { is: "unknown" }]);
  expect(batches).toHaveLength(1);
});

it("[IMP1] one error is a line with row and column, and nothing of the file can be taken in", async () => {
  const stage = await openStage(<ImportPage />);
  await choose(stage, csv("arrived;name;born\n16:40;Ada;1980\n25:99;Bo;long ago\n"));
  expect(await screen.findByRole("heading", { name: "2 errors" })).toBeTruthy();
  expect(screen.getByRole("row", { name: /3 Arrived at The time was not understood.*25:99/ })).toBeTruthy();
  expect(screen.getByRole("row", { name: /3 Born or age .*long ago/ })).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Take in/ })).toBeNull();
  expect(screen.getByText(/Nothing was taken in/)).toBeTruthy();
});

it("[IMP2] what could not be saved leaves none behind, and can be tried again", async () => {
  const device = newMemoryDevice();
  const stage = await openStage(<ImportPage />, { device });
  await choose(stage, csv(good));
  await screen.findByRole("button", { name: "Take in all 3" });
  device.disk.owner = null;
  await stage.user.click(screen.getByRole("button", { name: "Take in all 3" }));
  expect(await screen.findByText(/NOT saved/i)).toBeTruthy();
  expect(stage.feed.state().visits.size).toBe(0);
  expect(screen.getByRole("button", { name: "Take in all 3" }).hasAttribute("disabled")).toBe(false);
});

it("says who may be here already", async () => {
  const stage = await openStage(<ImportPage />, {
    before: (feed, clock) =>
      feed.register({ visit: "v" as VisitId, commands: (number) => [{ type: "RegisterArrival", number, details: { name: known("Ada") }, atMs: clock.nowMs() }] }, nobodyYet),
  });
  await choose(stage, csv("time;name\n16:58;ada\n"));
  expect(await screen.findByText(/^May be the same as \w{3}-001-\w\.$/)).toBeTruthy();
});

it("a file that is no list of arrivals is said in words", async () => {
  const stage = await openStage(<ImportPage />);
  await choose(stage, csv("colour;shape\nred;round\n"));
  expect(await screen.findByText(/None of the columns was recognised/)).toBeTruthy();
  await choose(stage, csv(""));
  expect(await screen.findByText("The file is empty.")).toBeTruthy();
});

it("gives an empty file to fill in, and reads each of its columns, in every language", async () => {
  for (const language of ["nb", "nn", "en"] as const) {
    const given: OutFile[] = [];
    const stage = await openStage(<ImportPage />, { prefs: { language }, outlets: { handOver: (file) => { given.push(file); } } });
    await stage.user.click(screen.getByRole("button", { name: /tom fil|empty file/ }));
    const [header = ""] = (given[0]?.text ?? "").split("\r\n");
    const filled = `${header}\r\n16:40;Åse;?;1980;-;Øye;?\r\n`;
    await stage.user.upload(screen.getByLabelText(/Velg fil|Vel fil|Choose a file/), new File([filled], "filled.csv"));
    await waitFor(() => expect(screen.getByRole("row", { name: /Åse/ })).toBeTruthy());
    expect(screen.queryByText(/Kolonner som|Kolonnar som|Columns that/)).toBeNull();
    cleanup();
  }
});

it("reads the file that another page sends here", async () => {
  await openStage(<ImportPage />, { path: "/import", at: { pathname: "/import", state: { file: csv(good) } } });
  expect(await screen.findByRole("heading", { name: "3 arrivals are ready" })).toBeTruthy();
});

const GoAndBack = () => {
  const navigate = useNavigate();
  const { state } = useLocation();
  return (
    <>
      <p>{state === null ? "nothing sent along" : "a file sent along"}</p>
      <button type="button" onClick={() => history.back()}>back</button>
      <Routes>
        <Route path="import" element={<ImportPage />} />
        <Route path="*" element={<button type="button" onClick={() => navigate("/import", { state: { file: csv(good) } })}>send</button>} />
      </Routes>
    </>
  );
};

it("[IMP3] a file that another page sent is read once: neither the way back nor a reload reads it again", async () => {
  const { user } = await openStage(<GoAndBack />, { path: "/*", at: "/recovery" });
  await user.click(screen.getByRole("button", { name: "send" }));
  await screen.findByRole("heading", { name: "3 arrivals are ready" });
  expect(screen.getByText("nothing sent along")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Take in all 3" }));
  await user.click(await screen.findByRole("link", { name: "To the board" }));
  await user.click(screen.getByRole("button", { name: "back" }));
  expect(await screen.findByLabelText("Choose a file")).toBeTruthy();
  expect(screen.queryByText(/arrivals are ready|Reading/)).toBeNull();
});

it("[FTX1] reads the letters of UTF-8, of UTF-16 and of Windows", async () => {
  const blob = (bytes: ReadonlyArray<number>): Blob => new Blob([new Uint8Array(bytes)]);
  expect(await textOf(new Blob(["Åse Øye"]))).toEqual({ ok: true, value: "Åse Øye" });
  expect(await textOf(blob([0xc5, 0x73, 0x65, 0x20, 0xd8, 0x79, 0x65]))).toEqual({ ok: true, value: "Åse Øye" });
  expect(await textOf(blob([0xff, 0xfe, 0xc5, 0x00, 0x73, 0x00]))).toEqual({ ok: true, value: "Ås" });
});

it("[FTX2] does not read a file that is too large", async () => {
  let isRead = false;
  const file = { size: 9_000_000, arrayBuffer: async () => { isRead = true; return new ArrayBuffer(0); } };
  expect(await textOf(file)).toMatchObject({ ok: false, error: { type: "TooLarge" } });
  expect(isRead).toBe(false);
  expect(await textOf({ size: 1, arrayBuffer: async () => Promise.reject(new Error("gone")) })).toEqual({ ok: false, error: { type: "Unreadable" } });
});
