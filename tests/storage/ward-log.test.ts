import { expect, it } from "vitest";
import type { PlacedRecord, Writing } from "#core/log/port.ts";
import { epochMs } from "#core/time.ts";
import { newMemoryDevice, openMemoryWardLog } from "./memory-log.ts";

const declared = (downtime: string): Writing => ({
  actor: { name: "Kari", role: "nurse" },
  atMs: epochMs(1_000),
  event: { type: "v1.DowntimeDeclared", downtime: downtime as never },
});

it("[WLG1] makes a ward and a device at first use, and finds them again", async () => {
  const device = newMemoryDevice();
  const log = await openMemoryWardLog({ device });
  const heard: Array<ReadonlyArray<PlacedRecord>> = [];
  log.subscribe((records) => heard.push(records));
  const answer = await log.append([declared("a"), declared("b")]);
  expect(answer.ok && answer.value.map(({ place, record }) => [place, record.seq, record.event.type])).toEqual([[2, 2, "v1.DowntimeDeclared"], [3, 3, "v1.DowntimeDeclared"]]);
  expect(heard.flat().map(({ place }) => place)).toEqual([1, 2, 3]);
  log.close();
  const again = await openMemoryWardLog({ device });
  const all: Array<PlacedRecord> = [];
  for await (const batch of again.read(0)) all.push(...batch);
  expect(all).toEqual(heard.flat());
  expect([again.ward, again.device]).toEqual([log.ward, log.device]);
});
