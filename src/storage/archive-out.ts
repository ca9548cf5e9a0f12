/**
 * The whole book as lines, one record after another as it lies: a book of any length needs no more memory than its ids.
 *
 * - ARO1 Every record that lies here is in the archive, forks, loose ones and those that lie aside too, and byte for byte.
 * - ARO2 What comes in while the archive is made is not in it: it holds the book as it stood at one moment.
 * - ARO3 What is no record any more is counted and said, not passed over in silence.
 */
import type { DeviceId, RecordId } from "#core/log/record.ts";
import { runsOf, type RecordRuns } from "#core/log/runs.ts";
import { endLine, keysLine, manifestLine, recordLine, type ArchiveManifest } from "./archive-lines.ts";
import { everyFlaw, type ArchiveSource } from "./archive-source.ts";
import { sha256HexOfText } from "./sha256.ts";

export interface ArchiveAccount {
  /** Records in the archive, those that lie aside not counted. */
  readonly records: number;
  readonly unreadable: number;
  /** Which records the archive holds. */
  readonly held: RecordRuns;
}

export interface ArchiveGoing {
  readonly lines: AsyncIterable<string>;
  /** Of what has been read so far: whole when the lines are. */
  readonly account: () => ArchiveAccount;
}

const batch = 500;

export const archiveLines = (source: ArchiveSource, about: Pick<ArchiveManifest, "name" | "madeMs" | "isDrill">): ArchiveGoing => {
  const places: Array<{ readonly device: DeviceId; readonly seq: number }> = [];
  const ids: RecordId[] = [];
  let unreadable = 0;
  const { ward, device, wardCode, epochs } = source;
  const lines = async function* (): AsyncGenerator<string> {
    const { holds, lastPlace } = await source.state();
    yield manifestLine({ ...about, ward, device, heads: holds.flatMap(({ head }) => (head === null ? [] : [head])) });
    yield keysLine({ wardCode, epochs });
    let after = 0;
    while (after < lastPlace) {
      const stored = await source.read(after, batch);
      if (stored.length === 0) break;
      for (const { place, record } of stored) {
        after = place;
        if (place > lastPlace) break;
        if (record === null) {
          unreadable += 1;
          continue;
        }
        places.push({ device: record.header.device, seq: record.header.seq });
        ids.push(record.id);
        yield recordLine(record, "record");
      }
    }
    const aside = await source.readAside(everyFlaw);
    for (const { record } of aside) yield recordLine(record, "aside");
    yield endLine({ records: ids.length, aside: aside.length, unreadable, ids: await idsHash(ids) });
  };
  return { lines: lines(), account: () => ({ records: ids.length, unreadable, held: runsOf(places) }) };
};

/** Hex SHA-256 over the ids, one a line, in the order of the file. */
export const idsHash = (ids: ReadonlyArray<RecordId>): Promise<string> => sha256HexOfText(ids.map((id) => `${id}\n`).join(""));
