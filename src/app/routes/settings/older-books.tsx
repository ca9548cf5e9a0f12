// Books that could not be opened and were left for a new one: still here, as they were. And the way in for one that was saved raw.
import { useApp, useWords } from "../../app-context.tsx";
import { rescueAddress } from "../../place.ts";
import { Link } from "../../router/link.tsx";

export const OlderBooks = () => {
  const { faults } = useWords();
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
        <Link to="/rescue">{faults.rescued.link}</Link>
      </p>
    </>
  );
};
