/**
 * What devices that had not heard of each other say differently about one visit.
 *
 * - DSG1 Every claim that stands is in it, with who, when and on which device; claims that say the same are no disagreement.
 * - DSG3 Every visit that devices disagree about is in the queue, who is here before who has left; a struck one is not.
 * - DSG2 Choosing one claims it anew, and so settles it.
 */
import type { EpochMs } from "#core/time.ts";
import type { VisitCommand } from "#core/visit/commands.ts";
import { detailNames, type DetailName } from "#core/visit/details.ts";
import { disagrees, type Claim, type Standing } from "#core/visit/standing.ts";
import { phaseOf, type Leaving, type TriageLevel, type Visit } from "#core/visit/visit.ts";
import { byPresence } from "./find.ts";
import type { VisitFile, WardState } from "./ward-state.ts";

export type Disputed =
  | { readonly of: "triage"; readonly claims: ReadonlyArray<Claim<TriageLevel>> }
  | { readonly of: "place" | "clinician"; readonly claims: ReadonlyArray<Claim<string | null>> }
  | { readonly of: "left"; readonly claims: ReadonlyArray<Claim<Leaving>> }
  | { readonly of: "detail"; readonly name: DetailName; readonly claims: ReadonlyArray<Claim<unknown>> };

export const disagreementsOf = (visit: Visit): ReadonlyArray<Disputed> => {
  const { triage, place, clinician, left, heard } = visit;
  return [
    ...(isDisputed(triage) ? [{ of: "triage", claims: triage } as const] : []),
    ...(isDisputed(place) ? [{ of: "place", claims: place } as const] : []),
    ...(isDisputed(clinician) ? [{ of: "clinician", claims: clinician } as const] : []),
    ...detailNames.flatMap((name) => {
      const claims: Standing<unknown> | undefined = heard[name];
      return claims !== undefined && isDisputed(claims) ? [{ of: "detail", name, claims } as const] : [];
    }),
    ...(isDisputed(left) ? [{ of: "left", claims: left } as const] : []),
  ];
};

export interface Disagreeing {
  readonly file: VisitFile;
  /** At least one. */
  readonly disputed: ReadonlyArray<Disputed>;
}

const ofFile = new WeakMap<VisitFile, ReadonlyArray<Disputed>>();

const disputedIn = (file: VisitFile): ReadonlyArray<Disputed> => {
  const known = ofFile.get(file) ?? (phaseOf(file.visit).is === "void" ? [] : disagreementsOf(file.visit));
  ofFile.set(file, known);
  return known;
};

export const disagreeing = ({ visits }: Pick<WardState, "visits">): ReadonlyArray<Disagreeing> =>
  [...visits.values()]
    .map((file) => ({ file, disputed: disputedIn(file) }))
    .filter(({ disputed }) => disputed.length > 0)
    .toSorted((a, b) => byPresence(a.file, b.file));

/** The command that says this claim again, knowing of the others; null for a leaving, which is corrected in its line. */
export const settling = (disputed: Disputed, claim: number, atMs: EpochMs): VisitCommand | null => {
  switch (disputed.of) {
    case "triage": {
      const level = disputed.claims[claim]?.value;
      return level === undefined ? null : { type: "SetTriage", ...level, atMs };
    }
    case "place": {
      const place = disputed.claims[claim];
      return place === undefined ? null : { type: "Move", place: place.value, atMs };
    }
    case "clinician": {
      const clinician = disputed.claims[claim];
      return clinician === undefined ? null : { type: "AssignClinician", clinician: clinician.value, atMs };
    }
    case "detail":
      return disputed.claims[claim] === undefined ? null : { type: "SetDetails", details: { [disputed.name]: disputed.claims[claim].value }, atMs };
    case "left":
      return null;
  }
};

const isDisputed = <T>(standing: Standing<T> | null): standing is Standing<T> => disagrees(standing);
