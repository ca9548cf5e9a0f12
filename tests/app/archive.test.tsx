// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { known } from "#core/answer.ts";
import { err, ok } from "#core/result.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import { epochMs } from "#core/time.ts";
import type { VisitId } from "#core/visit/events.ts";
import { carriageOf } from "#projections/carriage.ts";
import { wordsIn } from "#i18n/all-words.ts";
import { pageWordsOf } from "#i18n/pages/page-words.ts";
import type { ArchiveFault, FoundArchive } from "#app/archive/port.ts";
import { ArchiveSection } from "#app/routes/archive/archive-section.tsx";
import { archiveFaultText } from "#app/routes/archive/fault-text.ts";
import { recoveryMark } from "#app/routes/archive/recovery-mark.ts";
import type { WardFeed } from "#app/ward-feed.ts";
import { newGate } from "#tests/storage/devices.ts";
import { cardCode, cardRecipient, foundArchive, madeFile, pretendArchive, type PretendArchive, type Pretence } from "./archive-stage.ts";
import "./dialogs.ts";
import { openStage, type Stage, type StageClock, type StageOptions } from "./stage.tsx";

const adaCame = async (feed: WardFeed, clock: StageClock): Promise<void> => {
  await feed.register({ visit: "Ada" as VisitId, commands: (number) => [{ type: "RegisterArrival", number, details: { name: known("Ada") }, atMs: clock.nowMs() }] }, nobodyYet);
};
const withCode = async (feed: WardFeed, clock: StageClock): Promise<void> => {
  await adaCame(feed, clock);
  await feed.tell([{ atMs: clock.nowMs(), event: { type: "v1.RecoveryKeySet", recipient: cardRecipient } }], nobodyYet);
};

const openSection = async (pretence: Pretence = {}, options: StageOptions = {}): Promise<Stage & { readonly archive: PretendArchive }> => {
  const archive = pretendArchive(pretence);
  const stage = await openStage(<ArchiveSection />, { before: withCode, archive: () => ({ archive }), ...options });
  await screen.findByRole("heading", { name: "The whole book in one file" });
  return { ...stage, archive };
};

const press = (stage: Stage, name: string | RegExp): Promise<void> => stage.user.click(screen.getByRole("button", { name }));
const saveButton = "Save the whole book (.vaktbok)";

describe("out", () => {
  it("[SVA1][CDS1] a ward without a code is led through making one, and the file comes without another press", async () => {
    const stage = await openSection({}, { before: adaCame });
    await press(stage, saveButton);
    const card = await screen.findByRole("region", { name: "Recovery card" });
    expect(card.querySelector(".code")?.textContent.trim()).toBe(cardCode.replaceAll("-", " "));
    expect(stage.feed.state().ward.recovery).toBeNull();
    await press(stage, "I have the code");
    expect(await screen.findByText("See that the file lies where it should.")).toBeTruthy();
    expect(stage.feed.state().ward.recovery?.value).toBe(cardRecipient);
    expect(stage.archive.requests).toEqual([{ recipient: cardRecipient, wardName: "Legevakt", second: "2026-11-23-165800" }]);
    expect(stage.archive.handed).toHaveLength(1);
    expect(screen.queryByRole("region", { name: "Recovery card" })).toBeNull();
  });

  it("[CDS1][CDS2] leaving the step changes nothing, and the code is nowhere", async () => {
    const stage = await openSection({}, { before: adaCame });
    await press(stage, saveButton);
    await screen.findByRole("region", { name: "Recovery card" });
    await press(stage, "Cancel");
    expect(stage.feed.state().ward.recovery).toBeNull();
    expect(stage.archive.requests).toEqual([]);
    const kept = [document.body.textContent, location.href, ...[localStorage, sessionStorage].flatMap((one) => Object.values(one))].join(" ");
    expect(kept).not.toContain(cardCode.slice(0, 4));
  });

  it("[CDS1] a code that could not be told to the ward is shown until it is", async () => {
    const stage = await openSection({}, { before: adaCame });
    await press(stage, saveButton);
    await screen.findByRole("region", { name: "Recovery card" });
    stage.log.close();
    const { append } = stage.log;
    Object.assign(stage.log, { append: async () => err({ type: "DiskFull" }) });
    await press(stage, "I have the code");
    expect(await screen.findByText(/^The disk is full/)).toBeTruthy();
    expect(screen.getByRole("region", { name: "Recovery card" })).toBeTruthy();
    Object.assign(stage.log, { append });
  });

  it("[SVA3] a code that could not be made is said, and nothing else happens", async () => {
    const stage = await openSection({ newCard: async () => { throw new Error("a piece of the program is missing"); } }, { before: adaCame });
    await press(stage, saveButton);
    expect((await screen.findByRole("alert")).textContent).toContain("The file was not made. Everything written is safe here.");
    expect([stage.feed.state().ward.recovery, stage.archive.requests]).toEqual([null, []]);
  });

  it("[SVA2] is a backup only when somebody says that the file is there", async () => {
    const held = (feed: WardFeed) => [...feed.state().visits.values()].flatMap(({ records }) => records.map(({ device, seq }) => [device, [[seq, seq]]] as const)) as never;
    const stage = await openSection({ make: async () => ok(madeFile({ held: held(stage.feed), madeAtMs: epochMs(Date.UTC(2026, 10, 23, 15, 50)) })) });
    await press(stage, saveButton);
    expect(await screen.findByText("4 records, everything written.")).toBeTruthy();
    expect(carriageOf(stage.feed.state())).toMatchObject({ onlyHere: 1, lastBackedUpAtMs: null });
    expect(screen.getByText("The book has never been backed up.")).toBeTruthy();
    await press(stage, "Save again");
    expect(stage.archive.handed).toHaveLength(2);
    await press(stage, "The file is there");
    expect(await screen.findByText("Recorded: the book is backed up.")).toBeTruthy();
    expect(carriageOf(stage.feed.state())).toMatchObject({ onlyHere: 0, uncarried: 1, lastBackedUpAtMs: Date.UTC(2026, 10, 23, 15, 50) });
  });

  it("[SVA2] what was damaged before and is not in the file is said", async () => {
    const stage = await openSection({ make: async () => ok(madeFile({ unreadable: 2 })) });
    await press(stage, saveButton);
    expect(await screen.findByText("2 records had been damaged before: not in the file.")).toBeTruthy();
  });

  it.each([["a fault", async () => err({ type: "TooLarge", maxBytes: 1 } as const)], ["a bug", async () => { throw new Error("a bug"); }]])("[SVA3] %s while making leaves all as it was, and says that the records are safe", async (_, make) => {
    const stage = await openSection({ make });
    await press(stage, saveButton);
    expect((await screen.findByRole("alert")).textContent).toContain("The file was not made. Everything written is safe here.");
    expect(carriageOf(stage.feed.state()).lastBackedUpAtMs).toBeNull();
    expect(stage.archive.handed).toEqual([]);
  });

  it("[RMK1] the mark on the card is that of the key, and says nothing of the code", async () => {
    const stage = await openSection({}, { before: adaCame });
    await press(stage, saveButton);
    expect((await screen.findByRole("region", { name: "Recovery card" })).textContent).toContain(`Mark ${recoveryMark(cardRecipient)}`);
    expect(recoveryMark(cardRecipient)).toBe("35AA");
  });
});

describe("in", () => {
  const choose = async (stage: Stage, name = "evening.vaktbok"): Promise<void> => {
    await stage.user.upload(screen.getByLabelText("Read a .vaktbok file"), new File(["sealed"], name));
    await screen.findByRole("heading", { name: `Read ${name}` });
  };
  const typeCode = async (stage: Stage, text = cardCode): Promise<void> => {
    await stage.user.click(screen.getByRole("textbox", { name: "Recovery code" }));
    await stage.user.paste(text);
  };
  const openFile = async (stage: Stage): Promise<void> => {
    await choose(stage);
    await typeCode(stage);
    await press(stage, "Open the file");
  };

  it("[CDF1] says what is wrong with what is typed, and opens nothing before the code fits", async () => {
    const stage = await openSection();
    await choose(stage);
    const open = screen.getByRole<HTMLButtonElement>("button", { name: "Open the file" });
    expect([screen.getByText(/^28 signs from the card/) !== null, open.disabled]).toEqual([true, true]);
    await typeCode(stage, "008j-4c");
    expect(screen.getByText("6 of 28 signs")).toBeTruthy();
    await typeCode(stage, "u");
    expect(screen.getByText("The sign U is in no code.")).toBeTruthy();
    await stage.user.clear(screen.getByRole("textbox", { name: "Recovery code" }));
    await typeCode(stage, cardCode.replace("008J", "008K"));
    expect(screen.getByText(/^The code does not fit together/)).toBeTruthy();
    expect(open.disabled).toBe(true);
    await stage.user.clear(screen.getByRole("textbox", { name: "Recovery code" }));
    await typeCode(stage, cardCode.toLowerCase().replaceAll("-", " "));
    expect(screen.getByText("The code is rightly written.")).toBeTruthy();
    expect(open.disabled).toBe(false);
    expect(stage.archive.looks).toEqual([]);
  });

  it("[RDA1][RAV1] shows what was proved before anything is taken in, and a device that joined goes on in the book anew", async () => {
    let takes = 0;
    const takeIn: FoundArchive["takeIn"] = async () => { takes += 1; return ok({ taken: 120, aside: 0, hasJoined: true }); };
    const stage = await openSection({ look: async () => ok(foundArchive({ takeIn })) });
    await openFile(stage);
    const found = await screen.findByRole("region", { name: "This is in the file" });
    expect(within(found).getByText("120 of 120 are proved and true.")).toBeTruthy();
    expect(within(found).getByText("Legevakten i Vik")).toBeTruthy();
    expect(within(found).getByText(/^This device is blank/)).toBeTruthy();
    expect([takes, stage.archive.looks]).toEqual([0, [{ name: "evening.vaktbok", secret: Array.from({ length: 16 }, (_, at) => at * 17) }]]);
    await press(stage, "Take in");
    const dialog = await screen.findByRole("dialog", { name: "The book is here", hidden: true });
    expect(dialog.textContent).toContain("120 records taken in.");
    expect(takes).toBe(1);
    await stage.user.click(within(dialog).getByRole("button", { name: "Open the book", hidden: true }));
    expect(stage.switches[0]).toBe("real");
  });

  it("[RDA1] says what is missing, what lies aside and whose clock was ahead", async () => {
    const takeIn: FoundArchive["takeIn"] = async () => ok({ taken: 0, aside: 3, hasJoined: false });
    const stage = await openSection({ look: async () => ok(foundArchive({ proved: 117, isWhole: false, unreadable: 1, drifts: 2, way: "unite", takeIn })) });
    await openFile(stage);
    for (const text of [/^117 of 120/, /^The book is not whole/, /^1 record had been damaged when/, /^The clocks of 2 devices/, /^This device has the same book/]) expect(await screen.findByText(text)).toBeTruthy();
    await press(stage, "Take in");
    expect(await screen.findByText("Everything was here already.")).toBeTruthy();
    expect(screen.getByText("3 records could not be proved: laid aside and not shown.")).toBeTruthy();
    await press(stage, "OK");
    expect(stage.switches).toEqual([]);
  });

  it("[RDA1] what was seen and not taken changes nothing", async () => {
    const stage = await openSection({ look: async () => ok(foundArchive({ takeIn: async () => { throw new Error("never asked"); } })) });
    await openFile(stage);
    await screen.findByRole("button", { name: "Take in" });
    await press(stage, "Cancel");
    expect(screen.queryByRole("region", { name: "This is in the file" })).toBeNull();
  });

  it.each([["a full disk", async () => err({ type: "DiskFull" } as const), /^The disk is full\. Nothing of the file was taken in/], ["a bug", async () => { throw new Error("a bug"); }, /^The device could not write\. Nothing of the file was taken in/]])("[RDA1] %s while taking in is said", async (_, takeIn, says) => {
    const stage = await openSection({ look: async () => ok(foundArchive({ takeIn })) });
    await openFile(stage);
    await stage.user.click(await screen.findByRole("button", { name: "Take in" }));
    expect((await screen.findByRole("alert")).textContent).toMatch(says);
  });

  it("[RDA2] another code may be tried at once; the one before is not kept", async () => {
    const answers = [err({ type: "WrongKey" } as const), ok(foundArchive())];
    const stage = await openSection({ look: async () => answers.shift() ?? err({ type: "Damaged" }) });
    await openFile(stage);
    expect((await screen.findByRole("alert")).textContent).toContain("The code does not open this file.");
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Recovery code" }).value).toBe("");
    await typeCode(stage);
    await press(stage, "Open the file");
    expect(await screen.findByRole("button", { name: "Take in" })).toBeTruthy();
    expect(screen.queryByRole("textbox", { name: "Recovery code" })).toBeNull();
  });

  it("[RDA3] a file that was put away for another while it was opened comes to nothing", async () => {
    const gate = newGate();
    const stage = await openSection({ look: async (_file, _secret, onProved) => { onProved(500); await gate.promise; return ok(foundArchive()); } });
    await openFile(stage);
    expect(await screen.findByText("Proving the records … 500")).toBeTruthy();
    await choose(stage, "other.vaktbok");
    gate.open(null);
    await waitFor(() => expect(screen.getByRole("heading", { name: "Read other.vaktbok" })).toBeTruthy());
    expect(screen.queryByRole("button", { name: "Take in" })).toBeNull();
  });

  it.each([["other", "This is not a .vaktbok file."], ["rescue", "This is a rescue file"]] as const)("[RDA4] a file of another kind (%s) is said to be so, and no code is asked for", async (kind, says) => {
    const stage = await openSection({ kindOf: async () => kind });
    await stage.user.upload(screen.getByLabelText("Read a .vaktbok file"), new File(["x"], "x.vaktbok"));
    expect((await screen.findByRole("alert")).textContent).toContain(says);
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(screen.queryAllByRole("link").map((link) => link.getAttribute("href"))).toEqual(kind === "rescue" ? ["/rescue"] : []);
    expect(stage.archive.looks).toEqual([]);
  });

  it("[RDA4] a file that the disk does not give is said to be so", async () => {
    const stage = await openSection({ kindOf: async () => { throw new DOMException("", "NotReadableError"); } });
    await stage.user.upload(screen.getByLabelText("Read a .vaktbok file"), new File(["x"], "x.vaktbok"));
    expect((await screen.findByRole("alert")).textContent).toContain("The file could not be read from the disk.");
  });

  it("[AFT1] every fault has one sentence in every language, and says what became of the book", () => {
    const types = ["NotOurs", "RescueFile", "Newer", "WrongKey", "Damaged", "Unreadable", "OtherKeys", "DrillOnly", "RealOnly"] as const;
    const faults: ReadonlyArray<ArchiveFault> = [...types.map((type) => ({ type })), { type: "TooLarge", maxBytes: 192 * 1024 * 1024 }, { type: "OtherWard", records: 7 }, { type: "DiskFull" }, { type: "StoreLost", detail: "" }, { type: "KeysLost", records: 1 }];
    const said = { nb: /Ingenting er endret|Ingenting fra filen er tatt inn/, nn: /Ingenting er endra|Ingenting frå fila er teke inn/, en: /Nothing was changed|Nothing of the file was taken in/ } as const;
    for (const language of ["nb", "nn", "en"] as const) {
      const texts = faults.map((fault) => archiveFaultText(fault, pageWordsOf(wordsIn[language], language)));
      expect(new Set(texts).size).toBe(faults.length - 1);
      for (const text of texts) expect(text).toMatch(said[language]);
    }
    expect(archiveFaultText({ type: "TooLarge", maxBytes: 192 * 1024 * 1024 }, pageWordsOf(wordsIn.en, "en"))).toContain("192 MB");
  });
});

it("[ARS1] is brought into sight for whom a reminder sent here, and for nobody else", async () => {
  const shown: string[] = [];
  vi.spyOn(Element.prototype, "scrollIntoView").mockImplementation(function note(this: Element) { shown.push(this.id); });
  await openSection();
  expect(shown).toEqual([]);
  cleanup();
  await openSection({}, { at: "/#archive" });
  expect(new Set(shown)).toEqual(new Set(["archive"]));
  expect(document.activeElement?.textContent).toBe("The whole book in one file");
});

it("[BAG1] says how old the last backup is and what has come since", async () => {
  const stage = await openSection();
  expect(screen.getByText("The book has never been backed up.")).toBeTruthy();
  expect(screen.getByText("1 record is on this device only. It is 0 min old.")).toBeTruthy();
  stage.clock.pass(12);
  expect(screen.getByText("1 record is on this device only. It is 12 min old.")).toBeTruthy();
  const [{ device, seq } = { device: stage.log.device, seq: 0 }] = stage.feed.state().uncarried;
  await stage.feed.tell([{ atMs: stage.clock.nowMs(), event: { type: "v1.CarriedOut", as: "archive", file: "a.vaktbok", held: [[device, [[seq, seq]]]] } }], nobodyYet);
  stage.clock.pass(3);
  expect(await screen.findByText("Last backed up 17:10 (3 min ago).")).toBeTruthy();
  expect(screen.getByText("Nothing is on this device only.")).toBeTruthy();
  cleanup();
});
