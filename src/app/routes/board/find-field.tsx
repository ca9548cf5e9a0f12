// Find anybody by any fragment. "/" leads here from anywhere on the board; Escape empties it and leads back.
// The letters are the browser's own business: they stand there before the board has looked at them.
import type { KeyboardEvent, Ref } from "react";
import { usePageWords } from "../../page-words.ts";

interface FindFieldProps {
  /** What was found, in words; "" when nobody searches. */
  readonly found: string;
  readonly onType: (text: string) => void;
  /** Told what stands there now. */
  readonly onEnter: (text: string) => void;
  /** Empties it. */
  readonly onLeave: () => void;
  readonly ref: Ref<HTMLInputElement>;
}

export const FindField = ({ found, onType, onEnter, onLeave, ref }: FindFieldProps) => {
  const { board } = usePageWords();
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.currentTarget.value = "";
      onLeave();
    }
    if (event.key === "Enter") {
      event.preventDefault();
      onEnter(event.currentTarget.value);
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
