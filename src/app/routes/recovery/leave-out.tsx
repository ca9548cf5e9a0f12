// What is not to be typed in, with why: a field that opens where the button was.
import { useId, useState, type FormEvent } from "react";
import type { PageWords } from "#i18n/pages/page-words.ts";

interface LeaveOutProps {
  readonly head: string;
  readonly words: PageWords;
  readonly onLeaveOut: (why: string) => void;
}

export const LeaveOut = ({ head, words: { back }, onLeaveOut }: LeaveOutProps) => {
  const id = useId();
  const [why, setWhy] = useState<string | null>(null);
  if (why === null) {
    return (
      <button type="button" className="button" aria-label={`${back.voidOpen} ${head}`} onClick={() => setWhy("")}>
        {back.voidOpen}
      </button>
    );
  }
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (why.trim() !== "") onLeaveOut(why.trim());
  };
  return (
    <form className="row back-why" onSubmit={send}>
      <label htmlFor={id}>{back.voidWhy}</label>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the press that opened it asked for it */}
      <input id={id} value={why} autoFocus autoComplete="off" onChange={({ target }) => setWhy(target.value)} />
      <button type="submit" className="button" disabled={why.trim() === ""}>
        {back.voidDo}
      </button>
      <button type="button" className="button" onClick={() => setWhy(null)}>
        {back.voidCancel}
      </button>
    </form>
  );
};
