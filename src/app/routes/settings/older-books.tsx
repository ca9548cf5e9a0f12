// Books that could not be opened and were left for a new one: still here, as they were, for the rescue page.
import { useApp, useWords } from "../../app-context.tsx";
import { rescueAddress } from "../../place.ts";

export const OlderBooks = () => {
  const { faults } = useWords();
  const { olderBooks } = useApp();
  if (olderBooks.length === 0) return null;
  return (
    <section className="card stack">
      <p>{faults.olderBooks(olderBooks.join(", "))}</p>
      <p>
        <a className="button" href={rescueAddress()}>
          {faults.rescue}
        </a>
      </p>
    </section>
  );
};
