/** A page on the app's own origin that fills the app's own log through the app's own storage: real records, sealed and signed. */
import "#app/trusted.ts";
import { scales, type Level } from "#core/clinical/scales.ts";
import type { Bytes } from "#core/log/envelope.ts";
import type { WardLog, Writing } from "#core/log/port.ts";
import { known } from "#core/answer.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import { epochMs } from "#core/time.ts";
import type { VisitId } from "#core/visit/events.ts";
import { temporaryNumber } from "#core/visit/temporary-number.ts";
import { openOriginFiles } from "#storage/files/origin-files.ts";
import { deviceSecretFiles } from "#storage/keys/device-secret-files.ts";
import { openWardLog } from "#storage/ward-log.ts";

const open = async (): Promise<WardLog> => {
  const files = deviceSecretFiles("real", await openOriginFiles("real"), (ms, work) => void setTimeout(() => void work(), ms));
  const opened = await openWardLog({
    profile: "real",
    clock: { nowMs: () => epochMs(Date.now()) },
    random: (count): Bytes => crypto.getRandomValues(new Uint8Array(count)),
    files,
  });
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
};

const reasons = ["Brystsmerter", "Magesmerter", "Feber, 3 år", "Kuttskade i hånd", "Tungpust", "Falt på isen"];
const minuteMs = 60_000;
const photoBytes = 150_000;

/** Four records for one who has left, two for one who waits. */
const visitOf = (place: number, log: WardLog, isHere: boolean): ReadonlyArray<Writing> => {
  const visit = `bench-${place}` as VisitId;
  const atMs = epochMs(Date.now() - (isHere ? (place % 400) * minuteMs : 86_400_000 + place * minuteMs));
  const level = ((place % scales.no3.levels.length) + 1) as Level; // One of the scale's own.
  const number = temporaryNumber({ wardCode: log.wardCode, letter: log.letter, serial: place + 1 });
  const details = { name: known(`Syntetisk Person ${place}`), reason: known(reasons[place % reasons.length] ?? "") };
  const at = (event: Writing["event"]): Writing => ({ actor: nobodyYet, atMs, event });
  return [
    at({ type: "v1.Arrived", visit, number, details }),
    at({ type: "v1.TriageSet", visit, scale: "no3", scaleVersion: scales.no3.version, level }),
    ...(isHere ? [] : [at({ type: "v1.Seen", visit }), at({ type: "v1.Left", visit, how: "home" })]),
  ];
};

const fill = async ({ gone, here }: { readonly gone: number; readonly here: number }): Promise<void> => {
  const log = await open();
  for (let first = 0; first < gone + here; first += 100) {
    const places = Array.from({ length: Math.min(100, gone + here - first) }, (_, at) => first + at);
    const saved = await log.append(places.flatMap((place) => visitOf(place, log, place >= gone)));
    if (!saved.ok) throw new Error(saved.error.type);
  }
  log.close();
};

/** What is written of one patient, over and over: a look every time, and in turn a note, a medicine, an order with its result, a level, a procedure. */
const chartWritings = (visit: VisitId, many: number): ReadonlyArray<Writing> => {
  const beganMs = Date.now() - many * minuteMs;
  const others: ReadonlyArray<(place: number) => Writing["event"]> = [
    (place) => ({ type: "v1.Noted", visit, note: { text: `Klager over smerter i brystet, ${place}. Ligger rolig, mindre blek nå.` } }),
    (place) => ({ type: "v1.MedicineGiven", visit, given: { drug: "Morfin", dose: { value: 2.5, unit: "mg" }, route: "intravenous", checkedBy: `OB${place % 9}` } }),
    (place) => ({ type: "v1.Ordered", visit, order: { kind: "lab", what: `Troponin ${place}` } }),
    () => ({ type: "v1.ResultCame", visit, order: null, result: { text: "Troponin 12 ng/l", identifiedBy: ["name", "born"] } }),
    () => ({ type: "v1.TriageSet", visit, scale: "no3", scaleVersion: scales.no3.version, level: 2 }),
    () => ({ type: "v1.ProcedureDone", visit, procedure: { what: "EKG", by: "OB" } }),
  ];
  return Array.from({ length: many }, (_, place) => {
    const event: Writing["event"] | undefined = place % 2 === 0
      ? { type: "v1.Observed", visit, found: { measured: { respirationPerMin: 18 + (place % 9), spo2Pct: 94 + (place % 5), pulsePerMin: 80 + (place % 40), tempC: 37.2 }, breathing: "air", consciousness: "A" } }
      : others[((place - 1) / 2) % others.length]?.(place);
    return event === undefined ? [] : [{ actor: nobodyYet, atMs: epochMs(beganMs + place * minuteMs), event }];
  }).flat();
};

/** One visit with so many records; its number. */
const fillChart = async (many: number): Promise<string> => {
  const log = await open();
  const visit = "bench-chart" as VisitId;
  const number = temporaryNumber({ wardCode: log.wardCode, letter: log.letter, serial: 1 });
  const arrived: Writing = { actor: nobodyYet, atMs: epochMs(Date.now() - (many + 1) * minuteMs), event: { type: "v1.Arrived", visit, number, details: { name: known("Syntetisk Person"), reason: known("Brystsmerter") } } };
  const writings = [arrived, ...chartWritings(visit, many - 1)];
  for (let first = 0; first < writings.length; first += 100) {
    const saved = await log.append(writings.slice(first, first + 100));
    if (!saved.ok) throw new Error(saved.error.type);
  }
  log.close();
  return number;
};

/** As large as a photo of a paper may be, in the visits that wait. */
const addPhotos = async (many: number): Promise<void> => {
  const log = await open();
  const bytes = Uint8Array.from({ length: photoBytes }, (_, at) => (at * 7919 + (at >> 8)) & 0xff);
  bytes.set([0xff, 0xd8, 0xff]);
  const jpeg = btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(""));
  for (let place = 0; place < many; place += 1) {
    const visit = `bench-${place % 10}` as VisitId;
    const saved = await log.append([{ actor: nobodyYet, atMs: epochMs(Date.now()), event: { type: "v1.PhotoTaken", visit, photo: { mime: "image/jpeg", width: 1200, height: 1600, size: photoBytes, of: "paper", words: `Ark ${place}` }, jpeg } }]);
    if (!saved.ok) throw new Error(saved.error.type);
  }
  log.close();
};

/** One record after another through the whole of storage: what a nurse's Register waits for. */
const saves = async (count: number): Promise<ReadonlyArray<number>> => {
  const log = await open();
  // As any start does after its first seconds: space is held back from here on.
  await log.lookThrough();
  const tookMs: Array<number> = [];
  for (let place = 0; place < count; place += 1) {
    const [arrived] = visitOf(1_000_000 + place, log, true);
    if (arrived === undefined) break;
    const startMs = performance.now();
    const saved = await log.append([arrived]);
    if (!saved.ok) throw new Error(saved.error.type);
    tookMs.push(performance.now() - startMs);
  }
  log.close();
  return tookMs;
};

/** What a sealed record of an arrival takes as a row. */
const rowBytes = 842;

/** The limit in the same page: as many bytes by IndexedDB itself, strict. */
const rawSaves = async (count: number): Promise<ReadonlyArray<number>> => {
  const base = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open("bench-raw", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("rows", { autoIncrement: true });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error("it did not open"));
  });
  const tookMs: Array<number> = [];
  for (let place = 0; place < count; place += 1) {
    const startMs = performance.now();
    await new Promise<void>((resolve, reject) => {
      const writing = base.transaction("rows", "readwrite", { durability: "strict" });
      // Bytes that a disk cannot make smaller, as sealed ones are.
      writing.objectStore("rows").put({ sealed: crypto.getRandomValues(new Uint8Array(rowBytes)) });
      writing.oncomplete = () => resolve();
      writing.onabort = () => reject(writing.error ?? new Error("it was not written"));
    });
    tookMs.push(performance.now() - startMs);
  }
  base.close();
  return tookMs;
};

const inDatabase = async (names: ReadonlyArray<string>, work: (writing: IDBTransaction) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open("vaktbok-real");
    opening.onerror = () => reject(opening.error ?? new Error("it did not open"));
    opening.onsuccess = () => {
      const writing = opening.result.transaction(names, "readwrite");
      work(writing);
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });

/** The next start reads and folds every record. */
const forgetCheckpoint = (): Promise<void> =>
  inDatabase(["meta", "parts"], (writing) => {
    writing.objectStore("meta").delete("checkpoint");
    writing.objectStore("parts").clear();
  });

/** As if the browser had thrown the whole database away: from the opening until every record is back in it. */
const rebuildMs = async (): Promise<number> => {
  await inDatabase(["records", "holds", "aside", "parts", "meta"], (writing) => {
    for (const name of writing.objectStoreNames) writing.objectStore(name).clear();
  });
  const startMs = performance.now();
  const log = await open();
  const tookMs = performance.now() - startMs;
  if ((log.care().mended?.restored ?? 0) === 0) throw new Error("nothing was rebuilt");
  log.close();
  return tookMs;
};

const fillPage = { fill, fillChart, addPhotos, saves, rawSaves, forgetCheckpoint, rebuildMs };

declare global {
  interface Window {
    fillPage: typeof fillPage;
  }
}
window.fillPage = fillPage;
