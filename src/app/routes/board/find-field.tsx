// Find anybody by any fragment. "/" leads here from anywhere on the board; Escape empties it and leads back.
import type { KeyboardEvent, Ref } from "react";
import { useWords } from "../../app-context.tsx";

interface FindFieldProps {
  readonly typed: string;
  /** What was found, in words; "" when nobody searches. */
  readonly found: string;
  readonly onType: (text: string) => void;
  readonly onEnter: () => void;
  /** Empties it. */
  readonly onLeave: () => void;
  readonly ref: Ref<HTMLInputElement>;
}

export const FindField = ({ typed, found, onType, onEnter, onLeave, ref }: FindFieldProps) => {
  const { board } = useWords();
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === "Escape") {
      event.preventDefault();
      onLeave();
    }
    if (event.key === "Enter") {
      event.preventDefault();
      onEnter();
    }
  };
  return (
    <div className="board-find no-print" role="search">
      <label htmlFor="find" className="unseen">
        {board.find}
      </label>
      <input
        id="find"
        ref={ref}
        type="search"
        value={typed}
        placeholder={board.findHint}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        onChange={(event) => onType(event.target.value)}
        onKeyDown={press}
      />
      <kbd aria-hidden="true">/</kbd>
      <p role="status" className="board-find-hits">
        {found}
      </p>
    </div>
  );
};
