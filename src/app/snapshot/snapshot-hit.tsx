// One from the journal's list, and the press that takes what is known of them; where nothing is missing there is nothing to press.
import { CheckmarkIcon } from "@navikt/aksel-icons";
import type { InSnapshot } from "#projections/in-snapshot.ts";
import { useNow } from "../app-context.tsx";
import { usePageWords } from "../page-words.ts";
import { allergyText, personFacts } from "./person-text.ts";
import "./snapshot.css";

interface SnapshotHitProps extends Pick<InSnapshot, "person" | "by"> {
  /** Everything that the list knows stands already. */
  readonly isWhole: boolean;
  readonly action: string;
  /** What would be filled in, where that is not seen from the form itself. */
  readonly fills?: string;
  readonly hasKey?: boolean;
  readonly onTake: () => void;
}

const whys: { readonly [B in InSnapshot["by"]]: "sameNumber" | "begunNumber" | "nameAndBirth" | "nameOnly" } = {
  number: "sameNumber", begunNumber: "begunNumber", nameAndBirth: "nameAndBirth", name: "nameOnly",
};

export const SnapshotHit = ({ isWhole, action, hasKey = false, onTake, ...of }: SnapshotHitProps) => {
  const words = usePageWords();
  const { snapshot } = words;
  if (isWhole) {
    return (
      <div className="snapshot-hit">
        <span className="snapshot-who">
          <strong>{of.person.name ?? words.visit.noName}</strong> {of.person.where}
        </span>
        <span className="snapshot-whole">
          <CheckmarkIcon aria-hidden /> {snapshot.filled}
        </span>
      </div>
    );
  }
  return (
    <button type="button" className="snapshot-hit" aria-keyshortcuts={hasKey ? "Alt+J" : undefined} onClick={onTake}>
      <HitText {...of} />
      <span className="snapshot-take">
        {action} {hasKey && <kbd aria-hidden="true">Alt J</kbd>}
      </span>
    </button>
  );
};

const HitText = ({ person, by, fills }: Pick<SnapshotHitProps, "person" | "by" | "fills">) => {
  const words = usePageWords();
  const nowMs = useNow();
  const allergies = allergyText(person, words);
  return (
    <span className="snapshot-who">
      <strong>{person.name ?? words.visit.noName}</strong> <span>{personFacts(person, { words, nowMs }).join(" · ")}</span>
      {allergies !== null && (
        <span>
          {" · "}
          {words.snapshot.allergies}: <strong>{allergies}</strong>
        </span>
      )}
      <span className="soft small"> {whyText(words.snapshot[whys[by]], fills)}</span>
    </span>
  );
};

const whyText = (why: string, fills: string | undefined): string => (fills === undefined ? why : `${why}. ${fills}`);
