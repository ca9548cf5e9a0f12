/**
 * Who was in the house, as the journal system (EHR) told it before it fell. The list lies in its record and nowhere else: folds
 * carry only how many they are, from when and from where, and whoever looks for somebody reads the record.
 *
 * - SNP1 What was not told of a person is absent; an empty list of allergies says that none are known.
 * - SNP2 A list is read person by person and field by field: what does not fit is left out, and somebody with neither name nor
 *   number is nobody.
 */
import { isBorn, type Born } from "../identity/born.ts";
import { epochMs, type EpochMs } from "../time.ts";
import { sexes, type Sex } from "../visit/details.ts";

export interface KnownPerson {
  readonly name?: string;
  readonly nationalNumber?: string;
  readonly born?: Born;
  readonly sex?: Sex;
  /** Ward and bed, in the journal's own words. */
  readonly where?: string;
  readonly admittedAtMs?: EpochMs;
  readonly allergies?: ReadonlyArray<string>;
}

/** A house larger than this is asked for ward by ward. */
export const maxPeople = 2_000;
/** Of the whole list as JSON: sealed and in letters it is a line of a sealed archive, with room to spare. */
export const maxSnapshotBytes = 600_000;

export const readPeople = (raw: ReadonlyArray<unknown>): ReadonlyArray<KnownPerson> => raw.flatMap(readPerson);

const readPerson = (raw: unknown): ReadonlyArray<KnownPerson> => {
  if (!isObject(raw)) return [];
  const { name, nationalNumber, born, sex, where, admittedAtMs, allergies } = raw;
  if (!isFilled(name) && !isFilled(nationalNumber)) return [];
  const readSex = sexes.find((one) => one === sex);
  return [
    {
      ...(isFilled(name) ? { name } : {}),
      ...(isFilled(nationalNumber) ? { nationalNumber } : {}),
      ...(isBorn(born) ? { born } : {}),
      ...(readSex === undefined ? {} : { sex: readSex }),
      ...(isFilled(where) ? { where } : {}),
      ...(Number.isSafeInteger(admittedAtMs) ? { admittedAtMs: epochMs(Number(admittedAtMs)) } : {}),
      // A list of which one entry cannot be read would say less than was told: then nothing is said of it.
      ...(Array.isArray(allergies) && allergies.every(isFilled) ? { allergies } : {}),
    },
  ];
};

const isFilled = (raw: unknown): raw is string => typeof raw === "string" && raw !== "";

const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> => typeof raw === "object" && raw !== null && !Array.isArray(raw);
