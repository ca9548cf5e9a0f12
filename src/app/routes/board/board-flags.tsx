// A patient's flags on the board: signs alone, in a piece of their own that a start does not wait for.
import { lazy, Suspense } from "react";
import type { Visit } from "#core/visit/visit.ts";
import { flagsOf } from "#projections/flags-of.ts";

const Signs = lazy(async () => ({ default: (await import("./board-signs.tsx")).BoardSigns }));

export const BoardFlags = ({ visit }: { readonly visit: Visit }) => {
  const flags = flagsOf(visit);
  return flags.length === 0 ? null : (
    <Suspense fallback={null}>
      <Signs flags={flags} />
    </Suspense>
  );
};
