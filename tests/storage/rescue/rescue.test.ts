import "fake-indexeddb/auto";
import Dexie from "dexie";
import { afterEach, expect, it, vi } from "vitest";
import type { Bytes } from "#core/log/envelope.ts";
import { epochMs } from "#core/time.ts";
import { proveArchive, wardKeysOf, type ArchiveContents } from "#storage/archive-in.ts";
import { takeArchive } from "#storage/archive-take.ts";
import type { DeviceLog } from "#storage/device-log.ts";
import { joined, journalMark, recordFrame } from "#storage/journal/frames.ts";
import type { Invitation } from "#storage/keys/key-ring.ts";
import { openMemorySecretFiles } from "#storage/keys/memory-secret-files.ts";
import { twofoldSecretFiles } from "#storage/keys/twofold-secret-files.ts";
import { rawBooks, type RawBook } from "#storage/rescue/raw-books.ts";
import { rawContents } from "#storage/rescue/raw-contents.ts";
import { readRescue, type RescueNeeds } from "#storage/rescue/read-rescue.ts";
import { readRawParts, type RawParts } from "#storage/rescue/raw-parts.ts";
import { openWardLog } from "#storage/ward-log.ts";
import { queueLocks } from "#storage/writer-lock.ts";
import { base64Url, type RawPart } from "../../../src/redd/raw-lines.ts";
import { named, readAll, write } from "../devices.ts";
import { platformRandom, setClock } from "../memory-log.ts";
import { linesOf, madeMs, openBook, rescuedLines, streamed } from "./rescued.ts";

const logs: DeviceLog[] = [];
// The databases stay: the page reads everything that is there, and each test looks at its own book.
afterEach(() => {
  for (const log of logs.splice(0)) log.close();
});

let books = 0;
const newName = (): string => `real-test${(books += 1)}`;

const filled = async (book: string, ...what: ReadonlyArray<string>): Promise<DeviceLog> => {
  const log = await openBook(book);
  logs.push(log);
  await write(log, ...(what.length === 0 ? ["a", "b", "c"] : what));
  return log;
};

const partsIn = async (lines: ReadonlyArray<string>): Promise<RawParts> => {
  const read = await readRawParts(streamed(lines));
  if (!read.ok) throw new Error(read.error.type);
  return read.value;
};

const bookIn = ({ parts }: Pick<RawParts, "parts">, name: string): RawBook => {
  const book = rawBooks(parts).find((one) => one.name === name);
  if (book === undefined) throw new Error(`no book ${name}`);
  return book;
};

const contentsOf = async (book: RawBook): Promise<ArchiveContents> => {
  const contents = await rawContents(book, madeMs);
  if (!contents.ok) throw new Error(contents.error.type);
  return contents.value;
};

const prove = async (contents: ArchiveContents) => proveArchive(contents, await wardKeysOf(contents), epochMs(madeMs), () => undefined);

/** What lies in the database, changed under the program's feet. */
const changeRow = async (database: string, seq: number, change: (row: { sealed: Uint8Array; iv: Uint8Array }) => void): Promise<void> => {
  const db = await new Dexie(database).open();
  await db.table("records").toCollection().filter((row: { seq: number }) => row.seq === seq).modify(change);
  db.close();
};

it("[RFN1][RWC1][RWC2] what was saved raw comes back on a blank device as the same ward, each record proved", async () => {
  const [name, blankName] = [newName(), newName()];
  const old = await filled(name);
  const raw = await partsIn(await rescuedLines());
  expect([raw.damaged, raw.isWhole]).toEqual([0, true]);
  const contents = await contentsOf(bookIn(raw, name));
  const proof = await prove(contents);
  expect(proof).toMatchObject({ proved: 4, of: 4, isWhole: true });
  const blank = await openBook(blankName);
  logs.push(blank);
  const open = (invitation: Invitation) => openWardLog({ profile: "real", book: blankName, clock: setClock(), random: platformRandom, locks: queueLocks(), invitation });
  expect(await takeArchive({ log: blank, profile: "real", random: platformRandom, open }, contents, proof)).toMatchObject({ ok: true, value: { taken: 4, aside: 0, hasJoined: true } });
  const joinedLog = await openBook(blankName);
  logs.push(joinedLog);
  expect(joinedLog.ward).toBe(old.ward);
  expect(named(await readAll(joinedLog)).filter((what) => what !== "v1.DeviceJoined")).toEqual(["a", "b", "c"]);
});

it("[RFN1][RAW1] a database of a later version, and one with stores nobody knows, is saved as it lies; looking makes none", async () => {
  const name = newName();
  (await filled(name)).close();
  const later = new Dexie(`vaktbok-${name}`);
  later.version(9).stores({ records: "++place, &id, [device+seq]", holds: "device", aside: "print, flaw", parts: "name", meta: "name", strange: "++" });
  await later.open();
  await later.table("strange").add({ when: new Date(5), what: [undefined, Number.NaN, { $: "x" }, new Uint8Array([1, 2])] });
  later.close();
  const before = await Dexie.getDatabaseNames();
  const raw = await partsIn(await rescuedLines());
  expect(await Dexie.getDatabaseNames()).toEqual(before);
  const strange = bookIn(raw, name).rows.get("strange");
  expect(strange).toEqual([{ when: { $: "date", ms: 5 }, what: [{ $: "undefined" }, { $: "number", text: "NaN" }, { $: "object", fields: { $: "x" } }, { $: "bytes", text: "AQI" }] }]);
  expect((await prove(await contentsOf(bookIn(raw, name)))).isWhole).toBe(true);
});

it("[RFN3] a long store is read in batches, each row once", async () => {
  const name = newName();
  await filled(name, ...Array.from({ length: 450 }, (_, at) => `r${at}`));
  const raw = await partsIn(await rescuedLines());
  expect(raw.parts.filter((part) => part.is === "rows" && part.store === "records" && part.database === `vaktbok-${name}`).length).toBe(3);
  expect((await contentsOf(bookIn(raw, name))).records).toHaveLength(451);
});

it("[RFN2] a database that does not open is told, and the others are still saved", async () => {
  const name = newName();
  await filled(name);
  const open = indexedDB.open.bind(indexedDB);
  vi.spyOn(indexedDB, "open").mockImplementation((asked: string) => {
    if (asked === `vaktbok-keys-${name}`) throw new DOMException("gone", "UnknownError");
    return open(asked);
  });
  const raw = await partsIn(await rescuedLines());
  expect(raw.parts).toContainEqual({ is: "unread", where: `vaktbok-keys-${name}`, why: "UnknownError" });
  expect(bookIn(raw, name).rows.get("records")).toHaveLength(4);
});

it("[RDD1][RWK1] every book of the device is in the file, a drill's is not, and notes of how far it went are", async () => {
  const names = [newName(), newName()];
  for (const name of names) await filled(name);
  await filled("drill", "y");
  await filled("drill-2", "z");
  const raw = await partsIn(await rescuedLines({ "vaktbok-book": "2", "vaktbok-real-expected": "{}", "vaktbok-prefs": "{}", "vaktbok-drill-expected": "{}" }));
  const found = rawBooks(raw.parts).map(({ name }) => name);
  expect(found).toEqual(expect.arrayContaining(names));
  expect(found.filter((name) => name.startsWith("drill"))).toEqual([]);
  expect(raw.parts.flatMap((part) => (part.is === "note" ? [part.name] : [])).toSorted()).toEqual(["vaktbok-book", "vaktbok-real-expected"]);
});

const flip = (row: { sealed: Uint8Array }): void => {
  row.sealed = row.sealed.with(3, (row.sealed[3] ?? 0) ^ 1);
};

it("[RWC2] a record that the database has damaged is taken from the journal, and one that neither has lies aside", async () => {
  const { name, journal } = await journaled();
  for (const seq of [2, 3]) await changeRow(`vaktbok-${name}`, seq, flip);
  const { parts } = await partsIn(await rescuedLines());
  const contents = await contentsOf(bookIn({ parts: [...parts, ...journal(2)] }, name));
  expect(contents.records.map(({ header }) => header.seq).toSorted((a, b) => a - b)).toEqual([1, 2, 4]);
  expect(contents.aside.map(({ header }) => header.seq)).toEqual([3]);
  expect(await prove(contents)).toMatchObject({ proved: 3, of: 3, isWhole: false });
});

it("[RWK1][RWC2] a book whose database is gone comes from its journal and its keys alone", async () => {
  const { name, journal, keys } = await journaled();
  const contents = await contentsOf(bookIn(await partsIn(await linesOf([...keys, ...journal(1, 2, 3, 4)])), name));
  expect(contents.records.map(({ header }) => header.seq)).toEqual([1, 2, 3, 4]);
  expect((await prove(contents)).proved).toBe(4);
});

it("[RWC1] keys that lie in files open the book as well, also when one of their two files is damaged", async () => {
  const { name, journal, keys } = await journaled();
  const files = await keyFiles(name, keys);
  const { twin, ...plain } = files;
  for (const some of [Object.values(files).flat(), Object.values(plain).flat(), twin]) {
    expect((await contentsOf(bookIn({ parts: [...some, ...journal(1, 2)] }, name))).records).toHaveLength(2);
  }
});

/** What lies in the second place, as the files of the origin hold it: each twice. */
const keyFiles = async (name: string, keys: ReadonlyArray<RawPart>) => {
  const disk = new Map<string, Bytes>();
  const files = twofoldSecretFiles(openMemorySecretFiles(disk));
  for (const row of keys.flatMap((part) => (part.is === "rows" ? part.rows : []))) {
    const { name: file, bytes } = row as { readonly name: string; readonly bytes: { readonly text: string } };
    await files.write(file, new Uint8Array(Buffer.from(bytes.text, "base64url")));
  }
  const parts = [...disk].map(([file, bytes]) => filePart(`vaktbok/${name}/${file}`, bytes, 0, bytes.length));
  return { twin: parts.filter(({ path }) => path.endsWith(".twin")), plain: parts.filter(({ path }) => !path.endsWith(".twin")) };
};

const filePart = (path: string, bytes: Uint8Array, at: number, size: number) => ({ is: "file", path, size, at, bytes: base64Url(bytes) }) as const;

/** A filled book, the parts of its keys, and the journal of any of its records. */
const journaled = async () => {
  const name = newName();
  const log = await filled(name);
  const sealed = await log.readSealed(log.device, 1, 10);
  const { parts } = await partsIn(await rescuedLines());
  const keys = parts.filter((part) => part.is === "rows" && part.database === `vaktbok-keys-${name}`);
  const journal = (...seqs: ReadonlyArray<number>) => {
    const bytes = joined([journalMark, ...sealed.filter(({ header }) => seqs.includes(header.seq)).map(recordFrame)]);
    return [0, 1].map((half) => filePart(`vaktbok/${name}/log.journal`, bytes.subarray(half * 300, half === 0 ? 300 : bytes.length), half * 300, bytes.length));
  };
  return { name, keys, journal };
};

it("[RWC1] without its keys a book is KeysLost, with the number of its records", async () => {
  const name = newName();
  await filled(name);
  const { parts } = await partsIn(await rescuedLines());
  const keyless = parts.filter((part) => part.is !== "rows" || part.database !== `vaktbok-keys-${name}`);
  expect(await rawContents(bookIn({ parts: keyless }, name), madeMs)).toEqual({ ok: false, error: { type: "KeysLost", records: 4 } });
});

it("[RWC3] a row that is no record any more is counted, and what is missing is seen in the heads", async () => {
  const name = newName();
  const log = await filled(name);
  await changeRow(`vaktbok-${name}`, 4, (row) => { Object.assign(row, { header: "no header" }); });
  const contents = await contentsOf(bookIn(await partsIn(await rescuedLines()), name));
  expect([contents.records.length, contents.unreadable]).toEqual([3, 1]);
  expect(contents.manifest.heads).toMatchObject([{ device: log.device, seq: 4 }]);
  expect((await prove(contents)).isWhole).toBe(false);
});

it("[RWK2] a journal without its last piece is read as far as it goes, a key with a piece missing is none", async () => {
  const { name, keys, journal } = await journaled();
  const [first] = journal(1, 2, 3);
  const half = first === undefined ? [] : [first];
  const book = bookIn({ parts: [...keys, ...half, filePart(`vaktbok/${name}/ring.key`, new Uint8Array(3), 0, 90)] }, name);
  expect(book.files.get("log.journal")?.isWhole).toBe(false);
  expect(book.files.get("ring.key")?.isWhole).toBe(false);
  expect((await rawContents(book, madeMs)).ok).toBe(true);
});

const rescueFile = async (lines: ReadonlyArray<string>): Promise<Blob> => new Blob([`${lines.join("\n")}\n`]);

const needs = (log: DeviceLog, name: string): RescueNeeds => ({
  log,
  profile: "real",
  random: platformRandom,
  nowMs: epochMs(madeMs),
  onProved: () => undefined,
  open: (invitation) => openWardLog({ profile: "real", book: name, clock: setClock(), random: platformRandom, locks: queueLocks(), invitation }),
});

it("[RSC1][RSC3] a file of many books gives each its own answer, and looking changes nothing", async () => {
  const [good, blankName] = [newName(), newName()];
  await filled(good);
  const lines = await rescuedLines();
  const blank = await openBook(blankName);
  logs.push(blank);
  const read = await readRescue(await rescueFile(lines), needs(blank, blankName));
  if (!read.ok) throw new Error(read.error.type);
  expect(read.value.books.find(({ name }) => name === good)).toMatchObject({ is: "found", records: 4, proved: 4, missing: 0, way: "join" });
  expect((await readAll(blank)).length).toBe(0);
  await write(blank, "mine");
  const again = await readRescue(await rescueFile(lines), needs(blank, blankName));
  expect(again.ok && again.value.books.find(({ name }) => name === good)).toEqual({ is: "closed", name: good, fault: { type: "OtherWard", records: 2 } });
});

it("[RSC2] what a book lacks is counted", async () => {
  const [name, blankName] = [newName(), newName()];
  await filled(name, "a", "b", "c", "d");
  const db = await new Dexie(`vaktbok-${name}`).open();
  await db.table("records").toCollection().filter(({ seq }: { seq: number }) => seq === 3 || seq === 4).delete();
  db.close();
  const blank = await openBook(blankName);
  logs.push(blank);
  const read = await readRescue(await rescueFile(await rescuedLines()), needs(blank, blankName));
  expect(read.ok && read.value.books.find((book) => book.name === name)).toMatchObject({ is: "found", records: 3, missing: 2 });
});
