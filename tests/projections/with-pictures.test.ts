import { describe, expect, it } from "vitest";
import { nobodyYet } from "#core/staff/actor.ts";
import { epochMs } from "#core/time.ts";
import type { VisitCommand } from "#core/visit/commands.ts";
import { openWardFeed } from "#app/ward-feed.ts";
import { foldVersion, partsOf, stateFrom, withPast } from "#projections/checkpoint.ts";
import { heldInListing, heldInTelling } from "#projections/file-held.ts";
import { countPhotos, pictureOf, withPictures } from "#projections/with-pictures.ts";
import { tinyJpeg, tinyPhoto } from "../tiny-jpeg.ts";
import { takeIn, visitId } from "../app/board-ward.ts";
import { openMemoryWardLog, newMemoryDevice, setClock } from "../storage/memory-log.ts";

const atMs = epochMs(Date.UTC(2026, 10, 23, 15, 43));
const take: VisitCommand = { type: "TakePhoto", photo: tinyPhoto, jpeg: tinyJpeg, atMs };

const ward = async () => {
  const [device, clock] = [newMemoryDevice(), setClock()];
  const log = await openMemoryWardLog({ device, clock });
  const feed = await openWardFeed(log, (work) => void setTimeout(work));
  await takeIn(feed, clock, [{ id: "kari", agoMin: 40 }]);
  const ask = async (...commands: ReadonlyArray<VisitCommand>) => {
    const asked = await feed.ask(visitId("kari"), commands, nobodyYet);
    if (!asked.ok) throw new Error(asked.error.type);
    return asked.value.map(({ record }) => record);
  };
  return { device, clock, log, feed, ask, file: () => feed.state().visits.get(visitId("kari"))! };
};

const jpegsIn = ({ records }: { readonly records: ReadonlyArray<{ readonly event: object }> }) => records.flatMap(({ event }) => ("photo" in event ? ["jpeg" in event] : []));

describe("[WST6] the state", () => {
  it("holds what is said of a photo and none of its bytes, written here or read again, and so does what is put away", async () => {
    const { ask, feed, device, clock } = await ward();
    await ask({ ...take, photo: { ...tinyPhoto, words: "Epikrise" } });
    const again = await openWardFeed(await openMemoryWardLog({ device, clock }), (work) => void setTimeout(work));
    for (const state of [feed.state(), again.state()]) {
      expect(countPhotos(state)).toBe(1);
      expect(JSON.stringify([...state.visits.values()])).toContain("Epikrise");
      expect(JSON.stringify([[...state.visits.values()], partsOf(state)])).not.toContain(tinyJpeg.slice(0, 40));
    }
  });

  it("[CPT1] taken up again it is the same, photos too", async () => {
    const { ask, feed } = await ward();
    await ask(take);
    const [wardPart, here, ...past] = partsOf(feed.state()).map(({ value }) => JSON.parse(JSON.stringify(value)) as unknown);
    const started = stateFrom(wardPart, here);
    expect(past.reduce<ReturnType<typeof withPast>>((state, part) => (state === null ? null : withPast(state, part)), started?.state ?? null)).toEqual(feed.state());
    expect(foldVersion).toMatch(/^6\./);
  });
});

describe("pictures for the road", () => {
  it("[WPC1] each photo that counts gets its own, and a corrected one the picture it was taken with", async () => {
    const { ask, feed, file } = await ward();
    const [first] = await ask(take);
    await ask({ type: "Correct", target: first!.id, why: "", instead: { type: "v1.PhotoTaken", visit: visitId("kari"), photo: { ...tinyPhoto, of: "wound" } }, atMs });
    const filled = await withPictures(file(), feed.readOne);
    expect(filled.records.flatMap(({ event }) => (event.type === "v1.PhotoTaken" ? [[event.photo.of, event.jpeg]] : []))).toEqual([[undefined, undefined], ["wound", tinyJpeg]]);
    expect(jpegsIn(file())).toEqual([false, false]);
  });

  it("[WPC2] nothing is fetched where there is no photo, nor of a struck one", async () => {
    const { ask, file } = await ward();
    const never = () => Promise.reject(new Error("nothing was to be read"));
    expect(await withPictures(file(), never)).toBe(file());
    const [first] = await ask(take);
    await ask({ type: "Undo", target: first!.id, atMs });
    expect(jpegsIn(await withPictures(file(), never))).toEqual([false]);
  });

  it("[WPC1] what does not open is null, and the photo goes without", async () => {
    const { ask, file } = await ward();
    const [first] = await ask(take);
    expect(await pictureOf(file().records, first!.id, async () => null)).toBeNull();
    expect(jpegsIn(await withPictures(file(), async () => null))).toEqual([false]);
  });

  it("[FLH4] a listing without pictures holds no photo; a telling holds those whose picture is in it", async () => {
    const { ask, feed, file } = await ward();
    const [photo] = await ask(take);
    const holds = (held: ReturnType<typeof heldInListing>) => held.some(([, runs]) => runs.some(([from, to]) => from <= photo!.seq && photo!.seq <= to));
    expect(holds(heldInListing([file()]))).toBe(false);
    expect(holds(heldInTelling([file()], []))).toBe(false);
    expect(holds(heldInTelling([await withPictures(file(), feed.readOne)], []))).toBe(true);
  });
});
