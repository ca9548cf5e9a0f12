// Books that could not be opened and were left for a new one: still here, as they were. And the way in for one that was saved raw.
import { usePageWords } from "../../page-words.ts";
import { useApp } from "../../app-context.tsx";
import { rescueAddress } from "../../place.ts";
import { Link } from "../../router/link.tsx";

export const OlderBooks = () => {
  const { faults, rescued } = usePageWords();
  const { olderBooks } = useApp();
  return (
    <>
      {olderBooks.length > 0 && (
        <section className="card stack">
          <p>{faults.olderBooks(olderBooks.join(", "))}</p>
          <p>
            <a className="button" href={rescueAddress()}>
              {faults.rescue}
            </a>
          </p>
        </section>
      )}
      <p>
        <Link to="/rescue">{rescued.link}</Link>
      </p>
    </>
  );
};
