// @vitest-environment jsdom
import { act, screen, waitFor, within } from "@testing-library/react";
import encodeQR from "qr";
import { decodeQR } from "qr/decode.js";
import { beforeEach, expect, it } from "vitest";
import { draftsBegun, endDraft } from "#app/drafts/drafts.ts";
import { useLocation } from "#app/router/way.ts";
import { Route, Routes } from "#app/router/routes.tsx";
import { IntakePage } from "#app/routes/intake/intake-page.tsx";
import { VisitPage } from "#app/routes/visit/visit-page.tsx";
import { askForCamera } from "#app/scan/camera-ask.ts";
import { readPicture } from "#app/scan/read-picture.ts";
import { Scanner } from "#app/scan/scanner.tsx";
import { giveToDoor, onGivenToDoor, type ForDoor } from "#app/scan/to-door.ts";
import { known } from "#core/answer.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import { temporaryNumber, type TemporaryNumber } from "#core/visit/temporary-number.ts";
import { codeOf } from "#forms/scanned.ts";
import "./dialogs.ts";
import { numberOf, takeIn, visitId, type Patient } from "./board-ward.ts";
import { openStage, type Stage, type StageOptions } from "./stage.tsx";

const kari: Patient = { id: "kari", agoMin: 40, name: "Kari Nordmann" };
const ola: Patient = { id: "ola", agoMin: 20, name: "Ola Nordmann" };
const national = "13097248022";

beforeEach(async () => {
  for (const { id } of await draftsBegun("")) endDraft(id);
});

const Where = () => <p data-testid="where">{useLocation().pathname}</p>;
const open = (options: StageOptions = {}): Promise<Stage> =>
  openStage(
    <>
      <Scanner />
      <Where />
      <Routes>
        <Route path="intake" element={<IntakePage />} />
        <Route path="visit/:number" element={<VisitPage />} />
        <Route path="*" element={<><label htmlFor="s">Search</label><input id="s" type="search" /><label htmlFor="t">Text</label><input id="t" /></>} />
      </Routes>
    </>,
    { path: "/*", at: "/", before: (feed, clock) => takeIn(feed, clock, [kari, ola]), ...options },
  );

/** Six milliseconds a key, by the keys' own times. */
const scan = async (code: string): Promise<void> => {
  const beganMs = new Event("now").timeStamp + 100;
  await act(async () => {
    Array.from(code).concat("Enter").forEach((key, place) => {
      const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
      Object.defineProperty(event, "timeStamp", { value: beganMs + place * 6 });
      const target = document.activeElement ?? document.body;
      if (target.dispatchEvent(event) && key !== "Enter" && target instanceof HTMLInputElement) {
        target.setRangeText(key, target.value.length, target.value.length, "end");
        target.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }
    });
  });
};
const where = (): string => screen.getByTestId("where").textContent ?? "";
const field = (name: string): HTMLInputElement => screen.getByRole("textbox", { name });
const said = (text: RegExp): Promise<HTMLElement> => screen.findByText(text, { selector: ".notice span" });
const codeOfKari = (stage: Stage): string => codeOf("visit", numberOf(stage.feed, "kari") as TemporaryNumber);

it("[SCA1] our code opens the chart from any page, and writes nothing", async () => {
  const stage = await open();
  const records = stage.feed.state().visits.get(visitId("kari"))!.records.length;
  await scan(codeOfKari(stage));
  expect(await screen.findByRole("heading", { level: 1, name: /Kari Nordmann/ })).toBeVisible();
  await scan(codeOf("visit", numberOf(stage.feed, "ola") as TemporaryNumber));
  expect(await screen.findByRole("heading", { level: 1, name: /Ola Nordmann/ })).toBeVisible();
  expect(stage.feed.state().visits.get(visitId("kari"))!.records).toHaveLength(records);
});

it("[SCA1][INT8][TDR1] a blank form leads to the door with its number, the patient gets it, and then it leads to the chart", async () => {
  const stage = await open();
  const reserved = await stage.feed.reserve(2, stage.clock.nowMs(), nobodyYet);
  const [paper, second] = reserved.ok ? reserved.value : [];
  await scan(codeOf("blank", paper!));
  expect(await screen.findByText(paper!)).toBeVisible();
  expect(where()).toBe("/intake");
  await stage.user.type(field("Name"), "Per Vindrose");
  await stage.user.click(screen.getByRole("button", { name: "Register" }));
  await screen.findByText("Saved here");
  await waitFor(() => expect(screen.queryByRole("button", { name: "Not this paper" })).toBeNull());
  await scan(codeOf("blank", paper!));
  expect(await screen.findByRole("heading", { level: 1, name: /Per Vindrose/ })).toBeVisible();
  await scan(codeOf("blank", second!));
  await screen.findByText(second!);
  await stage.user.click(screen.getByRole("button", { name: "Unknown patient" }));
  await screen.findByText("Saved here");
  expect([...stage.feed.state().visits.values()].map(({ visit }) => visit.number)).toContain(second);
});

it("[INT8] a paper that was scanned by mistake is taken away, and the patient gets a number as others do", async () => {
  const stage = await open();
  const reserved = await stage.feed.reserve(1, stage.clock.nowMs(), nobodyYet);
  const [paper] = reserved.ok ? reserved.value : [];
  await scan(codeOf("blank", paper!));
  await stage.user.click(await screen.findByRole("button", { name: "Not this paper" }));
  await stage.user.type(field("Name"), "Per");
  await stage.user.click(screen.getByRole("button", { name: "Register" }));
  await screen.findByText("Saved here");
  expect([...stage.feed.state().visits.values()].map(({ visit }) => visit.number)).not.toContain(paper);
});

it("[SCA2][SDR1] a national number of nobody who is here stands in the door form, read, and in no address", async () => {
  await open();
  await scan(national);
  await waitFor(() => expect(field("National identity number")).toHaveValue(national));
  expect(screen.getByText(/54 y/)).toBeVisible();
  expect(location.href).not.toContain(national);
  await scan("41810021827");
  expect(await said(/begun for somebody else/)).toBeVisible();
  expect(field("National identity number")).toHaveValue(national);
});

it("[SCA5] who was here before under the number stands there with the name they had, and a name that was typed stays", async () => {
  const stage = await open();
  await scan(national);
  await waitFor(() => expect(field("National identity number")).toHaveValue(national));
  await stage.user.type(field("Name"), "Per Vindrose");
  await stage.user.click(screen.getByRole("button", { name: "Register" }));
  await screen.findByText("Saved here");
  const [file] = [...stage.feed.state().visits.values()].filter(({ visit }) => visit.heard.nationalNumber !== undefined);
  await stage.feed.ask(file!.visit.id, [{ type: "Leave", how: "home", atMs: stage.clock.nowMs() }], nobodyYet);
  await scan(national);
  await waitFor(() => expect(field("Name")).toHaveValue("Per Vindrose"));
  await stage.user.clear(field("Name"));
  await stage.user.clear(field("National identity number"));
  await stage.user.type(field("Name"), "Pål");
  await scan(national);
  await waitFor(() => expect(field("National identity number")).toHaveValue(national));
  expect(field("Name")).toHaveValue("Pål");
});

it("[SDR1] a form that was begun for somebody else is left alone by a scan made elsewhere, and said", async () => {
  const stage = await open({ at: "/intake" });
  await stage.user.type(field("Name"), "Begun");
  await scan(codeOfKari(stage));
  await screen.findByRole("heading", { level: 1, name: /Kari/ });
  await scan(national);
  expect(await said(/begun for somebody else/)).toBeVisible();
  expect(field("Name")).toHaveValue("Begun");
  expect(field("National identity number")).toHaveValue("");
});

const withNumber = (ids: ReadonlyArray<string>): StageOptions["before"] => async (feed, clock) => {
  await takeIn(feed, clock, [kari, ola]);
  for (const id of ids) await feed.ask(visitId(id), [{ type: "SetDetails", details: { nationalNumber: known(national) }, atMs: clock.nowMs() }], nobodyYet);
};

it("[SCA2] a national number opens the chart of who is here under it; of two, a person chooses", async () => {
  await open({ before: withNumber(["kari"])! });
  await scan(`]C0${national}`);
  expect(await screen.findByRole("heading", { level: 1, name: /Kari Nordmann/ })).toBeVisible();
});

it("[SCA2] of two under one national number a person chooses", async () => {
  const stage = await open({ before: withNumber(["kari", "ola"])! });
  await scan(national);
  const dialog = await screen.findByRole("dialog", { name: "Several visits have this number" });
  await stage.user.click(within(dialog).getByRole("link", { name: /Ola Nordmann/ }));
  expect(await screen.findByRole("heading", { level: 1, name: /Ola Nordmann/ })).toBeVisible();
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("[SCA3] what is unknown is shown as it was read and leads nowhere; what is misread, and a drill's code, are said", async () => {
  const stage = await open();
  await scan("REQ-4711/26");
  expect(within(await screen.findByRole("dialog")).getByText("REQ-4711/26")).toBeVisible();
  let copied = "";
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: async (text: string) => { copied = text; } } });
  // By key: a click could pass for the second half of the tap before it (DLG1).
  act(() => screen.getByRole("button", { name: "Copy" }).focus());
  await stage.user.keyboard("{Enter}");
  expect(await screen.findByRole("button", { name: "Copied" })).toBeVisible();
  expect(copied).toBe("REQ-4711/26");
  const code = codeOfKari(stage);
  await scan(`${code.slice(0, -1)}${code.endsWith("B") ? "C" : "B"}`);
  expect(await said(/not read right/)).toBeVisible();
  await scan(codeOf("blank", temporaryNumber({ wardCode: "XX", letter: "A", serial: 3 })));
  expect(await said(/from a drill/)).toBeVisible();
  expect(where()).toBe("/");
});

it("[SCA4] in a search and in its own field a national number stays as typed; in another field it is taken; a requisition stays", async () => {
  const stage = await open();
  await stage.user.click(screen.getByRole("searchbox", { name: "Search" }));
  await scan(national);
  expect(screen.getByRole("searchbox", { name: "Search" })).toHaveValue(national);
  await stage.user.click(field("Text"));
  await scan("REQ-4711/26");
  expect(field("Text")).toHaveValue("REQ-4711/26");
  expect(where()).toBe("/");
  await scan(national);
  await waitFor(() => expect(where()).toBe("/intake"));
  await stage.user.clear(field("National identity number"));
  await stage.user.click(field("National identity number"));
  await scan(national);
  expect(field("National identity number")).toHaveValue(national);
  await stage.user.clear(field("National identity number"));
  await stage.user.click(field("Name"));
  await scan(national);
  expect(field("Name")).toHaveValue("");
  expect(field("National identity number")).toHaveValue(national);
});

it("[SCA4] outside fields, what holds a space was typed", async () => {
  await open();
  await scan("22 94 112/70");
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("[TDR1] what is given while no door is there waits for it, once", () => {
  const given: ForDoor = { fields: { paper: "x" }, ifEmpty: {}, isAtDoor: false, ifTaken: "" };
  giveToDoor(given);
  const taken: ForDoor[] = [];
  onGivenToDoor((one) => void taken.push(one))();
  onGivenToDoor((one) => void taken.push(one))();
  expect(taken).toEqual([given]);
});

it("[PIC1] our own code is read from a picture, and a picture without one is null", () => {
  const code = codeOf("visit", temporaryNumber({ wardCode: "TR", letter: "A", serial: 17 }));
  const rows = encodeQR(code, "raw", { ecc: "high", border: 4 });
  const size = rows.length * 6;
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  rows.forEach((row, y) => row.forEach((isDark, x) => {
    if (!isDark) return;
    for (let dot = 0; dot < 36; dot += 1) data.fill(20, ((y * 6 + Math.floor(dot / 6)) * size + x * 6 + (dot % 6)) * 4, ((y * 6 + Math.floor(dot / 6)) * size + x * 6 + (dot % 6)) * 4 + 3);
  }));
  expect(readPicture(decodeQR, { data, width: size, height: size })).toBe(code);
  expect(readPicture(decodeQR, { data: new Uint8ClampedArray(data.length).fill(200), width: size, height: size })).toBeNull();
});

const camera = (getUserMedia: () => Promise<MediaStream>): void => {
  Object.defineProperty(navigator, "mediaDevices", { configurable: true, value: { getUserMedia } });
};
const askForTheCamera = async (): Promise<HTMLElement> => {
  await act(async () => askForCamera());
  return screen.findByRole("dialog", { name: "Scan a code" });
};

it.each([["NotAllowedError", /not allowed here/], ["NotFoundError", /No camera/], ["NotReadableError", /does not answer/]])("[CAM2] %s is said in its own words, and the number is typed", async (name, words) => {
  camera(() => Promise.reject(new DOMException("", name)));
  const stage = await open();
  const dialog = await askForTheCamera();
  expect(await within(dialog).findByRole("alert")).toHaveTextContent(words);
  const typed = within(dialog).getByRole("textbox", { name: "Or type the number" });
  await waitFor(() => expect(typed).toHaveFocus());
  await stage.user.type(typed, `${numberOf(stage.feed, "ola").toLowerCase()}{Enter}`);
  expect(await screen.findByRole("heading", { level: 1, name: /Ola Nordmann/ })).toBeVisible();
});

it("[CAM1] a camera that is granted after the dialog was closed is let go at once", async () => {
  let grant: (stream: MediaStream) => void = () => undefined;
  let stopped = 0;
  camera(() => new Promise((resolve) => { grant = resolve; }));
  const stage = await open();
  const dialog = await askForTheCamera();
  await stage.user.click(within(dialog).getByRole("button", { name: "Close" }));
  // All of a stream that is asked for.
  await act(async () => grant({ getTracks: () => [{ stop: () => { stopped += 1; } }] } as unknown as MediaStream));
  await waitFor(() => expect(stopped).toBe(1));
});
