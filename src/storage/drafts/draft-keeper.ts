/**
 * Keeps the drafts of one tab on a disk that all tabs share. It runs in a worker, beside the hands that type.
 *
 * - DKP1 What is kept is on the disk in the order it was typed; of texts that wait, the newest alone is written.
 * - DKP2 A draft that another tab has is neither claimed nor shown as waiting; when that tab is gone, it is.
 * - DKP3 A claimed draft is this tab's at once, and two tabs that ask for one at the same time do not both get it.
 * - DKP4 A dropped draft is gone from the disk, whatever of it was still waiting to be written.
 * - DKP5 What the disk refuses holds nothing back: the next letter is tried anew, and any tab may claim what lies there.
 */
import type { Draft, DraftId, DraftShelf } from "#core/draft.ts";
import type { Bytes } from "#core/log/envelope.ts";
import { readDraftFile, sealDraft, type ReadDraft } from "./draft-file.ts";

export interface DraftFile {
  /** False: the disk took not all of it. */
  readonly write: (bytes: Bytes, at: number) => boolean;
  readonly close: () => void;
}

export interface DraftDisk {
  readonly names: () => Promise<ReadonlyArray<DraftId>>;
  /** null: there is none. */
  readonly read: (id: DraftId) => Promise<Bytes | null>;
  readonly open: (id: DraftId) => Promise<DraftFile>;
  readonly remove: (id: DraftId) => Promise<void>;
}

/** Who has which draft, among all tabs. */
export interface DraftHolds {
  /** null: another has it. The answer gives it back. */
  readonly tryHold: (id: DraftId) => Promise<(() => void) | null>;
  readonly held: () => Promise<ReadonlySet<DraftId>>;
}

export interface DraftKeeper extends DraftShelf {
  /** Resolves when all that was asked so far is done. */
  readonly settled: () => Promise<void>;
}

interface Keeping {
  readonly disk: DraftDisk;
  readonly holds: DraftHolds;
  readonly key: Promise<CryptoKey>;
  readonly own: Map<DraftId, OwnDraft>;
}

interface OwnDraft {
  readonly file: DraftFile;
  readonly giveBack: () => void;
  turn: number;
}

export const createDraftKeeper = (parts: Pick<Keeping, "disk" | "holds" | "key">): DraftKeeper => {
  const keeping: Keeping = { ...parts, own: new Map() };
  const next = new Map<DraftId, Draft>();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  /** Nobody waits for it, and what failed is done anew with the next letter. */
  const inTurnUnheard = (work: () => Promise<void>): void => void inTurn(work).catch(() => undefined);
  const writeNext = async (id: DraftId): Promise<void> => {
    const draft = next.get(id);
    next.delete(id);
    if (draft !== undefined) await write(keeping, draft);
  };
  return {
    keep: (draft) => {
      const isAsked = next.has(draft.id);
      next.set(draft.id, draft);
      if (!isAsked) inTurnUnheard(() => writeNext(draft.id));
    },
    drop: (id) => {
      next.delete(id);
      inTurnUnheard(() => remove(keeping, id));
    },
    letGo: (id) => void inTurn(async () => close(keeping, id)),
    claim: (form) => inTurn(() => claim(keeping, form)),
    waiting: (formStart) => inTurn(async () => (await unheld(keeping, formStart)).map(({ draft }) => draft)),
    settled: async () => void (await last),
  };
};

const write = async (keeping: Keeping, draft: Draft): Promise<void> => {
  const { holds, own } = keeping;
  let mine = own.get(draft.id);
  if (mine === undefined) {
    const giveBack = await holds.tryHold(draft.id);
    if (giveBack === null) return;
    mine = await begin(keeping, draft.id, giveBack);
  }
  const slot = await sealDraft(await keeping.key, { draft, turn: mine.turn + 1 });
  // What did not fit leaves the text before it: the next one is written into the same slot.
  if (slot !== null && mine.file.write(slot.bytes, slot.at)) mine.turn += 1;
};

const begin = async ({ disk, own }: Keeping, id: DraftId, giveBack: () => void): Promise<OwnDraft> => {
  try {
    const mine = { giveBack, file: await disk.open(id), turn: 0 };
    own.set(id, mine);
    return mine;
  } finally {
    if (!own.has(id)) giveBack();
  }
};

const close = ({ own }: Keeping, id: DraftId): void => {
  const mine = own.get(id);
  own.delete(id);
  mine?.file.close();
  mine?.giveBack();
};

/** The file goes before the hold: who gets the hold must not find it. */
const remove = async ({ disk, own }: Keeping, id: DraftId): Promise<void> => {
  const mine = own.get(id);
  if (mine === undefined) return;
  own.delete(id);
  try {
    mine.file.close();
    await disk.remove(id);
  } finally {
    mine.giveBack();
  }
};

const unheld = async ({ disk, holds, key }: Keeping, formStart: string): Promise<ReadonlyArray<ReadDraft>> => {
  const held = await holds.held();
  const free = (await disk.names()).filter((id) => !held.has(id));
  const opening = await key;
  const read = await Promise.all(free.map(async (id) => readWhole(await disk.read(id), opening, id)));
  return read.flatMap((one) => (one?.draft.form.startsWith(formStart) ? [one] : [])).toSorted((a, b) => b.draft.keptMs - a.draft.keptMs);
};

const readWhole = async (file: Bytes | null, key: CryptoKey, id: DraftId): Promise<ReadDraft | null> => (file === null ? null : readDraftFile(key, id, file));

const claim = async (keeping: Keeping, form: string): Promise<Draft | null> => {
  const { holds } = keeping;
  for (const { draft: { id, form: found } } of await unheld(keeping, form)) {
    const giveBack = found === form ? await holds.tryHold(id) : null;
    if (giveBack === null) continue;
    const claimed = await claimHeld(keeping, id, giveBack);
    if (claimed !== null) return claimed;
  }
  return null;
};

/** Read anew: whoever had it in between may have written on, or finished it. */
const claimHeld = async (keeping: Keeping, id: DraftId, giveBack: () => void): Promise<Draft | null> => {
  const { disk, key, own } = keeping;
  try {
    const now = await readWhole(await disk.read(id), await key, id);
    if (now === null) return null;
    own.set(id, { giveBack, file: await disk.open(id), turn: now.turn });
    return now.draft;
  } finally {
    if (!own.has(id)) giveBack();
  }
};
