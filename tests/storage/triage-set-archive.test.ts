import "fake-indexeddb/auto";
import { afterEach, expect, it } from "vitest";
import { nobodyYet } from "#core/staff/actor.ts";
import { openWardFeed } from "#app/ward-feed.ts";
import { maxTriageSetBytes, readTriageSet } from "#forms/triage-set.ts";
import { contentOf, setInUse } from "#projections/triage-set.ts";
import { proveArchive, wardKeysOf } from "#storage/archive-in.ts";
import { takeArchive } from "#storage/archive-take.ts";
import { contentsOf, madeMs, saveArchive } from "./archive-kit.ts";
import { closeLogs, memoryDevice, openLog, tryOpen } from "./devices.ts";
import { platformRandom } from "./memory-log.ts";

afterEach(closeLogs);

/** As large as a file may be, within a few hundred letters. */
const largest = (): string => {
  const discriminators = Array.from({ length: 100 }, (_, place) => ({ text: `${String(place)} ${"x".repeat(570)}`, level: 1 + (place % 3) }));
  const head = { format: "vaktbok-triage-set.v1", name: "Stort", version: "1", scale: "no3", language: "nb", source: "Oppdiktet", licence: { holder: "A" }, approvedBy: { name: "Kari", role: "overlege", date: "2026-10-01" } };
  let complaints: ReadonlyArray<object> = [];
  for (;;) {
    const more = [...complaints, { name: `Nr ${String(complaints.length)}`, discriminators: discriminators.slice(0, 10) }];
    if (JSON.stringify({ ...head, complaints: more }).length > maxTriageSetBytes) return JSON.stringify({ ...head, complaints });
    complaints = more;
  }
};

it("[TSR7][TRS1] the largest set goes to another device in the ward's sealed file, every word of it", async () => {
  const text = largest();
  expect(text.length).toBeGreaterThan(maxTriageSetBytes - 8_000);
  const read = readTriageSet(text, text.length);
  if (!read.ok) throw new Error("it cannot be read");
  const log = await openLog(memoryDevice());
  const feed = await openWardFeed(log, (work) => void setTimeout(work));
  await feed.tell([{ atMs: madeMs, event: { type: "v1.TriageSetLoaded", set: read.value.set } }], nobodyYet);

  const contents = await contentsOf((await saveArchive(log)).file);
  const device = memoryDevice();
  const blank = await openLog(device);
  const proof = await proveArchive(contents, await wardKeysOf(contents), madeMs, () => undefined);
  expect(await takeArchive({ log: blank, profile: "real", random: platformRandom, open: (invitation) => tryOpen(device, { invitation, profile: "real" }) }, contents, proof)).toMatchObject({ ok: true });
  blank.close();
  const there = await openLog(device);
  const loaded = setInUse((await openWardFeed(there, (work) => void setTimeout(work))).state().ward.triageSets, "no3");
  if (loaded === null) throw new Error("it did not come");
  expect(await contentOf(loaded, there.readOne)).toEqual(read.value.set);
});
