/**
 * A proved archive into the book of this device.
 *
 * - ART1 A book that holds nothing becomes the archived ward's, as a new device: same ward and keys, a device id and a signing key of its own, and a letter that no device of the ward has.
 * - ART2 A book of the same ward takes what it lacks; what it has stays as it is.
 * - ART3 A book of another ward that holds records is left as it is, and so is one whose keys differ.
 * - ART4 A drill's archive goes into a drill only, and a real one into no drill.
 * - ART5 The records go in all at once or not at all.
 */
import type { OpenFault, SaveFault } from "#core/log/port.ts";
import { err, ok, type Result } from "#core/result.ts";
import { deviceLetterFrom, numberLetters } from "#core/visit/temporary-number.ts";
import type { ArchiveContents, Proof } from "./archive-in.ts";
import type { ArchiveSource } from "./archive-source.ts";
import type { DeviceLog } from "./device-log.ts";
import type { Invitation, Profile, RandomBytes } from "./keys/key-ring.ts";

export type PlaceFault =
  | { readonly type: "OtherWard"; readonly records: number }
  | { readonly type: "OtherKeys" }
  | { readonly type: "DrillOnly" }
  | { readonly type: "RealOnly" };

export interface Taken {
  /** Records that were new here. */
  readonly taken: number;
  /** Records that cannot be shown as true, and lie aside here too. */
  readonly aside: number;
  /** This book has become the archived ward's: every open page must be opened anew. */
  readonly hasJoined: boolean;
}

/** Where an archive may go on this device; looked at before anything is proved, and again before anything is taken in. */
export const wayIn = async (here: ArchiveSource, profile: Profile, { manifest, keys }: ArchiveContents): Promise<Result<"join" | "unite", PlaceFault>> => {
  if (manifest.isDrill !== (profile === "drill")) return err({ type: manifest.isDrill ? "DrillOnly" : "RealOnly" });
  if (manifest.ward === here.ward) {
    const isSame = here.epochs.every(({ epoch, key }) => keys.epochs.every((other) => other.epoch !== epoch || isEqual(other.key, key)));
    return isSame ? ok("unite") : err({ type: "OtherKeys" });
  }
  const { lastPlace } = await here.state();
  return lastPlace === 0 ? ok("join") : err({ type: "OtherWard", records: lastPlace });
};

export interface TakeNeeds {
  readonly log: DeviceLog;
  readonly profile: Profile;
  readonly random: RandomBytes;
  /** Opens this device's book anew, invited to a ward. */
  readonly open: (invitation: Invitation) => Promise<Result<DeviceLog, OpenFault>>;
}

export const takeArchive = async (needs: TakeNeeds, contents: ArchiveContents, proof: Proof): Promise<Result<Taken, PlaceFault | OpenFault | SaveFault>> => {
  const { log, profile, random, open } = needs;
  const way = await wayIn(log.archive, profile, contents);
  if (!way.ok) return way;
  if (way.value === "unite") return admitted(log, contents, false);
  const { ward } = contents.manifest;
  const joined = await open({ ward, ...contents.keys, letter: freeLetter(proof.letters, random) });
  if (!joined.ok) return joined;
  // Somebody wrote in this book a moment ago: then it is not empty any more, and stays what it is.
  const answer = joined.value.ward === ward ? await admitted(joined.value, contents, true) : err({ type: "OtherWard", records: 1 } as const);
  joined.value.close();
  return answer;
};

const admitted = async (log: DeviceLog, { records, aside }: ArchiveContents, hasJoined: boolean): Promise<Result<Taken, SaveFault>> => {
  const answer = await log.admit([...records, ...aside]);
  return answer.ok ? ok({ taken: answer.value.taken, aside: answer.value.aside, hasJoined }) : answer;
};

const freeLetter = (taken: ReadonlySet<string>, random: RandomBytes): string => {
  const [dice = 0] = random(1);
  const free = Array.from(numberLetters).filter((letter) => !taken.has(letter));
  // A ward with more devices than letters must share one.
  return free[dice % Math.max(1, free.length)] ?? deviceLetterFrom(dice);
};

const isEqual = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at]);
