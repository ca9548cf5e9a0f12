/** An archive port that answers what a test tells it to, and remembers what was asked of it. */
import { ok } from "#core/result.ts";
import { epochMs } from "#core/time.ts";
import type { Archive, ArchiveFile, ArchiveRequest, FoundArchive, Folders } from "#app/archive/port.ts";

export const cardCode = "008J-4CT4-ANK7-F24S-NAXW-SQFE-ZXEC";
export const cardRecipient = "age1d68ceu3tg9ttcqcpvfmxm08regurg7q9f56z7hek6z0zfn3mpyesnd35aa";

export const madeFile = (change: Partial<ArchiveFile> = {}): ArchiveFile => ({
  name: "vaktbok-vik-2026-11-23-165800.vaktbok", file: new Blob(["sealed"]), records: 4, unreadable: 0, held: [], madeAtMs: epochMs(Date.UTC(2026, 10, 23, 15, 58)), ...change,
});

export const foundArchive = (change: Partial<FoundArchive> = {}): FoundArchive => ({
  wardName: "Legevakten i Vik", madeMs: epochMs(Date.UTC(2026, 10, 23, 14, 30)), records: 120, proved: 120, isWhole: true, aside: 0, unreadable: 0, drifts: 0, way: "join",
  takeIn: async () => ok({ taken: 120, aside: 0, hasJoined: true }), ...change,
});

export interface PretendArchive extends Archive {
  readonly requests: ArchiveRequest[];
  readonly handed: ArchiveFile[];
  readonly looks: Array<{ readonly name: string; readonly secret: ReadonlyArray<number> }>;
}

export interface Pretence {
  readonly newCard?: Archive["newCard"];
  readonly kindOf?: Archive["kindOf"];
  readonly make?: Archive["make"];
  readonly look?: Archive["look"];
  readonly folders?: Folders;
}

export const pretendArchive = ({ newCard, kindOf, make, look, folders }: Pretence = {}): PretendArchive => {
  const requests: ArchiveRequest[] = [];
  const handed: ArchiveFile[] = [];
  const looks: PretendArchive["looks"] = [];
  return {
    requests,
    handed,
    looks,
    newCard: newCard ?? (async () => ({ code: cardCode, recipient: cardRecipient })),
    make: async (request) => {
      requests.push(request);
      return make === undefined ? ok(madeFile()) : make(request);
    },
    look: async (file, secret, onProved) => {
      looks.push({ name: file instanceof File ? file.name : "", secret: [...secret] });
      return look === undefined ? ok(foundArchive()) : look(file, secret, onProved);
    },
    kindOf: kindOf ?? (async () => "archive"),
    handOver: (file) => { handed.push(file); },
    folders: folders ?? null,
  };
};
