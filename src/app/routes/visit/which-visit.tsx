// Two devices that knew nothing of each other gave the same number: a person says which patient is meant, by name, time and reason.
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { usePageWords } from "../../page-words.ts";
import { Link } from "../../router/link.tsx";
import { FoundVisit } from "./find-visit.tsx";

/** In the address: which of the visits with this number. */
export const whichParam = "which";

export const WhichVisit = ({ number, files }: { readonly number: TemporaryNumber; readonly files: ReadonlyArray<VisitFile> }) => {
  const { visit } = usePageWords();
  return (
    <div className="page find-visit">
      <h1>{visit.whichTitle(number, files.length)}</h1>
      <p>{visit.whichText}</p>
      <ul className="found-list">
        {files.map((file) => (
          <li key={file.visit.id}>
            <FoundVisit file={file} to={`/visit/${number}?${whichParam}=${file.visit.id}`} />
          </li>
        ))}
      </ul>
      <p>
        <Link className="button" to="/">
          {visit.toBoard}
        </Link>
      </p>
    </div>
  );
};
